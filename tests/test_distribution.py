"""What is built for the index: its name, what it needs and why it stays light; and what to type."""

from __future__ import annotations

import email
import shlex
import tomllib
import zipfile
from email.message import Message
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

import deckgen
from deckgen import doctor, remedies

ROOT = Path(__file__).resolve().parent.parent
NEEDED = {
    "click", "graphviz", "lxml", "pillow", "pypdfium2", "python-pptx", "pyyaml", "rjieba", "segno",
    "xlsxwriter",
}  # fmt: skip


@pytest.fixture(scope="module")
def about(tmp_path_factory: pytest.TempPathFactory) -> Message:
    """What a wheel of this checkout says of itself."""
    from hatchling.builders.wheel import WheelBuilder

    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")))
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith("METADATA"))
        return email.message_from_bytes(archive.read(name))


def required(about: Message, extra: str = "", **machine: str) -> set[str]:
    """Return the packages that are installed on a machine, those of an extra besides."""
    environment = {**default_environment(), **machine, "extra": extra}
    needs = map(Requirement, about.get_all("Requires-Dist") or [])
    return {need.name for need in needs if not need.marker or need.marker.evaluate(environment)}


def test_the_name_is_its_own(about: Message) -> None:
    """`deckgen` on the index is somebody else's; the version is the package's."""
    assert (about["Name"], about["Version"]) == (remedies.DISTRIBUTION, deckgen.__version__)
    assert remedies.DISTRIBUTION != remedies.NAMESAKE


def test_the_default_install_is_light(about: Message) -> None:
    """Nothing comes unasked but these; no Graphviz of 115 MB, no PDF library, no browser."""
    assert required(about) == NEEDED


def test_windows_on_arm_gets_what_has_wheels(about: Message) -> None:
    machine = {"sys_platform": "win32", "platform_machine": "ARM64"}
    assert required(about, **machine) == NEEDED - {"rjieba"}
    assert required(about, "graphviz", **machine) == NEEDED - {"rjieba"}


def test_extras_are_what_the_remedies_name(about: Message) -> None:
    """A remedy names packages, for that mends a checkout, too; they are those of the extra."""
    for extra in ("code", "fonts", "graphviz"):
        assert required(about, extra) - NEEDED == set(remedies.EXTRAS[extra])
        assert remedies.add(extra) == f"pip install {' '.join(remedies.EXTRAS[extra])}"


def test_every_bound_has_a_lowest_version() -> None:
    """`.ci/run` installs the lowest of each, and the newest."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for need in map(Requirement, project["dependencies"]):
        assert [bound.operator for bound in need.specifier].count(">=") == 1, need


def test_the_remedy_is_true_for_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        remedies.again() == f"pip install --force-reinstall --no-deps -e {shlex.quote(str(ROOT))}"
    )
    monkeypatch.setattr(remedies, "_HOME", Path("/新 家"))
    monkeypatch.setattr(Path, "is_file", lambda path: path == Path("/新 家/pyproject.toml"))
    assert remedies.again() == "pip install --force-reinstall --no-deps -e '/新 家'"


@pytest.mark.parametrize(
    ("noted", "source"),
    [
        (None, "deckgen-zh"),
        ("", "deckgen-zh"),
        ("{", "deckgen-zh"),
        ('{"url": "file:///a%20b/deckgen_zh-1-py3-none-any.whl"}',
         "file:///a%20b/deckgen_zh-1-py3-none-any.whl"),
    ],
)  # fmt: skip
def test_the_remedy_is_true_for_what_pip_installed(
    noted: str | None, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From an index by name, from a file by its address."""
    monkeypatch.setattr(remedies, "_HOME", Path("/nowhere"))

    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return noted

    monkeypatch.setattr(metadata, "distribution", lambda _: Installed())
    assert remedies.again() == f"pip install --force-reinstall --no-deps {source}"


def test_doctor_is_content_with_a_plain_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """No Graphviz at all is no fault, for none is installed unasked; how to get one is told."""
    real = metadata.version

    def version(name: str) -> str:
        if name == "pygraphviz":
            raise metadata.PackageNotFoundError
        return real(name)

    monkeypatch.setattr(doctor.metadata, "version", version)
    monkeypatch.setenv("PATH", "")
    found = {one.name: one for one in doctor.examine()}
    assert [one for one in found.values() if one.state == doctor.MISSING] == []
    assert found["graphviz (system)"].state == found["pygraphviz"].state == doctor.ABSENT
    assert found["pygraphviz"].detail == "not installed; --engine uses it"
    assert found["pygraphviz"].remedy == "pip install pygraphviz"


@pytest.mark.parametrize(
    ("script", "whose"),
    [
        ("from deckgen.cli import main\n", "'{}' starts this one"),
        ("from deckgen.main import app\n", "'{}' starts that one"),
        ("", "there is no 'deckgen' on the path"),
    ],
)
def test_doctor_notices_the_namesake(
    script: str, whose: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Both own the folder deckgen/ and the command; the remedy removes one and lays ours anew."""
    real = metadata.version

    def version(name: str) -> str:
        return "0.10.4" if name == "deckgen" else real(name)

    command = tmp_path / "deckgen"
    if script:
        command.write_text(f"#!/usr/bin/python3\n{script}", "utf-8")
        command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(doctor.metadata, "version", version)
    (found,) = (one for one in doctor.examine() if one.name == "a name of its own")
    assert (found.state, found.detail) == (
        doctor.MISSING,
        f"the package 'deckgen' 0.10.4 is here, too: it has the same folder "
        f"({ROOT / 'deckgen'}) and the same command; 'import deckgen' gets this one, and "
        + whose.format(command),
    )
    assert found.remedy == (
        "pip uninstall deckgen, then: "
        f"pip install --force-reinstall --no-deps -e {shlex.quote(str(ROOT))}"
    )
