"""`deckgen theme preview`: every layout and a map, as a picture and as a page."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from workshop_at_hand import run, said, write

from deckgen import registry
from deckgen.problems import Report
from deckgen.workshop import preview, sample, showcase


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("deckgen.writers.png.fitting_zoom", lambda *_: 0.25)  # painting is slow


@pytest.fixture(scope="module")
def ink() -> preview.Shown:
    return preview.shown(sample.look("ink"), "ink", "Ink & paper", Report())


def test_a_preview_shows_every_layout_once(ink: preview.Shown) -> None:
    """And a map, whatever the theme."""
    kinds = [page.kind for page in ink.slides]
    assert sorted(kinds) == sorted(registry.slide_layouts().builtins)
    assert ink.map.kind != ink.slides[0].kind


def test_the_sample_is_drawn_without_a_warning() -> None:
    """A character that our font lacks, or a text too long, would be a fault of every theme."""
    report = Report()
    blob = preview.picture(preview.shown(sample.look("base"), "base", "", report), report)
    assert [str(one) for one in report.problems if one.severity != "note"] == []
    size = Image.open(io.BytesIO(blob)).size
    assert size[0] == 386
    assert size[1] > size[0]


def test_the_page_stands_alone_and_runs_nothing(ink: preview.Shown) -> None:
    """It names its own style in its policy, and reaches for nothing else."""
    text = showcase.web_page(ink).decode()
    assert text.count("<svg") == len(ink.slides) + 1
    assert "Ink &amp; paper" in text
    assert "<script" not in text
    assert set(re.findall(r'(?:src|href)="([^"]{0,5})', text)) <= {"data:"}
    assert "default-src 'none'" in text
    assert "style=" not in text.split("</style>")[1]


def test_words_of_a_theme_cannot_become_markup() -> None:
    """Neither its title nor its faces nor its comment."""
    write(
        "odd",
        "# </style><script>alert(1)</script>\n"
        'title: "</title><script>alert(2)</script>"\n'
        "fonts: {minor: {latin: \"x'</style>\", ea: 'a\"b'}}\n",
    )
    result = run("preview", "odd", "-o", "odd.html")
    assert result.exit_code == 0
    assert said(result) == "'odd.html' written\n"
    text = Path("odd.html").read_text("utf-8")
    assert "<script" not in text
    assert text.count("</style>") == 1


def test_a_folder_gets_both_and_a_file_one() -> None:
    """By FILE's ending; a page of the other ratio is asked for by its name."""
    result = run("preview", "plain", "-o", "out/plain.html", "--aspect", "4:3")
    assert result.exit_code == 1
    assert "cannot write 'out/plain.html': no such file or directory" in said(result)
    Path("out").mkdir()
    assert run("preview", "plain", "-o", "out/plain.html", "--aspect", "4:3").exit_code == 0
    assert 'viewBox="0 0 960 720"' in Path("out/plain.html").read_text("utf-8")
    assert run("preview", "plain", "-o", "new").exit_code == 0
    assert sorted(path.name for path in Path("new").iterdir()) == [
        "theme-plain.html",
        "theme-plain.png",
    ]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("none",), "unknown theme 'none'"),
        (("ink", "-o", "x.pdf"), "a preview cannot be written as 'x.pdf'"),
        (("ink", "-o", "file"), "'file' is a file"),
    ],
)
def test_what_cannot_be_written_is_said(args: tuple[str, ...], words: str) -> None:
    """Before anything is drawn, and nothing is left behind."""
    Path("file").write_text("")
    result = run("preview", *args)
    assert result.exit_code == 1
    assert words in said(result)
    assert [path.name for path in Path.cwd().iterdir() if path.name not in ("file", "output")] == []
