"""How the command ends, whatever befalls it. In: the command. Out: its exit code, and no traceback of its streams.

Somebody presses Ctrl-C, what reads our output goes away (`deckgen plan board | head -1`), or the disk that the output
goes to is full.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import Final, TextIO

import click

from deckgen.cli.telling import tell_refusal, worded

NOT_PRINTED: Final = 3
INTERRUPTED: Final = 128 + 2
"""What a shell calls the end by Ctrl-C (SIGINT)."""
READER_GONE: Final = 128 + 13
"""What a shell calls the end of a program whose reader went away (SIGPIPE)."""


def run(command: click.Command) -> int:
    """Run a command and see that what it printed has gone out."""
    try:
        code = _code(command)
        for stream in _streams():
            stream.flush()
    except OSError as problem:
        # What is wrong with a file is a diagnostic, and such an error would name the file; a stream has no name.
        if problem.filename is not None:
            raise
        return _unprinted(problem)
    return code


def _code(command: click.Command) -> int:
    printed_to = sys.stdout
    try:
        ended = command.main(standalone_mode=False)
    except click.ClickException as wrong:
        tell_refusal(wrong)
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):  # click makes the first of the second, but where it is reading a command
        click.echo(worded("Interrupted: a file that was not finished is as it was."), err=True)
        return INTERRUPTED
    except SystemExit as ending:
        if sys.stdout is not printed_to:  # click puts one in its place that is silent where the reader is gone
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)) from None
        return ending.code if isinstance(ending.code, int) else 0
    return ended if isinstance(ended, int) else 0


def _streams() -> tuple[TextIO, ...]:
    """What is printed to; a stream that was closed before we began is none."""
    return tuple(stream for stream in (sys.__stdout__, sys.__stderr__) if stream is not None)


def _unprinted(problem: OSError) -> int:
    """Say why nothing more is printed, where anybody can be told."""
    is_gone = problem.errno == errno.EPIPE
    if not is_gone:
        with contextlib.suppress(OSError):
            click.echo(worded(f"The output cannot be written: {problem.strerror}."), err=True)
    _forget()
    return READER_GONE if is_gone else NOT_PRINTED


def _forget() -> None:
    """Let go nowhere what a stream still holds, or the interpreter would fail to print it when it ends."""
    for stream in _streams():
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
