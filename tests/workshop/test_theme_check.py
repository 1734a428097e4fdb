"""`deckgen theme check`: what it finds in a theme, where, and what it says to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from workshop_at_hand import THEMES, run, said, write

from deckgen.model.color import Rgb
from deckgen.problems import Report, Severity
from deckgen.workshop import sample
from deckgen.workshop.check import inspect
from deckgen.workshop.colors import EYES, check_colors, distance
from deckgen.workshop.contrast import check_contrast, ratios
from deckgen.workshop.frames import check_frames
from deckgen.workshop.grounds import standings
from deckgen.workshop.places import Places
from deckgen.workshop.scale import check_faces, check_scale


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in an empty folder."""
    monkeypatch.chdir(tmp_path)


def told(name: str, check: str) -> list[tuple[str, int, str, str]]:
    """Return the problems of one check of a theme: severity, line, message, hint."""
    places = Places(name)
    looks = [sample.look(name, aspect) for aspect in sample.ASPECTS]
    theme = looks[0].theme
    if check == "contrast":
        pages = sample.slides(looks[0], sample.SHOWN, Report())
        found = check_contrast(theme, ratios(theme, standings(pages)), places)
    elif check == "frames":
        found = check_frames(looks, places)
    else:
        alone = {"colours": check_colors, "scale": check_scale, "faces": check_faces}
        found = alone[check](theme, places)
    assert found.name == check
    return [(str(one.severity), one.origin.line, one.message, one.hint) for one in found.problems]


def test_a_pale_grey_is_found_on_every_ground() -> None:
    """With its line, the styles that stand in it, and a shade that would do."""
    write("mine", 'extends: base\npalette:\n  muted: "#A0A8B4"\n')
    faults = told("mine", "contrast")
    assert {line for _, line, _, _ in faults} == {3}
    (lead,) = [fault for fault in faults if fault[2].startswith("muted on background")]
    assert lead[2].startswith("muted on background has a contrast of 2.40:1, 4.5:1 is needed (")
    assert lead[3] == 'muted: "#656F7F" would do'
    write("mine", 'extends: base\npalette:\n  muted: "#656F7F"\n')
    assert [one for one in told("mine", "contrast") if "muted on background" in one[2]] == []


def test_words_over_decoration_are_measured_on_it() -> None:
    """A band behind the titles is their ground, though no role says so; a hairline is not."""
    band = "extends: base\ndecor: {rule: [{rect: [0, 0.2, 0, 1.3], fill: text}]}\n"
    write("mine", band)
    assert [fault[2] for fault in told("mine", "contrast")] == [
        "text on text has a contrast of 1.00:1, 3:1 is needed (title)"
    ]
    write("mine", band.replace("1.3]", "0.03]"))
    assert told("mine", "contrast") == []


def test_accents_that_look_alike_are_found() -> None:
    """Neighbours are a fault, others a risk; and it says to whose eyes."""
    write("mine", 'extends: base\npalette:\n  accent2: "#1F62C0"\n')
    assert told("mine", "colours")[-1] == (
        "error",
        3,
        "accent1 and accent2 look alike to everybody (0.008 apart in Oklab)",
        "make one of them clearly lighter than the other",
    )


def test_eyes_without_green_cones_take_red_for_green() -> None:
    """And no eyes see a colour in a grey; black is as far from white as can be."""
    red, green, grey = Rgb(178, 40, 40), Rgb(98, 101, 40), Rgb(120, 120, 120)
    assert distance(red, green) > 0.18 > 0.03 > distance(red, green, "deutan")
    for eye in EYES:
        assert distance(Rgb(0, 0, 0), Rgb(255, 255, 255), eye) == pytest.approx(1, abs=1e-3)
        assert distance(grey, grey, eye) == 0


def test_small_type_and_sizes_off_the_scale_are_found() -> None:
    """What the back row cannot read is a fault; a size of one's own is a risk."""
    write("mine", "extends: base\nstyles:\n  body1: {sizes: [22, 15]}\n")
    assert told("mine", "scale") == [
        (
            "error",
            3,
            "the style 'body1' goes down to 15 pt",
            "16 is the least that the back row can read",
        ),
        (
            "warning",
            3,
            "the style 'body1' has sizes off the scale: 22 15",
            "the scale is 12 16 18 20 24 28 32 40 54 72 96",
        ),
    ]


def test_faces_without_measures_are_named() -> None:
    """Once each, at the line of their pair."""
    write(
        "mine", "extends: base\nfonts:\n  major: {latin: Slab of Mine, ea: SimSun, fallbacks: []}\n"
    )
    assert [fault[:3] for fault in told("mine", "faces")] == [
        ("warning", 3, "deckgen has no measures for the face 'Slab of Mine'"),
        ("warning", 3, "the font 'major' has no fall-backs"),
    ]


def test_frames_that_meet_or_leave_the_page_are_found() -> None:
    """On both page sizes; of many that are alike, the first few and their number."""
    write("mine", "extends: base\ngrid:\n  lead: [1.2, 1.6]\n  margin: 0.3\n")
    faults = told("mine", "frames")
    first = "layout 'agenda-1' (16:9): '标题' and '导语' overlap, and 1 more like it"
    assert faults[0][:3] == ("error", 3, first)
    assert [fault[2] for fault in faults if fault[0] == "warning"] == [
        "the margin is 26 pt under a twentieth of a 16:9 page",
        "the margin is 14 pt under a twentieth of a 4:3 page",
    ]
    assert sum(fault[2].startswith("so are frames of ") for fault in faults) == 2


