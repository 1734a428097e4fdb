"""Where something was said: file, line and column of the author's source."""

from __future__ import annotations

from .record import record


@record
class Origin:
    """A place in a source; line and column count from 1, 0 means the whole file."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file or "<outline>"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


NOWHERE = Origin()
