"""Each command as its user meets it: what is written, what is said, and the exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from deckgen import cli
from deckgen.batch.ledger import NAME as LEDGER
from deckgen.commands.completion import SHELLS
from deckgen.model.origin import Origin
from deckgen.problems import Problem, Report, Severity

OUTLINE = """\
title: 口碑铁三角
subtitle: 《参与感》读书分享
author: 读书会
topics:
- 口碑铁三角:
    gist: 产品是发动机，社会化媒体是加速器，用户关系是信任的底座
    points:
    - 产品: 口碑的发动机
    - 社会化媒体: [微博拉新, 论坛沉淀]
    - 用户关系：信任越高，传播越广
    notes: 先讲产品。
- 讨论:
    layout: questions
    points: [你上一次主动推荐的产品是什么？, 为什么推荐？]
"""

# a test's own processes find this deckgen, installed or not
ENV = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in an empty folder with one outline in it."""
    monkeypatch.chdir(tmp_path)
    Path("talk.yaml").write_text(OUTLINE, "utf-8")


def run(*args: str) -> Result:
    return CliRunner().invoke(cli.deckgen, args, prog_name="deckgen")


def said(result: Result) -> str:
    """Return what went to stderr, without its colours; no command may ever show a traceback."""
    text = click.unstyle(result.stderr)
    assert "Traceback" not in text
    assert "this is a bug" not in text
    return text


def written(folder: str = ".") -> list[str]:
    """Return the files below a folder, but for the build's own notes."""
    files = {p.relative_to(folder).as_posix() for p in Path(folder).rglob("*") if p.is_file()}
    return sorted(files - {LEDGER, f"output/{LEDGER}"})


def test_build_makes_deck_and_map() -> None:
    """Without a word it takes the outlines of the current folder, and writes to `output`."""
    result = run("build")
    assert said(result) == "3 files written to 'output'\n"
    assert result.exit_code == 0
    assert result.stdout == ""
    assert written("output") == ["talk.png", "talk.pptx", "talk.svg"]
    assert zipfile.is_zipfile("output/talk.pptx")
    assert Path("output/talk.png").read_bytes().startswith(b"\x89PNG")
    assert "口碑铁三角" in Path("output/talk.svg").read_text("utf-8")


def test_build_takes_files_and_folders() -> None:
    """Names in Chinese with spaces work; a file named twice is made once."""
    Path("笔记 本").mkdir()
    Path("笔记 本/参与 感.yml").write_text(OUTLINE, "utf-8")
    Path("笔记 本/other.txt").write_text("no outline")
    result = run("build", "talk.yaml", "talk.yaml", "笔记 本", "-o", "出 口", "--format", "svg,dot")
    assert said(result) == "4 files written to '出 口'\n"
    assert written("出 口") == ["talk.dot", "talk.svg", "参与 感.dot", "参与 感.svg"]


def test_one_bad_outline_does_not_stop_the_others() -> None:
    """The good ones are written, the bad one is said, and the exit code is 1."""
    Path("bad.yaml").write_text("title: a\ntopics: [b]\ntoppics: c\n", "utf-8")
    result = run("build", "--format", "svg")
    assert result.exit_code == 1
    assert "bad.yaml:3:1: error: " in said(result)
    assert said(result).endswith("1 file written to 'output', 1 error\n")
    assert written("output") == ["talk.svg"]


def test_two_outlines_of_one_name_are_refused_before_writing() -> None:
    """They would overwrite each other, on some disks even when only their case differs."""
    Path("a").mkdir()
    Path("a/Talk.yaml").write_text(OUTLINE, "utf-8")
    result = run("build", "talk.yaml", "a")
    assert said(result) == (
        "deckgen: error: 'talk.yaml' and 'a/Talk.yaml' would write the same files\n"
        "hint: rename one, or build them into two folders with -o DIR\n"
        "1 error\n"
    )
    assert result.exit_code == 1
    assert not Path("output").exists()


