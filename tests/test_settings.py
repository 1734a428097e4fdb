"""The command line over the outline, over the environment, over the nearest deckgen.toml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from deckgen import DeckgenError
from deckgen.cli import deckgen
from deckgen.model.outline import Outline
from deckgen.settings import Setting, settled

TEXT = "title: 书\ntopics:\n  - 甲: [一, 二]\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(deckgen, words)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("THEME", "OUTPUT", "LANG"):
        monkeypatch.delenv(f"DECKGEN_{name}", raising=False)
    inner = tmp_path / "project" / "talks"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner.parent)
    Path("talks/talk.yaml").write_text(TEXT, "utf-8")
    return inner.parent


def theme_of(*words: str, outline: str = "") -> str:
    """Return the theme that a deck is made in, by the name in its file."""
    Path("talks/talk.yaml").write_text(outline + TEXT, "utf-8")
    made = run("deck", "talks/talk.yaml", "-o", "a.pptx", *words)
    assert made.exit_code == 0, made.stderr
    (part,) = [
        part
        for part in Presentation("a.pptx").part.package.iter_parts()
        if part.partname.startswith("/ppt/theme/theme1")
    ]
    return part.blob.decode().split('name="')[1].split('"')[0]


def test_each_wins_over_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pair of the four, for a theme."""
    listed = [one["name"] for one in json.loads(run("theme", "list", "--json").stdout)["themes"]]
    file, variable, outline, line = [one for one in listed if one not in ("base", "ink")][:4]
    title = {one: theme_of("--theme", one) for one in (file, variable, outline, line)}
    assert len(set(title.values())) == 4
    said = f"theme: {outline}\n"

    Path("deckgen.toml").write_text(f'theme = "{file}"\n', "utf-8")
    assert theme_of() == title[file]
    assert theme_of(outline=said) == title[outline]
    assert theme_of("--theme", line) == title[line]
    monkeypatch.setenv("DECKGEN_THEME", variable)
    assert theme_of() == title[variable]
    assert theme_of(outline=said) == title[outline]
    assert theme_of("--theme", line) == title[line]
    assert theme_of("--theme", line, outline=said) == title[line]


def test_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file's folder counts from the file, the environment's from here."""
    Path("talks/deckgen.toml").write_text('output = "made"\n', "utf-8")
    run("deck", "talks/talk.yaml")
    assert Path("talks/made/talk.pptx").is_file()
    monkeypatch.setenv("DECKGEN_OUTPUT", "elsewhere")
    run("map", "talks/talk.yaml")
    run("build", "talks", "--format", "dot")
    assert sorted(path.name for path in Path("elsewhere").glob("talk.*")) == [
        "talk.dot",
        "talk.svg",
    ]
    run("map", "talks/talk.yaml", "-o", "here.svg")
    assert Path("here.svg").is_file()


def test_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """The outline's own over the environment's over the file's, in what deckgen itself says."""

    def closing(head: str = "", *words: str) -> str:
        Path("talks/talk.yaml").write_text(head + TEXT, "utf-8")
        slides = json.loads(run("plan", "talks/talk.yaml", "--json", *words).stdout)["slides"]
        return str(slides[-1]["title"])

    assert closing() == "谢谢"
    Path("deckgen.toml").write_text('lang = "en"\n', "utf-8")
    assert closing() == "Thank you"
    monkeypatch.setenv("DECKGEN_LANG", "zh-TW")
    assert closing() == "謝謝"
    assert closing("lang: en\n") == "Thank you"
    assert closing("lang: en\n", "--lang", "zh-CN") == "谢谢"
    assert closing("", "--lang", "en") == "Thank you"


def test_the_language_of_the_command_line_wins_wherever_something_is_made() -> None:
    """In a deck, a map, and a build of both, which another language makes again."""
    Path("talks/talk.yaml").write_text(f"lang: zh-TW\n{TEXT}", "utf-8")
    build = ("build", "talks", "--format", "pptx,svg", "-o", "made")
    assert run(*build).stderr == "2 files written to 'made'\n"
    assert run(*build, "--lang", "en").stderr == "2 files written to 'made'\n"
    run("deck", "talks/talk.yaml", "-o", "a.pptx", "--lang", "en")
    run("map", "talks/talk.yaml", "-o", "a.svg", "--lang", "en")
    assert 'xml:lang="en"' in Path("a.svg").read_text("utf-8")
    assert Path("made/talk.svg").read_bytes() == Path("a.svg").read_bytes()
    assert Path("made/talk.pptx").read_bytes() == Path("a.pptx").read_bytes()
    assert Presentation("a.pptx").core_properties.language == "en"


def test_the_nearest_file_holds_and_none_above_the_repository() -> None:
    Path("../deckgen.toml").write_text('theme = "nix"\n', "utf-8")
    assert "unknown theme 'nix'" in run("deck", "talks/talk.yaml", "-o", "a.pptx").stderr
    Path(".git").mkdir()
    assert run("deck", "talks/talk.yaml", "-o", "a.pptx").exit_code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b'them = "ink"\n', "deckgen.toml:1:1: error: unknown setting 'them'"),
        (b"\ntheme = 3\n", "deckgen.toml:2:1: error: 'theme' takes a word in quotes"),
        (b'theme = ""\n', "deckgen.toml:1:1: error: 'theme' takes a word in quotes"),
        (b"theme = ink\n", "deckgen.toml:1:9: error: not TOML: invalid value"),
        (b"theme", "deckgen.toml: error: not TOML: expected '=' after a key"),
        (b"\xff\xfe", "deckgen.toml: error: the settings are not UTF-8"),
        (b"#" * 100_000, "deckgen.toml: error: the settings are too large"),
        (b"a = " + b"[" * 30_000, "deckgen.toml: error: not TOML"),
        (b'theme = "inkk"\n', "deckgen.toml:1:1: error: unknown theme 'inkk'"),
    ],
)
def test_what_is_wrong_in_a_file_has_a_place(text: bytes, said: str) -> None:
    """A clear problem, exit code 1, nothing written."""
    Path("deckgen.toml").write_bytes(text)
    result = run("deck", "talks/talk.yaml", "-o", "a.pptx")
    assert result.exit_code == 1
    assert result.stderr.startswith(said)
    assert not Path("a.pptx").exists()


def test_doctor_tells_what_is_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("deckgen.toml").write_text('theme = "ink"\nlang = "en"\n', "utf-8")
    monkeypatch.setenv("DECKGEN_LANG", "zh-TW")
    findings = json.loads(run("doctor", "--json").stdout)["findings"]
    (told,) = [one["detail"] for one in findings if one["name"] == "settings"]
    assert told == "theme ink (deckgen.toml:1:1), lang zh-TW (DECKGEN_LANG)"


@pytest.mark.parametrize("place", ["--lang", "DECKGEN_LANG", "lang"])
def test_a_language_is_a_tag_wherever_it_is_said(place: str, tmp_path: Path) -> None:
    """中文 is told with what to write, on the command line, in the environment and the file."""
    (tmp_path / "deckgen.toml").write_text('lang = "中文"\n' if place == "lang" else "", "utf-8")
    environment = {"lang": Setting("中文", variable=place)} if place == "DECKGEN_LANG" else {}
    lang = "中文" if place == "--lang" else ""
    with pytest.raises(DeckgenError) as raised:
        settled(Outline(()), str(tmp_path / "talk.yaml"), environment, lang)
    (problem,) = raised.value.problems
    assert problem.message == f"{place} is '中文', which is no language tag"
    assert problem.hint == "write zh-CN, zh-TW, en or another tag"
    assert problem.origin.line == (1 if place == "lang" else 0)
