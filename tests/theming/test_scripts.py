"""Faces for other scripts of East Asia, where a theme names some."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.looks import Themes
from deckgen.model.outline import Outline
from deckgen.problems import Report


@pytest.mark.parametrize(
    ("lang", "ea"),
    [
        ("zh-CN", "Microsoft YaHei"),
        ("zh-TW", "PMingLiU"),
        ("ja", "Yu Mincho"),
        ("ko", "Microsoft YaHei"),
    ],
)
def test_a_script_has_its_own_face(lang: str, ea: str, tmp_path: Path) -> None:
    """Where the theme names one; the usual face is what stands in for it."""
    pair = "{latin: Arial, ea: Microsoft YaHei, fallbacks: [], hant: PMingLiU, jpan: Yu Mincho}"
    path = tmp_path / "mine.yaml"
    path.write_text(f"extends: base\nfonts: {{minor: {pair}}}\n", "utf-8")
    theme = Themes().compile(Outline((), lang=lang), str(path), Report())
    assert theme.style("body1").fonts.families[:3] == tuple(
        dict.fromkeys(("Arial", ea, "Microsoft YaHei"))
    )
