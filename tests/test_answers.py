"""What programs are told: one line of JSON in one form, about mistakes too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner, Result

from deckgen.answers import ANSWER, answer_schema, page
from deckgen.cli import deckgen
from deckgen.orders import Product

OUTLINE = """title: 书
topics:
  - 甲: [一, 二]
  - 乙:
      gist: 说
"""
ROOT = Path(__file__).resolve().parent.parent
VALID = jsonschema_rs.validator_for(answer_schema())


def run(*words: str) -> Result:
    return CliRunner().invoke(deckgen, words)


def ask(*words: str) -> dict[str, Any]:
    """Run a command with --json; return its answer, which is all that it says."""
    result = run(*words, "--json")
    assert result.stderr == ""
    (line,) = result.stdout.splitlines()
    answer: dict[str, Any] = json.loads(line)
    assert [error.message for error in VALID.iter_errors(answer)] == []
    assert answer["exit"] == result.exit_code
    assert answer["ok"] is (result.exit_code == 0)
    return answer


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own with one outline in it."""
    monkeypatch.chdir(tmp_path)
    Path("talk.yaml").write_text(OUTLINE, "utf-8")


@pytest.mark.parametrize(
    ("words", "command", "code", "exit_code"),
    [
        ("plan none.yaml", "plan", "missing-file", 1),
        ("plan", "plan", "usage", 2),
        ("plan talk.yaml --nix", "plan", "usage", 2),
        ("nix", "", "usage", 2),
        ("theme nix", "theme", "usage", 2),
        ("theme show", "theme show", "usage", 2),
        ("schema nix", "schema", "usage", 2),
        ("map talk.yaml --depth x", "map", "usage", 2),
        ("map talk.yaml --json=x", "", "usage", 2),
    ],
)
def test_mistakes_are_told_in_json(words: str, command: str, code: str, exit_code: int) -> None:
    """The exit code is kept, and no word of prose is on either stream."""
    answer = ask(*words.split())
    told = [problem["code"] for problem in answer["problems"]]
    assert (answer["command"], told, answer["exit"]) == (command, [code], exit_code)


@pytest.mark.parametrize("words", ["--version", "--help", "plan --help", "completion zsh"])
def test_prose_that_was_asked_for_is_a_text(words: str) -> None:
    """Help and scripts are strings in the answer."""
    assert ask(*words.split())["text"] == run(*words.split()).stdout


def test_bugs_are_told_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no one foresaw is a problem with a code of its own."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("一")

    monkeypatch.setattr("deckgen.pipeline.read_outline", broken)
    answer = ask("plan", "talk.yaml")
    (problem,) = answer["problems"]
    assert (problem["code"], problem["severity"], answer["exit"]) == ("bug", "error", 1)
    assert "ZeroDivisionError: 一" in problem["message"]


def test_interrupts_are_told_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 as it does for people."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("deckgen.pipeline.read_outline", interrupted)
    answer = ask("plan", "talk.yaml")
    assert ([one["code"] for one in answer["problems"]], answer["exit"]) == (["interrupted"], 130)


def test_files_have_their_kind_and_size() -> None:
    """A deck, a map, a new outline: what stands on the disk is what is told."""
    for words, kind in (
        ("deck talk.yaml -o a.pptx", "pptx"),
        ("map talk.yaml -o a.svg", "svg"),
        ("map talk.yaml -o b.html", "map.html"),
        ("new other", "outline schema"),
        ("theme new mine", "theme"),
        ("theme export ink", "template"),
    ):
        files = ask(*words.split())["files"]
        assert [file["kind"] for file in files] == kind.split()
        for file in files:
            assert file == {"path": file["path"], "kind": file["kind"], "bytes": file["bytes"]}
            assert Path(file["path"]).stat().st_size == file["bytes"]


@pytest.mark.parametrize("word", ["pptx", "notes", "deck.png", "png", "map.html", "map.pptx"])
def test_a_kind_is_the_word_that_asks_for_it(word: str) -> None:
    assert Product.of(word).word == word


