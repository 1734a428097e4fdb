"""LibreOffice for the tests: where it is, and what it makes of files.

Without it a test is skipped; with DECKGEN_REQUIRE_OFFICE=1, as on the build machine, it fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def office(profile: Path) -> list[str]:
    """Return the command that starts LibreOffice without a window, with a profile of its own."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("DECKGEN_REQUIRE_OFFICE") == "1":
            pytest.fail("soffice is not installed, and DECKGEN_REQUIRE_OFFICE=1")
        pytest.skip("soffice is not installed")
    return [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]


def soffice(folder: Path, format: str, files: list[Path]) -> Path:
    """Convert files in one run; return the folder that they are in."""
    folder.mkdir(exist_ok=True)
    target = folder / format
    command = [*office(folder / "profile"), "--convert-to", format, "--outdir", str(target)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=600)
    return target
