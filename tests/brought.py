"""A package of somebody else, as an installer leaves it: metadata with one entry point, and a module.

In: an entry point and the text of its module. Out: a folder on the path. The registry keeps what a package brings, so
each test takes names of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


def bring(site: Path, patch: pytest.MonkeyPatch, group: str, name: str, body: str | None) -> None:
    """Install `name` of an entry point group such as `deckgen.kinds`; without a body its module is missing."""
    module = f"brings_{name.replace('-', '_')}"
    about = site / f"{module}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[{group}]\n{name} = {module}\n")
    if body is not None:
        (site / f"{module}.py").write_text(body, encoding="utf-8")
    patch.syspath_prepend(str(site))
    patch.delitem(sys.modules, module, raising=False)
