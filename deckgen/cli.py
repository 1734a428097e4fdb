"""The command line: words in, exit codes out.

0 is fine, 1 means problems, 2 a command that was typed wrongly, 130 Ctrl-C. Only click and the
terminal are imported at the top, so that `--version`, `--help` and completion answer at once;
every command imports what it needs.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from . import __version__
from .orders import DECK, DECKS, MAP_FORMATS, Order, Product, by_stem, carry_out, collect, words
from .problems import Report, fail
from .terminal import Commands, Terminal, counted, cut, speaking, table

OUTPUT = "output"
BUILD_FORMATS = ("pptx", "svg", "png")
DECK_ENDINGS = ("pptx", "pdf", "html", "png")
ENGINES = ("dot", "twopi", "circo", "sfdp", "neato", "fdp")
SHELLS = ("bash", "zsh", "fish")


def _complete(words: Callable[[], Sequence[str]]) -> Callable[..., list[CompletionItem]]:
    """Return a completer; of a comma list it completes the last word."""

    def complete(_: click.Context, __: click.Parameter, typed: str) -> list[CompletionItem]:
        head, comma, last = typed.rpartition(",")
        return [CompletionItem(head + comma + word) for word in words() if word.startswith(last)]

    return complete


def _theme_names() -> Sequence[str]:
    from . import files

    return files.list_themes(files.theme_folders(""))


def _map_layouts() -> Sequence[str]:
    from . import registry

    return tuple(registry.map_layouts())


_outline = click.argument("outline", type=click.Path())
_to_file = click.option(
    "-o",
    "--output",
    default="",
    metavar="FILE",
    type=click.Path(),
    help="Write there instead; - is standard output.",
)
_theme = click.option(
    "--theme",
    default="",
    metavar="T",
    help="A theme's name or path; wins over the outline's.",
    shell_complete=_complete(_theme_names),
)
_allow = click.option(
    "--allow",
    multiple=True,
    metavar="DIR",
    type=click.Path(),
    help="Let pictures come from this folder too.",
)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="deckgen")
@speaking
def commands() -> None:
    """Compile outlines of book notes into talk decks and mind maps."""


@commands.command()
@click.argument("outlines", nargs=-1, type=click.Path(), metavar="[OUTLINE|FOLDER]...")
@click.option(
    "-o",
    "--output",
    default=OUTPUT,
    show_default=True,
    metavar="DIR",
    type=click.Path(),
    help="The folder to write to.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="F,...",
    help="The deck as pptx, html, deck.pdf, deck.png, notes; the map as svg, png, pdf, dot. "
    "Without it: pptx,svg,png.",
    shell_complete=_complete(words),
)
@_theme
@_allow
@speaking
@click.pass_obj
def build(
    terminal: Terminal,
    outlines: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    theme: str,
    allow: tuple[str, ...],
) -> None:
    """Make the deck and the map of every OUTLINE, or of all outlines in a FOLDER.

    Without either: of the outlines in the current folder.
    """
    from . import files
    from .pipeline import Themes

    wanted = [Product.of(word) for word in _split(formats) or BUILD_FORMATS]
    orders = [
        Order(name, {str(Path(output, one.name(stem))): one for one in wanted}, theme, allow)
        for stem, name in by_stem(collect(outlines or (".",))).items()
    ]
    files.make_folder(output)
    themes, written = Themes(), 0
    for number, order in enumerate(orders, 1):
        terminal.progress(f"[{number}/{len(orders)}] {order.outline}")
        if carry_out(order, themes, terminal):
            written += len(order.files)
    terminal.close(f"{counted(written, 'file')} written to '{output}'")


@commands.command()
@_outline
@_to_file
@click.option(
    "--format",
    default="",
    metavar="F",
    help="pptx, pdf, html or png (a folder of slides); otherwise FILE's ending says it.",
    shell_complete=_complete(lambda: DECK_ENDINGS),
)
@click.option("--notes", is_flag=True, help="A PDF with the speaker's notes below each slide.")
@_theme
@_allow
@speaking
@click.pass_obj
def deck(
    terminal: Terminal,
    outline: str,
    output: str,
    format: str,
    notes: bool,
    theme: str,
    allow: tuple[str, ...],
) -> None:
    """Make the talk deck of OUTLINE: output/NAME.pptx, or FILE."""
    product = _deck_product(output, format.lower(), notes)
    if product.is_folder and output.lower().endswith(".png"):
        output = str(Path(output).with_name(product.name(Path(output).stem)))
    elif product.is_folder and output == "-":
        raise fail("the pictures of a deck are several files", "name a folder with -o")
    _make_one(terminal, Order(outline, {_target(output, outline, product): product}, theme, allow))


def _deck_product(output: str, format: str, notes: bool) -> Product:
    """Return what to make of a deck: what --notes and --format say, or else FILE's ending."""
    ending = _format_of(output)
    format = format or {"htm": "html"}.get(ending, ending)
    if notes:
        if format not in ("", "pdf"):
            raise fail("notes pages are a PDF", "leave out --format, and let FILE end in .pdf")
        return Product.of("notes")
    if format in DECK_ENDINGS:
        return Product.of(format if format in DECKS else DECK + format)
    if format in MAP_FORMATS:
        hint = "name a file that ends in .pptx, or draw the map with 'deckgen map'"
        raise fail(f"a deck cannot be written as '{output or format}'", hint)
    return Product.of("pptx" if format == ending else DECK + format)


