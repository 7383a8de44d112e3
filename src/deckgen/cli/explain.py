"""`deckgen explain`: what a diagnostic code means. In: a code, or none. Out: its page, or a line for each code."""

from __future__ import annotations

import difflib

import click


@click.command()
@click.argument("code", default="")
def explain(code: str) -> None:
    """Print what CODE means, an example and how to mend it; without CODE, a line for each of them.

    \b
    deckgen explain bare-number
    """
    from deckgen.codes.page import listing, page
    from deckgen.codes.table import installed_codes

    codes = installed_codes()
    if code in codes:
        click.echo(page(codes[code]), nl=False)
    elif code:
        near = difflib.get_close_matches(code, codes, 1)
        meant = f" Did you mean '{near[0]}'?" if near else " `deckgen explain` lists them."
        raise click.UsageError(f"There is no code '{code}'.{meant}")
    else:
        for line in listing(codes.values()):
            click.echo(line)
