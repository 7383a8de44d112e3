"""The command line: one file per command. In: what a user types. Out: messages and an exit code.

Exit codes: 0 done, 1 the content has errors, 2 used wrongly.
"""

from __future__ import annotations

import gc
import sys

import click

from deckgen.cli.build import build
from deckgen.cli.check import check
from deckgen.cli.diff import diff
from deckgen.cli.figures import figures
from deckgen.cli.plan import plan
from deckgen.cli.template import template


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="deckgen")
def deckgen() -> None:
    """Structured content in YAML to branded, native, editable PowerPoint decks, one version per meeting."""


deckgen.add_command(build)
deckgen.add_command(diff)
deckgen.add_command(figures)
deckgen.add_command(check)
deckgen.add_command(plan)
deckgen.add_command(template)


def main() -> None:
    """Run the command with UTF-8 output, whatever the console's own code page is.

    A command is one short pass over data that lives to its end: collecting garbage would find none.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    deckgen()