@commands.command("map")
@_outline
@_to_file
@click.option(
    "--format",
    default="",
    metavar="F",
    help="svg, png, pdf or dot; otherwise FILE's ending says it.",
    shell_complete=_complete(lambda: MAP_FORMATS),
)
@click.option(
    "--layout",
    default="",
    metavar="L",
    help="The structure: auto, balanced, tree, org, timeline, fishbone and others.",
    shell_complete=_complete(_map_layouts),
)
@click.option(
    "--engine",
    default="",
    metavar="E",
    help=f"Let Graphviz lay it out: {', '.join(ENGINES)}.",
    shell_complete=_complete(lambda: ENGINES),
)
@click.option("--depth", default=0, metavar="N", type=click.IntRange(0), help="Levels to show.")
@click.option("--branch", default="", metavar="B", help="Only the branch of that title or id.")
@click.option("--tag", default="", metavar="T", help="Only branches that have the tag.")
@click.option(
    "--fold-below",
    default=0,
    metavar="N",
    type=click.IntRange(0),
    help="Like --depth, but what is hidden stays in the notes.",
)
@_theme
@_allow
@speaking
@click.pass_obj
def mind_map(
    terminal: Terminal,
    outline: str,
    output: str,
    format: str,
    layout: str,
    engine: str,
    depth: int,
    branch: str,
    tag: str,
    fold_below: int,
    theme: str,
    allow: tuple[str, ...],
) -> None:
    """Draw the mind map of OUTLINE: output/NAME.svg, or FILE."""
    from .model.outline import MapView

    format = format or _format_of(output) or "svg"
    product = Product.of(format)
    if product.is_deck:
        raise fail(f"a map cannot be written as a .{format}", f"known: {', '.join(MAP_FORMATS)}")
    target = {_target(output, outline, product): product}
    view = MapView(branch, tag, fold_below)
    _make_one(terminal, Order(outline, target, theme, allow, layout, engine, depth, view))


