"""`deckgen theme map`: which layouts of a template serve which kinds of slide."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ...problems import Report, fail
from ...terminal import Terminal, clean, speaking
from .._making import check_stream, format_of
from ._writing import refuse_existing

if TYPE_CHECKING:
    from ...templates.choose import Fitting

PICTURES = ("svg", "png")
WRITTEN = ("yaml", "yml", *PICTURES)


@click.command("map")
@click.argument("template", type=click.Path())
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    help="Write a .yaml to adjust by hand, or a .svg or .png of the frames; may be repeated.",
)
@click.option("--force", is_flag=True, help="Replace a .yaml that is there.")
@speaking
@click.pass_obj
def map_template(terminal: Terminal, template: str, outputs: tuple[str, ...], force: bool) -> None:
    """Show which layouts of your TEMPLATE serve which kinds of slide.

    TEMPLATE is a .pptx or .potx, or a .yaml that this command wrote: 'deckgen deck' takes it with
    --template. Kinds without a layout are drawn on that of 'drawn', in the template's colours.
    """
    from ... import files, registry
    from ...outputs import write
    from ...templates.choose import open_template

    for output in outputs:
        if output == files.STREAM:
            check_stream(terminal, output, "yaml")
        elif format_of(output) not in WRITTEN:
            raise fail(
                f"a matching cannot be written as '{output}'",
                "name a .yaml, .svg or .png",
                code="wrong-format",
            )
        elif format_of(output) not in PICTURES:
            refuse_existing([output], force)
    report = Report()
    source = files.find_template(template)
    fitting = open_template(source, registry.slide_layouts(), report)
    report.raise_errors()
    if terminal.answer:
        terminal.answer.said["kinds"] = _kinds(fitting)
    elif files.STREAM not in outputs:
        for line in _table(fitting):
            click.echo(clean(line))
    made = _written(template, fitting, outputs, report)
    write(made)
    for output, data in made.items():
        terminal.wrote(output, "matching", data)
    terminal.show(report.problems)
    terminal.close(", ".join(f"'{one}' written" for one in outputs if one != files.STREAM))


def _kinds(fitting: Fitting) -> list[dict[str, Any]]:
    """Return the matching as an answer tells it."""
    from ...templates.choose import names_of

    names = names_of(fitting.template)
    return [
        {
            "kind": kind,
            "layout": names[match.layout.part],
            "filled": [*(["title"] if match.title else []), *match.holders],
        }
        for kind, match in fitting.matches.items()
    ]


def _table(fitting: Fitting) -> list[str]:
    """Return the matching as lines: a kind, its layout, and what is filled there."""
    from ...templates.choose import names_of

    names = names_of(fitting.template)
    rows = [("kind", "layout", "filled")]
    for kind, match in fitting.matches.items():
        told = ["title"] if match.title else []
        told += [f"{name} ({holder.kind} {holder.idx})" for name, holder in match.holders.items()]
        rows.append((kind, names[match.layout.part], ", ".join(told) or "nothing"))
    widths = [max(_width(row[i]) for row in rows) for i in range(2)]
    lines = ["  ".join((*(_filled(row[i], widths[i]) for i in range(2)), row[2])) for row in rows]
    count = len(fitting.template.layouts) - len({m.layout.part for m in fitting.matches.values()})
    return [*lines, f"{count} of {len(fitting.template.layouts)} layouts are not used"]


def _filled(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    from ...text.measure import is_wide

    return sum(2 if is_wide(char) else 1 for char in text)


def _written(
    template: str, fitting: Fitting, outputs: tuple[str, ...], report: Report
) -> Mapping[str, bytes]:
    """Return the bytes of every file that is asked for."""
    if not outputs:
        return {}
    from ...model.outline import Outline
    from ...model.units import around
    from ...pipeline import Themes, write_scene
    from ...templates.choose import mapping_text
    from ...templates.picture import draw_matching

    theme = Themes().compile(Outline((), template=template), "", report)
    files: dict[str, bytes] = {}
    for output in outputs:
        if format_of(output) in PICTURES:
            scene = draw_matching(fitting, theme)
            files[output] = write_scene(scene, format_of(output), theme, report)
        else:
            body = fitting.body or around((theme.grid.lead, theme.grid.body))
            near = _beside(template, fitting, output)
            files[output] = mapping_text(fitting, near, body).encode()
    return files


def _beside(template: str, fitting: Fitting, output: str) -> str:
    """Return the template's path as seen from the mapping, which must lie beside it or above."""
    name = fitting.template.name
    path = name if name == template else str(Path(template).parent / name)
    near = os.path.relpath(path, Path(output).parent)
    if near.startswith(".."):
        hint = f"write it to '{Path(path).parent}', beside the template"
        raise fail(f"the mapping '{output}' would not find its template", hint, code="missing-file")
    return Path(near).as_posix()


COMMAND = map_template
