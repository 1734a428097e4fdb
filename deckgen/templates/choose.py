"""A template and which of its layouts serve which kinds: as matched, or as somebody chose.

What comes in is a .pptx or .potx, or a YAML file that names one beside it and says what differs
from the matching; `mapping_text` writes such a file. Layouts are named as PowerPoint lists them, or
where two have one name by their part ("slideLayout7"). `drawn` is the layout under every kind that
has none of its own, `body` the frame that these are drawn in, in inches: left, top, width, height.

    template: company.pptx
    layouts:
      bullets: 标题和内容
      drawn: 仅标题
    body: [0.8, 1.7, 11.7, 4.7]
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

import yaml

from ..model.origin import Origin
from ..model.record import record
from ..model.template import Template, TemplateLayout
from ..model.units import EMU_PER_INCH, Rect, inches
from ..plugin import Source
from ..problems import Report, Swap, did_you_mean, fail, meant
from .match import DRAWN, KINDS, Match, match_layouts, serve
from .read import read_template

YAML_SUFFIXES = (".yaml", ".yml")
FIELDS = ("template", "layouts", "body")
MOST_BYTES = 256 * 1024
LEAST_SIDE, MOST_SIDE = 1.0, 60.0  # inches, of the body
NEEDED = {"title": "", "closing": "", "section": "", "bullets": "body"}


@record
class Fitting:
    """A template with the layouts that serve, and the body's frame where somebody gave it."""

    template: Template
    matches: Mapping[str, Match]
    body: Rect | None = None


def open_template(source: Source, kinds: Collection[str], report: Report) -> Fitting:
    """Read a template, or the YAML file about one; `kinds` are those that may have a layout.

    Mistakes in the YAML go to the report; DeckgenError for a template that cannot be used.
    """
    if not source.name.lower().endswith(YAML_SUFFIXES):
        template = read_template(source)
        return Fitting(template, match_layouts(template))
    report.keep_source(source.name, source.blob.decode("utf-8", "replace"))
    root = _Node(_composed(source), source.name, report)
    fields = root.pairs(FIELDS)
    path = fields["template"].text() if "template" in fields else ""
    if not path:
        report.raise_errors()
        hint = "add 'template: company.pptx' at the top"
        raise fail("the mapping names no template", hint, root.origin, code="missing-field")
    blob = source.load(path)
    template = read_template(Source(path, blob, source.load))
    matches = match_layouts(template)
    if "layouts" in fields:  # a kind that is not named there is drawn
        names = (*kinds, DRAWN)
        matches = {DRAWN: matches[DRAWN]}
        for kind, node in fields["layouts"].pairs(names).items():
            if match := _chosen(kind, node, template):
                matches[kind] = match
    body = fields["body"].frame() if "body" in fields else None
    order = sorted(matches, key=lambda kind: KINDS.index(kind) if kind in KINDS else len(KINDS) - 2)
    return Fitting(template, {kind: matches[kind] for kind in order}, body)


def names_of(template: Template) -> dict[str, str]:
    """Return what each layout is called in a mapping, by its part."""
    counts = Counter(layout.name for layout in template.layouts)
    return {
        layout.part: layout.name
        if layout.name.strip() and counts[layout.name] == 1
        else stem(layout)
        for layout in template.layouts
    }


def stem(layout: TemplateLayout) -> str:
    """Return the name of a layout's part: "slideLayout7"."""
    return layout.part.rpartition("/")[2].removesuffix(".xml")


def mapping_text(fitting: Fitting, path: str, body: Rect) -> str:
    """Return a mapping as a YAML file beside the template, to be adjusted by hand."""
    names = names_of(fitting.template)
    used = {kind: names[match.layout.part] for kind, match in fitting.matches.items()}
    others = [name for name in names.values() if name not in used.values()]
    numbers = (body.x, body.y, body.width, body.height)
    frame = ", ".join(f"{number / EMU_PER_INCH:.2f}" for number in numbers)
    lines = [
        "# which layout of the template serves which kind of slide; delete a line to have it drawn",
        f"template: {_word(path)}",
        "layouts:",
        *(f"  {kind}: {_word(name)}" for kind, name in used.items()),
        "# any other kind may have a layout, too, such as 'quote'; 'drawn' is for the rest",
        *(["# not used: " + ", ".join(_word(name) for name in others)] if others else []),
        f"body: [{frame}] # where slides are drawn: left, top, width, height in inches",
    ]
    return "\n".join(lines) + "\n"


