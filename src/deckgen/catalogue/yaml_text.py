"""YAML as people write it. In: texts. Out: values, keys and comments that the reader reads as these texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_PLAIN: Final = re.compile(r"[^\W_](?:[^\W_]|[ _.,/()?!%+&'’»–;=-])*\Z")
_WORDS: Final = frozenset(("null", "none", "nan", "true", "false", "yes", "no", "on", "off", "y", "n"))
"""What some programs take for something else than text."""


def value(text: str) -> str:
    """A text as a value or a key: in quotes where it would be read as something else."""
    safe = _PLAIN.match(text) and text.strip() == text and text.casefold() not in _WORDS
    return text if safe and "  " not in text else json.dumps(text, ensure_ascii=False)


def flow(texts: Iterable[str]) -> str:
    """Texts as a list in brackets."""
    return (
        f"[{', '.join(value(text) if ',' not in text else json.dumps(text, ensure_ascii=False) for text in texts)}]"
    )


def mapping(pairs: Mapping[str, str], indent: int) -> Iterator[str]:
    """A line for each pair."""
    for key, text in pairs.items():
        yield f"{' ' * indent}{value(key)}: {value(text)}"
