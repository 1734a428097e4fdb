"""The order of the finishing passes."""

ORDER = ("number", "link", "build", "check")