def _word(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _chosen(kind: str, node: _Node, template: Template) -> Match | None:
    """Return the match of a kind with the layout that somebody named for it."""
    name = node.text()
    layout = _named(name, template)
    if layout is None:
        known = dict.fromkeys((*names_of(template).values(), *map(stem, template.layouts)))
        hint = did_you_mean(name, known)
        message = f"the template has no layout '{name}'"
        node.complain(message, hint, code="unknown-layout", swap=meant(name, hint))
        return None
    match = serve(kind, layout)
    need = NEEDED.get(kind)
    if need is not None and (match.title is None or (need and need not in match.holders)):
        what = "a title and a body" if need else "a title"
        node.complain(
            f"the layout '{name}' cannot serve '{kind}': it lacks {what}",
            "name another",
            code="layout-not-fit",
        )
        return None
    return match


def _named(name: str, template: Template) -> TemplateLayout | None:
    """Return the layout of that name; the part's name wins, then the name as it is written."""
    for layout in template.layouts:
        if stem(layout) == name:
            return layout
    ways: Iterable[Any] = (str, str.casefold)
    for way in ways:
        for layout in template.layouts:
            if way(layout.name.strip()) == way(name.strip()):
                return layout
    return None


def _composed(source: Source) -> yaml.Node | None:
    where = Origin(source.name)
    if len(source.blob) > MOST_BYTES:
        raise fail(
            f"'{source.name}' is too large for a mapping",
            "name a template",
            where,
            code="file-too-large",
        )
    try:
        return yaml.compose(source.blob.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise fail(
            f"'{source.name}' is not in UTF-8", "save it as UTF-8", where, code="encoding-unknown"
        ) from error
    except RecursionError as error:
        raise fail(
            f"'{source.name}' is nested too deep", "name layouts only", where, code="too-deep"
        ) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Origin(source.name, mark.line + 1, mark.column + 1) if mark else where
        raise fail(
            f"this is not YAML: {error.problem}",
            "write 'name: value' pairs",
            place,
            code="yaml-syntax",
        ) from error
    except yaml.YAMLError as error:
        raise fail(
            "this is not YAML", "write 'name: value' pairs", where, code="yaml-syntax"
        ) from error


@record
class _Node:
    """A value of the file, with the place that its problems are told at."""

    node: yaml.Node | None
    file: str
    report: Report

    @property
    def origin(self) -> Origin:
        if self.node is None:
            return Origin(self.file)
        mark = self.node.start_mark
        return Origin(self.file, mark.line + 1, mark.column + 1)

    def complain(
        self, message: str, hint: str = "", *, code: str, swap: Swap | None = None
    ) -> None:
        self.report.error(self.origin, message, hint, code=code, swap=swap)

    def pairs(self, known: Collection[str]) -> dict[str, _Node]:
        """Return a mapping's values by their names; unknown names are reported."""
        if not isinstance(self.node, yaml.MappingNode):
            self.complain("this must be a mapping", "write 'name: value' pairs", code="wrong-kind")
            return {}
        found: dict[str, _Node] = {}
        for key, value in self.node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in known:
                found[name] = replace(self, node=value)
            else:
                unknown = replace(self, node=key)
                hint = did_you_mean(name, known)
                swap = meant(name, hint)
                unknown.complain(f"unknown name '{name}'", hint, code="unknown-field", swap=swap)
        return found

    def text(self) -> str:
        if isinstance(self.node, yaml.ScalarNode):
            return str(self.node.value)
        self.complain("this must be a word", "such as the name of a layout", code="wrong-kind")
        return ""

    def frame(self) -> Rect | None:
        """Return four numbers as a frame; a word about what is wrong goes to the report."""
        parts = self.node.value if isinstance(self.node, yaml.SequenceNode) else []
        try:
            numbers = [float(one.value) for one in parts]
        except (TypeError, ValueError, AttributeError):
            numbers = []
        is_frame = len(numbers) == 4 and all(0 <= one <= MOST_SIDE for one in numbers)
        if is_frame and min(numbers[2:]) >= LEAST_SIDE:
            return Rect(*(inches(one) for one in numbers))
        self.complain(
            "'body' must be a frame in inches", "such as [0.8, 1.7, 11.7, 4.7]", code="wrong-kind"
        )
        return None
