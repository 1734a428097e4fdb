"""Texts that no slide can hold: shown by their beginning, whole in the notes, told once."""

from __future__ import annotations

import io

import pptx
import pytest

from deckgen import compile_deck, compile_map, plan
from deckgen.model.origin import Origin
from deckgen.model.outline import Code, Outline, Picture, Quote, Table, Topic
from deckgen.model.richtext import Paragraph, Run, plain, rich
from deckgen.planning.brief import MOST_LISTED, MOST_SHOWN, brief
from deckgen.problems import Report

AT = Origin("a.yaml", 3, 3)


def briefed(topic: Topic) -> tuple[Topic, list[str]]:
    """Return a topic that stands below another, made brief, and what was told."""
    report = Report()
    outline = brief(Outline(rich("书"), topics=(Topic(rich("章"), points=(topic,)),)), report)
    return outline.topics[0].points[0], list(map(str, report.problems))


def told(length: int) -> list[str]:
    return [
        f"a.yaml:3:3: warning: a text of {length:,} characters cannot be shown:"
        " its beginning is, and all of it stands in the notes"
    ]


def text(length: int) -> str:
    """Sentences of sixteen characters or so, no two alike."""
    return "".join(f"第{n:06}句话有二十个字呀呀。" for n in range(length // 16 + 1))[:length]


def test_at_the_bound_the_outline_is_the_same():
    outline = Outline(
        rich(text(MOST_SHOWN)),
        subtitle=rich(text(MOST_SHOWN)),
        topics=(
            Topic(
                rich(text(MOST_SHOWN)),
                gist=rich(text(MOST_SHOWN)),
                exhibits=(
                    Quote(rich(text(MOST_SHOWN))),
                    Table(((rich(text(MOST_SHOWN)),),)),
                    Code("x" * MOST_LISTED),
                ),
            ),
        ),
    )
    report = Report()
    assert brief(outline, report) is outline
    assert report.problems == ()


@pytest.mark.parametrize("where", ["title", "gist"])
def test_beyond_the_bound_it_is_cut_and_kept(where):
    """Cut where a sentence ends; the notes that are there come first."""
    words = {"title": rich("题"), where: rich(text(MOST_SHOWN + 1))}
    old = Paragraph(rich("旧"))
    topic, problems = briefed(Topic(**words, notes=(old,), origin=AT))
    shown = plain(getattr(topic, where))
    assert shown == text(200)[: len(shown) - 1] + "…"
    assert shown.endswith("。…")
    assert topic.notes == (old, Paragraph(words[where]))
    assert problems == told(4_001)


def test_marks_are_kept():
    """The shown part and the whole one keep bold words and links bold words and links."""
    runs = (Run("甲" * 100, bold=True), Run("乙" * 5_000, link="https://example.org"))
    topic, _ = briefed(Topic(runs, origin=AT))
    assert topic.title == (runs[0], Run("乙" * 100 + "…", link="https://example.org"))
    assert topic.notes == (Paragraph(runs),)


def test_exhibits_are_cut_too():
    """A quotation, a caption, a cell and a listing; all is told in one problem."""
    long = rich(text(5_000))
    listing = "".join(f"line {n}\n" for n in range(3_000))
    exhibits = (
        Quote(long, origin=AT),
        Picture("a.png", caption=long, origin=AT),
        Table(((rich("头"), long),), origin=AT),
        Code(listing, origin=AT),
    )
    topic, problems = briefed(Topic(rich("题"), exhibits=exhibits, origin=AT))
    quote, picture, table, code = topic.exhibits
    cut = (plain(quote.text), plain(picture.caption), plain(table.rows[0][1]))
    assert all(100 < len(shown) <= 201 for shown in cut)
    assert table.rows[0][0] == rich("头")
    assert listing.startswith(code.text.removesuffix("\n…"))
    assert len(code.text) <= 2_002
    whole = [plain(paragraph.runs) for paragraph in topic.notes]
    assert whole == [text(5_000)] * 3 + listing.splitlines()
    assert problems == [
        "a.yaml:3:3: warning: 4 texts, the first of 5,000 characters, cannot be shown:"
        " their beginnings are, and all of them stand in the notes"
    ]


def test_nothing_is_lost_in_the_files():
    """The notes of the slide, and the node's tooltip, have every word; slides stay few."""
    long = text(100_000)
    outline = Outline(rich("书"), topics=(Topic(rich("题"), gist=rich(long), origin=AT),))
    assert all(len(plain(slide.title)) < 300 for slide in plan(outline).slides)
    deck = pptx.Presentation(io.BytesIO(compile_deck(outline)))
    assert len(deck.slides) < 8
    notes = [
        slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide
    ]
    assert any(long in note for note in notes)
    assert long in compile_map(outline).decode()
