"""`deckgen plan`: the slides that an outline becomes, and why."""

from __future__ import annotations

import click

from ..problems import Report
from ..terminal import Terminal, counted, cut, speaking, table
from ._options import allow_option, outline_argument


@click.command()
@outline_argument
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects for programs.")
@allow_option
@speaking
@click.pass_obj
def plan(terminal: Terminal, outline: str, as_json: bool, allow: tuple[str, ...]) -> None:
    """Show the slides that OUTLINE becomes: layout, minutes, title, why, and how they fit."""
    from .. import pipeline
    from ..fates import fates
    from ..model.richtext import plain

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


COMMAND = plan
