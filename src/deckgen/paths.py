"""What stands at a path. In: a path that somebody gave, of any characters and length. Out: yes or no, never a raise.

`Path` answers these itself, but raises where a folder may not be searched, a name is too long or no name at all.
"""

from __future__ import annotations

from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a file is there that can be seen."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def exists(path: Path) -> bool:
    """Whether anything is there that can be seen."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_link(path: Path) -> bool:
    """Whether a symbolic link is there that can be seen."""
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False
