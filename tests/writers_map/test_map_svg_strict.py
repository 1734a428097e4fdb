"""SVG maps as strict readers see them: what may stand in one, and that its fonts come along."""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from math import isfinite

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from deckgen import compile_map, registry
from deckgen.model.outline import Outline
from deckgen.plugin import Source
from deckgen.problems import DeckgenError, Report
from deckgen.readers.yaml import read
from deckgen.text.fonts import FAMILY, MONO_FAMILY

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
XML = "{http://www.w3.org/XML/1998/namespace}"
TEXT = """
title: "<连接> & \\"关系\\""
topics:
- 第一枝:
    id: one
    gist: 一句**要点**，和[链接](https://a.example/?x=1&y='2')
    notes: "备注 ]]> <!-- </desc>"
    icon: star
    tags: [重点]
    points:
    - "代码 `a < b && c`":
        relates: [{to: two, label: "引<出>"}]
    - 回到[第二枝](#two)
- 第二枝: {id: two, boundary: "一组 \\u0007", points: [H₂O, "==亮== *斜*", "a  b"]}
- 第三枝: {link: "https://b.example/\\"><script>", points: [甲, 乙]}
"""
COMMON = "fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin fill-opacity"
BOXED = f"x y width height {COMMON} pointer-events"
ALLOWED = {
    "svg": "width height viewBox role font-family x y " + XML + "lang",
    "title": "",
    "desc": "",
    "style": "type",
    "g": "id role aria-level",
    "a": HREF,
    "rect": f"{BOXED} rx",
    "ellipse": f"cx cy rx ry {COMMON} pointer-events",
    "path": f"d {COMMON} pointer-events",
    "image": f"x y width height {HREF} preserveAspectRatio",
    "text": "x y text-anchor font-size fill font-weight font-style font-family " + XML + "space",
    "tspan": "x font-family font-weight font-style fill text-decoration",
}
NUMBERS = {"x", "y", "width", "height", "rx", "ry", "cx", "cy"}
NUMBERS |= {"font-size", "stroke-width", "fill-opacity", "aria-level"}
PATH = re.compile(r"(?:[MLC](?:-?\d+(?:\.\d+)? ?)+|Z)+")


def outline() -> Outline:
    return read(Source("a.yaml", TEXT.encode(), lambda _: b""), Report())


def elements(svg: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Parse without any leniency; yield every element with its name."""
    parser = etree.XMLParser(recover=False, resolve_entities=False, no_network=True)
    for element in etree.fromstring(svg, parser).iter():
        assert isinstance(element.tag, str), "no comments, no instructions"
        assert element.tag.startswith(SVG), element.tag
        yield element.tag.removeprefix(SVG), element


@pytest.mark.parametrize("layout", registry.map_layouts())
def test_nothing_but_svg_is_in_it(layout: str) -> None:
    """Known elements and attributes, finite numbers, each id once, every reference resolved."""
    svg = compile_map(outline(), layout=layout, embed_fonts=layout == "logic")
    found = list(elements(svg))
    ids = [element.get("id") for _, element in found if element.get("id")]
    assert len(ids) == len(set(ids))
    for name, element in found:
        assert set(element.attrib) <= set(ALLOWED[name].split()), etree.tostring(element)
        assert all(isfinite(float(element.get(key, "0"))) for key in NUMBERS), element.attrib
        assert name != "path" or PATH.fullmatch(element.get("d", "")), element.get("d")
        link = element.get(HREF, "")
        assert link[:1] != "#" or link[1:] in ids, link
        assert name != "a" or link.startswith(("https://", "#")), link


def test_a_line_is_plain_text_where_any_parser_finds_it() -> None:
    """Each line is a text with a place of its own; spans inside it only change its look.

    So programs that know neither CSS nor `dy` (Inkscape's reader, LibreOffice's) set it alike.
    """
    for name, element in elements(compile_map(outline())):
        if name == "text":
            assert element.get("x"), element.text
            assert element.get("y"), element.text
        assert "style" not in element.attrib
        assert "class" not in element.attrib


def faces(svg: bytes) -> dict[tuple[str, str], TTFont]:
    """The fonts that a file carries, by family and weight."""
    (style,) = (element.text or "" for name, element in elements(svg) if name == "style")
    rule = re.compile(
        r"@font-face\{font-family:'([^']+)';font-weight:(\d+);"
        r"src:url\(data:font/(woff2?);base64,([A-Za-z0-9+/=]+)\) format\('\3'\)\}"
    )
    assert rule.sub("", style) == ""
    return {
        (family, weight): TTFont(BytesIO(base64.b64decode(data)))
        for family, weight, _, data in rule.findall(style)
    }


@pytest.mark.parametrize("has_brotli", [True, False])
def test_fonts_come_along(has_brotli: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn in a weight is in that font and little else; twice the same bytes."""
    if not has_brotli:
        monkeypatch.setattr("deckgen.writers._letters.find_spec", lambda _: None)
    svg = compile_map(outline(), embed_fonts=True)
    assert svg == compile_map(outline(), embed_fonts=True)
    fonts = faces(svg)
    assert [*fonts] == [(FAMILY, "400"), (FAMILY, "700")]
    drawn = {
        char
        for name, element in elements(svg)
        if name == "text"
        for char in "".join(element.itertext())
    }
    known = {weight: {*map(chr, font.getBestCmap())} for (_, weight), font in fonts.items()}
    assert known["400"] | known["700"] == drawn
    assert "亮" in known["400"]
    assert "点" in known["700"]
    assert "亮" not in known["700"]
    assert all(font.flavor == ("woff2" if has_brotli else "woff") for font in fonts.values())
    licence = fonts[FAMILY, "400"]["name"].getDebugName(13)
    assert "SIL Open Font License" in str(licence)


def test_without_being_told_none_does() -> None:
    """The fonts are named, with families to fall back on."""
    svg = compile_map(outline()).decode()
    assert "<style" not in svg
    assert re.search(rf"font-family=\"'{FAMILY}',.*,sans-serif\"", svg)
    assert MONO_FAMILY not in svg.split(">")[1]


def test_without_fonttools_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """One problem, with the command that mends it."""
    monkeypatch.setitem(sys.modules, "fontTools", None)
    with pytest.raises(DeckgenError) as caught:
        compile_map(outline(), embed_fonts=True)
    (problem,) = caught.value.problems
    assert problem.message == "fonts are embedded by fonttools, which is not installed"
    assert problem.hint == "pip install fonttools brotli"
