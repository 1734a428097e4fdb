"""What this machine has for deckgen, what is missing, and how to get it.

Nothing comes in; a list of findings leaves, each with the command that mends it. Packages are
looked up and never imported, and a program that hangs or crashes is a finding too. Only Python,
the core packages and the bundled font are needed; the rest is optional and says what it is for.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from . import __version__, files, remedies
from .model.record import record
from .problems import DeckgenError
from .settings import in_force, of_environment
from .text.fonts import font_path

OK = "ok"
MISSING = "missing"  # deckgen cannot do its work without it
ABSENT = "absent"  # optional

_ANEW_GRAPHVIZ = "pip install --force-reinstall pygraphviz"
_DRAW = "import pygraphviz; print(pygraphviz.AGraph().draw(format='svg', prog='dot').decode())"
_CORE = (
    "click", "graphviz", "lxml", "pillow", "pypdfium2", "python-pptx", "pyyaml", "segno",
    "xlsxwriter",
)  # fmt: skip


@record
class Finding:
    """One thing looked for: its state (ok, missing, absent), what was found, and the remedy."""

    state: str
    name: str
    detail: str
    remedy: str = ""


def examine() -> tuple[Finding, ...]:
    """Look at everything that deckgen can use."""
    return (*_python(), *_namesake(), *map(_package, _CORE), *_engines(), *_rest())


def _rest() -> Iterator[Finding]:
    yield from _extras()
    yield from _fonts()
    yield _themes()
    yield from _settings()
    yield _office()


def _python() -> Iterator[Finding]:
    yield Finding(OK, "deckgen", __version__)
    version = platform.python_version()
    is_old = sys.version_info < (3, 11)
    remedy = "install Python 3.11 or later" if is_old else ""
    yield Finding(MISSING if is_old else OK, "python", f"{version} on {sys.platform}", remedy)


def _namesake() -> Iterator[Finding]:
    """Find the other package of that name: it writes its files over ours, and its command."""
    try:
        version = metadata.version(remedies.NAMESAKE)
    except metadata.PackageNotFoundError:
        return
    yield Finding(
        MISSING,
        "a name of its own",
        f"the package '{remedies.NAMESAKE}' {version} is here, too: it has the same folder "
        f"({Path(__file__).parent}) and the same command; 'import deckgen' gets "
        f"{_whose(_is_ours_imported())}, and {_whose_command()}",
        f"pip uninstall {remedies.NAMESAKE}, then: {remedies.again()}",
    )


def _whose(is_ours: bool) -> str:
    return "this one" if is_ours else "that one"


def _is_ours_imported() -> bool:
    """Tell whether the front door in the folder is ours."""
    return b"build_outlines" in files.read_own(Path(__file__).with_name("__init__.py"))


def _whose_command() -> str:
    """Say which of both the command on the path starts, by the module that its script names."""
    path = shutil.which("deckgen")
    if not path:
        return "there is no 'deckgen' on the path"
    is_ours = f"{__package__}.cli".encode() in files.read_own(Path(path))
    return f"'{path}' starts {_whose(is_ours)}"


def _package(name: str) -> Finding:
    try:
        return Finding(OK, name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(MISSING, name, "not installed", f"pip install {name}")


def _engines() -> Iterator[Finding]:
    """Either Graphviz serves `--engine`, the system's first; a plain install brings none."""
    found = (
        _program("graphviz (system)", ("dot", "-V"), _install("graphviz")),
        _embedded(),
    )
    for one, turn in zip(found, ("first", "where the system has none, or fails"), strict=True):
        if one.state == OK:
            yield Finding(OK, one.name, f"{one.detail}; --engine asks it {turn}")
        else:
            yield Finding(ABSENT, one.name, f"{one.detail}; --engine uses it", one.remedy)


