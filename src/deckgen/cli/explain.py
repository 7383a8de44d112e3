"""`deckgen explain`: what a diagnostic code means. In: a code, or none. Out: its page, or a line for each code."""

from __future__ import annotations

import difflib

import click

from deckgen.cli.options import Command
from deckgen.cli.telling import language
from deckgen.messages import words_of


@click.command(cls=Command)
@click.argument("code", default="")
def explain(code: str) -> None:
    """Print what CODE means, an example and how to mend it; without CODE, a line for each of them.

    \b
    deckgen explain bare-number
    """
    from deckgen.codes.page import PAGES, Spoken, listing, page
    from deckgen.codes.table import installed_codes

    codes, spoken = installed_codes(), Spoken(words_of(PAGES, language()))
    if code in codes:
        click.echo(page(codes[code], spoken), nl=False)
    elif code:
        near = difflib.get_close_matches(code, codes, 1)
        meant = f" Did you mean '{near[0]}'?" if near else " `deckgen explain` lists them."
        raise click.UsageError(f"There is no code '{code}'.{meant}")
    else:
        for line in listing(codes.values(), spoken):
            click.echo(line)
