"""What `kinds` and `charts` have in common. In: forms that were asked for. Out: a line for each, or a page of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeVar

import click

from deckgen.catalogue.pages import PART, Form, Say, headline
from deckgen.cli.formats import say_result
from deckgen.cli.telling import language
from deckgen.messages import words_of
from deckgen.result import Result

One = TypeVar("One", bound=Form)
_EXAMPLE: Final = "example"


def tell(
    result: Result,
    key: str,
    forms: Sequence[One],
    shown: tuple[str, Callable[[One], str]],
    page: Callable[[One, Say], Iterable[str]],
    listing: Callable[[Sequence[One], Say], Iterable[str]],
    name: str,
    form: str,
) -> None:
    """Print forms as JSON under a key, or the page of the one of a name, or the list of all.

    `shown` is what a form says of its use, by its key.
    """
    words = words_of(PART, language())

    def say(text: str) -> str:
        return words.get(text, text)

    if form == "json":
        use, of = shown
        found: list[dict[str, Any]] = [
            {"name": one.name, use: say(of(one)), "what": say(headline(one)), _EXAMPLE: getattr(one, _EXAMPLE)}
            for one in forms
        ]
        say_result(result, **{key: found})
        return
    for line in page(forms[0], say) if name else listing(forms, say):
        click.echo(line)