def test_the_flag_counts_before_and_after_the_command() -> None:
    before, after = run("--json", "plan", "talk.yaml"), run("plan", "talk.yaml", "--json")
    assert before.stdout == after.stdout
    assert json.loads(after.stdout)["slides"][0]["title"] == "书"


def test_the_schema_knows_every_name_once() -> None:
    """Printed with and without --json it is the same."""
    names = [name.name for name in ANSWER]
    assert len(set(names)) == len(names)
    assert ask("schema", "answer")["schema"] == json.loads(run("schema", "answer").stdout)


def test_every_command_answers_in_the_form() -> None:
    """Each says at least one thing of its own, besides what every answer has."""
    Path("bad.yaml").write_text("title: 书\ntopics: [甲: {layuot: x}]\n", "utf-8")
    Path("ink.potx").write_bytes(run("theme", "export", "ink", "-o", "-").stdout_bytes)
    for words, names in {
        "build talk.yaml --format dot": {"outline", "status", "seconds"},
        "deck talk.yaml -o a.pptx": {"outline", "slides"},
        "map talk.yaml -o a.svg": {"outline"},
        "plan talk.yaml": {"outline", "slides", "minutes"},
        "plan bad.yaml": set(),
        "new other": set(),
        "skill": {"text"},
        "schema outline": {"schema"},
        "schema theme": {"schema"},
        "schema answer": {"schema"},
        "doctor": {"findings"},
        "completion zsh": {"text"},
        "theme list": {"themes"},
        "theme show ink": {"theme", "text"},
        "theme new mine": set(),
        "theme check ink": {"theme", "checks", "contrasts", "distances"},
        "theme preview ink -o look.html": set(),
        "theme export ink -o b.potx": set(),
        "theme import ink.potx -o its.yaml": set(),
        "theme map ink.potx": {"kinds"},
    }.items():
        answer = ask(*words.split())
        own = set(answer) - {name.name for name in ANSWER if name.always}
        assert (words, own) == (words, names)
        is_writer = not names or words.split()[0] in ("build", "deck", "map")
        assert bool(answer["files"]) is (is_writer and words != "plan bad.yaml"), words


def test_a_deck_tells_what_became_of_its_slides() -> None:
    """As the plan does: how often split, as what, how small."""
    many = ", ".join(f"一件事情又一件事情第{number}件" for number in range(30))
    Path("many.yaml").write_text(f"title: 书\ntopics:\n- 很多: [{many}]\n- 完: 说\n", "utf-8")
    made = ask("deck", "many.yaml", "-o", "a.pptx")["slides"]
    assert made == ask("plan", "many.yaml")["slides"]
    assert [slide["pages"] > 1 for slide in made] == [False, True, False, False]
    assert "goes-on" in made[1]["told"]


def test_a_build_tells_it_too_of_what_is_up_to_date_as_well() -> None:
    """A line of a build has the slides that the deck's answer has, whether made now or before."""
    slides = ask("deck", "talk.yaml", "-o", "a.pptx")["slides"]
    first = ask("build", "talk.yaml", "--format", "pptx", "--jobs", "1")
    then = ask("build", "talk.yaml", "--format", "pptx", "--jobs", "1")
    assert (first["status"], then["status"]) == ("written", "up-to-date")
    assert first["slides"] == then["slides"] == slides
    assert ask("build", "talk.yaml", "--format", "pptx,svg", "--jobs", "2")["slides"] == slides


def test_an_answer_tells_on_which_slide_a_text_is_cut() -> None:
    """Whether it is the slide's own text or that of a point; the others are whole."""
    Path("cut.yaml").write_text(
        f"title: 书\ntopics:\n- 甲: {'很长，' * 1500}\n- 乙: [一, 二]\n- 丙: [三, {'长' * 4001}]\n",
        "utf-8",
    )
    slides = {slide["title"]: slide["in_notes"] for slide in ask("plan", "cut.yaml")["slides"]}
    assert slides == {
        "书": False,
        "甲": True,
        "乙": False,
        "丙": True,
        "谢谢": False,
        "目录": False,
    }


def test_the_page_of_answers_is_the_table() -> None:
    """docs/answers.md is made, not written."""
    assert (ROOT / "docs" / "answers.md").read_text("utf-8") == page()
