"""The order in which the map's rules run."""

ORDER: tuple[str, ...] = ("branch", "tag", "prune", "fold")
