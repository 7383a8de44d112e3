"""Kinds that other packages bring: a broken one is their fault, and is said at the slide that uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.content import load
from deckgen.diagnostics import Diagnostics
from deckgen.extensions import BrokenExtensionError
from deckgen.registry import registry

ROOT = Path(__file__).parent.parent


def install(folder: Path, name: str, code: str | None) -> None:
    """A package as an installer leaves it: metadata with one entry point, and a module or none."""
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[deckgen.kinds]\n{name} = {name}_kind\n")
    if code is not None:
        (folder / f"{name}_kind.py").write_text(code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("absent", None),
        ("hollow", "EXAMPLE = ''\n"),
        ("untyped", "class Fields: ...\nEXAMPLE = ''\ndef compose(fields, context): ...\n"),
        ("raising", "1 / 0\n"),
    ],
)
def test_a_broken_kind_of_another_package_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str | None
) -> None:
    install(tmp_path, name, code)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(BrokenExtensionError, match=f"package `{name}`"):
        registry().kinds[name]


def test_a_slide_of_a_broken_kind_is_located(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    install(tmp_path, "missing", None)
    monkeypatch.syspath_prepend(str(tmp_path))
    shutil.copytree(ROOT / "content", tmp_path / "content")
    history = tmp_path / "content/history.yaml"
    history.write_text(history.read_text("utf-8").replace("kind: timeline", "kind: missing", 1), "utf-8")
    diagnostics = Diagnostics()
    load(tmp_path / "content", registry(), diagnostics)
    (one,) = (one for one in diagnostics if one.code == "broken-kind")
    assert one.span.file.endswith("content/history.yaml")
    assert "package `missing`" in one.message
