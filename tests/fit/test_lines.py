"""Predicted lines against LibreOffice's: never fewer, hardly ever more.

The faces of the test's themes are just those that LibreOffice draws with here. In a real theme
the widest of several faces decides, so that more lines are foreseen than one of them needs.
DECKGEN_MANY_DECKS=1 sets every paragraph at all sizes and widths.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from office import soffice
from office_lines import boxes_of, deck_of, drawn_lines, predicted, theme_of
from paragraphs import SIZES, WIDTHS, Sample, linked, samples

pytestmark = pytest.mark.office

IS_WHOLE = os.environ.get("DECKGEN_MANY_DECKS") == "1"
COUNT = 420
TURNS = len(SIZES) * len(WIDTHS) if IS_WHOLE else 3  # of sizes and widths, for each paragraph
PAIRS = {
    "noto sans": ("Noto Sans CJK SC", "Noto Sans CJK SC"),
    "noto serif": ("Noto Serif CJK SC", "Noto Serif CJK SC"),
    "carlito": ("Carlito", "Noto Sans CJK SC"),
}
MOST_HIGH = 0.03
LEAST_EQUAL = 0.96
FOREIGN = (
    "ユーザーの声を聞く、つながりっぱなしの社会。ブランドとは約束である「コーヒー」",
    "사용자의 목소리를 듣는다, 연결된 사회에서 브랜드는 약속이다. 고객이 먼저다",
    "微信（WeChat）：ユーザーの声, 사용자의 목소리",
)
SIGNS = (
    "“用户→App”与‘产品↔服务’：★三颗星，①先做②后改",
    "→从用户到App——再到C++……也许growth……也许",
    "一共100米²，水是H₂O，气是CO₂，有10⁶个用户，平方米²和立方米³都要写，每一米²都是10⁻³",
    "😀用户App😀用户，2015-08-17到2016-01-02，《 App 》·“连接”·10,000",
)


def drawn_decks(wanted: dict[str, list[Sample]], folder: Path) -> dict[str, list[int]]:
    """Return lines drawn less lines predicted, for the samples of each pair of faces.

    Two decks are drawn at a time.
    """
    pages, homes = {}, {}
    for pair, those in wanted.items():
        theme = theme_of(*PAIRS[pair])
        pages[pair] = boxes_of(those, theme)
        homes[pair] = folder / pair.replace(" ", "-")
        homes[pair].mkdir()
        (homes[pair] / "fit.pptx").write_bytes(deck_of(pages[pair], theme))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda home: soffice(home, "pdf", [home / "fit.pptx"]), homes.values()))
    return {
        pair: [
            len(lines) - predicted(box.text.paragraphs[0], box.frame.width)
            for lines, box in zip(
                drawn_lines(homes[pair] / "pdf" / "fit.pdf", sheets),
                (box for page in sheets for box in page),
                strict=True,
            )
        ]
        for pair, sheets in pages.items()
    }


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[int]]:
    """Lines drawn less lines predicted, for each pair of faces."""
    wanted = dict.fromkeys(PAIRS, samples(COUNT, TURNS))
    return drawn_decks(wanted, tmp_path_factory.mktemp("fit"))


@pytest.mark.parametrize("pair", PAIRS)
def test_lines_are_predicted(
    pair: str, counted: dict[str, list[int]], tell: Callable[[str], None]
) -> None:
    """Never a line too few, seldom one too many, else as many as predicted."""
    found = counted[pair]
    total = len(found)
    low = sum(1 for difference in found if difference > 0)
    high = sum(1 for difference in found if difference < 0)
    equal = 1 - (low + high) / total
    tell(
        f"lines predicted, {pair}: {COUNT} paragraphs in {total} boxes, {low} too low, "
        f"{high} too high ({high / total:.1%}), {equal:.1%} equal"
    )
    assert total == COUNT * TURNS
    assert low == 0
    assert high / total <= MOST_HIGH
    assert equal >= LEAST_EQUAL
    assert max(found) <= 1


@pytest.mark.parametrize("texts", [FOREIGN, SIGNS], ids=["japanese and korean", "signs"])
def test_others_have_room(texts: tuple[str, ...], tmp_path: Path) -> None:
    """Kana, Hangul, arrows, stars, emoji and dates never need more lines than predicted."""
    wanted = [Sample(text, size, width) for text in texts for size in SIZES for width in WIDTHS]
    found = drawn_decks({"noto sans": wanted}, tmp_path)["noto sans"]
    low = [one for one, more in zip(wanted, found, strict=True) if more > 0]
    assert low == []


def test_links_have_room(tmp_path: Path, tell: Callable[[str], None]) -> None:
    """LibreOffice sets a link on lines of its own: one paragraph in four would need more room.

    Where letters of one word are linked and others not, it may break between them: 0.2 % of all.
    """
    wanted = list(linked(samples(COUNT, TURNS if IS_WHOLE else 1)))
    found = drawn_decks({"noto sans": wanted}, tmp_path)["noto sans"]
    low, high = sum(more > 0 for more in found), sum(more < 0 for more in found)
    tell(f"lines predicted, links: {len(found)} boxes, {low} too low, {high} too high")
    assert low / len(found) <= 0.003
    assert high / len(found) <= 0.1
