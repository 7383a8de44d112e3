"""Golden texts: what was there when a person last read it. In: a name, a text. Out: nothing, or a failed test."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

GOLDEN: Final = Path(__file__).parent / "golden"
HINT: Final = "read the difference; `make golden` accepts it"
Held = Callable[[str, str], None]
"""What the fixture `held` gives."""

_HEAD: Final = "# "


def hold(name: str, text: str, rewrite: bool) -> None:
    """Hold a text against its file; with `rewrite` it is accepted as it is."""
    file = GOLDEN / name
    if rewrite:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), f"{name}: {HINT}"


def hold_part(name: str, part: str, text: str, rewrite: bool) -> None:
    """The same for a part of a file that many tests share; where there is nothing to say, it has no part."""
    file = GOLDEN / name
    known = _parts(file)
    if rewrite:
        kept = sorted((known | {part: text}).items())
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"{_HEAD}{key}\n{said}" for key, said in kept if said), encoding="utf-8")
        known = _parts(file)
    assert text == known.get(part, ""), f"{name}, {part}: {HINT}"


def _parts(file: Path) -> dict[str, str]:
    said = file.read_text(encoding="utf-8") if file.exists() else ""
    found = re.split(rf"(?m)^{_HEAD}(.*)\n", said)[1:]
    return dict(zip(found[::2], found[1::2], strict=True))
