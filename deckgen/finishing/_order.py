"""The order of the finishing passes."""

ORDER = ("number", "check")
