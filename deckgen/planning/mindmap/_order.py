"""The order in which the map's rules run."""

ORDER: tuple[str, ...] = ("branch_colors", "branch", "tag", "prune", "fold")
