"""In which language a command tells what was found. In: `--messages`, the project's setting. Out: what is printed.

What click itself says of a command line stays in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import click

import deckgen
from deckgen.diagnostics import Diagnostic
from deckgen.messages import MESSAGE_LANGUAGES, MessageLanguage, in_language, said_in

LINES: Final = "commands"
"""The part of a catalogue that has what commands say of how they went."""
_ASKED: Final = "deckgen.messages"


class Telling(click.Command):
    """A command with `--messages`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(
            click.Option(
                ["--messages"],
                type=click.Choice(MESSAGE_LANGUAGES),
                expose_value=False,
                callback=_remember,
                help="Language of messages, instead of the project's.",
            )
        )


class Group(Telling, click.Group):
    """A command with others below it that tells something by itself."""


def asked_language() -> MessageLanguage | None:
    """What `--messages` says; None where it is left out."""
    context = click.get_current_context(silent=True)
    return None if context is None else context.meta.get(_ASKED)


def told(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Diagnostics in the language that is asked for."""
    found = tuple(diagnostics)
    asked: MessageLanguage = language() if found else "en"
    return (in_language(one, asked) for one in found)


def said(text: str) -> str:
    """A text of ours in the language that is asked for."""
    return said_in(text, language())


def worded(text: str) -> str:
    """A line of how a command went, in the language that is asked for."""
    return said_in(text, language(), LINES)


def _remember(context: click.Context, _: click.Parameter, asked: MessageLanguage | None) -> None:
    if asked:
        context.meta[_ASKED] = asked


def language() -> MessageLanguage:
    """Looked up when there is something to tell, in the content folder that the command is about."""
    context = click.get_current_context(silent=True)
    if context is None:
        return "en"
    if _ASKED not in context.meta:
        context.meta[_ASKED] = deckgen.messages_language(context.params.get("folder") or Path("content"))
    asked: MessageLanguage = context.meta[_ASKED]
    return asked