def _embedded() -> Finding:
    """Find the Graphviz inside pygraphviz; its version is in what it draws."""
    found = _package("pygraphviz")
    if found.state != OK:
        return found
    said = re.search(r"graphviz version (\d+(\.\d+)+)", _run((sys.executable, "-c", _DRAW)))
    if said is None:
        return Finding(MISSING, found.name, f"{found.detail}, which does not run", _ANEW_GRAPHVIZ)
    return Finding(OK, found.name, f"{found.detail} with Graphviz {said[1]}")


def _extras() -> Iterator[Finding]:
    """What some options need besides."""
    for name, extra, use in (
        ("fonttools", "fonts", "--embed-fonts needs it"),
        ("brotli", "fonts", "--embed-fonts makes smaller files with it"),
        ("pygments", "code", "it colours listings"),
        ("rjieba", "words", "headings are broken between words with it"),
    ):
        found = _package(name)
        remedy = remedies.add(extra)
        is_there = found.state == OK
        yield found if is_there else Finding(ABSENT, name, f"{found.detail}; {use}", remedy)


def _fonts() -> Iterator[Finding]:
    for path in (font_path(bold, is_mono) for is_mono in (False, True) for bold in (False, True)):
        name = f"font {path.stem}"
        if path.is_file():
            yield Finding(OK, name, f"{path.stat().st_size / 1e6:.2f} MB, bundled")
        else:
            yield Finding(MISSING, name, f"no file '{path.name}'", remedies.again())
    if shutil.which("fc-list"):
        families = _run(("fc-list", ":lang=zh-cn", "family")).split("\n")
        count = len({family for family in families if family})
        state = OK if count else ABSENT
        remedy = "" if count else _install("fonts-noto-cjk")
        detail = f"{count} families; for looking at decks on this machine"
        yield Finding(state, "chinese fonts (system)", detail, remedy)


def _themes() -> Finding:
    names = files.list_themes(files.theme_folders(""))
    if not names:
        return Finding(MISSING, "themes", "none", remedies.again())
    return Finding(OK, "themes", ", ".join(names))


def _settings() -> Iterator[Finding]:
    """What holds here where an outline does not say it, and where that comes from."""
    try:
        found = in_force("", of_environment())
    except DeckgenError as error:
        wrong = error.problems[0]
        yield Finding(MISSING, "settings", f"{wrong.origin}: {wrong.message}", wrong.hint)
        return
    told = [f"{name} {one.value} ({one.place})" for name, one in found.items()]
    yield Finding(OK, "settings", ", ".join(told) or "none")


def _office() -> Finding:
    names = ("soffice", "libreoffice")
    program = next((name for name in names if shutil.which(name)), "soffice")
    found = _program("libreoffice", (program, "--version"), _install("libreoffice-impress"))
    if found.state == OK:
        return found
    return Finding(ABSENT, found.name, f"{found.detail}; only the tests use it", found.remedy)


def _program(name: str, command: tuple[str, ...], remedy: str) -> Finding:
    if not shutil.which(command[0]):
        return Finding(MISSING, name, f"no '{command[0]}' on the path", remedy)
    version = re.search(r"\d+(\.\d+)+", _run(command))
    if version is None:
        return Finding(MISSING, name, f"'{command[0]}' does not tell its version", remedy)
    return Finding(OK, name, f"{version.group()} at {shutil.which(command[0])}")


def _run(command: tuple[str, ...]) -> str:
    """Return what a program prints, on either stream; nothing when it fails or hangs."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def _install(package: str) -> str:
    """Return the command that installs a program on this kind of machine."""
    if sys.platform == "darwin":
        return f"brew install {_BREW.get(package, package)}"
    if os.name == "nt":
        return f"winget install {_WINGET.get(package, package)}"
    return f"apt install {package} (or your system's like)"


_BREW = {"libreoffice-impress": "--cask libreoffice", "fonts-noto-cjk": "font-noto-sans-cjk"}
_WINGET = {
    "graphviz": "Graphviz.Graphviz",
    "libreoffice-impress": "TheDocumentFoundation.LibreOffice",
}
