"""What a first deck says of a question. In: what was counted. Out: a slide in the form that fits, or none.

The plainest form that hides nothing is taken; where cells are small, answers are gathered, and where these are too,
only the upper ones are told. A title says what stands out, in figures.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from deckgen.content.tables import cell_names
from deckgen.drafting.tables import GATHERED, NUMBER_WAYS, NUMBERS, TOP, Asked
from deckgen.model.data import Tabulation, TabulationRow
from deckgen.model.draft_words import DraftWords
from deckgen.model.lazy_dataclasses import dataclass

SCALES: Final = ("likert",)
"""Chart types for answers on a scale, where there are any."""
MOST_PARTS: Final = 5
"""Parts of a stacked bar."""
MOST_ROWS: Final = 15
MOST_COLUMNS: Final = 7
LONGEST_UNDER_A_COLUMN: Final = 22
LONGEST_LABEL: Final = 70
"""Of a bar; longer ones are read in a table."""
LONGEST_TITLE: Final = 96
LONGEST_ANSWER: Final = 44
MOST_QUOTED: Final = 3
"""Of so many steps and more, the first and the last are named."""
FEWEST_SHOWN: Final = 2
_MARKS: Final = re.compile(r"[*^~\[\]_`<]")
_NUMBER: Final = re.compile(r"\d(?:[\d.,–-]*\d)?")


@dataclass(frozen=True, slots=True)
class Finding:
    """A slide: its title, its own lines of YAML, in which ways its question is counted, how much it stands out."""

    asked: Asked
    title: str
    lines: tuple[str, ...]
    ways: tuple[str, ...]
    weight: float


def finding(one: Asked, words: DraftWords, charts: Collection[str]) -> Finding | None:
    """The slide on a question, in one of the chart types that there are; None where too little of it may be shown."""
    if one.type in NUMBERS:
        return _of_numbers(one, words)
    if one.is_battery:
        return _of_battery(one, words, charts)
    return _of_options(one, words)


def _of_options(one: Asked, words: DraftWords) -> Finding | None:
    way = _options_way(one)
    table = one.made.get(way)
    shown = _shown(table) if table else []
    if table is None or len(shown) < FEWEST_SHOWN or not _can_show_gaps(table):
        return None
    several, whole = one.type == "multiple", not any(row.hidden for row in table.rows)
    form = (words.multiple, words.multiple_two) if several else (words.single, words.single_two)
    first, second = sorted(shown, key=_value, reverse=True)[:2]
    top = _only(one.made.get(TOP)) if whole else None
    if top is not None:
        title = _said(words.single, share=_cell(one.made[TOP], top), answer=_upper(one, words))
    else:
        title = _two(form, words, table, first, second)
    ordered = one.type == "scale"
    counted = _shares_of(one, words).format(question=_question(one.label, words))
    counted += _without(one, words)
    finding = _upper_keys(one, way) if top else _commonest(shown)
    lines = _drawn(table, counted, words, finding, ordered)
    ways = (way, TOP) if top else (way,)
    return Finding(one, title, lines, ways, _stands_out(first, shown, several))


def _shares_of(one: Asked, words: DraftWords) -> str:
    """Whom shares are of: those who answered, of a question with several answers perhaps those who chose any."""
    if one.type != "multiple":
        return words.shares
    question = one.questions[0]
    blank = sum(count for at, count in question.codes.counted(None).items() if question.values[at] is None)
    return words.shares_of_those_who_chose if blank else words.shares_of_several


def _commonest(shown: Sequence[TabulationRow]) -> tuple[str, ...]:
    """The answers that as many gave as the commonest; none where all are as common."""
    most = max(map(_value, shown))
    keys = tuple(row.key for row in shown if _value(row) == most)
    return keys if len(keys) < len(shown) else ()


def _upper_keys(one: Asked, way: str) -> tuple[str, ...]:
    """The rows of a scale's upper steps, which are one row where they are gathered."""
    steps = one.steps
    codes = tuple(code for code, _ in steps[len(steps) - len(one.upper) :])
    return codes if way != GATHERED else (one.made[GATHERED].rows[-1].key,)


def _without(one: Asked, words: DraftWords) -> str:
    """Behind what is counted: which answers are not."""
    question = one.questions[0]
    told = [plain(question.options.get(code, code), words) for code in sorted(question.dont_know)]
    return words.without.format(answer=words.or_quoted.join(told)) if told else ""


