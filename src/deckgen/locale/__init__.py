"""One folder for each language. In: a language's code as `project.yaml` gives it. Out: the language, or None.

A language of another package is the same: a module with LANGUAGE, under the entry point `deckgen.languages`.
"""

from __future__ import annotations

import functools
import sys
from decimal import Decimal
from types import ModuleType
from typing import Final

from deckgen.extensions import Extensions
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.number import literal

GROUP: Final = "deckgen.languages"


@functools.cache
def languages() -> Extensions[Language]:
    """Every language that can be asked for, by its code."""
    return Extensions(sys.modules[__name__], GROUP, "language", _language)


def language(code: str) -> Language | None:
    """The language of a code such as `da`; None where there is none.

    Raises BrokenExtensionError where another package brings it and it cannot be used.
    """
    return languages().get(code)


def _language(code: str, module: ModuleType, package: str) -> Language:
    brought = module.LANGUAGE
    if not isinstance(brought, Language):
        raise TypeError("LANGUAGE is no Language")
    if package:
        _try(brought)
    return brought


def _try(brought: Language) -> None:
    """Say a number, a date and a text in a language of another package, so that it fails here and not on a slide."""
    for written in ("2023", "2023-11", "2023-11-30"):
        brought.date(written)
    for name in brought.numbers.qualifiers:
        brought.show(replace(literal(Decimal("-1234.5")), qualifier=name))
    brought.show(literal(Decimal(12), "words"))
    brought.hold("12 %")
    brought.prose.may_be_verb("12")
