"""The order of work, top to bottom: read, plan, place, finish, write.

A path comes in and an `Outline` leaves, or an `Outline` and the bytes of a deck or a map. Every
function takes a `Report`, and raises `DeckgenError` with all of its problems as soon as a stage
has met an error; without one, warnings are dropped. Nothing is printed and nothing is kept
between calls: to compile many outlines in one theme, let one `Themes` compile it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from . import files, registry
from .looks import Themes as Themes
from .looks import open_theme as open_theme
from .model.deck import Deck, Properties
from .model.mindmap import PLAIN_FORM, MapForm
from .model.names import STRUCTURES, in_english
from .model.origin import NOWHERE, Origin
from .model.outline import DeckOptions, MapView, Outline, walk
from .model.richtext import plain
from .model.scene import Scene
from .model.theme import Theme
from .plugin import Reader
from .problems import Report, did_you_mean, fail, meant

if TYPE_CHECKING:
    from pptx.presentation import Presentation

MOST_HINTS = 20


def read_outline(
    path: str | Path, *, allow: Iterable[str | Path] = (), report: Report | None = None
) -> Outline:
    """Read an outline; the reader is chosen by the file's ending.

    `allow` names folders, besides the outline's own, that its pictures may come from.
    """
    report = Report() if report is None else report
    source = files.open_source(str(path), allow)
    outline = _reader_for(source.name).read(source, report)
    _check_layouts(outline, report)
    _check_map_layouts(outline, report)
    report.raise_errors()
    return outline


def plan(outline: Outline, *, report: Report | None = None) -> Deck:
    """Plan the talk: what each slide will say, in which layout, and why."""
    from .planning.brief import brief
    from .planning.deck.build import plan_deck

    report = Report() if report is None else report
    deck = plan_deck(brief(outline, report), tuple(registry.deck_rules().values()), report)
    report.raise_errors()
    return deck


def compile_deck(
    outline: Outline,
    *,
    theme: str | Theme = "",
    format: str = "pptx",
    report: Report | None = None,
) -> bytes:
    """Return the talk deck as a file's bytes.

    `theme` is a name, a path, or what `Themes.compile` returned; it wins over the outline's own.
    The outline says in which variant of it (`replace(outline, variant="dark")`).
    """
    report = Report() if report is None else report
    registry.writers().find(format)
    look = _look(outline, theme, report)
    return write_scene(draw_deck(outline, look, report), format, look, report)


def compile_presentation(
    outline: Outline, *, theme: str | Theme = "", report: Report | None = None
) -> Presentation:
    """Return the talk deck as python-pptx's presentation, for a program that goes on with it.

    Its layouts are those of the theme, so `presentation.slides.add_slide` makes slides alike.
    """
    from io import BytesIO

    import pptx

    return pptx.Presentation(BytesIO(compile_deck(outline, theme=theme, report=report)))


def compile_pictures(
    outline: Outline, *, theme: str | Theme = "", report: Report | None = None
) -> Mapping[str, bytes]:
    """Return a picture of every slide and `contact.png`, a sheet of them all, by file name."""
    report = Report() if report is None else report
    look = _look(outline, theme, report)
    return write_files(draw_deck(outline, look, report), "png", look, report)


def compile_map(
    outline: Outline,
    *,
    theme: str | Theme = "",
    format: str = "svg",
    layout: str = "",
    engine: str = "",
    depth: int = 0,
    view: MapView | None = None,
    page: str = "",
    scale: float = 0,
    embed_fonts: bool = False,
    report: Report | None = None,
) -> bytes:
    """Return the mind map as a file's bytes.

    `layout` and `depth` win over the outline's own (0 shows every level that it asks for), and
    `view` says what of it is shown. With an `engine` (dot, twopi, circo, sfdp, neato, fdp)
    Graphviz lays the map out instead. `page` divides a pdf among pages (a4, a3, 16:9, 4:3), or
    makes one long picture of it (phone); a pptx is always divided among slides. `scale` is how
    many pixels of a png a CSS pixel takes. `embed_fonts` puts the letters into an svg.
    """
    report = Report() if report is None else report
    registry.writers().find(format)
    outline = choose_map(outline, layout, depth, view)
    look = _look(outline, theme, report)
    scene = draw_map(outline, look, report, MapForm(format, engine, page, scale, embed_fonts))
    return write_scene(scene, format, look, report)


def choose_map(
    outline: Outline, layout: str = "", depth: int = 0, view: MapView | None = None
) -> Outline:
    """Return the outline with the caller's map layout, depth and view, where given, as its own."""
    options = outline.map
    if layout:
        layout = in_english(layout, STRUCTURES)
        options = replace(options, layout=layout, layout_origin=NOWHERE)
    if depth:
        options = replace(options, depth=depth)
    if view:
        options = replace(options, view=view)
    return outline if options is outline.map else replace(outline, map=options)


def draw_deck(outline: Outline, theme: Theme, report: Report, page: str = "") -> Scene:
    """Plan, place and finish the deck, or one page of it: by its number, or by a `#` and a key."""
    return plan_and_draw(outline, theme, report, page)[1]


def plan_and_draw(
    outline: Outline, theme: Theme, report: Report, page: str = ""
) -> tuple[Deck, Scene]:
    """Return the deck as it was planned, and what `draw_deck` returns."""
    if theme.footer and outline.deck.footer == DeckOptions().footer:  # it has none of its own
        outline = replace(outline, deck=replace(outline.deck, footer=theme.footer))
    deck = plan(outline, report=report)
    return deck, draw_planned(deck, theme, report, _key_of(page, outline, deck))


