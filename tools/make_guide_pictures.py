"""Make the pictures of the guide to one's own theme, by following it.

    python tools/make_guide_pictures.py docs/themes.md docs/pictures

deckgen draws them itself; Pillow cuts the top off each preview.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
WIDTH, COLORS = 880, 96
SHARE = 0.243  # of a preview's height: its head, and two rows of slides


def deckgen(*args: str) -> None:
    subprocess.run([sys.executable, "-m", "deckgen", "theme", *args, "-q"], check=True)


def save(preview: str, target: Path) -> None:
    """Save the top of a preview, small and with few colours."""
    sheet = Image.open(preview).convert("RGB")
    top = sheet.crop((0, 0, sheet.width, round(sheet.height * SHARE)))
    size = (WIDTH, round(top.height * WIDTH / top.width))
    small = top.resize(size, Image.Resampling.LANCZOS)
    small.quantize(COLORS, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target}: {target.stat().st_size // 1024} KiB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("guide", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    text = args.guide.read_text("utf-8")
    changes, mended = BLOCK.findall(text)
    new = re.search(r"^deckgen theme (new .*)$", text, re.MULTILINE)
    assert new, "the guide begins a theme"
    folder = args.folder.resolve()
    with tempfile.TemporaryDirectory() as room:
        os.chdir(room)
        deckgen(*(word.strip('"') for word in new[1].split()))
        deckgen("preview", "mine", "-o", "new.png")
        save("new.png", folder / "guide-new.png")
        theme = Path("themes/mine.yaml")
        last = changes.splitlines(keepends=True)[-1]
        mine = theme.read_text("utf-8") + "\n" + changes.replace(last, mended)
        theme.write_text(mine, "utf-8")
        deckgen("preview", "mine", "-o", "mine.png")
        save("mine.png", folder / "guide-mine.png")
        deckgen("preview", "mine", "--variant", "dark", "-o", "dark.png")
        save("dark.png", folder / "guide-dark.png")


if __name__ == "__main__":
    main()