def test_a_folder_without_outlines_is_a_problem() -> None:
    """The hint says how to begin one."""
    Path("empty/outlines").mkdir(parents=True)
    result = run("build", "empty")
    assert said(result) == (
        "deckgen: error: there are no outlines in 'empty'\n"
        "hint: start one with 'deckgen new NAME'\n"
        "1 error\n"
    )
    assert result.exit_code == 1


def test_deck_writes_one_file() -> None:
    """To -o where given, else to output/NAME.pptx."""
    assert said(run("deck", "talk.yaml", "-o", "演讲.pptx")) == "'演讲.pptx' written\n"
    assert said(run("deck", "talk.yaml")) == "'output/talk.pptx' written\n"
    assert Path("演讲.pptx").read_bytes() == Path("output/talk.pptx").read_bytes()


@pytest.mark.parametrize(
    ("args", "name", "start"),
    [
        ((), "output/talk.svg", b"<?xml"),
        (("-o", "a.png"), "a.png", b"\x89PNG"),
        (("-o", "a.PDF"), "a.PDF", b"%PDF"),
        (("-o", "a.dot", "--layout", "logic", "--depth", "1"), "a.dot", b""),
        (("-o", "a.xyz", "--format", "svg"), "a.xyz", b"<?xml"),
        (("--engine", "dot", "-o", "a.svg"), "a.svg", b"<?xml"),
    ],
)
def test_map_writes_the_format_of_the_ending(
    args: tuple[str, ...], name: str, start: bytes
) -> None:
    """--format wins over the file's ending, and without either it is SVG."""
    result = run("map", "talk.yaml", *args)
    assert said(result) == f"'{name}' written\n"
    assert Path(name).read_bytes().startswith(start)


def test_a_map_goes_to_standard_output() -> None:
    """`-o -` writes the bytes and says nothing."""
    result = run("map", "talk.yaml", "-o", "-", "--format", "svg")
    assert result.stdout_bytes.startswith(b"<?xml")
    assert said(result) == ""


def test_depth_and_layout_change_the_map() -> None:
    """The command line wins over the outline."""
    flat = run("map", "talk.yaml", "-o", "-", "--depth", "1").stdout
    assert "微博拉新" not in flat
    assert flat != run("map", "talk.yaml", "-o", "-", "--depth", "1", "--layout", "logic").stdout


def test_plan_is_an_answer_for_programs() -> None:
    """Title, layout, reason, minutes and place of every slide."""
    result = run("plan", "talk.yaml", "--json")
    slides = json.loads(result.stdout)["slides"]
    assert result.exit_code == 0
    assert {" ".join(slide) for slide in slides} == {
        "number id title layout reason starts minutes file line pages drawn_as shrunk_to"
        " in_notes told"
    }
    titles = {slide["title"]: slide for slide in slides}
    assert titles["讨论"]["layout"] == "questions"
    assert (titles["讨论"]["file"], titles["讨论"]["line"]) == ("talk.yaml", 12)
    assert all(slide["reason"] and slide["file"] == "talk.yaml" for slide in slides)
    assert slides[0]["layout"] == "title"


def test_plan_is_a_table_for_people() -> None:
    """A slide a line; the columns line up."""
    result = run("plan", "talk.yaml")
    head, rule, first, *_ = result.stdout.splitlines()
    assert head.split() == ["slide", "line", "at", "min", "layout", "title", "reason", "fit"]
    assert set(rule) == {"-", " "}
    assert first.split()[4:6] == ["title", "口碑铁三角"]
    assert "slides, " in said(result)


