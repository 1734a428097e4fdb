"""The look of a run: themes and templates found and compiled, their layouts made when asked for.

What comes in is an outline, or a theme's name; what leaves is a `Theme` with all its layouts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import files, inputs, registry
from .model.origin import NOWHERE, Origin
from .model.outline import DeckOptions, Outline
from .model.record import record
from .model.theme import LayoutSpec, Theme
from .model.units import Size, inches
from .model.words import script_of
from .plugin import Source
from .problems import DeckgenError, Problem, Report, did_you_mean, fail, meant

DEFAULT_THEME = "ink"
_PAGES = {"16:9": Size(inches(40 / 3), inches(7.5)), "4:3": Size(inches(10), inches(7.5))}

_Key = tuple[str, tuple[Path, ...], str, str, str]


@record
class _Compiled:
    """A theme, what there was to say of it, and the files that it is of."""

    theme: Theme
    problems: tuple[Problem, ...]
    inputs: Mapping[str, str]


@dataclass(slots=True)
class Themes:
    """The themes of one run, each compiled once for every page size it is used on.

    Themes are told apart by the name, variant and script asked for and the folders that the search
    would walk. Each use of one tells again what there was to say of it, and which files it is of.
    """

    _compiled: dict[_Key, _Compiled] = field(default_factory=dict)

    def compile(self, outline: Outline, name: str, report: Report) -> Theme:
        """Return the theme that `name`, or else the outline, asks for, with all its layouts.

        It is the variant of it that the outline asks for.
        """
        if path := _template_of(outline, name):
            return self._templated(outline, path, report)
        origin = NOWHERE if name else outline.theme_origin
        name = name or outline.theme or DEFAULT_THEME
        folders = files.theme_folders(outline.origin.file)
        script = script_of(outline.lang)
        wanted = Wanted(name, outline.variant, origin, outline.variant_origin, script)
        return self._once(
            (name, folders, outline.deck.aspect, outline.variant, script),
            lambda said: _compile_theme(wanted, folders, _page(outline), said),
            report,
        )

    def _templated(self, outline: Outline, path: str, report: Report) -> Theme:
        origin = outline.template_origin if path == outline.template else NOWHERE
        if outline.variant:
            hint = "leave it out: a template has the colours that it has"
            tell = report.note if outline.variant_origin.line else report.warn
            tell(
                outline.variant_origin, "a template has no variants", hint, code="variant-not-used"
            )
        folders = files.theme_folders(outline.origin.file)
        return self._once(
            (path, folders, origin.file, "", ""),
            lambda said: _compile_template(path, folders, origin, said),
            report,
        )

    def _once(self, key: _Key, work: Callable[[Report], Theme], report: Report) -> Theme:
        """Return what was compiled under a key, or compile it."""
        if key not in self._compiled:
            said = Report()
            try:
                with inputs.watching() as seen:
                    theme = work(said)
            except DeckgenError as error:
                for problem in (*said.problems, *error.problems):
                    report(problem)
                raise DeckgenError(report.problems) from error
            self._compiled[key] = _Compiled(theme, said.problems, seen)
        compiled = self._compiled[key]
        inputs.again(compiled.inputs)
        for problem in compiled.problems:
            report(problem)
        return compiled.theme


def _template_of(outline: Outline, theme: str) -> str:
    """Return the template that is asked for: in the place of a theme, or else by the outline."""
    if theme.lower().endswith(files.TEMPLATES):
        return theme
    return "" if theme else outline.template


def open_theme(
    name: str, *, variant: str = "", aspect: str = "16:9", report: Report | None = None
) -> Theme:
    """Return a theme by its name or path, in a variant, for pages of that aspect."""
    outline = Outline((), variant=variant, deck=DeckOptions(aspect=aspect))
    return Themes().compile(outline, name, Report() if report is None else report)


@record
class Wanted:
    """The theme that was asked for, where that was said, and in what script it is to write."""

    name: str
    variant: str
    origin: Origin
    variant_origin: Origin
    script: str


def _compile_template(
    path: str, folders: tuple[Path, ...], origin: Origin, report: Report
) -> Theme:
    """Return the theme that a template is, its layouts under ours."""
    from .templates.adapt import adapt, theme_text
    from .templates.choose import open_template
    from .templates.hosted import Hosted
    from .theming.load import load_theme

    source = files.find_template(path, origin)
    fitting = open_template(source, registry.slide_layouts(), report)
    report.raise_errors()
    text = theme_text(fitting).encode()

    def find(name: str) -> Source:
        if name == source.name:
            return replace(source, blob=text)
        return files.find_theme(name, folders, origin)

    theme = adapt(fitting, load_theme(source.name, find, _PAGES["16:9"], report))
    report.raise_errors()
    return replace(theme, layouts=Hosted(_Layouts(theme), theme, fitting.matches))


def _compile_theme(wanted: Wanted, folders: tuple[Path, ...], page: Size, report: Report) -> Theme:
    from .theming.load import Choice, load_theme

    if files.is_path(wanted.name):  # a theme at a path may extend its neighbours
        folders = (Path(wanted.name).parent, *folders)

    def find(name: str) -> Source:
        return files.find_theme(name, folders, wanted.origin, registry.theme_files())

    kinds = registry.slide_layouts()
    choice = Choice(wanted.variant, wanted.variant_origin, kinds, wanted.script)
    theme = load_theme(wanted.name, find, page, report, choice)
    _warn_of_bases(folders, report)
    layouts = _Layouts(theme)
    if theme.frames:
        from .theming.frames import check_frames

        check_frames(layouts.named(change.layout for change in theme.frames), theme, report)
    report.raise_errors()
    return replace(theme, layouts=layouts)


def _warn_of_bases(folders: tuple[Path, ...], report: Report) -> None:
    """Warn of files that look as if they could take the place of deckgen's own base theme."""
    for path in files.passed_over(folders):
        message = f"this theme is not used: '{files.BASE}' is deckgen's own"
        report.warn(
            Origin(path),
            message,
            "give the file another name, and let it extend base",
            code="theme-not-used",
        )


