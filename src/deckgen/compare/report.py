"""Comparisons in words. In: reports, sides, changes. Out: lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from deckgen.compare.causes import listed_rows
from deckgen.compare.changes import Changes, NumberChange, SlideChange, TextChange
from deckgen.compare.claims import Claim, DeckView
from deckgen.compare.figures import FigureReport, Meaning, Mention
from deckgen.compare.sides import Difference, NumberSides, SectionSides, Sides, SlideSides
from deckgen.compare.words import marked

At = tuple[str, int, str, str]


def told_figure(report: FigureReport) -> Iterator[str]:
    """A figure: as shown, how it came about, what is made of it, and where it shows."""
    for meaning in report.meanings:
        seen = f"  (for {' and '.join(meaning.audiences)})" if len(report.meanings) > 1 else ""
        yield f"{report.name}: {_plain(meaning.shown)}{f' – {meaning.label}' if meaning.label else ''}{seen}"
        yield from (f"    {line}" for line in _came_about(meaning))
    if report.used_by:
        yield f"    used by {', '.join(report.used_by)}"
    if report.base_of:
        yield f"    base of {', '.join(report.base_of)}"
    if not report.mentions:
        yield "    shown on no slide"
    for (deck, page, slide), found in groupby(report.mentions, lambda one: (one.deck, one.page, one.slide)):
        yield f"    {deck} {page:>3}  {slide}: {_places(found)}"


def _came_about(meaning: Meaning) -> Iterator[str]:
    how = f": {meaning.how}" if meaning.how else ""
    raw = "" if meaning.how else f" as {meaning.value}"
    yield f"{meaning.origin}{raw}{how} ({meaning.written})"
    if meaning.uses:
        yield f"made of {', '.join(meaning.uses)}"
    if meaning.rows:
        yield listed_rows(meaning.rows)
    known = (
        ("source", meaning.source_text),
        ("as of", meaning.as_of),
        ("base", meaning.base),
        ("confidence", meaning.confidence),
        ("published", meaning.published),
        ("note", meaning.note),
        ("data", meaning.data_note),
    )
    said = "; ".join(f"{name} {_plain(value)}" for name, value in known if value)
    if said:
        yield said


def _places(found: Iterable[Mention]) -> str:
    """Each place with what it says there: "title “tolv”, text (points/1) “12”"."""
    said = []
    for one in found:
        path = "" if one.path == one.place else f" ({one.path})"
        said.append(f"{one.place}{path} “{_plain(one.shown)}”")
    return ", ".join(dict.fromkeys(said))


def told_sides(sides: Sides) -> Iterator[str]:
    """Two decks by section, slide, claim and number, contradictions last, where they are seen."""
    left, right = sides.left.deck, sides.right.deck
    yield f"{_head(sides.left)} | {_head(sides.right)}"
    yield from _indented(_claims(sides.facts, left, right))
    for section in sides.sections:
        yield ""
        yield _section(section, left, right)
        for slide in section.slides:
            yield from _slide(slide, sides)
    yield from _headed("Numbers", _numbers(sides.numbers, left, right))
    told = list(_contradictions(sides))
    yield from _headed("Contradictions", told) if told else ("", "No contradictions")


def _section(section: SectionSides, left: str, right: str) -> str:
    titles = " | ".join(dict.fromkeys(title for title in (section.left, section.right) if title))
    if section.left and section.right:
        return titles
    listed = "" if section.slides else "; its slides stand where the other has them"
    return f"{titles} (section of {left if section.left else right} only{listed})"


def _head(view: DeckView) -> str:
    return f"{view.deck}: {len(view.slides)} slides, {view.minutes.normalize():f} minutes"


def _slide(slide: SlideSides, sides: Sides) -> Iterator[str]:
    one, other = slide.left, slide.right
    pages = f"{one.page if one else '–':>3} |{other.page if other else '–':>3}"
    if one is None or other is None:
        view = sides.left if one else sides.right
        known = one or other
        yield f"  {pages}  {slide.id}: only {view.deck}: {_plain(known.title) if known else ''}"
        return
    elsewhere = ""
    if one.section != other.section:
        elsewhere = f", in {sides.right.deck} under '{sides.right.section_title(other.section)}'"
    differs = "the same in both" if not slide.differences else f"{slide.same} the same, {len(slide.differences)} not"
    yield f"  {pages}  {slide.id}: {differs}{elsewhere}"
    yield from _indented(_claims(slide.differences, sides.left.deck, sides.right.deck), "            ")


def _claims(found: Sequence[Difference], left: str, right: str) -> Iterator[str]:
    for one in found:
        if one.left and one.right:
            verdict = "contradiction" if one.why else "in other words"
            yield f"{one.path}: {verdict}{f': {one.why}' if one.why else ''}"
            yield f"    {left}: {_line(one.left)}"
            yield f"    {right}: {_line(one.right)}"
        elif one.left:
            yield f"{one.path}: only {left}: {_line(one.left)}"
        elif one.right:
            yield f"{one.path}: only {right}: {_line(one.right)}"


def _line(claim: Claim) -> str:
    return _plain(claim.text)


def _numbers(numbers: Sequence[NumberSides], left: str, right: str) -> Iterator[str]:
    both = [one for one in numbers if one.left and one.right]
    agreeing = sum(not one.contradicts for one in both)
    yield f"{agreeing} of {len(both)} that both show are the same"
    for deck, only in (
        (left, [one for one in numbers if not one.right]),
        (right, [one for one in numbers if not one.left]),
    ):
        if only:
            said = ", ".join(f"{one.name} {_plain(one.left or one.right)}" for one in only)
            yield f"only {deck}: {said}"


def _contradictions(sides: Sides) -> Iterator[str]:
    for one in sides.contradictions:
        yield f"{one.place}: {one.why}"
        yield f"    {sides.left.deck}: {_plain(one.left)}"
        yield f"    {sides.right.deck}: {_plain(one.right)}"
        yield from (f"    {_at(place)}" for place in one.at)


def _at(place: At) -> str:
    deck, page, slide, path = place
    return f"{deck} {page}  {slide} {path}"


def told_changes(changes: Changes, since: str) -> Iterator[str]:
    """What changed since `since`: slides, then numbers with their cause, then texts."""
    deck = changes.after.deck
    if changes.before.saved_again:
        yield f"{since} was {changes.before.saved_again}; its texts are compared as far as they can be"
    if not changes.any:
        yield f"{deck}: nothing changed since {since}"
        return
    yield f"{deck}: changed since {since}"
    yield from _headed("Slides", _slides(changes))
    yield from _headed("Numbers", [line for one in changes.numbers for line in _number(one)])
    texts = [one for one in (*changes.sections, *changes.texts) if not one.figures]
    yield from _headed("Texts", [line for one in texts for line in _text(one)])


def _slides(changes: Changes) -> Iterator[str]:
    for one in changes.added:
        yield f"added: {one.id}, page {one.after_page}{_under(one.after_section)}: {_plain(one.title)}"
    for one in changes.removed:
        yield f"removed: {one.id}, was page {one.before_page}{_under(one.before_section)}: {_plain(one.title)}"
    for one in changes.moved:
        yield f"moved: {one.id}, {_from_to(one)}: {_plain(one.title)}"


def _under(section: str) -> str:
    return f" under '{section}'" if section else ""


def _from_to(one: SlideChange) -> str:
    sections = ""
    if one.before_section != one.after_section:
        sections = f", from '{one.before_section}' to '{one.after_section}'"
    return f"from page {one.before_page} to {one.after_page}{sections}"


def _number(one: NumberChange) -> Iterator[str]:
    why = f": {'; '.join(one.causes)}" if one.causes else ""
    yield f"{one.name} went from {_plain(one.before)} to {_plain(one.after)}{why}"
    pages: dict[tuple[int, str], dict[str, None]] = {}
    for _, page, slide, path in one.at:
        pages.setdefault((page, slide), {})[path] = None
    for (page, slide), paths in sorted(pages.items()):
        where = f"page {page}  {slide}" if slide else "the deck itself"
        yield f"    {where}: {', '.join(paths)}"


def _text(one: TextChange) -> Iterator[str]:
    where = (
        f"page {one.page}  {one.slide} {one.path}" if one.page and one.slide else f"{one.slide} {one.path}".strip()
    )
    written = f" ({one.written})" if one.written else ""
    what = "added" if not one.before else "removed" if not one.after else "changed"
    yield f"{where}: {what}{written}"
    yield f"    {_plain(one.after or one.before) if what != 'changed' else _plain(marked(one.words))}"


def _headed(title: str, lines: Iterable[str]) -> Iterator[str]:
    inside = list(lines)
    if inside:
        yield ""
        yield title
        yield from _indented(inside)


def _indented(lines: Iterable[str], by: str = "  ") -> Iterator[str]:
    return (f"{by}{line}" for line in lines)


def _plain(text: str) -> str:
    """A text on one line, no-break spaces as spaces, so that a terminal and a search find it."""
    return text.replace("\u00a0", " ").replace("\n", " / ")
