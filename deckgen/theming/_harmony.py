"""A whole palette from one accent, and a palette's counterpart on the other kind of ground.

Both are made in OKLCH. Neutral colours are tinted with the accent. The other five accents have
about its lightness and its chroma; their hues are those that stay apart for all eyes, those with
two kinds of cones included, and one of them is a green and one a red, for what is good and what is
bad. Words in the background's or the text's colour can be read on all six.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from ..model.color import ACCENTS, ColorRole, Rgb, contrast
from ..model.record import record
from ._oklch import Lab, Oklch, hue_distance, nearest_sight, sights
from ._schema import DARK_GROUND, READABLE

GREY = 0.03  # chroma below which a colour has no hue to speak of
COOL = 255.0  # the hue of what goes with a grey
QUIET, VIVID = 0.075, 0.15  # chroma of accents
STEPS = (-0.07, 0.0, 0.07)  # lightness, beside the accent's: hue alone is lost on some eyes
HUES = tuple(range(0, 360, 20))
WHERE = (148.0, 27.0)  # hues of good and bad
SPAN = 22.0  # degrees to either side
CALM = 0.8  # of the chroma that sRGB has at a lightness and hue
SAME = 39.0  # degrees within which two hues look like shades of one
NUDGE = 0.004

Tone = tuple[int, int]


@record
class Ground:
    """What a light or dark palette is made of.

    Neutrals by lightness and chroma, the lightness that the first accent and the others may have,
    and how tones are made.
    """

    background: tuple[float, float]
    surface: tuple[float, float]
    text: tuple[float, float]
    muted: tuple[float, float]
    first: tuple[float, float]
    others: tuple[float, float]
    soft: Tone
    mid: Tone


LIGHT = Ground(
    background=(0.993, 0.003),
    surface=(0.963, 0.01),
    text=(0.255, 0.025),
    muted=(0.475, 0.025),
    first=(0.3, 0.86),
    others=(0.45, 0.74),
    soft=(18, 80),
    mid=(55, 42),
)
DARK = Ground(
    background=(0.185, 0.014),
    surface=(0.25, 0.018),
    text=(0.965, 0.006),
    muted=(0.77, 0.02),
    first=(0.64, 0.94),
    others=(0.7, 0.8),
    soft=(24, 0),
    mid=(62, 0),
)
NEUTRALS = (ColorRole.BACKGROUND, ColorRole.SURFACE, ColorRole.TEXT, ColorRole.MUTED)


def is_dark(colors: Mapping[ColorRole, Rgb]) -> bool:
    """Tell whether a palette's ground is a dark one."""
    return colors[ColorRole.BACKGROUND].luminance < DARK_GROUND


def harmony(accent: Rgb, dark: bool) -> dict[ColorRole, Rgb]:
    """Return the colours of a light or dark palette that goes with an accent.

    The accent itself is its first, as it is wherever it can be seen on that ground.
    """
    ground = DARK if dark else LIGHT
    given = Oklch.of(accent)
    hue = given.hue if given.chroma >= GREY else COOL
    tint = min(1.0, given.chroma / GREY)
    colors = _neutrals(ground, hue, tint)
    lightness = _within(ground.first, given.lightness)
    first = accent if lightness == given.lightness else replace(given, lightness=lightness).rgb
    colors[ColorRole.ACCENT1] = first
    _keep_readable(colors, (ColorRole.ACCENT1,))
    base = Oklch.of(colors[ColorRole.ACCENT1])
    base = Oklch(
        _within(ground.others, base.lightness), _within((QUIET, VIVID), base.chroma), base.hue
    )
    return colors | dict(zip(ACCENTS[1:], _others(colors, base), strict=True))


def verdicts(colors: Mapping[ColorRole, Rgb]) -> dict[ColorRole, ColorRole]:
    """Return the accents of a `harmony` that say good and bad: the same in light and dark."""
    first = Oklch.of(colors[ColorRole.ACCENT1])

    def role(hue: float, other: ColorRole) -> ColorRole:
        is_it = first.chroma >= GREY and hue_distance(first.hue, hue) < SPAN
        return ColorRole.ACCENT1 if is_it else other

    green, red = WHERE
    return {
        ColorRole.POSITIVE: role(green, ColorRole.ACCENT3),
        ColorRole.NEGATIVE: role(red, ColorRole.ACCENT5),
    }


def counterpart(colors: Mapping[ColorRole, Rgb], dark: bool) -> dict[ColorRole, Rgb]:
    """Return the same hues on the other kind of ground."""
    ground = DARK if dark else LIGHT
    tone = Oklch.of(colors[ColorRole.BACKGROUND])
    others = [Oklch.of(colors[role]) for role in ACCENTS]
    hue = tone.hue if tone.chroma > 0.004 else others[0].hue
    made = _neutrals(ground, hue, min(1.0, max(tone.chroma, others[0].chroma / 4) / GREY))
    low, high = (0.68, 0.8) if dark else (0.46, 0.53)
    darkest = min(color.lightness for color in others)
    brightest = max(color.lightness for color in others)
    for role, color in zip(ACCENTS, others, strict=True):
        share = (color.lightness - darkest) / (brightest - darkest or 1)
        lightness = low + share * (high - low)
        made[role] = _calm(Oklch(lightness, min(color.chroma, VIVID), color.hue)).rgb
    _keep_readable(made, ACCENTS)
    return made


