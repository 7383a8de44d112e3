"""A lazy dataclass does all that the dataclass of the standard library does, which stands here beside it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.lazy_dataclasses import dataclass as lazy
from deckgen.model.lazy_dataclasses import replace


def point(decorator: Callable[..., Any], slots: bool) -> type[Any]:
    @decorator(frozen=True, slots=slots)
    class Point:
        """A point."""

        x: int
        name: str = "a"
        tags: list[str] = dataclasses.field(default_factory=list)
        note: str = dataclasses.field(default="", compare=False)
        hidden: int = dataclasses.field(default=0, repr=False)
        own: dict[str, int] = dataclasses.field(default_factory=dict, init=False)

        @property
        def double(self) -> int:
            return 2 * self.x

    return Point


PAIRS = [(point(lazy, slots), point(dataclasses.dataclass, slots)) for slots in (True, False)]
both = pytest.mark.parametrize(("ours", "theirs"), PAIRS, ids=["slots", "no slots"])


@lazy(frozen=True, slots=True)
class Kept:
    text: str
    more: tuple[int, ...] = ()


@lazy(frozen=True, slots=True)
class Empty:
    pass


@both
def test_fields_are_the_same(ours: type[Any], theirs: type[Any]) -> None:
    def said(cls: type[Any]) -> list[tuple[Any, ...]]:
        return [(one.name, one.default, one.default_factory, one.compare) for one in dataclasses.fields(cls)]

    assert said(ours) == said(theirs)
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__doc__ == theirs.__doc__


@both
@pytest.mark.parametrize("given_", [((1,), {}), ((1, "b"), {"note": "n"}), ((), {"x": 3, "tags": ["t"]})])
def test_an_object_is_the_same(ours: type[Any], theirs: type[Any], given_: tuple[Any, dict[str, Any]]) -> None:
    mine, other = ours(*given_[0], **given_[1]), theirs(*given_[0], **given_[1])
    assert dataclasses.asdict(mine) == dataclasses.asdict(other)
    assert repr(mine) == repr(other)
    assert mine.double == other.double


@both
@pytest.mark.parametrize("given_", [((), {}), ((1, "b", [], "", 0, 9), {}), ((1,), {"x": 2}), ((1,), {"unknown": 2})])
def test_wrong_arguments_are_refused(
    ours: type[Any], theirs: type[Any], given_: tuple[tuple[Any, ...], dict[str, Any]]
) -> None:
    for cls in (theirs, ours):
        with pytest.raises(TypeError):
            cls(*given_[0], **given_[1])


@both
def test_nothing_can_be_set_or_deleted(ours: type[Any], theirs: type[Any]) -> None:
    for cls in (theirs, ours):
        made = cls(1)
        with pytest.raises(dataclasses.FrozenInstanceError):
            made.x = 2
        with pytest.raises(dataclasses.FrozenInstanceError):
            del made.x
        assert made.x == 1


@both
def test_every_object_has_a_list_of_its_own(ours: type[Any], theirs: type[Any]) -> None:
    assert ours(1).tags is not ours(1).tags
    assert ours(1).own is not replace(ours(1)).own


def test_slots_leave_no_room_for_more() -> None:
    ours, theirs = PAIRS[0]
    assert not hasattr(ours(1), "__dict__")
    assert not hasattr(theirs(1), "__dict__")


@given(st.tuples(st.text(), st.tuples(st.integers())), st.tuples(st.text(), st.tuples(st.integers())))
def test_equal_fields_make_equal_objects_with_one_hash(one: tuple[Any, Any], other: tuple[Any, Any]) -> None:
    first, second = Kept(*one), Kept(*other)
    assert (first == second) == (one == other)
    assert first == Kept(*one)
    assert hash(first) == hash(Kept(*one))


def test_what_is_not_compared_makes_no_difference() -> None:
    ours, theirs = PAIRS[0]
    assert theirs(1, note="a") == theirs(1, note="b")
    assert ours(1, note="a") == ours(1, note="b")
    assert ours(1) != ours(2)


def test_objects_of_two_classes_are_not_equal() -> None:
    ours, theirs = PAIRS[0]
    assert ours(1) != theirs(1)
    assert Empty() == Empty()
    assert Empty().__eq__(Kept("")) is NotImplemented


def test_an_object_is_replaced_copied_and_pickled() -> None:
    made = Kept("a", (1,))
    assert dataclasses.replace(made, text="b") == replace(made, text="b") == Kept("b", (1,))
    assert copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made


@lazy(frozen=True, slots=True)
class Longer(Kept):
    end: str = "!"


def test_a_frozen_dataclass_inherits_from_a_lazy_one() -> None:
    assert Longer("a", (), "?") != Kept("a", ())
    assert Longer("a") != Kept("a", ())
    assert (Longer("a").text, Longer("a").end) == ("a", "!")
    assert not hasattr(Longer("a"), "__dict__")
    made = Longer("a", (1,), "?")
    assert copy.copy(made) == pickle.loads(pickle.dumps(made)) == replace(made) == made
    assert hash(made) == hash(Longer("a", (1,), "?"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.text = "b"  # type: ignore[misc]


@lazy(slots=True)
class Open:
    x: int
    seen: list[int] = dataclasses.field(default_factory=list)


def test_what_is_not_frozen_can_be_set_and_has_no_hash() -> None:
    made = Open(1)
    made.x = 2
    made.seen.append(3)
    assert made == Open(2, [3]) != Open(2)
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made
    with pytest.raises(TypeError):
        hash(made)


@both
def test_only_a_field_can_be_replaced(ours: type[Any], theirs: type[Any]) -> None:
    for cls in (theirs, ours):
        assert replace(cls(1, "b"), name="c").name == "c"
        with pytest.raises(TypeError):
            replace(cls(1), unknown=2)