def _key_of(page: str, outline: Outline, deck: Deck) -> str:
    """Return the page that is asked for; a topic's own id stands for the slide that tells it."""
    told = {topic.id: topic.origin for topic, _ in walk(outline.topics) if topic.id}
    origin = told.get(page[1:]) if page.startswith("#") else None
    return next((f"#{slide.key}" for slide in deck.slides if slide.origin == origin), page)


def draw_planned(deck: Deck, theme: Theme, report: Report, page: str = "") -> Scene:
    """Place and finish a deck that is planned, or one page of it."""
    from .placing import page_wanted, place_deck

    theme = replace(theme, lang=deck.properties.lang)
    if not theme.template:
        scene = _finish(place_deck(deck, theme, report, page), theme, report)
        return page_wanted(scene, page) if page else scene
    from .templates.seat import in_one_accent, seated

    placed = place_deck(in_one_accent(deck), theme, report, page)
    scene = _finish(seated(placed, theme), theme, report)
    return page_wanted(scene, page) if page else scene


def draw_map(outline: Outline, theme: Theme, report: Report, form: MapForm = PLAIN_FORM) -> Scene:
    """Plan, place and finish the map in the form that is wanted."""
    from .layouts.maps._onto import place_map
    from .planning.brief import brief
    from .planning.mindmap.build import plan_map

    theme = replace(theme, lang=outline.lang)
    # an unknown layout is said before any work, and at the place where it was written
    registry.map_layouts().find(outline.map.layout, outline.map.layout_origin)
    view, levels = outline.map.view, 0
    if form.format == "html":  # what is folded there can be unfolded
        levels = view.fold_below
        outline = choose_map(outline, view=replace(view, fold_below=0))
    mindmap = plan_map(brief(outline, report), tuple(registry.map_rules().values()), report)
    report.raise_errors()
    pages, sections = place_map(mindmap, form, registry.map_layouts().find, theme, report)
    if levels:
        pages = tuple(replace(page, levels=levels) for page in pages)
    return _finish(Scene(pages, sections, _properties(outline)), theme, report)


def write_scene(scene: Scene, format: str, theme: Theme, report: Report) -> bytes:
    """Return the scene as a file's bytes."""
    data = registry.writers().find(format).write(scene, theme, report)
    report.raise_errors()
    return data


def write_files(scene: Scene, format: str, theme: Theme, report: Report) -> Mapping[str, bytes]:
    """Return the scene as several files' bytes by their names, in a format that has `write_all`."""
    writer = registry.writers().find(format)
    if writer.write_all is None:
        raise fail(f"the format '{format}' is one file", "write it as one", code="not-one-file")
    files = writer.write_all(scene, theme, report)
    report.raise_errors()
    return files


def write_template(theme: Theme) -> bytes:
    """Return a theme as a .potx file: its master and layouts, without slides."""
    from .writers.pptx.potx import write_potx

    if theme.template:
        hint = "open it in PowerPoint, and save it as .potx"
        raise fail(f"'{theme.template.name}' is a template already", hint, code="wrong-options")
    return write_potx(theme)


def _look(outline: Outline, theme: str | Theme, report: Report) -> Theme:
    return Themes().compile(outline, theme, report) if isinstance(theme, str) else theme


def _reader_for(name: str) -> Reader:
    """Return the reader for a file's ending; the plug-in of that very name is tried first."""
    ending = ".yaml" if name == files.STREAM else Path(name).suffix.lower()
    readers = registry.readers()
    for word in sorted(readers, key=lambda word: word != ending[1:]):
        if ending in readers[word].suffixes:
            return readers[word]
    known = [suffix for reader in readers.values() for suffix in reader.suffixes]
    message = f"cannot tell the format of '{name}'"
    raise fail(message, f"known endings: {', '.join(known)}", Origin(name), code="unknown-format")


def _check_layouts(outline: Outline, report: Report) -> None:
    """Report topics that ask for a layout which no plug-in brings."""
    known = registry.slide_layouts()
    hints: dict[str, str] = {}  # a search costs a millisecond, and there may be thousands of slips
    for topic, _ in walk(outline.topics):
        name = topic.layout
        if name == "auto" or name in known:
            continue
        if name not in hints:
            hints[name] = did_you_mean(name, ("auto", *known)) if len(hints) < MOST_HINTS else ""
        origin = topic.layout_origin if topic.layout_origin.line else topic.origin
        swap = meant(name, hints[name])
        report.error(
            origin, f"unknown layout '{name}'", hints[name], code="unknown-layout", swap=swap
        )


def _check_map_layouts(outline: Outline, report: Report) -> None:
    """Report a map, and branches of it, that ask for a structure which no plug-in brings."""
    known = registry.map_layouts()
    asked = [(topic.map_layout, topic.origin) for topic, _ in walk(outline.topics)]
    for name, origin in ((outline.map.layout, outline.map.layout_origin), *asked):
        if name and name not in known:
            hint = did_you_mean(name, known)
            message = f"unknown map layout '{name}'"
            report.error(origin, message, hint, code="unknown-layout", swap=meant(name, hint))


def _properties(outline: Outline) -> Properties:
    """Return what a map's file says of itself."""
    return Properties(
        title=plain(outline.title),
        author=outline.author,
        subject=outline.book.title,
        lang=outline.lang,
        date=outline.date,
    )


def _finish(scene: Scene, theme: Theme, report: Report) -> Scene:
    for rule in registry.finish_rules().values():
        scene = rule.apply(scene, theme, report)
    report.raise_errors()
    return scene
