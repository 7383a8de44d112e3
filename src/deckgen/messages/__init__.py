"""Messages in the language of who reads them. In: diagnostics and texts in English. Out: the same in a language.

Whoever makes a message writes it in English, with what it is about put in. Where it is told, it is found again in the
catalogue of the language, which is read when it is first asked for: English costs nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal, get_args

from deckgen.diagnostics import Diagnostic

MessageLanguage = Literal["en", "da"]
"""What messages can be in: English, and each language that has a folder here."""
MESSAGE_LANGUAGES: Final[tuple[MessageLanguage, ...]] = get_args(MessageLanguage)


REPORTS: Final = "commands"
"""The part of a catalogue that has the words of reports, and what commands say of how they went."""


def spoken(language: str) -> MessageLanguage | None:
    """The language of that code, if messages can be in it."""
    return next((one for one in MESSAGE_LANGUAGES if one == language), None)


def in_language(one: Diagnostic, language: MessageLanguage) -> Diagnostic:
    """A diagnostic with message, hint and related places in a language; what the catalogue lacks stays English."""
    if language == "en":
        return one
    related = tuple(replace(other, message=said_in(other.message, language)) for other in one.related)
    return replace(one, message=said_in(one.message, language), hint=said_in(one.hint, language), related=related)


def words_of(part: str, language: MessageLanguage) -> dict[str, str]:
    """All that the catalogue of a language says in a part of its own, by what that is in English."""
    if language == "en":
        return {}
    from deckgen.messages.catalogue import written

    return written(language, part)


def said_in(text: str, language: MessageLanguage, part: str = "") -> str:
    """A message, a hint or a word of the engine in a language; or what a part of the catalogue says alone."""
    if language == "en":
        return text
    from deckgen.messages.catalogue import catalogue

    return catalogue(language, part).said(text)


def reported_in(text: str, language: MessageLanguage) -> str:
    """A piece of a report in a language: a word of the report itself, or what messages say too."""
    own = said_in(text, language, REPORTS)
    return own if own != text else said_in(text, language)
