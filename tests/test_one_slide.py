"""One slide alone looks as it does in the deck, and has the number that it has there."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from pptx import Presentation

from deckgen.cli import deckgen

LONG = "、".join(f"一件事情又一件事情第{number}件" for number in range(6))
OUTLINE = f"""title: 书
topics:
  - 开篇:
      - 很多: [{", ".join(f"第{n}件{LONG}" for n in range(9))}]
      - 甲: [一, 二, 三]
      - 乙: [{LONG}, {LONG}, {LONG}]
  - 中间:
      id: middle
      points:
        - 丙: [一, "[见甲](#middle)", 三]
        - 丁: [四, 五]
  - 最后:
      - 戊: [一, 二]
      - 己: [一, 二]
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(deckgen, words)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk.yaml").write_text(OUTLINE, "utf-8")


def slides() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("plan", "talk.yaml", "--json").stdout)["slides"]
    return found


def test_each_slide_alone_is_as_in_the_deck() -> None:
    """Its size, which others of its section share, its number, and the part that it is."""
    run("deck", "talk.yaml", "-o", "all.png")
    whole = sorted(Path("all-slides").glob("slide-*.png"))
    assert len(whole) == sum(int(str(slide["pages"])) for slide in slides()) > len(slides())
    for number, path in enumerate(whole, 1):
        made = run("deck", "talk.yaml", "--slide", str(number), "--format", "png", "-o", "-")
        alone = Image.open(io.BytesIO(made.stdout_bytes)).convert("RGB")
        assert alone.tobytes() == Image.open(path).convert("RGB").tobytes(), path.name


def test_plan_gives_the_numbers_and_ids_to_use() -> None:
    for slide in slides():
        number, key = str(slide["number"]), f"#{slide['id']}"
        by_number, by_id = (
            run("deck", "talk.yaml", "--slide", word, "--format", "png", "-o", "-").stdout_bytes
            for word in (number, key)
        )
        assert by_number == by_id


@pytest.mark.parametrize("ending", ["pptx", "pdf", "html"])
def test_other_formats_hold_that_slide_alone(ending: str) -> None:
    """Without jumps to what is not there."""
    assert run("deck", "talk.yaml", "--slide", "#middle", "-o", f"one.{ending}").exit_code == 0
    if ending == "pptx":
        (slide,) = Presentation("one.pptx").slides
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text == "中间"


@pytest.mark.parametrize(
    ("word", "code", "exit_code"),
    [
        ("99", "unknown-slide", 1),
        ("#nix", "unknown-slide", 1),
        ("0", "usage", 2),
        ("x", "usage", 2),
    ],
)
def test_what_is_not_there_is_told(word: str, code: str, exit_code: int) -> None:
    answer = json.loads(run("deck", "talk.yaml", "--slide", word, "-o", "a.png", "--json").stdout)
    told = [one["code"] for one in answer["problems"] if one["severity"] == "error"]
    assert (answer["exit"], told) == (exit_code, [code])
    assert not Path("a.png").exists()
