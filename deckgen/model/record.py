"""How a noun is made: a class of fields that keep what they were given.

`dataclass(frozen=True)` guards every field while an object is made, by five times the work: a fifth
of the time of a large map went there. Here the type checker keeps watch instead, and refuses to
assign to a field (https://peps.python.org/pep-0681/). `dataclass` also compiles each method of each
class from text, 0.4 ms a class, and without them looks at each field for what it might be, another
0.15: together a tenth of the time of a short deck. Here the methods are shared, `__init__` alone is
compiled, when the first object of the class is made, and what `dataclasses` wants to know of a
class is made when it asks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform, overload

C = TypeVar("C")
Init = Callable[..., None]


class _Fields:
    """The fields of a class, by name: their annotations, and the defaults of those that have one.

    It stands where `dataclasses` keeps its own records of them (`replace`, `fields`, `asdict`), and
    makes these when they are first asked for.
    """

    def __init__(self, annotations: dict[str, Any], defaults: dict[str, Any]) -> None:
        self.annotations = annotations
        self.defaults = defaults

    def __get__(self, one: object, cls: type[Any]) -> Any:
        told = {"__annotations__": self.annotations, "__module__": cls.__module__}
        like = {**self.defaults, **told, "__doc__": cls.__name__}  # or a signature is made for it
        known = vars(dataclass(init=False, repr=False, eq=False)(type(cls.__name__, (), like)))
        holder = next(base for base in cls.__mro__ if vars(base).get(_KNOWN) is self)
        setattr(holder, _KNOWN, known[_KNOWN])
        return known[_KNOWN]


class _Params:
    """What `dataclass` would have been told; Dask asks for it before it sends an object."""

    def __get__(self, one: object, cls: type[Any]) -> Any:
        return _params()


@cache
def _params() -> Any:
    like: type[Any] = dataclass(frozen=True)(type("record", (), {"__doc__": "any"}))
    return vars(like)[_TOLD]


_TOLD = "__dataclass_params__"
_KNOWN = "__dataclass_fields__"
_OWN = "_deckgen_fields"  # where the same is kept for us


@overload
def record(cls: type[C]) -> type[C]: ...
@overload
def record(*, eq: bool) -> Callable[[type[C]], type[C]]: ...
@dataclass_transform(frozen_default=True)
def record(cls: type[C] | None = None, *, eq: bool = True) -> object:
    """Make a class of annotated fields a record: made by name, equal by value, never changed.

    It has slots and a hash; `dataclasses.replace` makes a changed copy. With `eq=False` each is
    equal to itself alone.
    """

    def made(cls: type[C]) -> type[C]:
        space = dict(vars(cls))
        own: dict[str, Any] = space.get("__annotations__", {})
        above = next((vars(base)[_OWN] for base in cls.__mro__ if _OWN in vars(base)), _NONE)
        known = _Fields(
            {**above.annotations, **own},
            {**above.defaults, **{name: space.pop(name) for name in own if name in space}},
        )
        for name in ("__dict__", "__weakref__"):
            space.pop(name, None)
        space["__slots__"] = tuple(name for name in own if name not in above.annotations)
        space["__match_args__"] = tuple(known.annotations)
        space[_OWN] = space[_KNOWN] = known
        space[_TOLD] = _Params()
        kind: Any = type(cls)
        slotted: type[C] = kind(cls.__name__, cls.__bases__, space)
        for name, method in _methods(slotted, known, eq).items():
            if name not in space:
                setattr(slotted, name, method)
        return slotted

    return made if cls is None else made(cls)


_NONE = _Fields({}, {})


def _methods(cls: type[Any], known: _Fields, eq: bool) -> dict[str, Callable[..., Any]]:
    """Return what a class does with its fields, by the names that Python has for it."""
    names = list(known.annotations)
    values = attrgetter("__class__", *names)

    def first_init(self: Any, *given: Any, **named: Any) -> None:
        """Compile what this stands for, put it in place, and do its work."""
        init = _init(cls, known)
        setattr(cls, "__init__", init)  # noqa: B010 - mypy takes an assignment for a mistake
        init(self, *given, **named)

    def shown(self: Any) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({told})"

    def equal(self: Any, other: object) -> bool:
        same: bool = values(self) == values(other) if type(self) is type(other) else NotImplemented
        return same

    def hashed(self: Any) -> int:
        return hash(values(self))

    methods: dict[str, Callable[..., Any]] = {"__init__": first_init, "__repr__": shown}
    return {**methods, "__eq__": equal, "__hash__": hashed} if eq else methods


def _init(cls: type[Any], fields: _Fields) -> Init:
    """Return the function that gives an object its fields.

    It is made of one that as many others share, by putting in the names: to compile one for each
    class takes ten times as long.
    """
    names, defaults = list(fields.annotations), fields.defaults
    made = {
        number: defaults[name].default_factory
        for number, name in enumerate(names)
        if isinstance(defaults.get(name), Field)
    }
    code = _shared(len(names), tuple(made))
    named = {_place(number): name for number, name in enumerate(names)}
    code = code.replace(
        co_varnames=("self", *names),
        co_names=tuple(named.get(name, name) for name in code.co_names),
    )
    known = {"MISSING": MISSING, **{_maker(number): make for number, make in made.items()}}
    given = tuple(
        MISSING if number in made else defaults[name]
        for number, name in enumerate(names)
        if name in defaults
    )
    init = FunctionType(code, known, "__init__", given)
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


@cache
def _shared(count: int, made: tuple[int, ...]) -> CodeType:
    """Compile the code for so many fields, of which some have defaults that are made for each."""
    head, body = ["self"], []
    for number in range(count):
        name = _place(number)
        make = f"{_maker(number)}() if {name} is MISSING else {name}"
        head.append(name)
        body.append(f" self.{name} = {make if number in made else name}")
    space: dict[str, Any] = {}
    exec(f"def __init__({', '.join(head)}):\n" + ("\n".join(body) or " pass"), space)
    code: CodeType = space["__init__"].__code__
    return code


def _place(number: int) -> str:
    return f"field_{number}"


def _maker(number: int) -> str:
    return f"make_{number}"