def test_plan_counts_pages_and_minutes() -> None:
    """A slide that goes on takes the numbers of its pages; the clock adds the minutes up."""
    many = ", ".join(f"一件事情又一件事情第{n}件" for n in range(30))
    topics = f"- 很多: [{many}]\n- 完: {{gist: 说, minutes: 2.5}}\n"
    Path("many.yaml").write_text(f"title: 书\ntalk: {{minutes: 10}}\ntopics:\n{topics}", "utf-8")
    slides = json.loads(run("plan", "many.yaml", "--json").stdout)["slides"]
    count = slides[1]["pages"]
    assert count > 1
    assert [slide["number"] for slide in slides] == [1, 2, 2 + count, 3 + count]
    assert [slide["starts"] for slide in slides] == pytest.approx(
        [sum(one["minutes"] for one in slides[:place]) for place in range(4)], abs=0.01
    )
    lines = [row.split()[:3] for row in run("plan", "many.yaml").stdout.splitlines()[2:]]
    assert lines[2] == [str(2 + count), "5", "7:24"]


def test_schema_is_json() -> None:
    """The schema that editors use."""
    schema = json.loads(run("schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_new_starts_an_outline_that_builds() -> None:
    """The starter is a good outline, and is never written over without --force."""
    assert run("new", "我的 笔记").exit_code == 0
    assert '\ntitle: "我的 笔记"\n' in Path("我的 笔记.yaml").read_text("utf-8")
    result = run("build", "我的 笔记.yaml", "--strict")
    assert said(result) == "3 files written to 'output'\n"
    Path("我的 笔记.yaml").write_text("mine", "utf-8")
    result = run("new", "我的 笔记.yaml")
    assert said(result) == (
        "deckgen: error: '我的 笔记.yaml' is there already\n"
        "hint: choose another name, or add --force\n"
        "1 error\n"
    )
    assert result.exit_code == 1
    assert Path("我的 笔记.yaml").read_text("utf-8") == "mine"
    assert run("new", "我的 笔记.yaml", "--force").exit_code == 0
    assert Path("我的 笔记.yaml").read_text("utf-8") != "mine"


def test_doctor_tells_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is needed, what is optional, and the command that gets it."""
    monkeypatch.setenv("PATH", "")
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    assert "ok      lxml: " in result.stdout
    assert re.search(r"ok      pygraphviz: [\d.]+ with Graphviz [\d.]+; --engine", result.stdout)
    assert "absent  graphviz (system): no 'dot' on the path; --engine uses it\n" in result.stdout
    assert "absent  libreoffice: no 'soffice' on the path; only the tests use it\n" in result.stdout
    assert "→ apt install graphviz" in result.stdout or sys.platform != "linux"


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_scripts(shell: str) -> None:
    """Each shell gets a script that asks deckgen."""
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_DECKGEN_COMPLETE" in result.stdout


def test_values_are_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Themes, layouts, engines and formats are known to the shell; a comma list goes on."""
    for line, expected in (
        ("deckgen map --layout lo", ["logic", "logic_left"]),
        ("deckgen map --engine t", ["twopi"]),
        ("deckgen build --format svg,d", ["svg,deck.pdf", "svg,deck.png", "svg,dot"]),
        ("deckgen deck --theme in", ["ink"]),
    ):
        monkeypatch.setenv("_DECKGEN_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - 1))
        result = run()
        assert [word.partition(",")[2] for word in result.stdout.split()] == expected


@pytest.mark.parametrize(
    "args", [("--nonsense",), ("nonsense",), ("deck",), ("map", "talk.yaml", "--depth", "x")]
)
def test_a_mistyped_command_exits_2(args: tuple[str, ...]) -> None:
    """Usage is click's business."""
    result = run(*args)
    assert result.exit_code == 2
    assert "Usage: deckgen" in result.stderr


def test_a_mistyped_command_is_told_the_right_one() -> None:
    """Of the group that it was typed to; where none is near, all are listed."""
    assert run("dekc", "a.yaml").stderr.endswith("No such command 'dekc': did you mean 'deck'?\n")
    assert run("theme", "chek").stderr.endswith("No such command 'chek': did you mean 'check'?\n")
    told = run("talk.yaml")
    assert (told.exit_code, "known: build, completion, deck," in told.stderr) == (2, True)


@pytest.mark.parametrize("strict", [False, True])
def test_strict_counts_warnings_as_errors(strict: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning is said and the file written; under --strict nothing is."""
    from deckgen import pipeline

    real = pipeline.read_outline

    def worried(path: str, *, allow: tuple[str, ...], report: Report) -> object:
        report(Problem(Severity.WARNING, Origin("talk.yaml", 1, 8), "odd"))
        return real(path, allow=allow, report=report)

    monkeypatch.setattr(pipeline, "read_outline", worried)
    result = run("map", "talk.yaml", "-o", "a.svg", *(["--strict"] if strict else []))
    word, last = ("error", "1 error") if strict else ("warning", "'a.svg' written, 1 warning")
    assert said(result) == f"talk.yaml:1:8: {word}: odd\n  title: 口碑铁三角\n         ^\n{last}\n"
    assert result.exit_code == int(strict)
    assert Path("a.svg").exists() is not strict


@pytest.mark.parametrize("args", [("-q", "build"), ("build", "-q")])
def test_quiet_says_nothing_when_all_is_well(args: tuple[str, ...]) -> None:
    """The flag counts before and after the command's name."""
    result = run(*args, "--format", "svg")
    assert (said(result), result.stdout, result.exit_code) == ("", "", 0)


def test_a_bug_is_one_line_and_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """The traceback is for -v; the next outline is still made."""
    from deckgen import pipeline

    real = pipeline.draw_map

    def draw(outline: object, *rest: object) -> object:
        if "a.yaml" in str(outline.origin):  # type: ignore[attr-defined]  # an Outline
            raise KeyError("boom")
        return real(outline, *rest)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(pipeline, "draw_map", draw)
    Path("a.yaml").write_text(OUTLINE, "utf-8")
    result = run("build", "--format", "svg", "--jobs", "1")
    assert click.unstyle(result.stderr) == (
        "deckgen: error: this is a bug in deckgen (in 'a.yaml'): KeyError: 'boom'; "
        "please report it with what -v prints\n"
        "1 file written to 'output', 1 error\n"
    )
    assert result.exit_code == 1
    assert written("output") == ["talk.svg"]
    assert "Traceback" in run("-v", "build", "--format", "svg", "--jobs", "1").stderr


def test_ctrl_c_exits_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, no half-written file."""
    from deckgen import pipeline

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "draw_map", interrupt)
    result = run("map", "talk.yaml", "-o", "a.svg")
    assert result.exit_code == 130
    assert said(result) == "interrupted\n"
    assert written() == ["talk.yaml"]


def test_starting_up_imports_click_and_little_else() -> None:
    """`--version` and completion answer at once: no YAML, no pptx, no room of floor 3."""
    code = (
        "import sys, deckgen.cli as c; "
        "print(sorted({n for n in sys.modules if n.startswith('deckgen.') or n in"
        " ('yaml', 'pptx', 'lxml', 'graphviz', 'importlib.metadata')}))"
    )
    command = [sys.executable, "-c", code]
    out = subprocess.run(command, capture_output=True, text=True, check=True, env=ENV).stdout
    loaded = ["cli", "commands", "commands._listed", "inputs", "model", "model.digests"]
    loaded += ["model.origin", "model.record", "model.regex", "problems", "stdio", "terminal"]
    loaded += ["tongue"]
    assert out == f"{[f'deckgen.{name}' for name in loaded]}\n"


def test_a_reader_that_leaves_is_no_error() -> None:
    """`deckgen schema | head -1` ends quietly."""
    command = [sys.executable, "-m", "deckgen", "schema"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=ENV, bufsize=0) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.read(1)
        child.stdout.close()
        assert (first, child.stderr.read()) == (b"{", b"")
