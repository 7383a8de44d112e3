"""`deckgen diff`: two decks side by side, or one deck since an earlier revision or file."""

from __future__ import annotations

import codecs
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen import pipeline
from deckgen.cli.figures import format_option, say, view_of
from deckgen.cli.options import CONTENT_ERRORS, check_names, common, end, load, show
from deckgen.compare.causes import History
from deckgen.compare.changes import Changes, changes
from deckgen.compare.claims import DeckView
from deckgen.compare.record import changes_record, sides_record
from deckgen.compare.report import told_changes, told_sides
from deckgen.compare.sides import compare
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.content import Content
from deckgen.model.number import literal

if TYPE_CHECKING:
    from deckgen.compare.revision import Revision

CONTRADICTION = 1
WORKBOOKS = (".xlsx", ".xlsm")


@click.command()
@click.argument("left", metavar="DECK")
@click.argument("right", metavar="[OTHER]", default="")
@click.option("--since", metavar="REV|FILE", help="A git revision of the content, or an earlier built .pptx.")
@common
@format_option
def diff(left: str, right: str, since: str | None, folder: Path, brand: Path, form: str) -> None:
    """Print what DECK and OTHER say otherwise, or what changed in DECK since a revision or an earlier file.

    Two decks that contradict each other end with exit code 1.
    """
    if bool(right) == (since is not None):
        raise click.UsageError("Name two decks, or one deck and --since.")
    diagnostics = Diagnostics()
    loaded = load(folder, brand, diagnostics)
    if diagnostics.has_errors:
        end(diagnostics, "mend them first")
    check_names(tuple(name for name in (left, right) if name), list(loaded.decks))
    if since is None:
        _sides(loaded, left, right, form)
    else:
        _since(loaded, left, since, brand, form)


def _sides(loaded: pipeline.Loaded, left: str, right: str, form: str) -> None:
    sides = compare(view_of(loaded, left), view_of(loaded, right))
    if form == "json":
        say(sides_record(sides))
    else:
        for line in told_sides(sides):
            click.echo(line)
    if sides.contradictions:
        raise SystemExit(CONTRADICTION)


def _since(loaded: pipeline.Loaded, deck: str, since: str, brand: Path, form: str) -> None:
    diagnostics = Diagnostics()
    earlier = Path(since)
    with tempfile.TemporaryDirectory(prefix="deckgen-", ignore_cleanup_errors=True) as made:
        if earlier.suffix.lower() == ".pptx" or earlier.is_file():
            changed = _since_file(loaded, deck, earlier, Path(made), diagnostics)
        else:
            changed = _since_revision(loaded, deck, since, brand, Path(made), diagnostics)
    if changed is None:
        show(diagnostics)
        raise SystemExit(CONTENT_ERRORS)
    if form == "json":
        say(changes_record(changed, since))
        return
    for line in told_changes(changed, since):
        click.echo(line)


def _since_file(
    loaded: pipeline.Loaded, deck: str, earlier: Path, made: Path, diagnostics: Diagnostics
) -> Changes | None:
    """The deck of today is written aside and read as the earlier file is."""
    from deckgen.compare.file_view import read_built

    labels, span = loaded.language.labels, Span(earlier.as_posix())
    try:
        before = read_built(earlier, labels)
    except OSError as error:
        diagnostics.error("file-unreadable", f"the file cannot be opened: {error.strerror}", span)
        return None
    if before is None:
        diagnostics.error(
            "not-a-built-file", "this is no deck that deckgen built", span, "name a .pptx from deckgen build"
        )
    elif before.deck != deck:
        message = f"this is the deck '{before.deck}', not '{deck}'"
        diagnostics.error("another-deck", message, span, f"deckgen diff {before.deck} --since {earlier.as_posix()}")
    if before is None or before.deck != deck:
        return None
    plan = pipeline.plan_deck(loaded, deck, Diagnostics())
    target = made / "now.pptx"
    written = pipeline.write_file(loaded, pipeline.set_deck(loaded, plan, Diagnostics()), target, diagnostics)
    after = read_built(target, labels) if written else None
    figures, language = loaded.contents[plan.audience].figures, loaded.language
    known = History({}, figures, folder=loaded.folder, words=lambda value: language.show(literal(value, "words")))
    return changes(before, after, known) if after else None


def _since_revision(
    loaded: pipeline.Loaded, deck: str, name: str, brand: Path, made: Path, diagnostics: Diagnostics
) -> Changes | None:
    from deckgen.compare.revision import read_revision

    revision = read_revision(Path(loaded.folder), brand, name, made, diagnostics)
    earlier = _earlier(revision, deck, loaded.theme.template, made, diagnostics) if revision else None
    if earlier is None or revision is None:
        return None
    old, before = earlier
    new = loaded.contents[loaded.decks[deck].audience]
    return changes(before, view_of(loaded, deck), _history(old, new, revision, Path(loaded.folder)))


def _earlier(
    revision: Revision, deck: str, template: Path | None, made: Path, diagnostics: Diagnostics
) -> tuple[Content, DeckView] | None:
    """The deck as it was, and what its audience saw; on today's client template, which is not what is compared."""
    wrong = Diagnostics()
    old = pipeline.load(revision.content, revision.brand, wrong, template)
    if old is None or wrong.has_errors:
        first = next(one for one in wrong if one.severity == "error")
        inside = first.span.file.removeprefix(made.as_posix()).lstrip("/")
        message = f"the content cannot be read as it was then: {first.message}"
        diagnostics.error(first.code, message, replace(first.span, file=f"{revision.name}:{inside}"))
        return None
    if deck not in old.decks:
        message = f"there was no deck '{deck}' then: {', '.join(old.decks) or 'none'}"
        diagnostics.error("deck-not-there-then", message, Span(f"{revision.name}:{revision.prefix}"))
        return None
    return old.contents[old.decks[deck].audience], view_of(old, deck)


def _history(old: Content, new: Content, revision: Revision, folder: Path) -> History:
    """The figures of both, and which data row of today each row of then is; of text files alone."""
    from deckgen.compare.rows import match_rows

    rows = {row for figure in old.figures.values() for row in figure.rows}
    now: dict[str, str] = {}
    rewritten: set[str] = set()
    for file in sorted({row.rpartition(":")[0] for row in rows}):
        found = match_rows(_lines(revision.content, file), _lines(folder, file))
        today = {f"{file}:{then}": f"{file}:{line}" for then, line in found.now.items()}
        now |= {row: today.get(row, "") for row in rows if row.startswith(f"{file}:")} if today else {}
        rewritten |= {f"{file}:{row}" for row in found.rewritten}
    return History(old.figures, new.figures, now, frozenset(rewritten), folder.as_posix())


def _lines(folder: Path, file: str) -> list[str]:
    """The lines of a data file below a folder, whatever its encoding; none where it is a workbook or not there."""
    path = folder / file
    if path.suffix.lower() in WORKBOOKS or not path.is_file():
        return []
    data = path.read_bytes()
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return re.split(r"\r\n|\r|\n", data.decode("utf-16" if wide else "latin-1", "replace"))
