"""In: the files in `rules/`, and entry points of other packages. Out: every rule by its code."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Final, get_args

import deckgen.checks.rules
from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Fault, Severity
from deckgen.entry_points import entry_points
from deckgen.extensions import package_of, told
from deckgen.model.lazy_dataclasses import dataclass

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP: Final = "deckgen.rules"
"""The entry points by which other packages bring rules; the name of one is its code."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `doc` is its page, `hint` what to do where a fault says nothing of its own.

    `example` are files that bring it about, as its page shows them. `whole`: it finds what is missing, which nobody
    knows where a part of the content could not be read. `finished`: it asks for what only a finished deck says, and
    not of a draft. `each_slide`: it finds of a slide what no other slide changes, so it is asked of each by itself,
    and of one that is as it was not again. `package` brought it; empty for a rule of this one.
    """

    code: str
    severity: Severity
    stage: Stage
    hint: str
    doc: str
    check: Callable[[Subject], Iterator[Fault]]
    example: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    whole: bool = False
    finished: bool = False
    each_slide: bool = False
    package: str = ""


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its code, in alphabetical order: those of this package, then those of others."""
    names = sorted(found.name for found in pkgutil.iter_modules(deckgen.checks.rules.__path__))
    rules = {rule.code: rule for rule in map(_own, names)}
    for point in sorted(entry_points(GROUP), key=lambda point: (point.name, package_of(point))):
        rule = _other(point, taken=point.name in rules)
        rules[rule.code] = rule
    return MappingProxyType(rules)


def _own(name: str) -> Rule:
    return _rule(importlib.import_module(f"{deckgen.checks.rules.__name__}.{name}"))


def _rule(module: ModuleType, package: str = "") -> Rule:
    example, whole = getattr(module, "EXAMPLE", {}), getattr(module, "WHOLE", False)
    said = (module.CODE, module.SEVERITY, module.STAGE, module.HINT, module.__doc__ or "", module.check)
    finished, each_slide = getattr(module, "FINISHED", False), getattr(module, "EACH_SLIDE", False)
    return Rule(*said, example, whole, finished, each_slide, package)


def _other(point: EntryPoint, taken: bool) -> Rule:
    """A rule of another package; where it cannot be used, one that says so and whose fault it is."""
    package = package_of(point)
    if taken:
        return _broken(f"{package}:{point.name}", package, "another rule has that code")
    try:
        rule = _rule(point.load(), package)
        problem = "" if rule.code == point.name else f"its CODE is `{rule.code}`"
        if rule.severity not in get_args(Severity) or rule.stage not in get_args(Stage):
            problem = f"no rule is `{rule.severity}` at the stage `{rule.stage}`"
    except Exception as broken:
        problem = str(broken) or type(broken).__name__
    return _broken(point.name, package, problem) if problem else rule


def _broken(code: str, package: str, problem: str) -> Rule:
    def check(subject: Subject) -> Iterator[Fault]:
        yield broken(code, package, problem, subject)

    return Rule(code, "error", "plan", "", "", check, package=package)


def broken(code: str, package: str, problem: str, subject: Subject) -> Fault:
    """What is said of a rule that its package brought and that does not work."""
    message = told("rule", code, package, problem)
    return Fault(message, subject.content.project.span, "mend or remove that package, or ignore the rule", "error")