def tones(colors: Mapping[ColorRole, Rgb]) -> dict[str, Tone]:
    """Return how soft and mid are made; soft is as strong as muted words on it allow."""
    dark = is_dark(colors)
    ground = DARK if dark else LIGHT
    soft, muted = ground.soft, colors[ColorRole.MUTED]
    while any(contrast(muted, colors[role].shift(*soft)) < READABLE for role in ACCENTS):
        soft = (soft[0] - 1, soft[1] if dark else soft[1] + 1)
    return {"soft": soft, "mid": ground.mid}


def _within(bounds: tuple[float, float], value: float) -> float:
    return min(bounds[1], max(bounds[0], value))


def _neutrals(ground: Ground, hue: float, tint: float) -> dict[ColorRole, Rgb]:
    tones = (ground.background, ground.surface, ground.text, ground.muted)
    return {
        role: Oklch(lightness, chroma * tint, hue).rgb
        for role, (lightness, chroma) in zip(NEUTRALS, tones, strict=True)
    }


def _keep_readable(colors: dict[ColorRole, Rgb], roles: Sequence[ColorRole]) -> None:
    """Move colours to the side of the first one: all with bright words on them, or all with dark.

    The side is that which the first is nearer to. Text grows stronger where it must.
    """
    background, text = colors[ColorRole.BACKGROUND], colors[ColorRole.TEXT]
    first = colors[roles[0]]
    words = max((background, text), key=lambda word: contrast(word, first))
    step = NUDGE if words.luminance < first.luminance else -NUDGE
    for role in roles:
        colors[role] = _moved(colors[role], step, lambda color: contrast(words, color) >= READABLE)


def _moved(color: Rgb, step: float, is_good: Callable[[Rgb], bool]) -> Rgb:
    """Return a colour lighter or darker by as many steps as it takes."""
    tone = Oklch.of(color)
    while not is_good(color) and 0 < tone.lightness < 1:
        tone = replace(tone, lightness=tone.lightness + step)
        color = tone.rgb
    return color


def _others(colors: Mapping[ColorRole, Rgb], base: Oklch) -> list[Rgb]:
    """Return five more accents, each as far from all before it as there is one.

    A green and a red are the third and the fifth, unless the accent is one itself: light and dark
    have them at the same places.
    """
    first = colors[ColorRole.ACCENT1]
    words = max(
        (colors[ColorRole.BACKGROUND], colors[ColorRole.TEXT]),
        key=lambda word: contrast(word, first),
    )
    known = [sights(first)]
    choices = _choices(base, words)
    if base.chroma >= GREY:
        choices = {
            one: choice
            for one, choice in choices.items()
            if hue_distance(one.hue, base.hue) >= SAME
        }
    found: list[Rgb] = []
    for hue in (*WHERE, *(5 - len(WHERE)) * (None,)):
        if hue is not None and base.chroma >= GREY and hue_distance(base.hue, hue) < SPAN:
            hue = None
        room = [one for one in choices if hue is None or hue_distance(one.hue, hue) <= SPAN]
        best = max(room or choices, key=lambda one: _apart(choices[one][1], known))
        color, seen = choices.pop(best)
        known.append(seen)
        found.append(color)
        # no second one of a hue while there are others
        others = {
            one: choice
            for one, choice in choices.items()
            if hue_distance(one.hue, best.hue) >= SAME
        }
        choices = others or choices
    good, bad, *rest = found
    two, four, six = sorted(rest, key=lambda color: -_apart(sights(color), known[:1]))
    return [two, good, four, bad, six]


def _choices(base: Oklch, words: Rgb) -> dict[Oklch, tuple[Rgb, tuple[Lab, ...]]]:
    """Return the accents there may be, on which those words can be read, and how they are seen."""
    found: dict[Oklch, tuple[Rgb, tuple[Lab, ...]]] = {}
    step = NUDGE if words.luminance < base.rgb.luminance else -NUDGE
    for hue in HUES:
        for more in STEPS:
            tone = Oklch(base.lightness + more, base.chroma, (base.hue + hue) % 360)
            tone = _calm(tone)
            color = _moved(tone.rgb, step, lambda color: contrast(words, color) >= READABLE)
            found[tone] = (color, sights(color))
    return found


def _calm(tone: Oklch) -> Oklch:
    """Return a colour that leaves room for its shades: those of the most vivid ones glare."""
    most = Oklch.of(replace(tone, chroma=1).rgb).chroma
    return replace(tone, chroma=min(tone.chroma, CALM * most))


def _apart(seen: tuple[Lab, ...], known: Iterable[tuple[Lab, ...]]) -> float:
    return min(nearest_sight(seen, other) for other in known)
