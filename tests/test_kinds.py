"""The contract of every slide kind and chart type: nothing lists them, so nothing may be missing from one."""

from __future__ import annotations

import ast
import dataclasses
import re
import sys
import types
import typing
from pathlib import Path
from typing import Any

import pytest

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.model.frames import FrameDeck, GroupItem, Item, TextItem
from deckgen.model.kind import Kind, Registry
from deckgen.registry import registry

KINDS = sorted(registry().kinds)
ROOT = Path(__file__).parent.parent
_ALLOWED = (
    "deckgen.model",
    "__future__",
    "collections",
    "dataclasses",
    "decimal",
    "itertools",
    "math",
    "re",
    "typing",
    "deckgen.diagnostics",
)


def texts(items: tuple[Item, ...]) -> list[str]:
    said: list[str] = []
    for item in items:
        if isinstance(item, TextItem):
            said += [paragraph.plain for paragraph in item.paragraphs]
        elif isinstance(item, GroupItem):
            said += texts(item.children)
    return said


def undescribed(fields: type[Any]) -> list[str]:
    """Fields of a kind without a description, nested dataclasses included."""
    missing = []
    hints = typing.get_type_hints(fields)
    for field in dataclasses.fields(fields):
        if not field.metadata.get("doc"):
            missing.append(f"{fields.__name__}.{field.name}")
        for inner in (hints[field.name], *typing.get_args(hints[field.name])):
            if dataclasses.is_dataclass(inner) and inner.__module__.startswith("deckgen.kinds"):
                missing += undescribed(typing.cast("type[Any]", inner))
    return missing


@pytest.mark.parametrize("name", KINDS)
def test_kind_describes_itself(name: str) -> None:
    kind = registry().kinds[name]
    assert undescribed(kind.fields) == []
    assert re.search(r"\bIn: .*\bOut: ", kind.doc, re.DOTALL)
    assert f"kind: {name}\n" in kind.example


@pytest.mark.parametrize("name", KINDS)
def test_kind_knows_the_model_alone(name: str) -> None:
    tree = ast.parse((ROOT / f"src/deckgen/kinds/{name}.py").read_text(encoding="utf-8"))
    imported = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert all(module and module.startswith(_ALLOWED) for module in imported)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> FrameDeck:
    folder = gallery.write(tmp_path_factory.mktemp("kinds") / "content", gallery.examples())
    return gallery.frames(folder, Diagnostics())


def test_every_kind_and_chart_is_built_from_its_example(deck: FrameDeck) -> None:
    assert {frame.id.partition("~")[0] for frame in deck.frames} == set(gallery.examples())


def test_the_example_in_contributing_is_a_whole_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    module = types.ModuleType("quote")
    monkeypatch.setitem(sys.modules, "quote", module)
    exec(compile(listing, "quote.py", "exec"), module.__dict__)
    known = registry()
    quote = Kind("quote", module.PURPOSE, module.Fields, module.EXAMPLE, module.compose, module.__doc__ or "")
    monkeypatch.setattr(pipeline, "registry", lambda: Registry({**known.kinds, "quote": quote}, known.charts))
    folder = gallery.write(tmp_path / "content", {"example.quote": module.EXAMPLE})
    diagnostics = Diagnostics()
    frames = gallery.frames(folder, diagnostics).frames
    assert not diagnostics.has_errors
    assert "Vi leder efter den rigtige partner, ikke den nærmeste." in texts(frames[0].items)
