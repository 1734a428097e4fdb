"""What every noun is: made by name, equal by value, shown as it is made."""

from __future__ import annotations

import copy
import pickle
from dataclasses import field, fields, is_dataclass, replace
from typing import Any

import pytest

from deckgen.model.record import record


@record
class Spot:
    x: int
    y: int = 0
    seen: list[str] = field(default_factory=list)


@record
class Named(Spot):
    name: str = "?"


@record(eq=False)
class Place:
    x: int = 0


@record
class Nothing:
    """A record may have no field at all."""


def test_a_record_is_what_its_fields_are() -> None:
    """Equal by value, of one class only, with a hash where its fields have one."""
    assert Spot(1) == Spot(x=1, y=0)
    assert Spot(1) != Spot(2)
    assert Spot(1) != Named(1)
    assert Named(1, name="a") == Named(1, 0, [], "a")
    assert Nothing() == Nothing()
    assert hash(Place(1)) != hash(Place(1))
    assert Place(1) != Place(1)


def test_a_record_is_shown_as_it_is_made() -> None:
    """Its name and its fields; defaults that are made are made for each."""
    one, other = Named(1, name="a"), Spot(2)
    assert repr(one) == "Named(x=1, y=0, seen=[], name='a')"
    assert one.seen is not other.seen


def test_a_record_is_replaced_copied_and_kept() -> None:
    """`dataclasses.replace`, `copy` and `pickle` work as on any dataclass."""
    one = Named(1, name="a")
    assert replace(one, x=3) == Named(3, name="a")
    assert copy.deepcopy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one
    match one:
        case Spot(x, y):
            assert (x, y) == (1, 0)


def test_a_record_tells_what_a_dataclass_tells() -> None:
    """Its fields, and that it is frozen: other programs ask before they keep or send one."""
    assert is_dataclass(Named)
    assert [(one.name, one.type) for one in fields(Named)] == [
        ("x", "int"), ("y", "int"), ("seen", "list[str]"), ("name", "str"),
    ]  # fmt: skip
    told: Any = Spot
    assert told.__dataclass_params__.frozen


@pytest.mark.parametrize(
    ("given", "named", "words"),
    [
        ((), {}, "Spot.__init__() missing 1 required positional argument: 'x'"),
        ((1,), {"z": 2}, "Spot.__init__() got an unexpected keyword argument 'z'"),
    ],
)
def test_what_is_missing_is_said(given: Any, named: Any, words: str) -> None:
    """A wrong call says which field, from the first call on."""
    with pytest.raises(TypeError) as caught:
        Spot(*given, **named)
    assert str(caught.value) == words


def test_a_record_has_no_other_fields() -> None:
    """It has slots: a misspelt name is an error."""
    with pytest.raises(AttributeError):
        Spot(1).z = 2  # type: ignore[attr-defined] - what the checker refuses, too
