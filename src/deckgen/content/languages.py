"""The languages of a project's decks. In: the node of `project.yaml`. Out: their codes, the first the default."""

from __future__ import annotations

from deckgen.content.slides import SlideHead
from deckgen.diagnostics import Diagnostics
from deckgen.extensions import HINT, BrokenExtensionError
from deckgen.locale import language, languages
from deckgen.model.language import Language
from deckgen.model.lazy_dataclasses import dataclass
from deckgen.nodes.audiences import FOR
from deckgen.nodes.node import Mapping, Node, Scalar
from deckgen.nodes.schema import INVALID, convert, keys, report_missing, suggestion

ONE, SEVERAL = "language", "languages"


@dataclass(frozen=True, slots=True)
class Spoken:
    """The languages of a project, and that of them which its content is read in."""

    code: str
    codes: tuple[str, ...]
    language: Language

    @property
    def default(self) -> str:
        return self.codes[0]


def read_languages(project: Node, wanted: str, diagnostics: Diagnostics) -> Spoken | None:
    """The languages that a project declares, read in `wanted` (empty: the first); None where none can be used."""
    written = _written(project, diagnostics)
    known: dict[str, Language] = {}
    for each in written:
        made = _language(each, diagnostics)
        if made is None:
            continue
        if each.text in known:
            diagnostics.error("duplicate-language", f"the language `{each.text}` is declared twice", each.span)
        elif len(written) > 1 and each.text in (FOR, *keys(SlideHead)):
            message = f"`{each.text}` is a key of slides and cannot be one of several languages"
            diagnostics.error("bad-name", message, each.span)
        known.setdefault(each.text, made)
    if not known or any(each.text not in known for each in written):
        return None
    code = wanted or next(iter(known))
    if code not in known:
        hint = f"its languages are {', '.join(known)}"
        diagnostics.error("language-not-declared", f"the project has no language `{code}`", project.span, hint)
        return None
    return Spoken(code, tuple(known), known[code])


def _written(project: Node, diagnostics: Diagnostics) -> tuple[Scalar, ...]:
    one, several = (_given(project, key) for key in (ONE, SEVERAL))
    if one is not None and several is not None:
        message = f"`{ONE}` and `{SEVERAL}` stand together"
        diagnostics.error("language-twice", message, several.span, "keep one of them")
        return ()
    if one is None and several is None:
        report_missing(project, (ONE, SEVERAL), "write `language: da`, or `languages: [da, en]`", diagnostics)
    if several is not None:
        codes = convert(several, tuple[Scalar, ...], SEVERAL, diagnostics)
        if codes is not INVALID and not codes:
            diagnostics.error("missing-value", "no language is declared", several.span, "write `[da, en]`")
        return () if codes is INVALID else codes
    code = INVALID if one is None else convert(one, Scalar, ONE, diagnostics)
    return () if code is INVALID else (code,)


def _given(project: Node, key: str) -> Node | None:
    """The value of a key; None where it is left out or empty."""
    value = project.get(key) if isinstance(project, Mapping) else None
    return None if isinstance(value, Scalar) and not value.text else value


def _language(code: Scalar, diagnostics: Diagnostics) -> Language | None:
    try:
        made = language(code.text)
    except BrokenExtensionError as broken:
        diagnostics.error("broken-language", str(broken), code.span, f"{HINT}, or choose another language")
        return None
    if made is None:
        hint = suggestion(code.text, tuple(languages()))
        diagnostics.error("unknown-language", f"`{code.text}` is no language that decks can be in", code.span, hint)
    return made
