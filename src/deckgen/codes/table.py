"""In: the modules in `entries/` and the rules. Out: every code that may be reported, by its name."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import deckgen.codes.entries
from deckgen.checks.engine.discovery import Rule, all_rules
from deckgen.codes.code import Code

_PARTS: Final = re.compile(r"\n\n(Why|Example|Mend): ")


@functools.cache
def all_codes() -> Mapping[str, Code]:
    """Every code of this package by its name, in alphabetical order. Raises ValueError where two have one name."""
    codes: dict[str, Code] = {}
    for code in sorted((*_entries(), *_rules()), key=lambda code: code.name):
        if code.name in codes:
            raise ValueError(f"two pages are about `{code.name}`")
        codes[code.name] = code
    return MappingProxyType(codes)


def installed_codes() -> Mapping[str, Code]:
    """The same with those of rules that other packages bring."""
    others = {rule.code: _code(rule) for rule in all_rules().values() if rule.package}
    return MappingProxyType({**others, **all_codes()})


def _entries() -> Iterator[Code]:
    for module in pkgutil.iter_modules(deckgen.codes.entries.__path__):
        yield from importlib.import_module(f"{deckgen.codes.entries.__name__}.{module.name}").CODES


def _rules() -> Iterator[Code]:
    return (_code(rule) for rule in all_rules().values() if not rule.package)


def _code(rule: Rule) -> Code:
    """What a rule's docstring says, its first paragraph first; a part that it lacks is empty."""
    what, *parts = _PARTS.split(rule.doc.strip())
    said = dict(zip(parts[::2], parts[1::2], strict=True))
    why, mend, example = (said.get(part, "") for part in ("Why", "Mend", "Example"))
    return Code(rule.code, what, why, mend, example, rule.example, rule.severity, rule.stage)
