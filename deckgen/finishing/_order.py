"""The order of the finishing passes."""

ORDER = ("harmonise", "number", "link", "build", "check")
