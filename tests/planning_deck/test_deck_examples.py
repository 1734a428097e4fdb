"""What each recogniser takes for its layout, and what it must not: `examples/<layout>.txt`.

A line is a topic: `title // gist | point: gist | point [sub, sub]`; a title in backquotes is code,
and @3 stands for three points that mean nothing (甲: 一 …). New doubts become new lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from deckplan import of_topic, topic

from deckgen.model.outline import Topic
from deckgen.model.richtext import Run, rich
from deckgen.planning.deck._recognisers import FORMS, RECOGNISERS

FOLDER = Path(__file__).parent / "examples"
SENSELESS = {
    "@2": ("甲: 一", "乙: 二"),
    "@3": ("甲: 一", "乙: 二", "丙: 三"),
    "@4": ("听: 抱怨", "答: 当天", "改: 细节", "传: 故事"),
}
FILES = sorted(FOLDER.glob("*.txt"))
FEWEST = 8  # of a kind; both languages among them


def told(line: str) -> Topic:
    """Return a line as a topic."""
    head, *points = line.split(" | ")
    title, _, gist = head.partition(" // ")
    parts = [part for point in points for part in SENSELESS.get(point, (point,))]
    made = topic(title, *map(point_of, parts), gist=gist)
    if not title.startswith("`"):
        return made
    return Topic((Run(title.strip("`"), code=True),), rich(gist), made.points)


def point_of(text: str) -> Topic | str:
    found = re.fullmatch(r"(.+?) \[(.+)\]", text)
    return topic(found[1], *found[2].split(", ")) if found else text


def examples(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the lines of a file with the heading that they stand under."""
    heading = ""
    for line in filter(None, path.read_text("utf-8").splitlines()):
        if line.startswith("# "):
            heading = line[2:]
        else:
            yield heading, line


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_layout_is_chosen_where_it_should_be_and_nowhere_else(path: Path) -> None:
    """Every line of the file, in Chinese and in English."""
    wrong = []
    for heading, line in examples(path):
        layouts = [slide.layout for slide in of_topic(told(line))]
        is_right = layouts[0] == path.stem if heading == "chosen" else path.stem not in layouts
        if not is_right:
            wrong.append((heading, line, layouts))
    assert wrong == []


def test_every_recogniser_has_examples_of_both_kinds_in_both_languages() -> None:
    """Those that go by words, and by what remains; fields need no examples."""
    by_words = {form.layout for form in FORMS} | {"quote", "statement", "cards"}
    assert {path.stem for path in FILES} == by_words
    assert by_words <= {recogniser.layout for recogniser in RECOGNISERS}
    for path in FILES:
        lines = list(examples(path))
        for heading in ("chosen", "not chosen"):
            mine = [line for kind, line in lines if kind == heading]
            assert len(mine) >= FEWEST, (path.stem, heading)
            assert any(re.match(r"[\W\d]*[A-Za-z]", line) for line in mine), (path.stem, heading)
            assert any(re.search(r"[\u4e00-\u9fff]", line) for line in mine), (path.stem, heading)
