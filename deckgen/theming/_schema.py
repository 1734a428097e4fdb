"""THE table of fields: what may be written in a theme, what it holds, what it is for.

The loader, its hints and the JSON Schema are all made from it. `kind` says how a value is read
(`_fields.py`) and which schema it has (`schema.py`). Lengths are inches on a page 7.5 inches high.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from ..model.color import ACCENTS, VERDICTS, ColorRole
from ..model.mindmap import EDGES
from ..model.record import record
from ..model.style import Align, Face


class Kind(StrEnum):
    """What a field holds."""

    WORDS = "words"
    FLAG = "flag"
    NUMBER = "number"
    COUNT = "count"  # a whole number
    LENGTH = "length"  # inches
    POINTS = "points"
    NUMBERS = "numbers"  # a list, of `count` where that is not 0
    RGB = "rgb"  # "#07C160"
    COLOR = "color"  # a role, and a tone: "accent1 soft"
    ACCENT = "accent"  # the name of an accent
    CHOICE = "choice"
    LIST = "list"  # of words, or of `choices`
    COLORS = "colors"  # a list of roles and tones
    GROUP = "group"  # a mapping of `fields`
    GROUPS = "groups"  # a list of such mappings
    NAMED = "named"  # a mapping of names to what `fields` says, or to lists of it (`is_list`)


MOST_NUMBER = 10_000


@record
class Field:
    """One field; without a value it has its `default`, or must be given if that is None."""

    name: str
    kind: Kind
    doc: str
    default: Any = ""
    least: float = 0
    most: float = MOST_NUMBER
    count: int = 0
    choices: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    is_list: bool = False


DARK_GROUND = 0.18  # relative luminance below which a ground counts as dark
READABLE = 4.6  # a little over 4.5: renderers round each channel
DIVIDERS = ("tile", "block", "bare")
MAP_SHAPES = ("capsule", "card", "underline", "plain")
CORNERS = ("top left", "top right", "bottom left", "bottom right")
FOOTER_FIELDS = ("title", "book", "author", "section")
LIGHT, DARK = "light", "dark"
PAGE, RULE = "page", "rule"  # names of decor that are no layout kinds
FAR = 100  # inches; the page is 13.3 wide

# every style that some layout asks for
STYLES = (
    "cover", "cover_lead", "cover_fact", "title", "lead", "body1", "body2", "body3", "few1", "few2",
    "card_head", "card_text", "card_item", "corner_head", "corner_text", "corner_item",
    "panel_head", "panel_head_muted", "panel_text", "row_line", "step", "step_text", "node_head",
    "node_text", "node_item", "node_name", "spoke_head", "spoke_text", "center", "level",
    "level_text", "axis", "axis_up", "milestone", "milestone_text", "milestone_item", "term",
    "result", "operator", "term_text", "stat_number", "stat_text", "case_name", "case_tag",
    "case_lead", "case_head", "case_text", "case_item", "statement", "quote", "quote_mark",
    "quote_by", "question", "row_number", "row_head", "row_text", "row_gist", "row_side",
    "section_number", "section_title", "section_lead", "section_nav", "hero_label", "hero",
    "fact_label", "fact_value", "cell", "cell_head", "cell_small", "chart", "caption", "code",
    "map_root", "map_branch", "map_leaf", "icon", "footer", "number", "notes",
)  # fmt: skip

COLORS = (
    *(
        Field(role.value, Kind.RGB, doc, None)
        for role, doc in (
            (ColorRole.BACKGROUND, "the page"),
            (ColorRole.SURFACE, "cards and panels"),
            (ColorRole.TEXT, "words"),
            (ColorRole.MUTED, "quieter words"),
        )
    ),
    *(
        Field(role.value, Kind.RGB, f"accent of section or series {number}", None)
        for number, role in enumerate(ACCENTS, 1)
    ),
    *(
        Field(role.value, Kind.ACCENT, f"the accent that says {word}; the {hue} otherwise")
        for role, word, hue in zip(VERDICTS, ("good", "bad"), ("greenest", "reddest"), strict=True)
    ),
)
TONES = (
    Field("soft", Kind.NUMBERS, "pale ground: lumMod and lumOff in %", None, most=100, count=2),
    Field("mid", Kind.NUMBERS, "lines, quiet shapes: lumMod and lumOff in %", None, 0, 100, 2),
)
FONT = (
    Field("latin", Kind.WORDS, "face of Latin letters and digits"),
    Field("ea", Kind.WORDS, "face of Chinese"),
    Field("fallbacks", Kind.LIST, "faces where those are not installed, nearest first"),
    Field("hant", Kind.WORDS, "face of traditional Chinese"),
    Field("jpan", Kind.WORDS, "face of Japanese"),
    Field("hang", Kind.WORDS, "face of Korean"),
)
FONTS = (
    Field(Face.MAJOR, Kind.GROUP, "titles", fields=FONT),
    Field(Face.MINOR, Kind.GROUP, "everything else", fields=FONT),
    Field(Face.MONO, Kind.GROUP, "listings", fields=FONT),
)
GRID = (
    Field("margin", Kind.LENGTH, "left and right of everything", 0.75, most=3),
    Field("gutter", Kind.LENGTH, "between two of the twelve columns", 0.2, most=0.5),
    Field("title", Kind.NUMBERS, "the title's band: its top, and its height", None, count=2),
    Field("lead", Kind.NUMBERS, "the lead's band: its top, and its height", None, count=2),
    Field("body", Kind.NUMBERS, "the body's band: its top, and its height", None, count=2),
    Field("footer", Kind.NUMBERS, "the footer's band: its top, and its height", None, count=2),
)
SHADOW = (
    Field("distance", Kind.POINTS, "how far it falls, straight down", 2, most=20),
    Field("blur", Kind.POINTS, "how soft it is", 8, most=60),
    Field("strength", Kind.COUNT, "how dark it is, in %", 18, most=100),
    Field("color", Kind.COLOR, "its colour; the darker of text and background otherwise"),
)
TOKENS = (
    Field("corner", Kind.LENGTH, "radius of the corners of cards", 0),
    Field("line", Kind.POINTS, "width of lines", 1),
    Field("gap", Kind.LENGTH, "between two cards", 0.25),
    Field("padding", Kind.NUMBERS, "inside a card: sideways, and above and below", None, count=2),
    Field("card", Kind.COLOR, "ground of cards", "surface"),
    Field("card_line", Kind.COLOR, "outline of cards; none otherwise"),
    Field("divider", Kind.CHOICE, "how a section's number stands", DIVIDERS[0], choices=DIVIDERS),
    Field("shadow", Kind.GROUP, "shadow of cards; none otherwise", fields=SHADOW),
)
STYLE = (
    Field("sizes", Kind.NUMBERS, "points, from the largest to the smallest", None, 1, 400),
    Field("face", Kind.CHOICE, "which pair of fonts", Face.MINOR.value, choices=tuple(Face)),
    Field("bold", Kind.FLAG, "bold"),
    Field("italic", Kind.FLAG, "italic"),
    Field("color", Kind.COLOR, "a role, and a tone of it", "text"),
    Field("align", Kind.CHOICE, "to which side", Align.LEFT.value, choices=tuple(Align)),
    Field("spacing", Kind.COUNT, "line spacing in %", 100, 50, 300),
    Field("before", Kind.NUMBER, "points before a paragraph", 0),
    Field("bullet", Kind.WORDS, "the mark before a paragraph"),
    Field("bullet_color", Kind.COLOR, "the mark's colour", "accent1 ink"),
    Field("margin", Kind.LENGTH, "where the text begins", 0),
    Field("hang", Kind.LENGTH, "how far the mark stands before it", 0),
)
MAP = (
    Field("shapes", Kind.LIST, "shape of a node by depth", choices=MAP_SHAPES),
    Field("styles", Kind.GROUPS, "text of a node by depth", fields=STYLE),
    Field("gist", Kind.GROUP, "text of a gist", fields=STYLE),
    Field("edge", Kind.CHOICE, "how nodes are joined", EDGES[0], choices=EDGES),
    Field("edge_widths", Kind.NUMBERS, "width of a line by depth, in points", None),
    Field("level_gap", Kind.LENGTH, "between two levels", 0),
    Field("sibling_gap", Kind.LENGTH, "between neighbours", 0),
    Field("text_width", Kind.LENGTH, "where a title wraps", 0),
)
PAINT = (
    Field("fill", Kind.COLOR, "a role, and a tone of it", "accent1"),
    Field("gradient", Kind.COLORS, "two to five roles in the place of a fill"),
    Field("angle", Kind.COUNT, "where a gradient runs: 0 to the right, 90 down", 90, 0, 359),
    Field("radial", Kind.FLAG, "a gradient from the middle outwards"),
)
SHAPE = (
    Field("rect", Kind.NUMBERS, "left, top, width, height", None, -FAR, FAR, 4),
    Field("ellipse", Kind.NUMBERS, "left, top, width, height", None, -FAR, FAR, 4),
    Field("path", Kind.WORDS, "SVG path data: absolute M, L, C and Z, in inches"),
    *PAINT,
    Field("corner", Kind.LENGTH, "a rectangle's rounded corners", 0),
    Field("every", Kind.NUMBERS, "again at that distance, up to the edge", None, count=2),
)
GROUND = (
    *PAINT,
    Field("picture", Kind.WORDS, "a PNG or JPEG beside the theme, over the whole page"),
    Field(
        "veil",
        Kind.COUNT,
        "% of the background over it; what words need otherwise",
        0,
        most=100,
    ),
)
LOGO = (
    Field("file", Kind.WORDS, "a PNG or JPEG beside the theme"),
    Field("corner", Kind.CHOICE, "where it stands", "top right", choices=CORNERS),
    Field("height", Kind.LENGTH, "how high it is", 0.45, 0.1, 2),
    Field("space", Kind.LENGTH, "room round it where nothing else stands", 0.12, 0, 1),
    Field("alt", Kind.WORDS, "whose it is, for those who cannot see it"),
)
FRAME = Field("frame", Kind.NUMBERS, "left, top, width, height", None, -FAR, FAR, 4)

ACCENT = Field("accent", Kind.RGB, "one colour that the whole palette is made from")
PALETTE = Field("palette", Kind.GROUP, "a colour for each role", fields=COLORS)
TONE = Field("tones", Kind.GROUP, "how tones are made from accents", fields=TONES)
CONTRAST = Field(
    "contrast", Kind.NUMBER, "least contrast of coloured words", READABLE, READABLE, 15
)
TOKEN = Field("tokens", Kind.GROUP, "how drawn boxes look", fields=TOKENS)
DECOR = Field("decor", Kind.NAMED, "shapes of the master, by layout", fields=SHAPE, is_list=True)
BACKGROUND = Field("background", Kind.NAMED, "what a page stands on, by layout", fields=GROUND)
MARK = Field("logo", Kind.GROUP, "a picture on every page", fields=LOGO)
VARIANT = (ACCENT, PALETTE, TONE, CONTRAST, TOKEN, DECOR, BACKGROUND, MARK)
THEME = (
    Field("extends", Kind.WORDS, "the theme that this one changes; base otherwise"),
    Field("title", Kind.WORDS, "its name, as PowerPoint shows it"),
    ACCENT,
    PALETTE,
    TONE,
    CONTRAST,
    Field("fonts", Kind.GROUP, "pairs of Latin and Chinese faces", fields=FONTS),
    Field("grid", Kind.GROUP, "margins and bands of a page", fields=GRID),
    TOKEN,
    Field("larger", Kind.COUNT, "steps up the scale for all styles", 0, most=2),
    Field("styles", Kind.NAMED, "how each kind of text is set", fields=STYLE, choices=STYLES),
    Field("map", Kind.GROUP, "how the mind map looks", fields=MAP),
    DECOR,
    BACKGROUND,
    MARK,
    Field("footer", Kind.WORDS, "footer; may hold {title} {book} {author} {section}"),
    Field("frames", Kind.NAMED, "frames put elsewhere: by layout, then by name", fields=(FRAME,)),
    Field("variants", Kind.NAMED, "what differs in light, dark, or another", fields=VARIANT),
)
