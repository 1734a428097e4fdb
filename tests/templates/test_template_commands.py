"""A template on the command line and in an outline; its matching shown, written and adjusted."""

from __future__ import annotations

import io
from pathlib import Path

import made
import pptx
import pytest
from click.testing import CliRunner, Result

from deckgen.cli import deckgen

TALK = """\
title: 演讲
{}topics:
- 第一: {{gist: 一句, points: [甲, 乙, 丙, 丁, 戊, 己, 庚]}}
- 第二: [辛]
"""
TABLE = """\
kind     layout      filled
title    封面        title, subtitle (subTitle 1)
section  节标题      title, text (body 1)
bullets  标题和内容  title, body (obj 1)
closing  致谢页      title, subtitle (body 13)
drawn    仅标题      title
2 of 7 layouts are not used
"""
MAPPING = """\
# which layout of the template serves which kind of slide; delete a line to have it drawn
template: "公司.pptx"
layouts:
  title: "封面"
  section: "节标题"
  bullets: "标题和内容"
  closing: "致谢页"
  drawn: "仅标题"
# any other kind may have a layout, too, such as 'quote'; 'drawn' is for the rest
# not used: "空白", "两栏内容"
body: [0.90, 1.73, 11.50, 4.67] # where slides are drawn: left, top, width, height in inches
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "公司.pptx").write_bytes(made.chinese())
    (tmp_path / "talk.yaml").write_text(TALK.format(""), "utf-8")


def run(*args: str) -> Result:
    return CliRunner().invoke(deckgen, args, prog_name="deckgen")


def layouts_of(path: str) -> list[str]:
    """Return the layout of each slide of a deck."""
    deck = pptx.Presentation(io.BytesIO(Path(path).read_bytes()))
    return [slide.slide_layout.name for slide in deck.slides]


def test_deck_and_build_take_a_template() -> None:
    """Its page, its layouts; the outline stays as it is."""
    assert run("deck", "talk.yaml", "--template", "公司.pptx", "-o", "a.pptx").exit_code == 0
    assert run("build", "talk.yaml", "--template", "公司.pptx", "-o", "out").exit_code == 0
    assert layouts_of("a.pptx") == layouts_of("out/talk.pptx")
    assert layouts_of("a.pptx") == ["封面", "标题和内容", "仅标题", "致谢页"]


def test_an_outline_names_its_template() -> None:
    """By a path that counts from the outline's own folder; a theme on the command line wins."""
    Path("talks").mkdir()
    Path("talks/talk.yaml").write_text(TALK.format("template: ../公司.pptx\n"), "utf-8")
    assert run("deck", "talks/talk.yaml", "-o", "a.pptx").exit_code == 0
    assert layouts_of("a.pptx")[0] == "封面"
    assert run("deck", "talks/talk.yaml", "--theme", "plain", "-o", "b.pptx").exit_code == 0
    assert "标题和内容" not in layouts_of("b.pptx")


def test_a_template_may_stand_for_a_theme() -> None:
    """A file that PowerPoint made is no theme file, whatever option names it."""
    assert run("deck", "talk.yaml", "--theme", "公司.pptx", "-o", "a.pptx").exit_code == 0
    assert layouts_of("a.pptx")[-1] == "致谢页"


def test_a_template_is_missed_where_it_is_named() -> None:
    """The problem stands at the outline's line."""
    Path("talk.yaml").write_text(TALK.format("template: 公司.potx\n"), "utf-8")
    result = run("deck", "talk.yaml", "-o", "a.pptx")
    assert result.exit_code == 1
    assert result.stderr.startswith("talk.yaml:2:11: error: cannot find '公司.potx'")
    assert not Path("a.pptx").exists()


def test_a_template_is_a_theme_of_its_own() -> None:
    """Asked for both, deckgen does not choose."""
    result = run("deck", "talk.yaml", "--template", "公司.pptx", "--theme", "ink")
    assert result.exit_code == 1
    assert "leave out --theme or --template" in result.stderr


