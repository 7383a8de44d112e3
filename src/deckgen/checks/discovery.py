"""In: the files in `rules/`. Out: every rule by its code."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import deckgen.checks.rules
from deckgen.checks.subject import Finding, Stage, Subject
from deckgen.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `doc` is its page, `hint` what to do where a finding says nothing of its own."""

    code: str
    severity: Severity
    stage: Stage
    hint: str
    doc: str
    check: Callable[[Subject], Iterator[Finding]]


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule of the package by its code, in alphabetical order."""
    names = sorted(found.name for found in pkgutil.iter_modules(deckgen.checks.rules.__path__))
    return MappingProxyType({rule.code: rule for rule in map(_rule, names)})


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"deckgen.checks.rules.{name}")
    return Rule(module.CODE, module.SEVERITY, module.STAGE, module.HINT, module.__doc__ or "", module.check)
