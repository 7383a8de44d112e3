"""A number that so few people or organisations stand behind that each can be told.

Why: with two respondents in a cell each knows what the other answered. A tabulated figure that rests on
fewer respondents than its table wants (`min-n`; 3 unless the population is said to be unnamed) is not
shown. Nor are figures that leave so few over of another of the same question, or of the n that they are
shown with; nor one computed from such figures. A sum counts as the cells that it adds up, shown or not. All
decks are looked at together: what one shows less what another shows is known to whoever sees both. Where
all but one or two of those asked answered, the n of a table tells who did not. (In charts and tables that a
tabulation feeds, small cells are hidden already.) What was `published:` is exempt and listed, and so is what
a tabulation discloses with a reason, or lets through by a lower `min-n`.

Example: `${agreements.third}`, which one row of the survey stands behind.

Mend: leave it out, gather it with another, state `published:` with the value that was, or say on the
tabulation why it may be shown: `disclose: alle tre har sagt ja til det`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from deckgen.checks.engine.subject import Stage, Subject
from deckgen.checks.figures.across_decks import Key, key_of, left_across
from deckgen.checks.figures.cells import SMALLEST, Cell, Rest, by_subtraction, cells, of_each_other
from deckgen.checks.figures.uses import made_from
from deckgen.diagnostics import Fault, Severity
from deckgen.figures.references import all_figures
from deckgen.model.data import Tabulation
from deckgen.model.figure import Computed, Figure

CODE: Final = "small-cell"
SEVERITY: Final[Severity] = "error"
STAGE: Final[Stage] = "plan"
HINT: Final = "leave the figure out, gather it with another, or state `published:` where it was published"
EXAMPLE: Final = {
    "content/answers.csv": "size;started\n" + "small;21-02-2021\n" * 2 + "large;21-03-2021\n" * 4,
    "content/figures.yaml": "members: {from: size/small, label: Små medlemmer, source: survey}\n",
}
NOTED: Final = "nothing is to be done: it is listed so that somebody has seen it"
DISCLOSE: Final = "leave it out, or say `disclose:` with a reason on the tabulation"


def check(subject: Subject) -> Iterator[Fault]:
    contents = (subject.content, *subject.others.values())
    figures = all_figures(contents)
    tables = {name: table for content in contents for name, table in content.tabulations.items()}
    shown = [figures[row.name] for row in subject.plan.figure_rows]
    found = cells(shown, tables, figures)
    for cell in found:
        if 0 < cell.count < max(cell.table.min_n, SMALLEST) and cell.table.min_n:
            yield _small(cell)
    yield from _left_over((rest, {}) for rest in by_subtraction(found))
    yield from _left_over(left_across(subject.contents.values(), tables))
    yield from _silent(found, figures, tables)
    told = {cell.figure.name for cell in found}
    for figure in shown:
        if isinstance(figure.provenance, Computed) and figure.published is None and figure.name not in told:
            yield from _computed(figure, found, figures, tables)


def _small(cell: Cell) -> Fault:
    name, table = cell.figure.name, cell.table
    said = f"`{name}` rests on {_respondents(cell.count)}"
    if cell.figure.published is not None:
        return Fault(f"{said}; it was published", cell.figure.span, NOTED, "info")
    if table.disclose:
        return Fault(f"{said}; `{table.name}` discloses it: {table.disclose}", cell.figure.span, NOTED, "info")
    if cell.count >= table.min_n:
        return Fault(f"{said}; its table has `min-n: {table.min_n}`", cell.figure.span, NOTED, "info")
    return Fault(said, cell.figure.span)


def _respondents(count: int) -> str:
    return f"{count} respondent{'s' if count != 1 else ''}"


def _left_over(rests: Iterable[tuple[Rest, Mapping[Key, str]]]) -> Iterator[Fault]:
    """What can be found by subtraction: once for each total, and what is only noted once for its parts too.

    Beside each rest stand the decks that show its figures, where no deck shows them all.
    """
    told: set[tuple[bool, str]] = set()
    for rest, decks in rests:
        total = rest.whole.figure.name if rest.whole else f"n of {rest.parts[0].table.name}"
        keys = [total]
        if rest.is_exempt:
            keys.append(" ".join(part.figure.name for part in rest.parts))
        if not any((rest.is_exempt, key) in told for key in keys):
            yield _rest(rest, decks)
        told.update((rest.is_exempt, key) for key in keys)


def _rest(rest: Rest, decks: Mapping[Key, str]) -> Fault:
    named = " and ".join(_named(part, decks) for part in rest.parts)
    span = rest.parts[0].figure.span
    base = rest.parts[0].row.base
    said = f"{_named(rest.whole, decks)} less {named} leaves" if rest.whole else f"n = {base} less {named} leaves"
    said = f"{said} {_respondents(rest.count)}"
    if not rest.is_exempt:
        return Fault(said, span)
    reasons = [part.table.disclose for part in rest.parts if part.table.disclose]
    why = f"disclosed: {reasons[0]}" if reasons else "published"
    return Fault(f"{said}; the figures were {why}", span, NOTED, "info")


def _named(cell: Cell, decks: Mapping[Key, str]) -> str:
    shown = decks.get(key_of(cell.figure))
    return f"`{cell.figure.name}` (in {shown})" if shown else f"`{cell.figure.name}`"


def _silent(found: Sequence[Cell], figures: Mapping[str, Figure], known: Mapping[str, Tabulation]) -> Iterator[Fault]:
    """Tables whose n tells who of those asked did not answer, unless how many answered was published."""
    tables: dict[str, tuple[Tabulation, Cell]] = {}
    for cell in found:
        if cell.figure.published is None and cell.figure.rows:
            tables.setdefault(cell.table.name, (cell.table, cell))
    for table, cell in tables.values():
        silent = table.population - table.base
        if 0 < silent < table.min_n and not _was_published(table, figures, known):
            said = f"`{table.name}` has n = {table.base} of {table.population} asked: {silent} did not answer"
            reason = f"; it is disclosed: {table.disclose}" if table.disclose else ""
            noted = (NOTED, "info") if reason else (DISCLOSE, None)
            yield Fault(said + reason, cell.figure.span, *noted)


def _was_published(table: Tabulation, figures: Mapping[str, Figure], known: Mapping[str, Tabulation]) -> bool:
    """Whether a published figure of the same data counts as many respondents as the table has."""
    published = cells([one for one in figures.values() if one.published is not None], known, figures)
    return any(cell.table.dataset == table.dataset and cell.row.value == table.base for cell in published)


def _computed(
    figure: Figure, found: Sequence[Cell], figures: Mapping[str, Figure], tables: Mapping[str, Tabulation]
) -> Iterator[Fault]:
    """What a figure takes from figures that are not shown themselves."""
    known = {cell.figure.name for cell in found}
    names = [name for name in made_from(figure.name, figures) if name != figure.name]
    parts = cells([figures[name] for name in names], tables, figures)
    for rest in of_each_other(parts):
        used = {cell.figure.name for cell in (*rest.parts, *([rest.whole] if rest.whole else ()))}
        if not rest.is_exempt and not used <= known:
            yield Fault(f"`{figure.name}` tells it: {_rest(rest, {}).message}", figure.span)
            return
