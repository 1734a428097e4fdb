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
OTHERS = (need for name in EXTRAS if name != "test" for need in EXTRAS[name])
NEEDS = [*PROJECT["dependencies"], *OTHERS]

print("\n".join(re.sub(r"^([\w-]+)>=([\w.]+).*", r"\1==\2", need) for need in NEEDS))
