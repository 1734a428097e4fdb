"""Where a theme's own file says a thing: the line that a problem is about."""

from __future__ import annotations

from ..model.origin import Origin
from ..problems import Report
from ..theming._fields import Path
from ..theming._yaml import read_fields
from .shelf import find


class Places:
    """The places of the fields in the file of a theme, by name or path, as a variant has them."""

    def __init__(self, name: str, variant: str = "") -> None:
        source = find(name)
        fields = read_fields(source, Report())
        self.file = source.name
        self.text = source.blob.decode("utf-8-sig")
        self._places = fields.places
        self._above: Path = ("variants", variant)

    def report(self) -> Report:
        """Return a report that can show the file's lines."""
        report = Report()
        report.keep_source(self.file, self.text)
        return report

    def of(self, *paths: Path) -> Origin:
        """Return where the first of these fields stands that the file has; else the file."""
        for path in paths:
            for place in ((*self._above, *path), path):
                if place in self._places:
                    return self._places[place]
        return Origin(self.file)
