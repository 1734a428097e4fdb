"""The package: the same bytes, whole, well-formed, and true about itself."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from decks_at_hand import TALK, A, P, R, Written, example, read, talk, write

from deckgen.writers.pptx.package import PartList, relate_url, relationships_xml

CORE = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"
APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

DECKS = pytest.mark.parametrize("made", [talk, example], ids=["talk", "example"])


def test_the_same_outline_gives_the_same_bytes() -> None:
    """Nothing of the clock or of an address in memory is in the file."""
    assert write(read(TALK)).blob == talk().blob


def test_every_entry_has_the_earliest_time() -> None:
    """A zip's times start in 1980."""
    with zipfile.ZipFile(io.BytesIO(talk().blob)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.testzip() is None


@pytest.mark.parametrize(
    ("epoch", "date", "moment"),
    [
        ("", "2026-11-21", "2026-11-21T00:00:00Z"),
        ("", "2026年1月2日", "2026-01-02T00:00:00Z"),
        ("", "0999-01-02", "0999-01-02T00:00:00Z"),
        ("", "去年冬天", "1980-01-01T00:00:00Z"),
        ("", "2026-13-40", "1980-01-01T00:00:00Z"),
        ("1700000000", "2026-11-21", "2023-11-14T22:13:20Z"),
        ("0", "2026-11-21", "1970-01-01T00:00:00Z"),
        ("yesterday", "2026-11-21", "2026-11-21T00:00:00Z"),
        ("²", "2026-11-21", "2026-11-21T00:00:00Z"),
        ("9" * 30, "2026-11-21", "2026-11-21T00:00:00Z"),
    ],
)
def test_the_date_is_the_epochs_or_the_outlines(
    epoch: str, date: str, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH wins over the outline's date; without either it is 1980."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    made = write(read(f"title: 书\ndate: {date!r}\ntopics: [a]\n"))
    core = made.xml("docProps/core.xml")
    times = [core.findtext(f"{TERMS}{name}") for name in ("created", "modified")]
    assert times == [moment, moment]


@DECKS
def test_every_part_is_well_formed_and_typed(made: object) -> None:
    """All XML parses, and the content types name every part and no other."""
    deck: Written = made()  # type: ignore[operator]  # a cached function
    for name in deck.parts:
        if name.endswith((".xml", ".rels")):
            deck.xml(name)
    types = deck.xml("[Content_Types].xml")
    named = {one.get("PartName").lstrip("/") for one in types.iter(f"{TYPES}Override")}
    known = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
    parts = set(deck.parts) - {"[Content_Types].xml"}
    assert named <= parts
    assert {name for name in parts - named if name.rpartition(".")[2] not in known} == set()
    assert all(name in named for name in parts if name.endswith(".xml"))


@DECKS
def test_every_relationship_leads_to_a_part(made: object) -> None:
    """No target is missing, none is named twice by one part, and every id used is there."""
    deck: Written = made()  # type: ignore[operator]  # a cached function
    for name in deck.parts:
        targets = deck.targets(name)
        inside = [target for target in targets.values() if "://" not in target]
        assert set(inside) <= set(deck.parts), name
        if name in deck.slides:
            assert len(set(targets.values())) == len(targets), name
        if name.endswith(".xml"):
            used = {
                value
                for element in deck.xml(name).iter()
                for key, value in element.attrib.items()
                if key.startswith(R)
            }
            assert used <= set(targets), name


@DECKS
def test_numbers_are_in_the_ranges_that_powerpoint_takes(made: object) -> None:
    """Slides from 256, masters and layouts from 2^31 in one number space."""
    deck: Written = made()  # type: ignore[operator]  # a cached function
    presentation = deck.xml("ppt/presentation.xml")
    slides = [int(one.get("id")) for one in presentation.iter(f"{P}sldId")]
    assert slides == list(range(256, 256 + len(deck.slides)))
    masters = [int(one.get("id")) for one in presentation.iter(f"{P}sldMasterId")]
    master = deck.xml("ppt/slideMasters/slideMaster1.xml")
    layouts = [int(one.get("id")) for one in master.iter(f"{P}sldLayoutId")]
    assert len({*masters, *layouts}) == len(masters) + len(layouts)
    assert min(masters + layouts) >= 2**31


def test_the_properties_are_true() -> None:
    """Title, author and subject are the outline's; the counts are counted."""
    deck = talk()
    core = deck.xml("docProps/core.xml")
    assert core.findtext(f"{CORE}title") == "口碑铁三角"
    assert core.findtext(f"{CORE}creator") == "读书会"
    assert core.findtext(f"{CORE}subject") == "《参与感》读书分享"
    assert core.findtext(f"{CORE}language") == "zh-CN"
    app = deck.xml("docProps/app.xml")
    assert int(app.findtext(f"{APP}Slides")) == len(deck.slides)
    notes = [name for name in deck.parts if name.startswith("ppt/notesSlides/notes")]
    assert int(app.findtext(f"{APP}Notes")) == len(notes)
    titles = [one.text for one in app.find(f"{APP}TitlesOfParts").iter() if one.text]
    assert titles == [deck.theme.title, *(page.title for page in deck.scene.pages)]
    words = sum(len(one.text or "") for name in deck.slides for one in deck.xml(name).iter(f"{A}t"))
    assert 0.5 * words < int(app.findtext(f"{APP}Words")) <= words


def test_a_plain_deck_and_map_load_no_stranger(tmp_path: Path) -> None:
    """What reads templates, writes workbooks or draws pixels is not for a deck of words.

    Nor is OpenSSL, unless a link is drawn as a QR code: segno brings it.
    """
    (tmp_path / "talk.yaml").write_text(re.sub("^link: .*\n", "", TALK, flags=re.M), "utf-8")
    code = (
        "import sys; from deckgen.cli import deckgen; "
        "deckgen(['deck', 'talk.yaml', '-q', '-o', 'talk.pptx'], standalone_mode=False); "
        "deckgen(['map', 'talk.yaml', '-q', '-o', 'talk.svg'], standalone_mode=False); "
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'PIL', 'lxml', 'pptx', "
        "'pygments', 'pypdfium2_raw', 'xlsxwriter', '_hashlib'}))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout == "[]\n"


def test_relationships_grow_with_the_slide_and_not_with_the_deck() -> None:
    """A slide in a deck of two hundred has as many as in a deck of twenty."""

    def most(count: int) -> int:
        lines = "".join(f"- 第{n}章:\n    gist: 说\n    points: [甲, 乙]\n" for n in range(count))
        deck = write(read(f"title: 书\ndeck: {{agenda: false}}\ntopics:\n{lines}"))
        lists = ("takeaways", "agenda", "section")  # as long as the deck has sections
        return max(
            len(deck.targets(name))
            for page, name in zip(deck.scene.pages, deck.slides, strict=True)
            if page.kind not in lists
        )

    assert most(20) == most(200)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.io/b?c=1&d=2#e", "https://a.io/b?c=1&d=2#e"),
        ("https://a.io/a b", "https://a.io/a%20b"),
        ('https://a.io/"<x>', "https://a.io/%22%3Cx%3E"),
        ("https://a.io/书", "https://a.io/%E4%B9%A6"),
        ("https://a.io/%E4%B9%A6", "https://a.io/%E4%B9%A6"),
        ("https://a.io/\x01\ud800", "https://a.io/%01?"),
    ],
)
def test_addresses_are_quoted(url: str, target: str) -> None:
    """What no URI may hold is quoted once; what is quoted already stays."""
    parts = PartList()
    part = parts.add("/a.xml", "text/xml")
    assert relate_url(part, url) == "rId1"
    (link,) = ElementTree.fromstring(relationships_xml(part))
    assert (link.get("Id"), link.get("Target")) == ("rId1", target)
