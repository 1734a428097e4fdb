"""A template to a Theme: its colours, fonts and room.

`theme_text` says colours and fonts in the theme language, so that they become roles and tones as
in any theme; `adapt` gives that theme the template's page, bands and slots. Its layouts come with
`Hosted`.
"""

from __future__ import annotations

import json
from dataclasses import replace

from ..model.style import TextStyle
from ..model.theme import ShapeTokens, Theme
from ..model.units import Insets
from ._colors import SLOTS
from ._palette import Roles, native_palette, roles_of, tones_of
from ._room import grid_of, scale_of
from .choose import Fitting
from .match import DRAWN


def theme_text(fitting: Fitting) -> str:
    """Return a template's colours and fonts as a theme file."""
    template, drawn = fitting.template, fitting.matches[DRAWN].layout
    master, roles = template.masters[drawn.master], _roles(fitting)
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
    master, roles = template.masters[drawn.layout.master], _roles(fitting)
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


def _roles(fitting: Fitting) -> Roles:
    """Return the roles for what is drawn; a list's text, or a title, tells what can be read."""
    matches = fitting.matches
    drawn = matches[DRAWN].layout
    slots = fitting.template.masters[drawn.master].colors
    body = matches["bullets"].holders.get("body") if "bullets" in matches else None
    told = body or matches[DRAWN].holders.get("body") or matches[DRAWN].title
    role = told.styles[0].color.role if told else None
    slot = next((slot for slot, one in SLOTS.items() if one is role), "")
    return roles_of(slots, drawn.ground, slots.get(slot))


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
