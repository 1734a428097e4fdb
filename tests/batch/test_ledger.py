"""What is up to date is left as it is, and nothing else is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from batch.talks import TALK, contents, put, run, said

from deckgen import files
from deckgen.batch.ledger import NAME
from deckgen.problems import Severity

PICTURE = Path(__file__).parents[2] / "deckgen/data/sample/river.png"
RICH = f"""\
theme: mine
{TALK}- 河: {{image: river.png}}
- 表: {{table: numbers.csv}}
"""
NEW = "1 file written to 'output'\n"
OLD = "1 file in 'output', all up to date\n"
SVG = ("talk.yaml", "--format", "svg")


@pytest.fixture(autouse=True)
def _made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test begins with an outline that loads files, and what a build made of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    put("talk.yaml", RICH)
    put("numbers.csv", "年,数\n一,1\n二,2\n")
    put("themes/mine.yaml", "extends: its_base\n")
    put("themes/its_base.yaml", "extends: ink\n")
    shutil.copy(PICTURE, "river.png")
    assert said(*SVG) == NEW
    assert said(*SVG) == OLD


def add(name: str, text: str) -> Callable[[], object]:
    return lambda: Path(name).write_text(Path(name).read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        add("talk.yaml", "- 新: 话\n"),
        add("numbers.csv", "三,3\n"),
        add("themes/mine.yaml", "title: 我\n"),
        add("themes/its_base.yaml", "title: 底\n"),
        lambda: Path("river.png").write_bytes(PICTURE.read_bytes() + b" "),
        lambda: Path("output/talk.svg").unlink(),
        add("output/talk.svg", " "),
    ],
)
def test_a_change_of_what_was_read_or_written_makes_it_again(change: Callable[[], object]) -> None:
    """Whether the outline, what it loads, its theme, that one's base, or the file itself."""
    before = contents()
    change()
    assert said(*SVG) == NEW
    assert said(*SVG) == OLD
    assert set(contents()) == set(before)


def test_a_theme_that_comes_to_lie_nearer_makes_it_again() -> None:
    """What was looked for in vain belongs to what was read."""
    put("sub/talk.yaml", f"theme: ink\n{TALK}")
    assert said("sub/talk.yaml", "--format", "svg") == NEW
    assert said("sub/talk.yaml", "--format", "svg") == OLD
    put("sub/themes/ink.yaml", "extends: wechat\n")
    assert said("sub/talk.yaml", "--format", "svg") == NEW


def test_other_options_make_it_again() -> None:
    """Another variant, another theme, another format, --force."""
    assert said(*SVG, "--variant", "dark") == NEW
    assert said(*SVG, "--variant", "dark") == OLD
    assert said(*SVG) == NEW
    assert said(*SVG, "--theme", "wechat") == NEW
    assert said(*SVG, "--theme", "wechat", "--force") == NEW
    assert said("talk.yaml", "--format", "dot") == NEW
    assert said(*SVG, "--theme", "wechat") == OLD  # another file, which is as it was


def test_another_deckgen_makes_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its version, or any file of it, be it code, a font or a theme."""
    monkeypatch.setattr(files, "package_stamp", lambda: "another")
    assert said(*SVG) == NEW
    monkeypatch.setattr("deckgen.batch.ledger.__version__", "9.9")
    assert said(*SVG) == NEW
    assert said(*SVG) == OLD


def test_times_do_not_matter() -> None:
    """A project that was copied, or touched, is as up to date as before."""
    Path("talk.yaml").touch()
    Path("output/talk.svg").touch()
    assert said(*SVG) == OLD


def test_a_project_may_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger knows no path from the root."""
    assert str(tmp_path) not in Path("output", NAME).read_text("utf-8")
    shutil.copytree(".", tmp_path.parent / f"{tmp_path.name}-moved")
    monkeypatch.chdir(tmp_path.parent / f"{tmp_path.name}-moved")
    assert said(*SVG) == OLD


def damaged(change: Callable[[dict[str, object]], object]) -> str:
    data = json.loads(Path("output", NAME).read_text("utf-8"))
    (entry,) = data["made"].values()
    change(entry)
    return json.dumps(data)


@pytest.mark.parametrize(
    "text",
    [
        lambda: "",
        lambda: "{",
        lambda: "[" * 100_000,
        lambda: "null",
        lambda: '{"form": 1, "made": [1]}',
        lambda: '{"form": 2, "made": {}}',
        lambda: damaged(lambda entry: entry.clear()),
        lambda: damaged(lambda entry: entry.update(outputs=[])),
        lambda: damaged(lambda entry: entry.update(outputs=[["a"]])),
        lambda: damaged(lambda entry: entry.update(inputs=[])),
        lambda: damaged(lambda entry: entry.update(inputs={})),
        lambda: damaged(lambda entry: entry.update(inputs={"\0": "x"})),
        lambda: damaged(lambda entry: entry.update(problems=[{"severity": "odd"}])),
    ],
)
def test_a_ledger_that_is_not_ours_is_as_none(text: Callable[[], str]) -> None:
    """It is written anew."""
    Path("output", NAME).write_text(text(), "utf-8")
    assert said(*SVG) == NEW
    assert said(*SVG) == OLD


def test_a_ledger_may_be_a_folder() -> None:
    """Then everything is made each time."""
    Path("output", NAME).unlink()
    Path("output", NAME).mkdir()
    assert said(*SVG) == NEW
    assert said(*SVG) == NEW


def test_warnings_are_told_again() -> None:
    """Of what is up to date, too; and --strict finds them."""
    put("talk.yaml", "title: 书\n")
    first, second = said(*SVG), said(*SVG)
    assert ": warning: " in first
    assert second == first.replace(
        "1 file written to 'output'", "1 file in 'output', all up to date"
    )
    assert run(*SVG, "--strict").exit_code == 1


def test_some_new_and_some_old() -> None:
    """Both are counted."""
    put("in/a.yaml")
    assert said("in", "--format", "svg,dot") == "2 files written to 'output'\n"
    put("in/b.yaml")
    assert said("in", "--format", "svg,dot") == "2 files written to 'output', 2 up to date\n"
    lines = run("in", "--format", "svg,dot", "--json").stdout.splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["up-to-date", "up-to-date"]


def test_a_failed_outline_is_tried_again() -> None:
    """Nothing of it is in the ledger, and its files are as they were."""
    before = contents()
    put("talk.yaml", "title: a\ntoppics: b\n")
    for _ in range(2):
        assert f": {Severity.ERROR}: " in said(*SVG)
    assert contents() == before
    put("talk.yaml", RICH)
    assert said(*SVG) == OLD
