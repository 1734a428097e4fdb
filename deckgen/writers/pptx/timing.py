"""What moves: the build of a slide, click by click, and the transition to it.

The tree is the one that PowerPoint itself writes: a main sequence of clicks, in each of them one
effect a shape or paragraph, the first on the click and the others with it. Whatever a step names
is hidden until then; on paper all of it shows.

ECMA-376 part 1, 19.5 (animation); presets: 10 is Fade, of the class "entr" (entrance).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from ...model.scene import Box, Page, Shape, Target

TRANSITIONS = {
    "fade": '<p:transition spd="med"><p:fade/></p:transition>',
    "push": '<p:transition spd="slow"><p:push dir="l"/></p:transition>',
    "rise": '<p:transition spd="slow"><p:push dir="u"/></p:transition>',
}
FADE = 500  # ms
_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_KEYS = "".join(
    f'<p:{name}><p:cond evt="{event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:{name}>'
    for name, event in (("prevCondLst", "onPrev"), ("nextCondLst", "onNext"))
)


def transition_xml(page: Page) -> str:
    """Return the page's p:transition, or nothing."""
    return TRANSITIONS[page.transition] if page.transition else ""


def timing_xml(page: Page, ids: Sequence[int]) -> str:
    """Return the page's p:timing, or nothing; `ids` are those of its shapes, in order."""
    if not page.steps:
        return ""
    numbers = count(1)
    root, sequence = next(numbers), next(numbers)
    clicks = "".join(_click(step, page.shapes, ids, numbers) for step in page.steps)
    return (
        f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" '
        'nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        f'<p:cTn id="{sequence}" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{clicks}'
        f"</p:childTnLst></p:cTn>{_KEYS}</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{_builds(page, ids)}</p:timing>"
    )


def _click(
    step: Sequence[Target], shapes: Sequence[Shape], ids: Sequence[int], numbers: Iterator[int]
) -> str:
    """Return what one click brings in."""
    outer, inner = next(numbers), next(numbers)
    effects: list[str] = []
    for target in step:
        for element in _elements(target, ids[target.shape]):
            node = "withEffect" if effects else "clickEffect"
            group = ' grpId="0"' if isinstance(shapes[target.shape], Box) else ""
            effects.append(_effect(element, node, group, numbers))
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}<p:childTnLst>{"".join(effects)}'
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _elements(target: Target, number: int) -> Iterator[str]:
    """Yield what effects point at: the shape, or one paragraph after the other."""
    if target.first < 0:
        yield f'<p:tgtEl><p:spTgt spid="{number}"/></p:tgtEl>'
        return
    for place in range(target.first, target.last + 1):
        yield (
            f'<p:tgtEl><p:spTgt spid="{number}"><p:txEl><p:pRg st="{place}" end="{place}"/>'
            "</p:txEl></p:spTgt></p:tgtEl>"
        )


def _effect(element: str, node: str, group: str, numbers: Iterator[int]) -> str:
    """Return a fade: the thing is made visible, and its ink comes in."""
    effect, visible, fade = next(numbers), next(numbers), next(numbers)
    return (
        f'<p:par><p:cTn id="{effect}" presetID="10" presetClass="entr" presetSubtype="0" '
        f'fill="hold"{group} nodeType="{node}">{_AT_ONCE}<p:childTnLst>'
        f'<p:set><p:cBhvr><p:cTn id="{visible}" dur="1" fill="hold">{_AT_ONCE}</p:cTn>{element}'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set>'
        '<p:animEffect transition="in" filter="fade"><p:cBhvr>'
        f'<p:cTn id="{fade}" dur="{FADE}"/>{element}</p:cBhvr></p:animEffect>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _builds(page: Page, ids: Sequence[int]) -> str:
    """Return the list of shapes with text that are built; a group or picture has no entry."""
    entries: dict[int, str] = {}
    for target in (target for step in page.steps for target in step):
        shape = page.shapes[target.shape]
        if isinstance(shape, Box):
            by_paragraph = ' build="p"' if target.first >= 0 else ""
            ground = ' animBg="1"' if shape.fill or shape.line else ""
            entries[ids[target.shape]] = by_paragraph or ground
    inner = "".join(f'<p:bldP spid="{spid}" grpId="0"{how}/>' for spid, how in entries.items())
    return f"<p:bldLst>{inner}</p:bldLst>" if inner else ""
