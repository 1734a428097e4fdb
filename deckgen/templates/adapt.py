"""A template to a Theme: its colours, fonts and room, and its layouts under ours.

`theme_text` says colours and fonts in the theme language, so that they become roles and tones as
in any theme; `adapt` gives that theme the template's page, bands and slots; `Hosted` stands each of
our layouts on one of the template's, and `seated` settles a page there. The one thing to know: a
text either fills a placeholder of the template and inherits its look, or is a free shape in theme
colours on the slide.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model.color import ColorRole
from ..model.deck import Deck
from ..model.scene import Box, Page, Scene, Shape
from ..model.style import Anchor, TextStyle
from ..model.template import Native, TemplateHolder
from ..model.theme import LayoutSpec, Placeholder, ShapeTokens, Theme
from ..model.units import Emu, Insets, Rect, around, inches
from ._palette import native_palette, roles_of, tones_of
from ._room import free_area, grid_of, scale_of
from .choose import Fitting
from .match import DRAWN, Match

TITLE, LEAD, FOOTER, NUMBER = 0, 14, 11, 12  # our own placeholders, as layouts number them
SUBTITLE, BODY = 1, 1
SMALL = {FOOTER: "ftr", NUMBER: "sldNum"}
WHOLE = "bullets-whole"  # a list without a lead above it has all of the template's body
FACTS = 13
NO_ROOM = Rect(0, 0, 0, 0)
LEAST_SUBTITLE, LEAST_CONTACTS = inches(1.3), inches(2.2)  # two lines, and the facts
FACTS_SHARE = 50  # of a subtitle's height, in per cent
SMALLER, LEAST_FACTS = 0.7, 12.0  # of the subtitle's size; in points


def theme_text(fitting: Fitting) -> str:
    """Return a template's colours and fonts as a theme file."""
    template, drawn = fitting.template, fitting.matches[DRAWN].layout
    master = template.masters[drawn.master]
    roles = roles_of(master.colors, drawn.ground)
    lines = ["extends: base", f"title: {_quoted(master.title or template.name)}", "palette:"]
    lines += [f'  {role.value}: "#{rgb.hex}"' for role, rgb in roles.colors.items()]
    soft, mid = tones_of(roles)
    lines.append(f"tones: {{soft: {list(soft)}, mid: {list(mid)}}}")
    lines.append("fonts:")
    for name, pair in (("major", master.major), ("minor", master.minor)):
        faces = ", ".join(_quoted(face) for face in pair.fallbacks)
        latin, ea = _quoted(pair.latin), _quoted(pair.ea)
        lines.append(f"  {name}: {{latin: {latin}, ea: {ea}, fallbacks: [{faces}]}}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text or "template")


def adapt(fitting: Fitting, theme: Theme) -> Theme:
    """Return the theme with the template's room and slots; its layouts come with `Hosted`."""
    template, drawn = fitting.template, fitting.matches[DRAWN]
    master = template.masters[drawn.layout.master]
    roles = roles_of(master.colors, drawn.layout.ground)
    scale = scale_of(template.page)
    styles = {name: _scaled(style, scale) for name, style in theme.styles.items()}
    if drawn.title:
        styles["title"] = replace(drawn.title.styles[0], name="title")
    return replace(
        theme,
        palette=native_palette(theme.palette, roles, master.colors),
        styles=styles,
        grid=grid_of(template.page, fitting.matches, fitting.body),
        tokens=_scaled_tokens(theme.tokens, scale),
        template=template,
    )


def _scaled(style: TextStyle, scale: float) -> TextStyle:
    """Return a style for a page of another size; sizes stay whole points."""
    if scale == 1:
        return style
    sizes = dict.fromkeys(float(max(8, round(size * scale))) for size in style.sizes)
    return replace(
        style,
        sizes=tuple(sizes),
        before_pt=round(style.before_pt * scale, 1),
        margin=round(style.margin * scale),
        indent=round(style.indent * scale),
    )


def _scaled_tokens(tokens: ShapeTokens, scale: float) -> ShapeTokens:
    if scale == 1:
        return tokens
    pad = tokens.padding
    sides = (round(side * scale) for side in (pad.left, pad.top, pad.right, pad.bottom))
    return replace(
        tokens,
        corner=round(tokens.corner * scale),
        line=round(tokens.line * scale),
        gap=round(tokens.gap * scale),
        padding=Insets(*sides),
    )


class Hosted(Mapping[str, LayoutSpec]):
    """Our layouts by name, each standing on a layout of the template's when it is asked for."""

    def __init__(self, plain: Mapping[str, LayoutSpec], theme: Theme, matches: Mapping[str, Match]):
        self._plain = plain
        self._theme = theme
        self._matches = matches
        self._specs: dict[str, LayoutSpec] = {}

    def __getitem__(self, name: str) -> LayoutSpec:
        if name not in self._specs:
            self._specs[name] = self._hosted(name)
        return self._specs[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._plain
        if "bullets" in self._matches:
            yield WHOLE

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _hosted(self, name: str) -> LayoutSpec:
        if name == WHOLE and "bullets" not in self._matches:
            raise KeyError(name)
        spec = self._plain["bullets" if name == WHOLE else name]
        match = self._matches.get(spec.kind, self._matches[DRAWN])
        if spec.kind in self._matches and match.title:
            holders = self._filled(spec, match, name == WHOLE)
        else:
            holders = self._drawn(spec, match)
        return replace(
            spec,
            name=name,
            placeholders=tuple(_small(holder, match) for holder in holders),
            shapes=match.layout.shapes,
            has_rule=False,
            part=match.layout.part,
        )

    def _filled(self, spec: LayoutSpec, match: Match, is_whole: bool) -> tuple[Placeholder, ...]:
        """Return the placeholders of a kind that the template has a layout for."""
        match spec.kind:
            case "title" | "closing":
                return _cover(spec, match, self._theme)
            case "section":
                return _section(spec, match, self._theme)
            case "bullets":
                return _list(spec, match, is_whole)
        return self._drawn(spec, match)

    def _drawn(self, spec: LayoutSpec, match: Match) -> tuple[Placeholder, ...]:
        """Return the placeholders of a kind that is drawn: the title is the template's own.

        A title that stands elsewhere than over the page's content has our look there.
        """
        heading = self._theme.grid.title
        holders: list[Placeholder] = []
        for holder in self._moved(spec, match):
            if holder.idx == TITLE and match.title:
                if holder.frame == heading:
                    holder = _inherited(holder, match.title)
                else:
                    holder = _dressed(holder, match.title)
            holders.append(holder)
        return tuple(holders)

    def _moved(self, spec: LayoutSpec, match: Match) -> tuple[Placeholder, ...]:
        """Move what was placed by the page's measure into what the template leaves free."""
        grid = self._theme.grid
        fixed = dict.fromkeys(SMALL)
        room, free = around((grid.title, grid.lead, grid.body)), free_area(grid.page, match)
        if any(one.idx == TITLE and one.frame == grid.title for one in spec.placeholders):
            fixed |= dict.fromkeys((TITLE, LEAD))
            room = free = around((grid.lead, grid.body))
        moving = [holder.frame for holder in spec.placeholders if holder.idx not in fixed]
        box = around(moving or (room,))
        if box.y >= room.y and box.bottom <= room.bottom:
            return spec.placeholders
        room = Rect(room.x, free.y, room.width, free.height)
        return tuple(
            replace(one, frame=one.frame if one.idx in fixed else _mapped(one.frame, box, room))
            for one in spec.placeholders
        )


def _mapped(frame: Rect, box: Rect, room: Rect) -> Rect:
    """Return a frame's place in the room, as it had it in the box; heights shrink, never grow."""
    if box.height <= room.height:
        top = min(max(box.y, room.y), room.bottom - box.height)
        return frame.shift(0, top - box.y)
    y = room.y + (frame.y - box.y) * room.height // box.height
    return Rect(frame.x, y, frame.width, frame.height * room.height // box.height)


def _native(holder: TemplateHolder) -> Native:
    return Native(holder.kind, holder.idx, is_turned=holder.is_turned)


def _inherited(ours: Placeholder, theirs: TemplateHolder) -> Placeholder:
    """Return our placeholder with the place and the look of the template's.

    One that says no look, as LibreOffice's say none that PowerPoint inherits, has ours.
    """
    if theirs.is_bare:
        native, styles = theirs.styles[0], ours.styles
        if ours.idx == TITLE:
            styles = (replace(styles[0], sizes=native.sizes, align=native.align, bold=False),)
        elif not styles[0].bullet:
            sizes = (_below_size(one.sizes, native.sizes[0]) for one in styles)
            styles = tuple(
                replace(one, sizes=size, align=native.align)
                for one, size in zip(styles, sizes, strict=True)
            )
        return replace(
            ours,
            kind=theirs.kind,
            frame=theirs.frame,
            styles=styles,
            anchor=theirs.anchor,
            insets=theirs.insets,
            native=replace(_native(theirs), is_dressed=True),
        )
    return replace(
        ours,
        kind=theirs.kind,
        name=theirs.name or ours.name,
        frame=theirs.frame,
        styles=theirs.styles,
        anchor=theirs.anchor,
        insets=theirs.insets,
        fill=None,
        line=None,
        corner=0,
        native=_native(theirs),
    )


def _below_size(sizes: tuple[float, ...], most: float) -> tuple[float, ...]:
    """Return the sizes that are not larger than a template's own."""
    return tuple(size for size in sizes if size <= most) or sizes[-1:]


def _dressed(ours: Placeholder, theirs: TemplateHolder) -> Placeholder:
    """Return our title, in its own place and look, as the template's.

    One with a ground covers what marks the place of the template's title.
    """
    native = replace(_native(theirs), is_dressed=True)
    frame, near = ours.frame, theirs.frame.x + 2 * theirs.insets.left
    if ours.fill and theirs.frame.x < frame.x <= near:
        frame = Rect(theirs.frame.x, frame.y, frame.right - theirs.frame.x, frame.height)
    return replace(ours, kind=theirs.kind, frame=frame, native=native)


def _small(ours: Placeholder, match: Match) -> Placeholder:
    """Return footer or number as the layout has it; on a layout without one it is not drawn."""
    if ours.idx not in SMALL or ours.native:
        return ours
    kind = SMALL[ours.idx]
    for theirs in match.layout.holders:
        if theirs.kind == kind and not theirs.is_upright:
            own = _inherited(ours, theirs)
            return replace(own, frame=own.frame.inset(own.insets), insets=Insets())
    return replace(ours, kind="")


def _rest(spec: LayoutSpec) -> tuple[Placeholder, ...]:
    return tuple(holder for holder in spec.placeholders if holder.idx in SMALL)


def _cover(spec: LayoutSpec, match: Match, theme: Theme) -> tuple[Placeholder, ...]:
    """Title and subtitle of the template; what else is said goes on in the subtitle's body."""
    assert match.title
    title = _inherited(spec.placeholder(TITLE), match.title)
    subtitle = match.holders.get("subtitle")
    own = spec.placeholder(SUBTITLE)
    if subtitle:
        own = _inherited(own, subtitle)
        least = LEAST_SUBTITLE if spec.kind == "title" else LEAST_CONTACTS
        own = _grown(own, round(least * scale_of(theme.grid.page)), match, theme)
    else:
        own = _below(own, match, theme)
    facts = next((one for one in spec.placeholders if one.idx == FACTS), None)
    if not facts:
        return title, own, *_rest(spec)
    return title, *_shared(own, facts), *_rest(spec)


def _shared(holder: Placeholder, facts: Placeholder) -> tuple[Placeholder, Placeholder]:
    """Divide a frame between two texts that will stand in it one after the other."""
    frame, insets = holder.frame, holder.insets
    low = frame.height * FACTS_SHARE // 100
    upper = Rect(frame.x, frame.y, frame.width, frame.height - low)
    lower = Rect(frame.x, upper.bottom, frame.width, low)
    style = holder.styles[0]
    sizes = dict.fromkeys(max(LEAST_FACTS, round(size * SMALLER)) for size in style.sizes)
    small = replace(style, sizes=tuple(sizes), bullet="", indent=0)
    native = replace(holder.native, is_joined=True) if holder.native else None
    facts = replace(
        facts,
        frame=lower,
        styles=(small,),
        insets=replace(insets, top=0),
        anchor=holder.anchor,
        native=native,
    )
    return replace(holder, frame=upper, insets=replace(insets, bottom=0)), facts


def _grown(ours: Placeholder, least: Emu, match: Match, theme: Theme) -> Placeholder:
    """Return a placeholder that is too low for two lines, as far down as the page is free."""
    frame = ours.frame
    if frame.height >= least or not ours.native:
        return ours
    free = free_area(theme.grid.page, match)
    below = [one.frame.y for one in match.layout.holders if one.frame.y >= frame.bottom]
    bottom = min([free.bottom, frame.y + least, *below])
    if bottom <= frame.bottom:
        return ours
    frame = Rect(frame.x, frame.y, frame.width, bottom - frame.y)
    return replace(ours, frame=frame, native=replace(ours.native, is_moved=True))


def _below(ours: Placeholder, match: Match, theme: Theme) -> Placeholder:
    """Return a free text under the title, or where there is more room, over it."""
    assert match.title
    free = free_area(theme.grid.page, match)
    frame = match.title.frame
    under = Rect(frame.x, frame.bottom, frame.width, max(1, free.bottom - frame.bottom))
    if frame.y - free.y > under.height:
        under = Rect(frame.x, free.y, frame.width, frame.y - free.y)
    # the title's own colour can be read there
    color = match.title.styles[0].color
    align = match.title.styles[0].align
    styles = tuple(replace(style, color=color, align=align) for style in ours.styles)
    return replace(ours, frame=under, styles=styles, insets=match.title.insets)


def _section(spec: LayoutSpec, match: Match, theme: Theme) -> tuple[Placeholder, ...]:
    """Title and text of the template; number and list of sections have no place there."""
    assert match.title
    text = match.holders.get("text")
    told = {
        TITLE: _inherited(spec.placeholder(TITLE), match.title),
        LEAD: _inherited(spec.placeholder(LEAD), text)
        if text
        else _below(spec.placeholder(LEAD), match, theme),
    }
    return tuple(
        holder if holder.idx in SMALL else told.get(holder.idx, replace(holder, kind=""))
        for holder in spec.placeholders
    )


def _list(spec: LayoutSpec, match: Match, is_whole: bool) -> tuple[Placeholder, ...]:
    """Title and body of the template; a lead takes a line off the body's top, where it has none."""
    assert match.title
    theirs = match.holders["body"]
    title = _inherited(spec.placeholder(TITLE), match.title)
    body = _inherited(spec.placeholder(BODY), theirs)
    lead = spec.placeholder(LEAD)
    if "lead" in match.holders:
        return title, _inherited(lead, match.holders["lead"]), body, *_rest(spec)
    if is_whole:
        return title, replace(lead, frame=NO_ROOM), body, *_rest(spec)
    frame, insets = theirs.frame, theirs.insets
    taken = min(lead.frame.height + insets.top, frame.height // 3)
    strip = Rect(frame.x, frame.y, frame.width, taken)
    lead = replace(lead, frame=strip, insets=replace(insets, bottom=0), anchor=Anchor.TOP)
    assert body.native
    below = Rect(frame.x, strip.bottom, frame.width, frame.height - taken)
    body = replace(body, frame=below, native=replace(body.native, is_moved=True))
    return title, lead, body, *_rest(spec)


def in_one_accent(deck: Deck) -> Deck:
    """Return the deck in the template's first accent: its colours tell whose it is, not where."""
    slides = (replace(slide, accent=ColorRole.ACCENT1) for slide in deck.slides)
    return replace(deck, slides=tuple(slides))


def seated(scene: Scene, theme: Theme) -> Scene:
    """Return the scene with every page settled on its layout."""
    pages = (_seated(page, theme.layouts[page.layout]) for page in scene.pages)
    return replace(scene, pages=tuple(pages))


def _seated(page: Page, spec: LayoutSpec) -> Page:
    """Return the page as it stands on its layout: texts joined that share a placeholder there.

    What the layout has no place for (a kind of nothing) is not drawn: no author said it.
    """
    holders = {holder.idx: holder for holder in spec.placeholders}
    shapes: list[Shape] = []
    for shape in page.shapes:
        holder = holders.get(shape.placeholder) if isinstance(shape, Box) else None
        if holder is None or not isinstance(shape, Box):
            shapes.append(shape)
        elif holder.native and holder.native.is_joined:
            _join(shapes, shape, holder, holders)
        elif holder.kind:
            shapes.append(shape)
    return replace(page, shapes=tuple(shapes))


def _join(
    shapes: list[Shape], box: Box, holder: Placeholder, holders: Mapping[int, Placeholder]
) -> None:
    """Add a box's text to the box of the placeholder that both share, or put it there."""
    shared = replace(holder.native, is_joined=False) if holder.native else None
    host = next(one for one in holders.values() if one.native == shared)
    for place, shape in enumerate(shapes):
        if isinstance(shape, Box) and shape.placeholder == host.idx:
            text = shape.text
            paragraphs = (*text.paragraphs, *box.text.paragraphs)
            height = text.height + box.text.height
            joined = replace(text, paragraphs=paragraphs, height=height)
            frame = around((shape.frame, box.frame))
            shapes[place] = replace(shape, text=joined, frame=frame)
            return
    frame = around((host.frame, holder.frame))
    shapes.append(replace(box, placeholder=host.idx, name=host.name, frame=frame))
