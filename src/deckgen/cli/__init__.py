"""The command line: one file per command. In: what a user types. Out: messages and an exit code.

A command asks the package (`deckgen.build` and its like) and prints the Result; it decides nothing else. Exit
codes: 0 done, 1 the content has errors, 2 used wrongly, 3 what it prints cannot be written, 130 interrupted, 141
nobody reads it.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import sys
from typing import Any

import click

from deckgen.cli import ending
from deckgen.cli.formats import refusal, say, wants_json
from deckgen.cli.telling import Group, look_for_language, refused, told_in


class _Commands(Group):
    """The commands by the names of their files, imported when they are asked for: a build does not pay for diff."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name not in _SHARED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(importlib.import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.obj = wants_json(args)
        look_for_language(ctx, args)
        with told_in(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; where it was used wrongly and JSON is wanted, that is what standard output holds."""
        try:
            with told_in(ctx):
                return super().invoke(ctx)
        except click.UsageError as wrong:
            if ctx.obj:
                say(refusal(refused(wrong)))
            raise


_SHARED = ("completion", "ending", "formats", "listed", "options", "records", "reports", "telling")
"""Files that are no command."""


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="deckgen")
def deckgen() -> None:
    """Structured content in YAML to branded, native, editable PowerPoint decks, one version per meeting."""


def main() -> None:
    """Run the command with UTF-8 output, whatever the console's own code page is.

    A command is one short pass over data that lives to its end: collecting garbage would find none, neither on the
    way nor when the interpreter ends, which looks for it once more in all that is not frozen.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = ending.run(deckgen)
    gc.freeze()
    sys.exit(code)
