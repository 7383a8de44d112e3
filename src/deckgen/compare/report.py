"""Comparisons in words. In: reports, sides, changes. Out: lines for people.

`say` has our own words in another language; what content says stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from deckgen.compare.causes import listed_rows
from deckgen.compare.changes import Changes, NumberChange, SlideChange, TextChange
from deckgen.compare.claims import Claim, DeckView
from deckgen.compare.figures import FigureReport, Meaning, Mention
from deckgen.compare.sides import Difference, NumberSides, SectionSides, Sides, SlideSides
from deckgen.compare.words import marked

At = tuple[str, int, str, str]
Say = Callable[[str], str]


def told_figure(report: FigureReport, say: Say = str) -> Iterator[str]:
    """A figure: as shown, how it came about, what is made of it, and where it shows."""
    for meaning in report.meanings:
        seen = f"  ({say(f'for {_and(meaning.audiences)}')})" if len(report.meanings) > 1 else ""
        yield f"{report.name}: {_plain(meaning.shown)}{f' – {meaning.label}' if meaning.label else ''}{seen}"
        yield from (f"    {line}" for line in _came_about(meaning, say))
    if report.used_by:
        yield f"    {say(f'used by {_listed(report.used_by)}')}"
    if report.base_of:
        yield f"    {say(f'base of {_listed(report.base_of)}')}"
    if not report.mentions:
        yield f"    {say('shown on no slide')}"
    for (deck, page, slide), found in groupby(report.mentions, lambda one: (one.deck, one.page, one.slide)):
        yield f"    {deck} {page:>3}  {slide}: {_places(found, say)}"


def _and(names: Iterable[str]) -> str:
    return " and ".join(names)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _came_about(meaning: Meaning, say: Say) -> Iterator[str]:
    how = f": {say(meaning.how)}" if meaning.how else ""
    raw = "" if meaning.how else f" {say(f'as {meaning.value}')}"
    yield f"{say(meaning.origin)}{raw}{how} ({meaning.written})"
    if meaning.uses:
        yield say(f"made of {_listed(meaning.uses)}")
    if meaning.rows:
        yield say(listed_rows(meaning.rows))
    known = (
        (say("source"), meaning.source_text),
        (say("as of"), meaning.as_of),
        (say("base"), meaning.base),
        (say("confidence"), say(meaning.confidence)),
        (say("published"), meaning.published),
        (say("note"), meaning.note),
        (say("data"), meaning.data_note),
    )
    said = "; ".join(f"{name} {_plain(value)}" for name, value in known if value)
    if said:
        yield said


def _places(found: Iterable[Mention], say: Say) -> str:
    """Each place with what it says there: "title “tolv”, text (points/1) “12”"."""
    said = []
    for one in found:
        path = "" if one.path == one.place else f" ({one.path})"
        said.append(f"{say(one.place)}{path} “{_plain(one.shown)}”")
    return ", ".join(dict.fromkeys(said))


def told_sides(sides: Sides, say: Say = str) -> Iterator[str]:
    """Two decks by section, slide, claim and number, contradictions last, where they are seen."""
    left, right = sides.left.deck, sides.right.deck
    yield f"{_head(sides.left, say)} | {_head(sides.right, say)}"
    yield from _indented(_claims(sides.facts, left, right, say))
    for section in sides.sections:
        yield ""
        yield _section(section, left, right, say)
        for slide in section.slides:
            yield from _slide(slide, sides, say)
    yield from _headed(say("Numbers"), _numbers(sides.numbers, left, right, say))
    told = list(_contradictions(sides, say))
    yield from _headed(say("Contradictions"), told) if told else ("", say("No contradictions"))


def _section(section: SectionSides, left: str, right: str, say: Say) -> str:
    titles = " | ".join(dict.fromkeys(title for title in (section.left, section.right) if title))
    if section.left and section.right:
        return titles
    listed = "" if section.slides else f"; {say('its slides stand where the other has them')}"
    only = say(f"section of {left if section.left else right} only")
    return f"{titles} ({only}{listed})"


def _head(view: DeckView, say: Say) -> str:
    return f"{view.deck}: {say(f'{len(view.slides)} slides, {view.minutes.normalize():f} minutes')}"


def _slide(slide: SlideSides, sides: Sides, say: Say) -> Iterator[str]:
    one, other = slide.left, slide.right
    pages = f"{one.page if one else '–':>3} |{other.page if other else '–':>3}"
    if one is None or other is None:
        view = sides.left if one else sides.right
        known = one or other
        yield f"  {pages}  {slide.id}: {say(f'only {view.deck}')}: {_plain(known.title) if known else ''}"
        return
    elsewhere = ""
    if one.section != other.section:
        elsewhere = f", {say(f'in {sides.right.deck} under')} '{sides.right.section_title(other.section)}'"
    count = len(slide.differences)
    differs = say("the same in both" if not count else f"{slide.same} the same, {count} not")
    yield f"  {pages}  {slide.id}: {differs}{elsewhere}"
    yield from _indented(_claims(slide.differences, sides.left.deck, sides.right.deck, say), "            ")


def _claims(found: Sequence[Difference], left: str, right: str, say: Say) -> Iterator[str]:
    for one in found:
        if one.left and one.right:
            verdict = say("contradiction" if one.why else "in other words")
            yield f"{one.path}: {verdict}{f': {say(one.why)}' if one.why else ''}"
            yield f"    {left}: {_line(one.left)}"
            yield f"    {right}: {_line(one.right)}"
        elif one.left:
            yield f"{one.path}: {say(f'only {left}')}: {_line(one.left)}"
        elif one.right:
            yield f"{one.path}: {say(f'only {right}')}: {_line(one.right)}"


def _line(claim: Claim) -> str:
    return _plain(claim.text)


def _numbers(numbers: Sequence[NumberSides], left: str, right: str, say: Say) -> Iterator[str]:
    both = [one for one in numbers if one.left and one.right]
    agreeing = sum(not one.contradicts for one in both)
    yield say(f"{agreeing} of {len(both)} that both show are the same")
    for deck, only in (
        (left, [one for one in numbers if not one.right]),
        (right, [one for one in numbers if not one.left]),
    ):
        if only:
            said = ", ".join(f"{one.name} {_plain(one.left or one.right)}" for one in only)
            yield f"{say(f'only {deck}')}: {said}"


def _contradictions(sides: Sides, say: Say) -> Iterator[str]:
    for one in sides.contradictions:
        yield f"{one.place}: {say(one.why)}"
        yield f"    {sides.left.deck}: {_plain(one.left)}"
        yield f"    {sides.right.deck}: {_plain(one.right)}"
        yield from (f"    {_at(place)}" for place in one.at)


def _at(place: At) -> str:
    deck, page, slide, path = place
    return f"{deck} {page}  {slide} {path}"


def told_changes(changes: Changes, since: str, say: Say = str) -> Iterator[str]:
    """What changed since `since`: slides, then numbers with their cause, then texts."""
    deck = changes.after.deck
    if changes.before.saved_again:
        again = say(changes.before.saved_again)
        yield f"{since}: {again}; {say('its texts are compared as far as they can be')}"
    if not changes.any:
        yield f"{deck}: {say(f'nothing changed since {since}')}"
        return
    yield f"{deck}: {say(f'changed since {since}')}"
    yield from _headed(say("Slides"), _slides(changes, say))
    yield from _headed(say("Numbers"), [line for one in changes.numbers for line in _number(one, say)])
    texts = [one for one in (*changes.sections, *changes.texts) if not one.figures]
    yield from _headed(say("Texts"), [line for one in texts for line in _text(one, say)])


def _slides(changes: Changes, say: Say) -> Iterator[str]:
    for one in changes.added:
        where = f"{say(f'page {one.after_page}')}{_under(one.after_section, say)}"
        yield f"{say('added')}: {one.id}, {where}: {_plain(one.title)}"
    for one in changes.removed:
        where = f"{say(f'was page {one.before_page}')}{_under(one.before_section, say)}"
        yield f"{say('removed')}: {one.id}, {where}: {_plain(one.title)}"
    for one in changes.moved:
        yield f"{say('moved')}: {one.id}, {_from_to(one, say)}: {_plain(one.title)}"


def _under(section: str, say: Say) -> str:
    return f" {say('under')} '{section}'" if section else ""


def _from_to(one: SlideChange, say: Say) -> str:
    sections = ""
    if one.before_section != one.after_section:
        sections = f", {say('from')} '{one.before_section}' {say('to')} '{one.after_section}'"
    return f"{say(f'from page {one.before_page} to {one.after_page}')}{sections}"


def _number(one: NumberChange, say: Say) -> Iterator[str]:
    why = f": {'; '.join(map(say, one.causes))}" if one.causes else ""
    yield f"{one.name} {say('went from')} {_plain(one.before)} {say('to')} {_plain(one.after)}{why}"
    pages: dict[tuple[int, str], dict[str, None]] = {}
    for _, page, slide, path in one.at:
        pages.setdefault((page, slide), {})[path] = None
    for (page, slide), paths in sorted(pages.items()):
        where = f"{say(f'page {page}')}  {slide}" if slide else say("the deck itself")
        yield f"    {where}: {', '.join(paths)}"


def _text(one: TextChange, say: Say) -> Iterator[str]:
    path = one.path if one.slide else say(one.path)
    page = f"{say(f'page {one.page}')}  " if one.page and one.slide else ""
    where = f"{page}{one.slide} {path}".strip()
    written = f" ({one.written})" if one.written else ""
    what = "added" if not one.before else "removed" if not one.after else "changed"
    yield f"{where}: {say(what)}{written}"
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
