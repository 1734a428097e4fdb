"""The guide for assistants: every line of it is true, and it is enough to mend an outline."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from skill_loop import Assistant

from deckgen import registry
from deckgen.answers import ANSWER, PARTS
from deckgen.cli import deckgen
from deckgen.codes import CODES
from deckgen.icons import names as icon_names
from deckgen.readers._schema import HEAD, TOPIC

SKILL = CliRunner().invoke(deckgen, ["skill"]).stdout
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", SKILL, re.DOTALL)
    for line in block.splitlines()
]
EXAMPLES = re.findall(r"```yaml\n(.*?)```", SKILL, re.DOTALL)
PROSE = re.sub(r"```.*?```", "", SKILL, flags=re.DOTALL)
NAMED = sorted(set(re.findall(r"`([^`\n]+)`", PROSE)))
BROKEN = """title: 口碑
topics:
  - 为什么学习？:
      gist：口碑从哪里来
      layout: qestions
      points: [为了用, 为了讲]
  - 三步走:
\t- 第一步
\t- 第二步
\t- 第三步
  - 团队:
      icon: trophi
      gist: 人是关键
      gist: 人最重要
  - 图:
      image: nix.png
      gist: 看一看
"""


def run(words: list[str]) -> str:
    return CliRunner().invoke(deckgen, words).stdout


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_is_short_and_has_three_examples() -> None:
    assert len(SKILL.splitlines()) <= 200
    assert len(EXAMPLES) == 3
    assert json.loads(run(["skill", "--json"]))["text"] == SKILL


def test_every_command_of_the_loop_runs() -> None:
    """In turn, in an empty folder; each is fine and writes what it names."""
    for line in COMMANDS:
        program, *words = shlex.split(line)
        result = CliRunner().invoke(deckgen, words)
        assert (program, result.exit_code) == ("deckgen", 0), line
        if "-o" in words:
            assert Path(words[words.index("-o") + 1]).is_file()


@pytest.mark.parametrize("number", range(3))
def test_every_example_is_a_clean_talk(number: int) -> None:
    """Without an error or a warning, as a deck and as a map."""
    Path("talk.yaml").write_text(EXAMPLES[number], "utf-8")
    for command in ("deck", "map"):
        answer = json.loads(run([command, "talk.yaml", "--strict", "--json"]))
        assert [one["code"] for one in answer["problems"] if one["severity"] != "note"] == []
        assert answer["files"][0]["bytes"] > 1000


def test_every_name_in_it_exists() -> None:
    """Whatever stands in backticks is a name of the JSON, a code, a field, an option, a value."""
    known = {name.name for name in (*ANSWER, *(name for part in PARTS.values() for name in part))}
    known |= {code for codes in CODES.values() for code in codes}
    known |= {field.name for field in (*HEAD, *TOPIC)}
    known |= {*registry.slide_layouts(), *icon_names(), "true", "note", "warning"}
    known |= {"--json", "-", "zh-CN", "zh-TW", "en", "- title:", "- Title: gist", "layout:"}
    strange = [name for name in NAMED if name not in known and not _is_true(name)]
    assert strange == []


def _is_true(name: str) -> bool:
    """Tell whether a command runs, an option is known, or a piece of YAML is read."""
    program, *words = name.split()
    if program == "deckgen":
        help_text = CliRunner().invoke(deckgen, [*words[:1], "--help"])
        Path("talk.yaml").write_text(EXAMPLES[0], "utf-8")
        done = CliRunner().invoke(deckgen, words)
        return help_text.exit_code == 0 and (done.exit_code == 0 or len(words) == 1)
    if program.startswith("--"):
        texts = [CliRunner().invoke(deckgen, [one, "--help"]).stdout for one in ("deck", "map")]
        return any(program in text for text in texts)
    if name[0] in "{[" or ": " in name:
        return True  # pieces of YAML; those of the examples are read there
    return name in ("deck", "map")


def test_it_is_enough_to_mend_six_mistakes() -> None:
    """By fixes where there are some, and by the table where there are none; then a clean deck."""
    Path("talk.yaml").write_text(BROKEN, "utf-8")
    asked: list[list[str]] = []

    def ask(words: list[str]) -> str:
        asked.append(words)
        return run(words)

    assert Assistant(SKILL, ask).mend("talk.yaml") == []
    assert set(map(tuple, asked)) == {("plan", "talk.yaml", "--json")}
    answer = json.loads(run(["deck", "talk.yaml", "-o", "talk.pptx", "--strict", "--json"]))
    assert (answer["ok"], [file["path"] for file in answer["files"]]) == (True, ["talk.pptx"])
    assert Path("talk.yaml").read_text("utf-8") == (
        BROKEN.replace("gist：", "gist: ")
        .replace("qestions", "questions")
        .replace("\t- ", "      - ")
        .replace("trophi", "trophy")
        .replace("      gist: 人最重要\n", "")
        .replace("      image: nix.png\n", "")
    )