def test_the_matching_is_shown_and_written() -> None:
    """As a table, as a file to adjust, and as pictures."""
    outputs = ("公司.yaml", "公司.svg", "公司.png")
    options = [word for name in outputs for word in ("-o", name)]
    result = run("theme", "map", "公司.pptx", *options)
    assert (result.exit_code, result.stdout) == (0, TABLE)
    assert Path("公司.yaml").read_text("utf-8") == MAPPING
    assert Path("公司.svg").read_bytes().count("致谢页".encode()) >= 1
    assert Path("公司.png").read_bytes().startswith(b"\x89PNG")
    assert run("theme", "map", "公司.yaml").stdout == TABLE


def test_an_adjusted_matching_is_followed() -> None:
    """A kind without a line is drawn; another kind may be given a layout, by name or by part."""
    text = MAPPING.replace('  bullets: "标题和内容"\n', "  agenda: slideLayout6\n")
    Path("公司.yaml").write_text(text.replace('"致谢页"', "封面"), "utf-8")
    assert run("deck", "talk.yaml", "--template", "公司.yaml", "-o", "a.pptx").exit_code == 0
    assert layouts_of("a.pptx") == ["封面", "仅标题", "仅标题", "封面"]


MISTAKES = {
    "title: 封面": "公司.yaml:1:1: error: unknown name 'title'",
    "template: 别的.pptx": "cannot find '别的.pptx'",
    "template: ../公司.pptx": "lies outside the folder",
    "template: 公司.pptx\nlayouts: {cover: 封面}": "公司.yaml:2:11: error: unknown name 'cover'",
    "template: 公司.pptx\nlayouts: {title: 封皮}": "公司.yaml:2:18: error: the template has no",
    "template: 公司.pptx\nlayouts: {title: 空白}": "cannot serve 'title': it lacks a title",
    "template: 公司.pptx\nlayouts: [封面]": "公司.yaml:2:10: error: this must be a mapping",
    "template: 公司.pptx\nbody: [1, 2, 3]": "公司.yaml:2:7: error: 'body' must be a frame",
    "template: 公司.pptx\nbody: [1, 2, .nan, 3]": "公司.yaml:2:7: error: 'body' must be a frame",
    "template: [": "error: this is not YAML",
    "- a": "error: this must be a mapping",
    "": "error: this must be a mapping",
    "a: " + 5000 * "[": "error:",
}


@pytest.mark.parametrize("text", MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_in_a_mapping_is_told_at_its_place(text: str) -> None:
    """With a remedy, and never a traceback."""
    Path("公司.yaml").write_text(text, "utf-8")
    result = run("theme", "map", "公司.yaml")
    assert result.exit_code == 1
    assert MISTAKES[text] in result.stderr
    assert "bug" not in result.stderr


def test_a_mapping_lies_beside_its_template(tmp_path: Path) -> None:
    """Elsewhere it would not be found again."""
    (tmp_path / "x").mkdir()
    result = run("theme", "map", "公司.pptx", "-o", "x/公司.yaml")
    assert result.exit_code == 1
    assert "beside the template" in result.stderr
    assert run("theme", "map", "公司.pptx", "-o", "公司.txt").exit_code == 1


def test_a_template_has_no_variants_and_is_not_exported() -> None:
    """What would be done to a theme is not done to somebody's file."""
    result = run(
        "deck", "talk.yaml", "--template", "公司.pptx", "--variant", "dark", "-o", "a.pptx"
    )
    assert (result.exit_code, Path("a.pptx").exists()) == (0, True)
    assert "warning: a template has no variants" in result.stderr
    result = run("theme", "export", "公司.pptx", "-o", "b.potx")
    assert (result.exit_code, Path("b.potx").exists()) == (1, False)
    assert "is a template already" in result.stderr


def test_a_map_takes_the_templates_colours() -> None:
    """As slides of its own, and as a picture."""
    Path("talk.yaml").write_text(TALK.format("template: 公司.pptx\n"), "utf-8")
    for name in ("map.pptx", "map.svg", "map.html"):
        assert run("map", "talk.yaml", "-o", name).exit_code == 0
    assert b"#0b5cad" in Path("map.svg").read_bytes()
