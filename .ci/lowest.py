"""Print pip's constraints for the lowest versions that pyproject.toml admits.

A line a package, `name==version` of its `>=` bound: those that deckgen needs, and those of its
extras that users may add.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
ADDED = [need for name in EXTRAS if not name.startswith("test") for need in EXTRAS[name]]

for need in [*PROJECT["dependencies"], *ADDED]:
    print(re.sub(r"^([\w-]+)>=([\w.]+).*", r"\1==\2", need))
