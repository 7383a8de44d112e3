"""How names are written. In: a name, or a text to make one of. Out: whether it is one; a name made of the text.

One grammar for figures, sources, datasets, tabulations, decks, audiences, chapters and slides: words of small letters
and digits, of any script, joined by hyphens to parts and by dots to names: `members.large-firms`, `større.å`. What is
read is in Unicode's composed form (NFC), so that a letter is one character wherever it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from deckgen.paths import exists

_JOINTS: Final = re.compile(r"[.-]")
_LETTERS: Final = frozenset(("Ll", "Lo", "Lm", "Mn", "Mc", "Nd"))
"""Classes of letters without those of capitals, of the marks that some scripts write on them, and of digits."""
HOW: Final = "use small letters, digits, dots and hyphens"


def composed(text: str) -> str:
    """The text in the composed form: an å that a Mac writes as a and a ring is one letter."""
    return unicodedata.normalize("NFC", text)


def on_disk(path: Path) -> Path:
    """The path as the disk has it: what names a file is composed, and the name of a file or a folder may not be."""
    if exists(path) or path == path.parent:
        return path
    parent = on_disk(path.parent)
    forms = (parent / unicodedata.normalize(form, path.name) for form in ("NFC", "NFD"))
    return next((one for one in forms if exists(one)), path)


def is_name(text: str) -> bool:
    """Whether a text is a name of one part or more."""
    return all(map(_is_word, _JOINTS.split(text)))


def is_part(text: str) -> bool:
    """Whether a text is a name without dots."""
    return "." not in text and is_name(text)


def is_slide_id(text: str) -> bool:
    """Whether a text is a name of two parts or more."""
    return "." in text and is_name(text)


def slug(text: str) -> str:
    """A name made of a text, with a hyphen for all that no name holds; empty where nothing is left."""
    small = "".join(letter if _is_letter(letter) else " " for letter in composed(text).lower())
    words = (word.lstrip(_marks(word)) for word in small.split())
    return "-".join(word for word in words if word)


def _is_word(word: str) -> bool:
    return bool(word) and all(map(_is_letter, word)) and not _marks(word[0])


def _is_letter(character: str) -> bool:
    return unicodedata.category(character) in _LETTERS


def _marks(word: str) -> str:
    """The marks among the letters of a word; none begins one."""
    return "".join(letter for letter in word if unicodedata.combining(letter))