@commands.command()
@_outline
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects for programs.")
@_allow
@speaking
@click.pass_obj
def plan(terminal: Terminal, outline: str, as_json: bool, allow: tuple[str, ...]) -> None:
    """Show the slides that OUTLINE becomes: layout, minutes, title, why, and how they fit."""
    from . import pipeline
    from .fates import fates
    from .model.richtext import plain

    report = Report()
    read = pipeline.read_outline(outline, allow=allow, report=report)
    deck = pipeline.plan(read, report=report)
    slides = deck.slides
    theme = pipeline.Themes().compile(read, "", report)
    drawn = fates(deck, pipeline.draw_planned(deck, theme, report))
    terminal.show(report.problems)
    if as_json:
        import json

        entries = [
            {
                "title": plain(slide.title),
                "layout": slide.layout,
                "reason": slide.reason,
                "minutes": round(slide.minutes, 2),
                "origin": {"file": slide.origin.file, "line": slide.origin.line},
                "pages": fate.pages,
                "drawn_as": fate.layout,
                "shrunk_to": fate.shrunk_to,
            }
            for slide, fate in zip(slides, drawn, strict=True)
        ]
        click.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    rows = [
        (
            str(number),
            str(slide.origin.line),
            f"{slide.minutes:.1f}",
            slide.layout,
            cut(plain(slide.title), 44),
            slide.reason,
            fate.words(slide),
        )
        for number, (slide, fate) in enumerate(zip(slides, drawn, strict=True), 1)
    ]
    click.echo(table([("slide", "line", "min", "layout", "title", "reason", "fit"), *rows]))
    total = sum(slide.minutes for slide in slides)
    terminal.close(f"{counted(len(slides), 'slide')}, {total:.0f} minutes")


@commands.command()
def schema() -> None:
    """Print the JSON Schema of an outline, for editors."""
    import json

    from .readers.schema import outline_schema

    click.echo(json.dumps(outline_schema(), ensure_ascii=False, indent=2))


@commands.command()
@click.argument("name", type=click.Path())
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@speaking
@click.pass_obj
def new(terminal: Terminal, name: str, force: bool) -> None:
    """Write a commented starter outline to NAME.yaml."""
    import json
    from importlib.resources import files as package_files

    from . import files

    target = name if name.lower().endswith((".yaml", ".yml")) else f"{name}.yaml"
    if files.exists(target) and not force:
        raise fail(f"'{target}' is there already", "choose another name, or add --force")
    starter = package_files("deckgen.readers").joinpath("starter.yaml").read_text("utf-8")
    # a JSON string is a YAML string: any name, quotes and all, is a title
    title = json.dumps(Path(target).stem, ensure_ascii=False)
    files.write_whole(target, starter.replace('"{title}"', title, 1).encode())
    terminal.close(f"'{target}' written; next: deckgen build '{target}'")


@commands.command()
def doctor() -> None:
    """Tell what this machine has for deckgen, what is missing, and how to get it."""
    from .doctor import examine

    findings = examine()
    for finding in findings:
        click.echo(f"{finding.state:8}{finding.name}: {finding.detail}")
        if finding.remedy:
            click.echo(f"        → {finding.remedy}")
    if any(finding.state == "missing" for finding in findings):
        raise click.exceptions.Exit(1)


@commands.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script of a shell, to be sourced from its start file."""
    from click.shell_completion import get_completion_class

    maker = get_completion_class(shell)
    assert maker is not None, "click knows all of SHELLS"
    click.echo(maker(commands, {}, "deckgen", "_DECKGEN_COMPLETE").source())


def _split(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of repeated and comma-separated options, each once."""
    every = (part.strip().lower() for word in words for part in word.split(","))
    return tuple(dict.fromkeys(part for part in every if part))


def _format_of(target: str) -> str:
    return Path(target).suffix.lower().removeprefix(".")


def _target(output: str, outline: str, product: Product) -> str:
    """Return where to write: what -o says, or the outline's name in the output folder."""
    if output:
        return output
    from . import files

    files.make_folder(OUTPUT)
    return str(Path(OUTPUT, product.name(Path(outline).stem)))


def _make_one(terminal: Terminal, order: Order) -> None:
    from .pipeline import Themes

    terminal.progress(order.outline)
    (target,) = order.files
    is_done = carry_out(order, Themes(), terminal)
    terminal.close(f"'{target}' written" if is_done and target != "-" else "")


def main() -> None:
    """Run the command line.

    A run makes a million small things, keeps them, and ends: looking for garbage among them took
    up to half of its time.
    """
    gc.set_threshold(200_000, 50, 100)
    commands(prog_name="deckgen")
