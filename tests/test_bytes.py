"""Same input, same bytes: whatever the locale, the working folder, the hash seed, or the hour."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from deckgen import compile_deck, compile_map, read_outline, registry
from deckgen.batch.ledger import NAME as LEDGER

ROOT = Path(__file__).resolve().parent.parent
OUTLINES = sorted((ROOT / "outlines").glob("*.yaml"))
FORMATS = registry.writers().builtins
DECKS = ("pptx", "html", "notes")  # what is made of the deck and of nothing else
WORDS = (*FORMATS, "deck.pdf", "map.html", "map.pptx")
PICTURES = ("png", "deck.png")  # a third of a second each: a short outline stands for all
SHORT = "{title: 书, topics: [{一: [甲, 乙, 丙]}, 二]}"

# each surrounding differs from the first in everything that has ever changed somebody's output
SURROUNDINGS = (
    {"LC_ALL": "C", "PYTHONHASHSEED": "0", "TZ": "UTC"},
    {"LC_ALL": "zh_CN.GB18030", "PYTHONHASHSEED": "4242", "TZ": "Asia/Shanghai", "LANG": "zh_CN"},
)


def compile_to(format: str, path: Path) -> bytes:
    make = compile_deck if format in DECKS else compile_map
    return make(read_outline(path), format=format)


# a PNG is drawn from the SVG, and takes two seconds: one outline stands for all
CASES = [
    pytest.param(path, format, id=f"{path.stem}-{format}")
    for path in OUTLINES
    for format in FORMATS
    if format != "png" or path is OUTLINES[0]
]


@pytest.mark.parametrize(("path", "format"), CASES)
@pytest.mark.product
def test_the_same_bytes_twice(path: Path, format: str) -> None:
    """Every outline in every format, in one process."""
    assert compile_to(format, path) == compile_to(format, path)


@pytest.mark.parametrize(
    "form",
    [
        {"format": "html"},
        {"format": "pptx"},
        {"format": "pdf", "page": "a4"},
        {"format": "png", "page": "phone"},
        {"format": "svg", "embed_fonts": True},
    ],
)
def test_the_same_map_twice(form: dict[str, Any], tmp_path: Path) -> None:
    """On slides, on paper, in a browser, on a telephone, with its fonts."""
    outline = tmp_path / "map.yaml"
    outline.write_text(
        "{title: 书, topics: [{一: [甲, {乙: [子, 丑]}]}, {二: [丙, 丁]}, 三]}", "utf-8"
    )
    first, second = (compile_map(read_outline(outline), **form) for _ in range(2))
    assert first == second


def build_in(folder: Path, extra: dict[str, str]) -> dict[str, str]:
    """Build copies of outlines in a folder of its own; return their outputs' digests."""
    folder.mkdir()
    (folder / "talk.yaml").write_bytes(OUTLINES[-1].read_bytes())
    (folder / "short.yaml").write_text(SHORT, "utf-8")
    # Python finds packages itself (no -S) only where the locale can write their folder's name
    found = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": found, **extra}
    formats = {"talk.yaml": [word for word in WORDS if word != "png"], "short.yaml": PICTURES}
    for name, words in formats.items():
        call = [sys.executable, "-S", "-m", "deckgen", "build", name]
        command = [*call, "--format", ",".join(words)]
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    output = folder / "output"
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != LEDGER
    }


def test_the_same_bytes_in_other_surroundings(tmp_path: Path) -> None:
    """Two locales, two working folders, two hash seeds and two time zones."""
    one, other = (
        build_in(tmp_path / name, extra)
        for name, extra in zip(("one", "另 一个"), SURROUNDINGS, strict=True)
    )
    endings = ("html", "pptx", "notes.pdf", "deck.pdf", "pdf", "svg", "dot", "map.html", "map.pptx")
    files = {f"talk.{ending}" for ending in endings} | {"short.png"}
    assert files == {name for name in one if "/" not in name}
    assert {"short-slides/slide-01.png", "short-slides/contact.png"} <= set(one)
    assert one == other


def test_the_path_to_an_outline_is_not_in_its_outputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative path, an absolute one and another file name give the same bytes."""
    monkeypatch.chdir(tmp_path)
    blob = OUTLINES[0].read_bytes()
    Path("a.yaml").write_bytes(blob)
    Path("b.yaml").write_bytes(blob)
    for format in ("pptx", "svg"):
        paths = (Path("a.yaml"), tmp_path / "a.yaml", Path("b.yaml"))
        assert len({compile_to(format, path) for path in paths}) == 1
