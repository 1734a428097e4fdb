"""Many outlines at once: found in folders, shared out among processes or machines, made if stale.

`build.py` reads from top to bottom what happens.
"""