def _options_way(one: Asked) -> str:
    """How a question is shown: as it was asked, or gathered where that hides nothing and the other does."""
    gathered = one.made.get(GATHERED)
    small = any(row.hidden for row in one.made[""].rows) if "" in one.made else True
    return GATHERED if small and gathered and not any(row.hidden for row in gathered.rows) else ""


def _can_show_gaps(table: Tabulation) -> bool:
    """Whether the label of a hidden cell can say so: behind a label that is a number, it would be read as one."""
    return not any(row.hidden and row.label.isdigit() for row in table.rows)


def _of_battery(one: Asked, words: DraftWords, charts: Collection[str]) -> Finding | None:
    way, chart = _battery_form(one, charts)
    table = one.made.get(way)
    top = one.made.get(TOP) or one.made.get("")
    if table is None or top is None:
        return None
    told = one.made.get(TOP, table)
    best = sorted((row for row in _shown(told) if _is_last(row, told)), key=_value, reverse=True)
    if len(best) < FEWEST_SHOWN:
        return None
    most, least = best[0], best[-1]
    answer = _upper(one, words) if TOP in one.made else plain(most.answer, words)
    figures = {"share": _cell(told, most), "less": _cell(told, least), "answer": answer}
    items = {"item": plain(most.group, words), "least": plain(least.group, words)}
    title = words.battery_two.format(**figures, **items)
    if _length(title) > LONGEST_TITLE:
        title = words.battery.format(**figures, **items)
    if _length(title) > LONGEST_TITLE:
        short = {name: _clipped(text) for name, text in items.items()}
        title = words.battery.format(**figures, **short)
    question = _question(one.label, words)
    counted = words.shares.format(question=question)
    if chart == "bar":
        counted = words.shares_of_answer.format(question=question, answer=answer)
    counted += _without(one, words)
    lines = (f"chart: {chart}", *_counted(counted), f"table: {table.name}")
    finding = () if chart != "bar" else (f"emphasis: {_quoted(most.group)}",)
    ways = tuple(dict.fromkeys((way, TOP if TOP in one.made else way)))
    return Finding(one, title, ("kind: chart", *lines, *finding), ways, float(_value(most) - _value(least)) / 100)


def _battery_form(one: Asked, charts: Collection[str]) -> tuple[str, str]:
    """Which tabulation of a battery is shown, and as what: bars that diverge where a scale may be drawn so."""
    parted = next(
        (name for name in (*SCALES, "stacked_bar") if name in charts and one.type == "scale"), "stacked_bar"
    )
    for way in ("", GATHERED):
        table = one.made.get(way)
        parts = len({row.answer for row in table.rows}) if table else 0
        if table and 2 <= parts <= MOST_PARTS and not any(row.hidden or row.value is None for row in table.rows):
            return way, parted
    return TOP, "bar"


def _of_numbers(one: Asked, words: DraftWords) -> Finding | None:
    held = {way: (one.made[way], _only(one.made[way])) for way in NUMBER_WAYS if way in one.made}
    figures = {way: _cell(table, row) for way, (table, row) in held.items() if row is not None}
    if len(figures) < len(NUMBER_WAYS):
        return None
    question = words.numbers.format(question=_question(one.label, words))
    lines = ["kind: key_figures", *_text("subtitle", question), "figures:"]
    told = (
        ("count", words.count_label, words.count_note),
        ("mean", words.mean_label, words.mean_note),
        ("median", words.median_label, words.median_note),
    )
    for way, label, note in told:
        lines += [f"  - value: {figures[way]}", f"    label: {label}", f"    note: {note}"]
    lines.append("    emphasis: true")
    return Finding(one, words.mean.format(**figures), tuple(lines), NUMBER_WAYS, 0.0)


def _drawn(
    table: Tabulation, counted: str, words: DraftWords, emphasis: Sequence[str], ordered: bool
) -> tuple[str, ...]:
    """A chart of a table, in which some rows are the finding; a table where its labels have no room."""
    rows = [row for row in table.rows if row.value is not None]
    longest = max(len(row.label) for row in rows)
    if longest > LONGEST_LABEL or len(rows) > MOST_ROWS:
        heads = f"columns: [{words.answer_head}, {words.share_head}]"
        return ("kind: table", *_text("subtitle", counted), heads, f"table: {table.name}")
    upright = ordered and len(rows) <= MOST_COLUMNS and longest <= LONGEST_UNDER_A_COLUMN
    names = ", ".join(map(_quoted, emphasis))
    finding = (f"emphasis: [{names}]" if len(emphasis) > 1 else f"emphasis: {names}",) if emphasis else ()
    kept = ("ordered: true",) if ordered else ()
    chart = "column" if upright else "bar"
    return ("kind: chart", f"chart: {chart}", *_counted(counted), *kept, f"table: {table.name}", *finding)


