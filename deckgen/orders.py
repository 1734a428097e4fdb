"""What the command line was asked to make: outlines found, files named, orders carried out.

Words come in, files are written and problems shown. One outline is one order: all of its files
are made, or none is touched, and an order that fails does not stop the next.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .model.origin import NOWHERE
from .model.record import record
from .problems import DeckgenError, Report, Severity, did_you_mean, fail
from .terminal import Terminal

if TYPE_CHECKING:
    from .model.mindmap import MapForm
    from .model.outline import MapView
    from .model.scene import Scene
    from .model.theme import Theme
    from .pipeline import Themes


DECK, MAP = "deck.", "map."  # before a format that the other has too
DECKS = ("pptx", "html", "notes")  # formats that mean the deck without saying so
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

    @classmethod
    def of(cls, word: str) -> Product:
        """Read a word; DeckgenError when there is no such writer, or it cannot write that."""
        from . import registry

        format = word.removeprefix(DECK if word.startswith(DECK) else MAP)
        if format not in registry.writers():
            raise fail(f"unknown format '{format or word}'", did_you_mean(format or word, words()))
        is_deck = word.startswith(DECK) if word != format else format in DECKS
        what, mine, others = "map", MAP_FORMATS, DECK_FORMATS
        if is_deck:
            what, mine, others = "deck", DECK_FORMATS, MAP_FORMATS
        if format in others and format not in mine:  # in neither: a stranger's, who may do both
            raise fail(f"a {what} cannot be written as '{format}'", f"known: {', '.join(mine)}")
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

        return self.is_deck and registry.writers()[self.format].write_all is not None

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
    twin: str = ""  # the page of the other kind that lies elsewhere: a map's deck, a deck's map


def collect(words: Sequence[str]) -> list[str]:
    """Return the outlines that files and folders stand for, each once."""
    from . import files, registry

    found: dict[str, None] = {}
    for word in words:
        if not files.is_folder(word):
            found[word] = None
            continue
        endings = [end for reader in registry.readers().values() for end in reader.suffixes]
        names = files.list_folder(word, endings)
        if not names:
            raise fail(f"there are no outlines in '{word}'", _where_outlines_are(word))
        found.update(dict.fromkeys(names))
    return list(found)


def _where_outlines_are(folder: str) -> str:
    inner = Path(folder, "outlines")
    if inner.is_dir():
        return f"did you mean 'deckgen build {inner}'?"
    return "start one with 'deckgen new NAME'"


def by_stem(names: Sequence[str]) -> dict[str, str]:
    """Return the outlines by the name of their outputs; no two may share it."""
    import unicodedata

    stems: dict[str, str] = {}
    seen: dict[str, str] = {}
    for name in names:
        stem = Path(name).stem
        # file systems that ignore case, or compose characters, would overwrite one by the other
        folded = unicodedata.normalize("NFC", stem).casefold()
        if folded in seen:
            message = f"'{seen[folded]}' and '{name}' would write the same files"
            raise fail(message, "rename one, or build them into two folders with -o DIR")
        seen[folded] = stems[stem] = name
    return stems


def carry_out(order: Order, themes: Themes, terminal: Terminal) -> bool:
    """Make all files of an order or none, show its problems, and tell whether it went well."""
    report = Report()

    def work() -> None:
        from .files import write_folder, write_whole

        try:
            results = _compile(order, themes, report)
            if terminal.strict and any(p.severity is Severity.WARNING for p in report.problems):
                return
            terminal.written = tuple(results)
            kinds = {path: product.word for path, product in order.files.items()}
            for path, data in results.items():
                if not isinstance(data, bytes):
                    write_folder(path, data)
                elif path == "-":
                    sys.stdout.buffer.write(data)
                else:
                    write_whole(path, data)
                terminal.wrote(path, kinds.get(path, "tiles"), data)
        except DeckgenError as error:
            for problem in error.problems:
                report(problem)

    errors = terminal.errors
    terminal.attempt(order.outline, work)
    terminal.show(report.problems)
    return terminal.errors == errors


def _compile(
    order: Order, themes: Themes, report: Report
) -> dict[str, bytes | Mapping[str, bytes]]:
    """Return the bytes for every file of an order, and for every folder those of its files."""
    from .model.mindmap import MapForm
    from .pipeline import choose_map, draw_deck, draw_map, read_outline
    from .twins import address_of, linked

    outline = read_outline(order.outline, allow=order.allow, report=report)
    outline = choose_map(outline, order.layout, order.depth, order.view)
    if order.variant:
        outline = replace(outline, variant=order.variant, variant_origin=NOWHERE)
    if order.template:
        if order.theme:
            raise fail("a template is a theme of its own", "leave out --theme or --template")
        outline = replace(outline, template=order.template, template_origin=NOWHERE)
    look = themes.compile(outline, order.theme, report)
    scenes: dict[tuple[bool, bool], Scene] = {}
    results: dict[str, bytes | Mapping[str, bytes]] = {}
    for path, product in order.files.items():
        # the formats of a map are drawn from one scene, but slides divide it
        kind = (product.is_deck, product.format == "pptx")
        if kind not in scenes:
            form = replace(order.form or MapForm(), format=product.format)
            scenes[kind] = (
                draw_deck(outline, look, report)
                if product.is_deck
                else draw_map(outline, look, report, form)
            )
        scene = scenes[kind]
        if product.format == PAGE and (twin := _twin_of(path, product, order)):
            scene = linked(scene, outline, address_of(twin, path), product.is_deck)
        place, data = _written(path, product, scene, look, report)
        results[place] = data
    return results


def _twin_of(path: str, product: Product, order: Order) -> str:
    """Return the file that a page is to know: the other kind's, asked for or made along with it."""
    other = Product(not product.is_deck, PAGE)
    made = (one for one, its in order.files.items() if its == other)
    return order.twin or (next(made, "") if path != "-" else "")


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
    report.note(scene.pages[0].origin, message, f"they are in '{folder}'")
    return folder, tiles
