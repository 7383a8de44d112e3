"""One folder for each language. In: a language's code as `project.yaml` gives it. Out: the language, or None.

A language of another package is the same: a module with LANGUAGE, under the entry point `deckgen.languages`.
"""

from __future__ import annotations

import functools
import sys
from types import ModuleType

from deckgen.extensions import Extensions
from deckgen.model.language import Language


@functools.cache
def _known() -> Extensions[Language]:
    return Extensions(sys.modules[__name__], "deckgen.languages", "language", _language)


def _language(code: str, module: ModuleType, package: str) -> Language:
    spoken = module.LANGUAGE
    if not isinstance(spoken, Language):
        raise TypeError("its LANGUAGE is no Language")
    return spoken


def languages() -> tuple[str, ...]:
    """The codes that can be asked for."""
    return tuple(_known())


def language(code: str) -> Language | None:
    """The language of a code such as `da`; None where there is none.

    Raises BrokenExtensionError where another package brings it and it cannot be used.
    """
    return _known().get(code)
