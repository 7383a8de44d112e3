"""In: a file's name as a brand file writes it. Out: whether it stays in the brand file's folder."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Final

from deckgen.paths import is_link

_ELSEWHERE: Final = re.compile(r"[/\\]|[A-Za-z][A-Za-z0-9+.-]*:")


def stays(written: str, folder: Path) -> bool:
    """Whether a path is relative, goes forward only, and passes no link."""
    if _ELSEWHERE.match(written) or "\\" in written or "\0" in written:
        return False
    steps = PurePosixPath(written).parts
    if ".." in steps:
        return False
    return not any(is_link(folder.joinpath(*steps[:count])) for count in range(1, len(steps) + 1))
