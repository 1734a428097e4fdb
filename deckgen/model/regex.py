"""Regular expressions that are compiled when they are first asked.

What looks at Chinese names ranges of twenty thousand characters, and each takes Python a
millisecond or two to compile: all together a quarter of the time of a short deck, whose words
need a third of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_ASKED = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Regex:
    """Stands for a compiled pattern, and has that one's own methods from the first question on."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update((asked, getattr(compiled, asked)) for asked in _ASKED)
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` would return, as soon as it is asked anything."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))
