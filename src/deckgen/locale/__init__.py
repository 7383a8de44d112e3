"""One folder for each language. In: a language's code as `project.yaml` gives it. Out: the language, or None.

A language of another package is the same: a module with LANGUAGE, under the entry point `deckgen.languages`.
"""

from __future__ import annotations

import functools
import re
import sys
from decimal import Decimal
from types import ModuleType
from typing import Final, get_args

from deckgen.extensions import Extensions, guarded
from deckgen.model.language import Labels, Language
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.number import Qualifier, literal

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
    return _tried(code, brought, package) if package else brought


def _tried(code: str, brought: Language, package: str) -> Language:
    """A language of another package that has said a thing of each sort, so that it fails here and not on a slide.

    What it may be asked of any word is guarded: on which words it fails nobody can try.
    """
    for written in ("2023", *(f"2023-{month:02}" for month in range(1, 13)), "2023-11-30"):
        brought.date(written)
    for name in get_args(Qualifier):
        brought.show(replace(literal(Decimal("-1234.5")), qualifier=name))
    brought.show(literal(Decimal(12), "words"))
    brought.hold("12 %")
    _try_labels(brought.labels)
    for pattern in brought.prose.exempt_numbers:
        re.compile(pattern)
    for pattern in brought.prose.reading.patterns():
        re.compile(pattern)
    may_be_verb = guarded(brought.prose.may_be_verb, (bool,), "language", code, package)
    may_be_verb("12")
    return replace(brought, prose=replace(brought.prose, may_be_verb=may_be_verb))


def _try_labels(labels: Labels) -> None:
    """Fill every label that has places to be filled."""
    given = {
        "base": "",
        "n": "",
        "respondents": "",
        "effective": "",
        "part": "",
        "whole": "",
        "question": "",
        "answer": "",
        "answers": "",
        "file": "",
        "head": "",
        "label": "",
        "level": "",
        "low": "",
        "high": "",
        "margin": "",
        "between": "",
        "letter": "",
        "others": "",
        "series": "",
        "start": "",
        "end": "",
        "number": "",
    }
    filled = (
        labels.resting_on,
        labels.respondents,
        labels.several,
        labels.between,
        labels.weighed,
        labels.share_of,
        labels.answered,
        labels.quoted,
        labels.where,
        labels.goes_on,
        labels.interval,
        labels.margin,
        labels.letters,
        labels.arrows,
        labels.untested,
        labels.above,
        labels.lower_end,
        labels.upper_end,
        labels.own_scale,
        labels.axis_break,
        labels.in_percent,
    )
    for label in (*filled, *labels.tabulated.values()):
        label.format(**given)
