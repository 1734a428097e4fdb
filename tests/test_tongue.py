"""What is said to people is Chinese where the locale is, and English everywhere else."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from deckgen import tongue

ROOT = Path(__file__).resolve().parent.parent
CHINESE = {"LANG": "zh_CN.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "LANGUAGE": ""}


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    """The tool that gathers messages."""
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "tools" / "catalogue.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in CHINESE.items():
        monkeypatch.setenv(name, value)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "deckgen", *words]
    environment = os.environ | CHINESE | {"PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW.UTF-8"}, True),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_HK.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, True),
        ({"LANG": "C", "LANGUAGE": "zh_CN"}, False),
    ],
)
def test_the_locale_is_told_as_gettext_tells_it(
    variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LC_ALL over LC_MESSAGES over LANG; LANGUAGE over all, but for the locale C."""
    for name in CHINESE:
        monkeypatch.setenv(name, variables.get(name, ""))
    assert tongue.is_chinese() is expected


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("the outline has no title", "大纲没有标题"),
        ("cannot read 'a title'", "读不了“a title”"),
        ("'a.yaml' is a folder", "“a.yaml”是文件夹"),
        ("and 12 more of this kind: unknown field 'x'", "另有 12 个同类问题：没有“x”这个字段"),
        ("12 files written to 'out', 3 up to date", "12 个文件已写到“out”，3 份已是最新"),
        ("words that nobody knows", "words that nobody knows"),
    ],
)
def test_a_message_is_found_by_its_template(english: str, expected: str) -> None:
    """What stands in quotes is the user's; another gap may be a message, too."""
    assert tongue.told(english) == expected


def test_nothing_is_translated_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another locale reads no catalogue."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr(tongue, "_catalogue", None)
    assert tongue.told("the outline has no title") == "the outline has no title"


def test_help_and_click_are_chinese() -> None:
    """Usage, options, what each is for, and mistakes in them."""
    told = run("map", "--help").stdout
    assert "用法：" in told
    assert "画大纲的思维导图" in told
    assert "显示这份说明" in told
    assert "没有这个命令“bild”" in run("bild").stderr


def test_a_program_is_answered_in_english(tmp_path: Path) -> None:
    """The locale says nothing of who reads JSON."""
    (tmp_path / "talk.yaml").write_text("title: 书\n", "utf-8")
    talk = str(tmp_path / "talk.yaml")
    assert "the outline has no topics" in run("plan", "--json", talk).stdout
    assert "大纲里没有主题" in run("plan", talk).stderr


def test_the_catalogue_is_current(catalogue: ModuleType) -> None:
    """The .mo is made of the .po, and gaps are those of the English."""
    said = catalogue.read_po(catalogue.PO.read_text("utf-8"))
    assert catalogue.MO.read_bytes() == catalogue.mo_of(said)
    gaps = tongue._GAP
    odd = [m for m, t in said.items() if t and not set(gaps.findall(t)) <= set(gaps.findall(m))]
    assert odd == []


def test_all_that_is_said_has_a_translation(catalogue: ModuleType) -> None:
    """`python tools/catalogue.py` puts what is new into the .po; then write its Chinese there."""
    said = catalogue.read_po(catalogue.PO.read_text("utf-8"))
    assert [message for message in catalogue.gather() if message and not said.get(message)] == []
    assert set(said) - {""} == set(catalogue.gather()) - {""}