def _counted(said: str) -> Iterator[str]:
    return _text("counted", said)


def _text(key: str, said: str) -> Iterator[str]:
    """A text in a block of its own, in which no sign of YAML means anything."""
    yield f"{key}: |-"
    yield f"  {said}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _two(
    forms: tuple[str, str], words: DraftWords, table: Tabulation, first: TabulationRow, last: TabulationRow
) -> str:
    """A title of the answer that most give and, where there is room, of the next."""
    said = {"share": _cell(table, first), "answer": plain(first.label, words)}
    two = forms[1].format(**said, less=_cell(table, last), other=plain(last.label, words))
    if _length(two) <= LONGEST_TITLE:
        return two
    return _said(forms[0], share=said["share"], answer=said["answer"])


def _said(form: str, *, share: str, answer: str) -> str:
    whole = form.format(share=share, answer=answer)
    return whole if _length(whole) <= LONGEST_TITLE else form.format(share=share, answer=_clipped(answer))


def _upper(one: Asked, words: DraftWords) -> str:
    """The upper steps of a scale, as a title quotes them."""
    labels = [plain(label, words) for label in one.upper]
    if len(labels) < MOST_QUOTED:
        return words.or_quoted.join(labels)
    return words.to.format(first=labels[0], last=labels[-1])


def _length(title: str) -> int:
    """How long a title is where figures are a few digits, and marks nothing."""
    return len(re.sub(r"\$\{[^}]*\}", "00 %", re.sub(r"\$\[([^|]*)\|[^\]]*\]", r"\1", title)).replace("\\", ""))


def _clipped(said: str) -> str:
    """A text of the questionnaire, cut behind a word; what is bound in it stays whole."""
    if _length(said) <= LONGEST_ANSWER:
        return said
    kept = ""
    for word in re.findall(r"(?:\$\[[^\]]*\]|\S)+", said):
        if _length(f"{kept} {word}") > LONGEST_ANSWER:
            break
        kept = f"{kept} {word}".strip()
    return f"{kept} …"


def plain(text: str, words: DraftWords) -> str:
    """A text of the questionnaire as content says it: no sign marks anything, and a number says whose word it is."""
    signs = _MARKS.sub(r"\\\g<0>", " ".join(text.split()).replace("\\", "/"))
    return _NUMBER.sub(lambda found: f"$[{found[0]}|{words.quoted}]", signs.replace("$", "$ "))


def _question(label: str, words: DraftWords) -> str:
    said = plain(label, words)
    return said if said.endswith(("?", ".", "!", ":")) else f"{said}."


def _shown(table: Tabulation) -> list[TabulationRow]:
    return [row for row in table.rows if row.value is not None and not row.hidden]


def _only(table: Tabulation | None) -> TabulationRow | None:
    """The one row of a table, where it may be shown."""
    rows = _shown(table) if table else []
    return rows[0] if len(rows) == 1 else None


def _is_last(row: TabulationRow, table: Tabulation) -> bool:
    """Whether a row of a battery is of the last of its answers: the highest."""
    return row.answer == table.rows[-1].answer


def _value(row: TabulationRow) -> float:
    return float(row.value or 0)


def _cell(table: Tabulation, row: TabulationRow) -> str:
    """The figure of a row, as a text names it."""
    return f"${{{cell_names(table)[row.key]}}}"


def _stands_out(first: TabulationRow, shown: Sequence[TabulationRow], several: bool) -> float:
    """How far the commonest answer is from what it would be if all were as common; from 0 to 1."""
    even = sum(map(_value, shown)) / len(shown) if several else 100 / len(shown)
    return max(_value(first) - even, 0.0) / max(100 - even, 1.0)


def by_what_stands_out(findings: Sequence[Finding]) -> dict[str, tuple[Finding, ...]]:
    """The findings of each dataset, those that stand out most first."""
    datasets = dict.fromkeys(one.asked.dataset for one in findings)
    ordered = sorted(findings, key=lambda one: -one.weight)
    return {name: tuple(one for one in ordered if one.asked.dataset == name) for name in datasets}
