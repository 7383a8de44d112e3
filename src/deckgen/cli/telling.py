"""In which language a command tells what was found. In: `--messages`, the project's setting. Out: what is printed.

What click says of a command line, and what help says of it, is in that language too.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, Final

import click

import deckgen
from deckgen.diagnostics import Diagnostic
from deckgen.messages import MESSAGE_LANGUAGES, REPORTS, MessageLanguage, in_language, reported_in, said_in

_ASKED, _FOLDER = "deckgen.messages", "deckgen.folder"
_CONTENT: Final = "content"
_DEFAULT: Final = re.compile(r"(.*?)(?:  \[(?:default|standard): (.*)\])?", re.DOTALL)


class _Help(click.HelpFormatter):
    """Help in the language that is asked for; what is typed stays as it is."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, " ".join(map(worded, args.split(" "))), f"{worded('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(worded(heading))

    def write_text(self, text: str) -> None:
        super().write_text("\n\n".join(map(_paragraph, text.split("\n\n"))))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _described(said)) for name, said in rows], col_max, col_spacing)


def _paragraph(text: str) -> str:
    """A paragraph of help on one line in the language; what keeps its lines is to be typed."""
    return text if text.startswith("\b") else worded(" ".join(text.split()))


def _described(said: str) -> str:
    """What an option or a command is for, and its default."""
    found = _DEFAULT.fullmatch(said)
    what, default = found.groups() if found else (said, None)
    return worded(what) if default is None else f"{worded(what)}  [{worded('default')}: {default}]"


class Context(click.Context):
    """Where a command says what it has to say."""

    formatter_class = _Help


class Telling(click.Command):
    """A command with `--messages`."""

    context_class = Context

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
    """A command with others below it."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with the first sentence of its help, which is cut in no language."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, _first_sentence(one.help or "")) for name, one in found if one is not None]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _first_sentence(text: str) -> str:
    return worded(" ".join(text.partition("\n\n")[0].split()))


def look_for_language(context: click.Context, args: Sequence[str]) -> None:
    """Remember what a command line says of the language and the content before any of it is known to be right."""
    for option, key in (("--messages", _ASKED), ("--content", _FOLDER)):
        value = _value_of(option, args)
        if value and (key == _FOLDER or value in MESSAGE_LANGUAGES):
            context.meta[key] = value


def _value_of(option: str, args: Sequence[str]) -> str:
    beside = (value for name, value in pairwise(args) if name == option)
    joined = (one.partition("=")[2] for one in args if one.startswith(f"{option}="))
    return next(chain(beside, joined), "")


@contextlib.contextmanager
def told_in(context: click.Context) -> Iterator[None]:
    """What is found wrong with a command line before it is known whose it is, belongs to this command."""
    try:
        yield
    except click.UsageError as wrong:
        wrong.ctx = wrong.ctx or context
        raise


def tell_refusal(wrong: click.ClickException) -> None:
    """Say why a command line cannot be followed, on standard error."""
    context = getattr(wrong, "ctx", None)
    if context is None:
        click.echo(f"{worded('Error')}: {refused(wrong)}", err=True)
        return
    with context.scope(cleanup=False):
        click.echo(context.get_usage(), err=True)
        click.echo(f"{worded(f'{context.command_path} --help says more.')}\n", err=True)
        click.echo(f"{worded('Error')}: {refused(wrong)}", err=True)


def refused(wrong: click.ClickException) -> str:
    """What is wrong with a command line."""
    return spoken(wrong.format_message())


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
    return said_in(text, language(), REPORTS)


def spoken(text: str) -> str:
    """A piece of a report: a word of the report itself, or what messages say too."""
    return reported_in(text, language())


def _remember(context: click.Context, _: click.Parameter, asked: MessageLanguage | None) -> None:
    if asked:
        context.meta[_ASKED] = asked


def language() -> MessageLanguage:
    """Looked up when there is something to tell, in the content folder that the command is about."""
    context = click.get_current_context(silent=True)
    if context is None:
        return "en"
    if _ASKED not in context.meta:
        folder = context.params.get("folder") or context.meta.get(_FOLDER) or _CONTENT
        context.meta[_ASKED] = deckgen.messages_language(Path(folder))
    asked: MessageLanguage = context.meta[_ASKED]
    return asked
