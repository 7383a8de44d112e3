"""In: a subject, and which rules to run. Out: what they find, as diagnostics."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from functools import partial

from deckgen.checks.engine.discovery import Rule, all_rules, broken
from deckgen.checks.engine.subject import Stage, Subject
from deckgen.diagnostics import Diagnostic, Diagnostics, Fault, Span
from deckgen.extensions import HINT, BrokenExtensionError
from deckgen.model.check import CheckSettings


def run_checks(
    subject: Subject,
    stages: Collection[Stage],
    diagnostics: Diagnostics,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> None:
    """Run the rules of `stages`. `select` takes the place of the project's own selection; `ignore` adds to it.

    Of content that could not be read whole, the rules that find what is missing say nothing, and of a draft those
    that ask for what a finished deck says. Where `diagnostics` holds an error of layout already, rules over frames do
    not tell of the same place again.
    """
    subject.known.begin(*_asked_with(subject))
    settings = subject.settings
    _check_settings(settings, diagnostics)
    wanted = frozenset(select or settings.select or all_rules())
    unwanted = frozenset((*ignore, *(() if select else settings.ignore)))
    unfit = {one.span for one in diagnostics if one.severity == "error"}
    for rule in all_rules().values():
        asked = rule.stage in stages and rule.code in wanted and rule.code not in unwanted
        if asked and subject.whole >= rule.whole and not (rule.finished and subject.deck.draft):
            for one in _faults(rule, subject, diagnostics):
                if rule.stage != "frames" or one.span not in unfit:
                    hint, severity = one.hint or rule.hint, one.severity or rule.severity
                    found = Diagnostic(rule.code, one.message, one.span, hint, severity, one.related)
                    diagnostics.add(found)


def _asked_with(subject: Subject) -> tuple[object, ...]:
    """All that rules look at beside slides, frames and figures, to be told from what they looked at before."""
    seen = {name: one.project for name, one in subject.contents.items()}
    return seen, subject.language, subject.theme, subject.template, subject.registry


def _faults(rule: Rule, subject: Subject, diagnostics: Diagnostics) -> Iterable[Fault]:
    """What a rule finds. Whatever a rule of another package raises is that package's fault, and is told as such."""
    if not rule.package:
        return _own_faults(rule, subject, diagnostics)
    try:
        faults = list(rule.check(subject))
    except Exception as problem:
        return (broken(rule.code, rule.package, str(problem) or type(problem).__name__, subject),)
    if all(isinstance(one, Fault) for one in faults):
        return faults
    return (broken(rule.code, rule.package, "it yields what is no Fault", subject),)


def _found(rule: Rule, subject: Subject) -> tuple[Fault, ...]:
    return tuple(rule.check(subject))


def _own_faults(rule: Rule, subject: Subject, diagnostics: Diagnostics) -> Iterable[Fault]:
    """What a rule of ours finds, up to where a language of another package fails it."""
    try:
        for part, pages in subject.each_slide if rule.each_slide else ():
            slide = part.plan.slides[0]
            yield from subject.known.made(slide, partial(_found, rule, part), rule.code, pages)
        if not rule.each_slide:
            yield from rule.check(subject)
    except BrokenExtensionError as problem:
        hint = f"{HINT}, or choose another language"
        diagnostics.error("broken-language", str(problem), subject.content.project.span, hint)


def unknown_codes(codes: Iterable[str]) -> dict[str, str]:
    """The codes that no rule has, each with the nearest one that a rule has, or nothing."""
    near = {code: difflib.get_close_matches(code, all_rules(), 1) for code in codes if code not in all_rules()}
    return {code: best[0] if best else "" for code, best in near.items()}


def _check_settings(settings: CheckSettings, diagnostics: Diagnostics) -> None:
    for codes, span in ((settings.select, settings.select_span), (settings.ignore, settings.ignore_span)):
        _report_unknown(codes, span, diagnostics)
    if settings.words < 0:
        diagnostics.error(
            "bad-words", "a slide cannot have fewer words than none", settings.words_span, "write 0 for no limit"
        )


def _report_unknown(codes: tuple[str, ...], span: Span, diagnostics: Diagnostics) -> None:
    for code, near in unknown_codes(codes).items():
        hint = f"did you mean `{near}`?" if near else "`deckgen explain` lists them"
        diagnostics.error("unknown-rule", f"there is no rule `{code}`", span, hint)
