"""Kinds that other packages bring: a broken one is their fault, and is said at the slide that uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from brought import bring
from deckgen.content import load
from deckgen.diagnostics import Diagnostics
from deckgen.extensions import BrokenExtensionError
from deckgen.registry import registry

ROOT = Path(__file__).parent.parent
QUOTE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
"""The whole of a kind."""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("absent", None),
        ("hollow", "EXAMPLE = ''\n"),
        ("untyped", "class Fields: ...\nEXAMPLE = ''\ndef compose(fields, context): ...\n"),
        ("raising", "1 / 0\n"),
        ("aimless", QUOTE.replace("PURPOSE: Final", "AIM: Final")),
        ("misled", QUOTE.replace('"message"', '"joke"')),
    ],
)
def test_a_broken_kind_of_another_package_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str | None
) -> None:
    bring(tmp_path, monkeypatch, "deckgen.kinds", name, code)
    with pytest.raises(BrokenExtensionError, match=f"package `brings_{name}`"):
        registry().kinds[name]


def test_a_slide_of_a_broken_kind_is_located(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    bring(tmp_path, monkeypatch, "deckgen.kinds", "missing", None)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    history = tmp_path / "content/history.yaml"
    history.write_text(history.read_text("utf-8").replace("kind: timeline", "kind: missing", 1), "utf-8")
    diagnostics = Diagnostics()
    load(tmp_path / "content", registry(), diagnostics)
    (one,) = (one for one in diagnostics if one.code == "broken-kind")
    assert one.span.file.endswith("content/history.yaml")
    assert "package `brings_missing`" in one.message