class _Layouts(Mapping[str, LayoutSpec]):
    """A theme's layouts by name, each kind made when one of it is first asked for.

    A deck uses ten kinds of thirty; a map none. Walking over all of them makes all.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._specs: dict[str, LayoutSpec] = {}
        self._made: set[str] = set()

    def __getitem__(self, name: str) -> LayoutSpec:
        if name not in self._specs:
            kinds = registry.slide_layouts()
            # "cards-3-low" is of the kind "cards"; a stranger's kind may have hyphens of its own
            parts = name.split("-")
            for count in range(len(parts), 0, -1):
                if (kind := "-".join(parts[:count])) in kinds:
                    self._make(kind)
        return self._specs[name]

    def __iter__(self) -> Iterator[str]:
        for kind in registry.slide_layouts():
            self._make(kind)
        return iter(self._specs)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def named(self, names: Iterable[str]) -> list[LayoutSpec]:
        """Return the layouts that are of one of those kinds, or have one of those names."""
        wanted = dict.fromkeys(names)
        for name in wanted:
            if name in registry.slide_layouts():
                self._make(name)
            else:
                self.get(name)
        return [spec for spec in self._specs.values() if {spec.kind, spec.name} & set(wanted)]

    def _make(self, kind: str) -> None:
        if kind not in self._made:
            from .theming.frames import settled

            self._made.add(kind)
            specs = registry.slide_layouts().find(kind).specs(self._theme)
            self._specs.update({spec.name: settled(spec, self._theme) for spec in specs})


def _page(outline: Outline) -> Size:
    if outline.deck.aspect not in _PAGES:
        message = f"unknown aspect '{outline.deck.aspect}'"
        hint = did_you_mean(outline.deck.aspect, _PAGES)
        raise fail(
            message,
            hint,
            outline.origin,
            code="unknown-word",
            swap=meant(outline.deck.aspect, hint),
        )
    return _PAGES[outline.deck.aspect]