def test_a_table_tells_the_worst_of_every_check() -> None:
    """And the exit code is 1 where there is a fault."""
    write("mine", 'extends: base\npalette: {muted: "#A0A8B4"}\n')
    result = run("check", "mine")
    assert result.exit_code == 1
    rows = [(line.split()[0], line.split()[-1]) for line in result.stdout.splitlines()[2:]]
    verdicts = {"contrast": "fault", "colours": "warning"}
    names = ("contrast", "colours", "scale", "faces", "frames", "sample")
    assert rows == [(name, verdicts.get(name, "ok")) for name in names]
    assert said(result).startswith("themes/mine.yaml:2:18: error: muted on ")
    assert "'mine' has faults" in said(result)


def test_programs_get_every_pair() -> None:
    """`--json` holds what the table does, the pairs and the distances."""
    result = run("check", "academy", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [one["name"] for one in found["checks"]][:2] == ["contrast", "colours"]
    stressed, pair = [one for one in found["contrasts"] if one["style"] == "statement"]
    assert (stressed["pair"], pair["pair"]) == ("accent1 ink on background", "text on background")
    assert pair["ratio"] > 7 > pair["needed"] == 3
    assert len(found["distances"]) == 15 * 4


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("inkk", "unknown theme 'inkk'\nhint: did you mean 'ink'?"),
        ("./none.yaml", "cannot find the theme './none.yaml'\nhint: known themes: academy"),
        ("themes/list.yaml", "themes/list.yaml: error: a theme is a mapping of fields"),
        ("themes/off.yaml", "themes/off.yaml:1:11: error: '#12' is not a colour"),
    ],
)
def test_what_cannot_be_loaded_is_said(name: str, words: str) -> None:
    """A wrong name, no such file, a file that is no theme, a theme with a mistake."""
    write("list", "- a\n")
    write("off", 'palette: {accent1: "#12"}\n')
    result = run("check", name)
    assert result.exit_code == 1
    assert words.replace(":1:11:", ":1:20:") in said(result)


def test_gradients_and_pictures_are_grounds() -> None:
    """Of a gradient each colour counts, of a picture the darkest and the brightest place."""
    picture = Image.new("RGB", (64, 36), "#FFFFFF")
    picture.paste("#202020", (0, 0, 32, 36))
    Path("themes").mkdir()
    picture.save("themes/half.png")
    write(
        "mine",
        "extends: base\nbackground:\n"
        "  page: {gradient: [background, surface]}\n"
        "  title: {picture: half.png, veil: 0}\n",
    )
    faults = told("mine", "contrast")
    assert {fault[1] for fault in faults} == {4}
    assert {fault[2].split(" has ")[0] for fault in faults} == {
        "text on a picture",
        "muted on a picture",
    }
    assert "'veil'" in faults[0][3]


@pytest.mark.product
@pytest.mark.parametrize("name", THEMES)
def test_the_themes_that_we_bring_have_no_fault(name: str) -> None:
    """In any check, on both page sizes; of their variants the colours are checked as well."""
    found = inspect(name)
    assert [one.message for one in found.problems if one.severity is Severity.ERROR] == []
    for variant in sample.look(name).theme.variants:
        theme, places = sample.look(name, variant=variant).theme, Places(name, variant)
        checks = (check_colors(theme, places), check_contrast(theme, ratios(theme, ()), places))
        assert [(variant, one.message) for check in checks for one in check.problems
                if one.severity is Severity.ERROR] == []  # fmt: skip


def test_a_variants_problem_is_at_the_variants_line() -> None:
    """Not at that of the colour which it takes the place of."""
    write(
        "mine",
        'extends: base\npalette: {muted: "#5B6472"}\n'
        'variants:\n  dark:\n    palette: {muted: "#444444"}\n',
    )
    result = run("check", "mine", "--variant", "dark")
    assert result.exit_code == 1
    assert "themes/mine.yaml:5:22: error: muted on background" in said(result)
    assert run("check", "mine", "--variant", "light").exit_code == 0


def test_words_under_the_logo_are_found() -> None:
    """Layouts keep clear of it; where one cannot, as a block down the page's side, it is said."""
    Path("themes").mkdir()
    Image.new("RGB", (90, 45), "#C00000").save("themes/logo.png")
    write("mine", "extends: poster\nlogo: {file: logo.png, corner: top left}\n")
    assert [fault[2] for fault in told("mine", "frames")] == [
        "layout 'section-map' (16:9): '节号' lies under the logo",
        "layout 'section-map-long' (16:9): '节号' lies under the logo",
        "layout 'section' (4:3): '节号' lies under the logo",
        "layout 'section-long' (4:3): '节号' lies under the logo",
        "layout 'section-map' (4:3): '节号' lies under the logo",
        "layout 'section-map-long' (4:3): '节号' lies under the logo",
    ]
    write("mine", "extends: poster\nlogo: {file: logo.png, corner: top right}\n")
    assert told("mine", "frames") == []
