"""What was asked for: files named, orders made, written and their problems shown.

Words come in, bytes and files leave. One outline is one order: all of its files are made, or none
is touched, and an order that fails does not stop the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import inputs
from .model.origin import NOWHERE
from .model.record import record
from .problems import Bug, DeckgenError, Problem, Report, Severity, did_you_mean, fail, has_warnings

if TYPE_CHECKING:
    from .model.deck import Deck
    from .model.mindmap import MapForm
    from .model.outline import MapView, Outline
    from .model.scene import Scene
    from .model.theme import Theme
    from .pipeline import Themes
    from .settings import Settings
    from .terminal import Terminal


DECK, MAP = "deck.", "map."  # before a format that the other has too
DECKS = ("pptx", "html", "notes")  # formats that mean the deck without saying so
Contents = Mapping[str, bytes | Mapping[str, bytes]]  # of files and folders by their paths
PAGE = "html"  # the format whose deck and map know each other
DECK_FORMATS: tuple[str, ...] = ("pptx", "pdf", "html", "png", "notes")
MAP_FORMATS: tuple[str, ...] = ("svg", "png", "pdf", "html", "pptx", "dot")


@record
class Product:
    """What a format's word asks for: the deck or the map, by which writer.

    `pptx`, `html` and `notes` are decks, `deck.pdf` and `deck.png` too; all others are maps, and
    `map.html` and `map.pptx` are too.
    """

    is_deck: bool
    format: str
    is_single: bool = False  # of a deck one slide alone

    @classmethod
    def of(cls, word: str) -> Product:
        """Read a word; DeckgenError when there is no such writer, or it cannot write that."""
        from . import registry

        format = word.removeprefix(DECK if word.startswith(DECK) else MAP)
        if format not in registry.writers():
            raise fail(
                f"unknown format '{format or word}'",
                did_you_mean(format or word, words()),
                code="unknown-format",
            )
        is_deck = word.startswith(DECK) if word != format else format in DECKS
        what, mine, others = "map", MAP_FORMATS, DECK_FORMATS
        if is_deck:
            what, mine, others = "deck", DECK_FORMATS, MAP_FORMATS
        if format in others and format not in mine:  # in neither: a stranger's, who may do both
            raise fail(
                f"a {what} cannot be written as '{format}'",
                f"known: {', '.join(mine)}",
                code="wrong-format",
            )
        return cls(is_deck, format)

    @property
    def word(self) -> str:
        """Return the word that asks for it."""
        is_plain = self.is_deck is (self.format in DECKS)
        return self.format if is_plain else (DECK if self.is_deck else MAP) + self.format

    @property
    def is_folder(self) -> bool:
        """Tell whether it is a folder of pictures instead of one file."""
        from . import registry

        is_several = self.is_deck and not self.is_single
        return is_several and registry.writers()[self.format].write_all is not None

    def name(self, stem: str) -> str:
        """Return the name of its file or folder."""
        from . import registry

        if self.is_folder:
            return f"{stem}-slides"
        is_plain = self.is_deck is (self.format in DECKS)
        middle = "" if is_plain else ".deck" if self.is_deck else ".map"
        return stem + middle + registry.writers()[self.format].suffixes[0]


def words() -> tuple[str, ...]:
    """Return the formats that can be asked for."""
    decks = (format if format in DECKS else DECK + format for format in DECK_FORMATS)
    maps = (MAP + format if format in DECKS else format for format in MAP_FORMATS)
    return (*decks, *maps)


@record
class Order:
    """What to make of one outline: `files` gives each path what is to be there."""

    outline: str
    files: Mapping[str, Product]
    theme: str = ""
    allow: tuple[str, ...] = ()
    layout: str = ""
    form: MapForm | None = None
    depth: int = 0
    view: MapView | None = None
    variant: str = ""
    template: str = ""
    slide: str = ""  # the one of a deck that is wanted, by its number or by a # and its key
    lang: str = ""
    environment: Settings = field(default_factory=dict)  # settings, for a worker may have others
    tells_slides: bool = False  # what became of each slide of the deck is wanted, too
    twin: str = ""  # the page of the other kind that lies elsewhere: a map's deck, a deck's map

    def page(self, is_deck: bool) -> str:
        """Return the file that is to be the deck's page, or the map's; "" without one."""
        wanted = Product(is_deck, PAGE)
        return next((path for path, product in self.files.items() if product == wanted), "")


@record
class Made:
    """What was made of an order: the bytes for each of its files, and for a folder those inside.

    There are none when something is wrong: then `problems` has an error, or `bug` says what
    nobody foresaw. `products` has the kind of each; `inputs` are the files that were read (see
    `inputs.py`); `slides` are those of the deck as an answer tells them.
    """

    contents: Contents = field(default_factory=dict)
    products: Mapping[str, Product] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    bug: Bug | None = None
    slides: tuple[Mapping[str, Any], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing went wrong."""
        return not self.bug and all(one.severity is not Severity.ERROR for one in self.problems)

    def pieces(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield every file's bytes: the key in `contents`, its path, and what is to be in it."""
        for place, data in self.contents.items():
            if isinstance(data, bytes):
                yield place, place, data
            else:
                for name, inner in data.items():
                    yield place, str(Path(place, name)), inner


def make(order: Order, themes: Themes) -> Made:
    """Make what an order asks for; nothing is written, and nothing raised."""
    report = Report()
    contents: dict[str, bytes | Mapping[str, bytes]] = {}
    products: dict[str, Product] = {}
    slides: list[Mapping[str, Any]] = []
    bug = None

    def drawn(outline: Outline, deck: Deck, scene: Scene) -> None:
        if order.tells_slides and not order.slide and not slides:
            slides.extend(_slides(outline, deck, scene, report))

    with inputs.watching() as seen:
        try:
            for place, product, data in _compile(order, themes, report, drawn):
                contents[place], products[place] = data, product
        except DeckgenError as error:
            for problem in error.problems:
                report(problem)
        except Exception as error:  # noqa: BLE001 - it is told as what it is, maybe elsewhere
            bug = Bug.of(error)
    if bug or report.has_errors:
        contents = {}
    return Made(contents, products, report.problems, seen, bug, tuple(slides))


def _slides(outline: Outline, deck: Deck, scene: Scene, report: Report) -> list[dict[str, Any]]:
    """Return what became of a deck's slides."""
    from .answers import slide_entries
    from .fates import fates

    return slide_entries(outline, deck, fates(deck, scene), report.problems)


def write(made: Made) -> None:
    """Write all that was made of an order, or nothing; `-` is standard output.

    It goes over nothing that it was made of, wherever that was read.
    """
    from . import outputs

    with inputs.watching():
        inputs.again(made.inputs)
        outputs.write(made.contents)


def carry_out(order: Order, themes: Themes, terminal: Terminal) -> bool:
    """Make all files of an order or none, show its problems, and tell whether it went well."""
    made = make(replace(order, tells_slides=bool(terminal.answer)), themes)
    errors = terminal.errors
    if made.bug:
        terminal.bug(made.bug, order.outline)
    report = Report()
    for problem in made.problems:
        report(problem)

    def work() -> None:
        try:
            write(made)
            for path, data in made.contents.items():
                terminal.wrote(path, made.products[path].word, data)
        except DeckgenError as error:
            for problem in error.problems:
                report(problem)

    if not (terminal.strict and has_warnings(made.problems)):
        terminal.written = tuple(made.contents)
        terminal.attempt(order.outline, work)
    terminal.show(report.problems)
    if terminal.answer:
        terminal.answer.said["outline"] = order.outline
        if made.slides:
            terminal.answer.said["slides"] = list(made.slides)
    return terminal.errors == errors


def _compile(
    order: Order, themes: Themes, report: Report, drawn: Callable[[Outline, Deck, Scene], None]
) -> Iterator[tuple[str, Product, bytes | Mapping[str, bytes]]]:
    """Yield where each product of an order goes, and its bytes, or those of a folder's files."""
    from .model.mindmap import MapForm
    from .pipeline import choose_map, draw_map, plan_and_draw, read_outline
    from .settings import settled
    from .twins import address_of, linked

    outline = read_outline(order.outline, allow=order.allow, report=report)
    outline = settled(outline, order.outline, order.environment, order.lang)
    outline = choose_map(outline, order.layout, order.depth, order.view)
    if order.variant:
        outline = replace(outline, variant=order.variant, variant_origin=NOWHERE)
    if order.template:
        if order.theme:
            raise fail(
                "a template is a theme of its own",
                "leave out --theme or --template",
                code="wrong-options",
            )
        outline = replace(outline, template=order.template, template_origin=NOWHERE)
    look = themes.compile(outline, order.theme, report)
    for path, product in order.files.items():
        _check(path, product, order.twin)
    scenes: dict[tuple[bool, bool], Scene] = {}
    for path, product in order.files.items():
        # the formats of a map are drawn from one scene, but slides divide it
        kind = (product.is_deck, product.format == "pptx")
        if kind not in scenes:
            form = replace(order.form or MapForm(), format=product.format)
            if product.is_deck:
                deck, scenes[kind] = plan_and_draw(outline, look, report, order.slide)
                drawn(outline, deck, scenes[kind])
            else:
                scenes[kind] = draw_map(outline, look, report, form)
        scene = scenes[kind]
        if product.format == PAGE and (twin := _twin_of(path, product, order)):
            scene = linked(scene, outline, address_of(twin, path), product.is_deck)
        place, data = _written(path, product, scene, look, report)
        yield place, product, data


def _check(path: str, product: Product, twin: str) -> None:
    """Refuse a target before the work where that can be told; it is looked at again after it."""
    from . import kinds, outputs, registry

    if path == "-":
        return
    if twin and Path(twin).resolve() == Path(path).resolve():
        message = f"'{path}' would be written over what it is to open"
        raise fail(message, "give it another name", code="same-output")
    if product.is_folder:
        outputs.check_folder(path)
    else:
        ending = registry.writers()[product.format].suffixes[0]
        outputs.check(path, kinds.kind_by_name(ending))


def _twin_of(path: str, product: Product, order: Order) -> str:
    """Return the file that a page is to know: the other kind's, asked for or made along with it."""
    return order.twin or (order.page(not product.is_deck) if path != "-" else "")


def _written(
    path: str, product: Product, scene: Scene, look: Theme, report: Report
) -> tuple[str, bytes | Mapping[str, bytes]]:
    """Return a product's bytes and where they go; what one file cannot hold goes to a folder."""
    from . import registry
    from .pipeline import write_files, write_scene

    if product.is_folder:
        return path, write_files(scene, product.format, look, report)
    is_divided = registry.writers()[product.format].is_divided
    if path == "-" or is_divided is None or not is_divided(scene):
        return path, write_scene(scene, product.format, look, report)
    folder = f"{Path(path).with_suffix('')}-tiles"
    tiles = write_files(scene, product.format, look, report)
    message = f"'{path}' would be too large for one picture, so it is {len(tiles)} tiles"
    report.note(scene.pages[0].origin, message, f"they are in '{folder}'", code="map-divided")
    return folder, tiles
