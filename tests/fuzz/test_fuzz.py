"""A few inputs to each target, the same each time, and that the campaign sees what it looks for."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz import campaign, text_mutations
from fuzz.campaign import Input, drawn, run
from fuzz.targets import TARGETS, Target

INPUTS = {"nodes": 200, "inline": 300, "formulas": 300, "commands": 15}
"""How many where it is not a dozen; `make fuzz` runs thousands."""


@pytest.mark.parametrize("target", TARGETS)
def test_odd_inputs_are_survived(target: str, tmp_path: Path) -> None:
    done = list(run(target, 0, range(INPUTS.get(target, 12))))
    assert len(done) == INPUTS.get(target, 12)
    found = [f"{one.sign}: {one.save(tmp_path)}\n{one.told}" for one in done if one is not None]
    assert not found, "\n".join(found)


def _raise() -> None:
    if b"fault" in Path("text.yaml").read_bytes():
        raise IndexError("planted")


def _wait() -> None:
    time.sleep(60)


def _flood() -> bytes:
    return b"x" * 4_000_000_000


def _die() -> None:
    os._exit(7)


def _print() -> None:
    sys.stdout.write("said")


@pytest.mark.parametrize(
    ("call", "sign"),
    [
        (_flood, "MemoryError in outside"),
        (_die, "the process ended with 7"),
        (_print, "printed"),
    ],
)
def test_what_is_looked_for_is_found_once(
    call: Callable[[], object], sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert signs(call, monkeypatch) == [sign]


def test_what_takes_too_long_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(campaign, "SECONDS", 1)
    assert signs(_wait, monkeypatch) == ["hang: over 1 seconds"]


def signs(call: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is found where two inputs come to such a call."""
    planted = Target(lambda random: {"text.yaml": b"a: b\n"}, lambda name: True, call)
    monkeypatch.setitem(TARGETS, "nodes", planted)
    return [one.sign for one in run("nodes", 0, range(2)) if one is not None]


def test_a_finding_is_made_as_small_as_shows_it_and_saved_with_how_to_run_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_mutations, "mutated", lambda data, random: data + random.choice((b"x", b"fault")))
    planted = Target(lambda random: {"text.yaml": b"a: b\n"}, lambda name: True, _raise)
    monkeypatch.setitem(TARGETS, "nodes", planted)
    found = [one for one in run("nodes", 3, range(40)) if one is not None]
    (one,) = found
    assert len(one.input.edits) == 1
    saved = one.save(tmp_path)
    assert (saved / "text.yaml").read_bytes() == b"a: b\nfault"
    assert f"nodes --seed 3 --only {one.input.number}" in (saved / "finding.txt").read_text(encoding="utf-8")


def test_a_number_is_the_same_input_each_time() -> None:
    for target in ("content", "template", "brand"):
        first, again = drawn(target, 5, 17), drawn(target, 5, 17)
        assert isinstance(first, Input)
        assert first == again
        assert first.files() == again.files()
        assert first.files() != drawn(target, 5, 18).files()
