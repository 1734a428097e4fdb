"""Plug-ins are found by name: neighbouring files first, entry points second."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from deckgen import registry
from deckgen.model.origin import Origin
from deckgen.plugin import MapLayout, MapRule, SlideLayout, Writer
from deckgen.problems import DeckgenError


class Strangers(registry.Plugs[Writer]):
    """The writers, with other people's plug-ins as if they were installed."""

    points: dict[str, EntryPoint]

    @property
    def strangers(self) -> dict[str, EntryPoint]:
        return self.points


@pytest.fixture
def stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Strangers:
    """Writers `odp` (good), `broken` (cannot be imported) and `liar` (no writer)."""
    code = (
        "from deckgen.plugin import Writer\nW = Writer('odp', ('.odp',), lambda *_: b'')\nN = 1\n"
    )
    (tmp_path / "deckgen_odp_for_test.py").write_text(code)
    monkeypatch.syspath_prepend(str(tmp_path))
    plugs = Strangers(Writer, "format", "writers")
    group = "deckgen.writers"
    plugs.points = {
        "odp": EntryPoint("odp", "deckgen_odp_for_test:W", group),
        "liar": EntryPoint("liar", "deckgen_odp_for_test:N", group),
        "broken": EntryPoint("broken", "deckgen_not_there:W", group),
    }
    return plugs


def test_names_are_listed_without_importing() -> None:
    """Asking for the names of a room imports none of its files."""
    plugs = registry.Plugs(SlideLayout, "slide layout", "layouts/slides")
    before = set(sys.modules)
    names = list(plugs)
    assert "bullets" in names
    assert not any(name[0] == "_" for name in names)
    assert {name for name in set(sys.modules) - before if "slides." in name} == set()


def test_a_folder_is_one_plug_in() -> None:
    """writers/pptx/ counts as one writer, underscored furniture as none."""
    names = registry.writers().builtins
    assert {"svg", "pptx"} <= set(names)
    assert "_text" not in names


def test_rules_come_in_the_order_of_the_table() -> None:
    """A room of rules has only the plug-ins that its ORDER names, in that order."""
    from deckgen.planning.mindmap._order import ORDER

    assert tuple(registry.map_rules()) == ORDER
    assert [rule.name for rule in registry.map_rules().values()] == list(ORDER)


def test_an_unknown_name_is_a_problem_with_a_hint() -> None:
    """`find` names the word at its place and the nearest known one."""
    with pytest.raises(DeckgenError) as caught:
        registry.map_layouts().find("ballanced", Origin("a.yaml", 3, 9))
    (problem,) = caught.value.problems
    assert str(problem) == "a.yaml:3:9: error: unknown map layout 'ballanced'"
    assert problem.hint == "did you mean 'balanced'?"
    with pytest.raises(KeyError):
        registry.map_layouts()["ballanced"]


def test_a_stranger_is_found_by_its_entry_point(stranger: Strangers) -> None:
    """A plug-in of another package is listed after the built-ins and imported when asked for."""
    assert "odp" in stranger
    assert "deckgen_odp_for_test" not in sys.modules
    assert stranger.find("odp").suffixes == (".odp",)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("liar", "plug-in 'liar' (deckgen_odp_for_test:N) is not a format"),
        ("broken", "plug-in 'broken' (deckgen_not_there:W) cannot be imported: No module named"),
    ],
)
def test_a_bad_stranger_is_named(stranger: Strangers, name: str, message: str) -> None:
    """What another package does wrong is a problem that names it, with a remedy."""
    with pytest.raises(DeckgenError) as caught:
        stranger.find(name)
    (problem,) = caught.value.problems
    assert problem.message.startswith(message)
    assert problem.hint


def test_a_strangers_rule_runs_where_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """`before` puts a rule in front of the one it names; without it a rule runs last."""
    plugs = registry.Plugs(MapRule, "map rule", "planning/mindmap")
    early = MapRule("early", lambda mindmap, *_: mindmap, before=plugs.builtins[0])
    late = MapRule("late", lambda mindmap, *_: mindmap)
    plugs.__dict__["strangers"] = {"late": None, "early": None}
    monkeypatch.setattr(plugs, "_loaded", {"early": early, "late": late})
    assert tuple(plugs) == ("early", *plugs.builtins, "late")


def test_a_built_in_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point cannot take the place of a built-in of the same name."""
    point = EntryPoint("logic", "nowhere:LAYOUT", "deckgen.map_layouts")
    monkeypatch.setattr(registry, "_has_strangers", lambda: True)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [point])
    plugs = registry.Plugs(MapLayout, "map layout", "layouts/maps")
    assert plugs["logic"].name == "logic"
    assert plugs.strangers == {}


def test_packages_with_plug_ins_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The quick look sees an entry_points.txt that speaks of deckgen, and only such a one."""
    info = tmp_path / "other-1.0.dist-info"
    info.mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    for text, expected in (
        ("[console_scripts]\ndeckgen = deckgen.cli:main\n", False),
        ("[deckgen.writers]\nodp = odp:WRITER\n", True),
    ):
        (info / "entry_points.txt").write_text(text)
        registry._has_strangers.cache_clear()
        assert registry._has_strangers() is expected
    registry._has_strangers.cache_clear()
