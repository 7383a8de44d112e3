"""Dataclasses that cost little until one is made.

In: a class of annotated fields. Out: the dataclass that `dataclasses` makes of it, as to fields, arguments, equality,
hash and text. That module compiles six methods for each class, half a millisecond; the two hundred classes of a build
are a third of its start, and many of them are never made. Here all share what can be shared, and the one method that
has to be compiled is compiled when the first object is made. Type checkers see `dataclasses.dataclass`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn


def _dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True, **more: bool) -> Callable[..., Any]:
    """Takes what `dataclasses.dataclass` takes; what wants more than this is made by it at once."""

    def made(cls: type[Any]) -> type[Any]:
        if more:
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, **more)(cls)
        # Without a docstring that module would spell out the arguments, which takes as long as all the rest.
        cls.__doc__ = cls.__doc__ or cls.__name__
        # It lets frozen classes inherit from frozen ones alone.
        inherits = any(dataclasses.is_dataclass(base) for base in cls.__bases__)
        bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, frozen=frozen and inherits)
        return _lazy(bare(cls), frozen, slots, eq)

    return made


def _replace(obj: Any, /, **changes: Any) -> Any:
    """What `dataclasses.replace` makes, in a third of the time."""
    cls = obj.__class__
    return cls(**{name: getattr(obj, name) for name in _arguments(cls) if name not in changes}, **changes)


@cache
def _arguments(cls: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls) if field.init)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:
    dataclass, replace = _dataclass, _replace


def _lazy(cls: type[Any], frozen: bool, slots: bool, eq: bool) -> type[Any]:
    methods: dict[str, Any] = {
        "__init__": _init_once_asked(cls, slots),
        "__repr__": _repr_of(tuple(field.name for field in dataclasses.fields(cls) if field.repr)),
    }
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if eq:
        methods |= _equality(tuple(field.name for field in dataclasses.fields(cls) if field.compare))
        methods |= {} if frozen else {"__hash__": None}
    if slots and frozen:
        methods |= {"__getstate__": _state, "__setstate__": _set_state}
    for name, method in methods.items():
        setattr(cls, name, method)
    cls.__dataclass_params__.frozen = frozen  # or no frozen dataclass could inherit from it
    return cls


def _init_once_asked(cls: type[Any], slots: bool) -> Callable[..., None]:
    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807
        cls.__init__ = _compiled_init(cls, slots)
        cls.__init__(self, *values, **named)

    return __init__


def _compiled_init(cls: type[Any], slots: bool) -> Callable[..., None]:
    """`__init__` with the arguments and defaults of the fields; it sets what nobody can set later."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_absent": object()}
    arguments, body = [], []
    for field in dataclasses.fields(cls):
        name = value = field.name
        argument = name
        if field.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = field.default
            argument = f"{name}=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = field.default_factory
            argument = f"{name}=_absent"
            value = f"_make_{name}() if {name} is _absent else {name}" if field.init else f"_make_{name}()"
        arguments += [argument] if field.init else []
        if slots:
            known[f"_set_{name}"] = getattr(cls, name).__set__
        body.append(f"_set_{name}(self, {value})" if slots else f"_set(self, {name!r}, {value})")
    exec(f"def __init__(self, {', '.join(arguments)}):\n " + "\n ".join(body or ["pass"]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _equality(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """Equal are objects of one class with equal fields."""
    key: Callable[[Any], object] = attrgetter(*names) if names else lambda _: ()

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(key(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _repr_of(names: tuple[str, ...]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:  # noqa: N807
        shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({shown})"

    return __repr__


def _refuse(self: Any, name: str, *value: Any) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")


def _state(self: Any) -> list[Any]:
    """What is pickled and copied of an object with slots."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
