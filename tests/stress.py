"""A content folder that asks everything of the fitter: every kind, from one word to far more than fits, 1–12 items.

In: nothing but the registry, so that a new kind is asked too. Out: one deck for each number of items, with as many
chapters; one file for each slide. Every kind meets every number of items and every length of text, and among each few
kinds every number meets every length. The words are chosen by a seed: the same folder each time.
"""

from __future__ import annotations

import dataclasses
import json
import random
import re
import typing
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from deckgen.model.icon import Icon
from deckgen.model.kind import Kind
from deckgen.model.list_item import ListItem
from deckgen.model.names import ChartTypeName, DrawingName, PropertyName
from deckgen.model.picture import Picture
from deckgen.model.places import OutlineFile, PlaceName, Tiles
from deckgen.model.sign import Sign
from deckgen.model.text import PlottedValue, Text, Value
from deckgen.registry import registry
from gallery import harbour

VALUES = (Value, PlottedValue)
NAMED: Mapping[Any, tuple[str, ...]] = {
    Icon: ("handshake", "landmark", "flask-conical"),
    Sign: ("square", "hexagon"),
    Picture: ("havn.png",),
    OutlineFile: ("spor.svg",),
    Tiles: ("municipalities",),
    PlaceName: ("Aalborg", "Odense", "Vesthimmerlands", "Ringkøbing-Skjern", "Frederikshavn", "Bornholm"),
}
"""Types of which content names one, and what it may name."""

TRACK = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 50" fill="none" stroke="#000">
  <path d="M5 45C5 0 35 0 35 45"/>
  <path data-role="accent" d="M15 45C15 20 25 20 25 45"/>
</svg>
"""
"""A drawing of two lines, one of them set apart."""

ITEMS = (1, 2, 4, 7, 12)
WORDS = (0, 80, 250, 750)
"""Words on a slide, shared by its texts, each with at least one: a slide holds about 250. A heading has a quarter."""

MET = (0, 2)
"""Of the five lengths, turned from number to number and from kind to kind, those that a number of items meets in a
kind; in a chart it meets all of them, as each is another type of chart."""

LONGEST = 60
"""Words on the slides that hold the longest words there are."""

KINDS = dict(registry().kinds)
CHARTS = sorted(registry().charts)
PANELS = [name for name in CHARTS if "panels" in registry().charts[name].takes]
DRAWN = re.compile(r"/data/[0-9]+/label$|/series/[0-9]+$")
"""Names in a chart, of which no two are alike."""
HEADINGS = {
    "heading",
    "when",
    "what",
    "who",
    "label",
    "headline",
    "columns",
    "criteria",
    "verb",
    "choices",
    "roles",
    "name",
    "low",
    "high",
    "because",
    "therefore",
}
LEADS = {"lead", "counted", "closing", "time"}
MOST_WORDS_OF_A_TITLE, MOST_WORDS_OF_A_LEAD = 9, 18
TITLES_THAT_SPEAK = {"statement", "section", "appendix", "contact", "dialogue", "cover"}
LEFT_OUT = {
    "weights",
    "series",
    "ordered",
    "annotate",
    "baseline",
    "top",
    "rest",
    "continues",
    "total",
    "outline",
    "only",
    "lon",
    "lat",
    "span",
    "link",
    "aside",
}


def _words(said: str) -> tuple[str, ...]:
    return tuple(said.split())


SMALL = _words("i og at for med som de på til er den en fra om der kan har vi det ved men skal")
COMMON = _words(
    "klynge klynger samarbejde virksomheder kommuner regionen innovation nordjyske aftaler viden medlemmer tilskud "
    "projekter ansatte bestyrelse nærhed opgaver dialog erfaring udvikling grøn energi økosystem åbne årligt styrket"
)
LONG = _words(
    "erhvervsfremmestrategi virksomhedsrådgivning uddannelsesinstitutioner videninstitutionerne kommunalbestyrelsen "
    "innovationsfremmesystemet erhvervsfremmebestyrelsen forretningsudvikling arbejdsmarkedsuddannelserne"
)
LONGEST_WORDS = _words(
    "speciallægepraksisplanlægningsstabiliseringsperiode arbejdsmarkedsuddannelsescentrene "
    "erhvervsfremmebestyrelsesmedlemmerne multifunktionsforretningsområder"
)
FIGURES = (
    "1.740",
    "92\u00a0%",
    "2023-2025",
    "3,5\u00a0mio.\u00a0kr.",
    "12–14",
    "Vest-",
    "A/S",
    "AVATAR",
    "Ærø-Øresund",
)

PROJECT = """\
language: da
audiences: [board]
organisation: {name: Navigators, role: Direktør, person: Kirsten Ågård, phone: "12 34 56 78", web: navigators.dk}
client: {name: Den nordjyske erhvervsfremmeenhed}
"""


def folder(into: Path, dropped: frozenset[str] = frozenset()) -> Path:
    """Write the content folder, without the slides in `dropped`."""
    (into / "decks").mkdir(parents=True)
    (into / "project.yaml").write_text(PROJECT, encoding="utf-8")
    harbour().save(into / "havn.png")
    (into / "spor.svg").write_text(TRACK, encoding="utf-8")
    (into / "sources.yaml").write_text("survey: Spørgeskema til klyngerne, 2023\n", encoding="utf-8")
    (into / "figures.yaml").write_text(json.dumps(_figures()), encoding="utf-8")
    for items in ITEMS:
        slides = {slide["id"]: slide for slide in _slides(items) if slide["id"] not in dropped}
        for name, slide in slides.items():
            written = json.dumps({"slides": [slide]}, ensure_ascii=False, indent=1)
            (into / f"{name}.yaml").write_text(written, encoding="utf-8")
        deck = json.dumps(_deck(items, list(slides)), ensure_ascii=False, indent=1)
        (into / "decks" / f"{deck_name(items)}.yaml").write_text(deck, encoding="utf-8")
    return into


def deck_name(items: int) -> str:
    return f"items-{items}"


def _figures() -> dict[str, Any]:
    figure = {"value": 1740, "unit": "medlemmer", "qualifier": "minimum", "source": "survey", "as-of": 2022}
    large = {"value": 12345678, "unit": "kr.", "qualifier": "about", "source": "survey", "as-of": 2022}
    label = {"label": "Medlemmer i de nationale klynger"}
    few = {
        f"few.{number}": figure | {"value": number, "label": say("few", number, plain=True)}
        for number in range(1, 25)
    }
    return {"members": figure | label, "turnover": large | label, **few}


def _deck(items: int, slides: list[str]) -> dict[str, Any]:
    """A deck with `items` chapters, the slides spread over them."""
    share = -(-len(slides) // items)
    chapters = [
        {
            "id": f"c{number}",
            "title": say(f"chapter {number}", 1 + 2 * (number % 3)),
            "opening": ("none", "section", "agenda")[number % 3],
            "slides": slides[number * share : (number + 1) * share],
        }
        for number in range(items)
    ]
    return {
        "audience": "board",
        "title": say("deck", items),
        "subtitle": say("subtitle", items),
        "meeting": say("meeting", min(items, 6)),
        "date": 2023,
        "minutes": 30,
        "chapters": [chapter for chapter in chapters if chapter["slides"]],
    }


def _slides(items: int) -> list[dict[str, Any]]:
    lengths = (*WORDS, LONGEST)
    return [
        _slide(kind, items, words, longest=number == len(WORDS))
        for at, kind in enumerate(KINDS.values())
        for number, words in enumerate(lengths)
        if kind.name == "chart" or (at + ITEMS.index(items) + number) % len(lengths) in MET
    ]


def _slide(kind: Kind, items: int, words: int, longest: bool) -> dict[str, Any]:
    name = f"{kind.name.replace('_', '-')}.{items}-{'longest' if longest else words}"
    chart = CHARTS[(items + words // 10) % len(CHARTS)]
    texts = json.dumps(Made(name, items, 1, longest, chart).fields(kind.fields)).count('"') // 4 + 1
    made = Made(name, items, max(1, words // texts), longest, chart)
    title = words // 10 if kind.name in TITLES_THAT_SPEAK else min(words // 10, MOST_WORDS_OF_A_TITLE)
    slide = {"id": name, "kind": kind.name, "title": say(f"{name} title", max(1, title))}
    fields = made.fields(kind.fields)
    agree(kind.name, items, fields)
    if kind.name == "sources":
        slide["notes"] = " ".join(f"${{few.{number}}}" for number in range(1, 2 * items + 1))
    return slide | fields


def agree(kind: str, items: int, fields: dict[str, Any]) -> None:
    """Give the counts of a kind that draws them values that agree with each other."""
    if kind == "tally":
        fields |= {"count": min(items + 1, 12), "total": 13, "part": min(items, 5)}
    elif kind == "unit_matrix":
        fields["total"] = 13
        for number, row in enumerate(fields["rows"]):
            row |= {"count": 13 - number, "part": min(items, 5)}
    elif kind == "key_figures":
        for item in fields["figures"]:
            item |= {"given-by": min(items, 12), "base": 12}
    elif kind == "count_flow":
        for number, block in enumerate(fields["blocks"]):
            groups = block["groups"] if number % 2 else []
            for group in groups:
                group["count"] = 2
                group.pop("leads-to")
            block |= {"groups": groups, "count": 2 * len(groups) or min(items, 12)}
        leading, last = fields["blocks"][-2:]
        if leading["groups"]:
            last["count"] = len(leading["groups"])
            for group in leading["groups"]:
                group["leads-to"] = 1
        for group in fields["base"]["groups"]:
            group["count"] = 4
    elif kind == "composition":
        for number, one in enumerate(fields["parts"], 1):
            one["value"] = number
        fields["total"] = sum(one["value"] for one in fields["parts"])
    elif kind == "cover":
        del fields["picture" if items % 2 else "signs"]
        if items % 2:
            fields["signs"] |= {"count": min(items, 12), "total": 13}
    elif kind == "contact":
        if items % 2:
            fields["signs"] |= {"count": min(items, 12), "total": 13}
        else:
            del fields["signs"]
    elif kind == "because_therefore":
        del fields["conclusion"]["icon" if items % 2 else "seats"]
        if items % 2:
            fields["conclusion"]["seats"] |= {"count": 10, "free": 1}
    elif kind == "option_detail":
        del fields["icon" if items % 2 else "joined"]
    elif kind == "option_pair":
        for number, option in enumerate(fields["options"]):
            del option["icon" if number else "joined"]
    elif kind == "range_bars":
        for number, row in enumerate(fields["rows"]):
            low, start, high = ((5, 40, 50), (85, 90, 450), (45, 47, 50))[number % 3]
            row |= {"low": low, "high-from": start, "high": high}
        fields["ratio"]["times"] = 25
    elif kind == "drawing":
        for other in ("links", "outline", "named-by", "steps", "coefficient", "n"):
            fields.pop(other, None)
        fields["drawing"] = "distribution"
        for number, row in enumerate(fields["data"], 1):
            del row["quantiles"]
            row |= {"value": [9 * number], "answers": [number * one for one in range(5, 14)]}
    else:
        _agree_in_rows(kind, fields)
        _agree_in_time(kind, fields)
    drawn = fields.get("map") or fields
    for pin in drawn.get("pins", ()):
        del pin["x"], pin["y"]
    if "tiles" in drawn:
        del drawn["steps"], drawn["places"]


def _agree_in_rows(kind: str, fields: dict[str, Any]) -> None:
    """The same for kinds of rows and columns."""
    if kind == "small_multiples":
        fields["chart"] = PANELS[len(fields["data"]) % len(PANELS)]
        fields["series"] = [say(f"{kind} series {number}", 1, plain=True) + f" {number}" for number in range(4)]
        first = fields["data"][0]
        rows = fields["data"][:9] if len(fields["data"]) > 1 else [first, {**first, "label": f"{first['label']} 2"}]
        fields["data"] = [{**row, "value": [9 + at, 4, 12 * at, 30]} for at, row in enumerate(rows)]
    elif kind == "table":
        for number, row in enumerate(fields["rows"], 1):
            del row["cells" if number % 4 == 3 else "heading"]
    elif kind == "options_matrix":
        for option in fields["options"]:
            option["cells"] = option["cells"][: len(fields["criteria"])]
    elif kind == "matrix_2x2":
        by_quadrant = len(fields["items"]) % 2
        for item in fields["items"]:
            for key in ("x", "y") if by_quadrant else ("quadrant",):
                del item[key]
        if not by_quadrant:
            del fields["quadrants"]
            count = len(fields["items"])
            for number, item in enumerate(fields["items"]):  # content says where points stand: here, apart
                item["x"] = item["y"] = round(5 + 90 * number / max(1, count - 1))


def _agree_in_time(kind: str, fields: dict[str, Any]) -> None:
    """The same for kinds of time, order and process."""
    if kind == "timeline":
        for event in fields["events"][:-1]:
            event.pop("number", None)
    elif kind == "time_bar":
        fields["now"]["at"] = 1
        if not fields["axis"]:
            del fields["starts"]
        for number, one in enumerate(fields["bars"], 1):
            one |= {"length": number, "at-most": number + 1}
    elif kind == "swimlane":  # those of one name share a lane, or a phase
        for number, one in enumerate(fields["steps"], 1):
            one["who"]["text"] += f" {number}"
            one["when"] += f" {number}"
    elif kind == "funnel":
        for number, one in enumerate(fields["steps"]):
            one["count"] = 90 - 10 * number
    elif kind == "roadmap":
        fields |= _dated(fields)


@dataclasses.dataclass(frozen=True)
class Made:
    """Field values of one slide: lists of `items`, texts of `words`."""

    name: str
    items: int
    words: int
    longest: bool
    chart: str

    def fields(self, wanted: type[Any], path: str = "") -> dict[str, Any]:
        hints = typing.get_type_hints(wanted)
        made = {}
        for field in dataclasses.fields(wanted):
            if field.name in LEFT_OUT or field.name.endswith("_span"):
                continue
            inside = f"{path}/{field.name}"
            made[key_of(field.name)] = self._value(hints[field.name], inside, field.metadata)
        return made

    def _value(self, hint: Any, path: str, about: Mapping[str, Any]) -> Any:
        parts = [one for one in typing.get_args(hint) if one is not type(None)]
        if typing.get_origin(hint) is tuple:
            most = min(about["maximum"] or 12, 1 if parts[0] in VALUES else 12)
            least = 2 if self.name.startswith("table") and path.endswith(("cells", "columns")) else about["minimum"]
            count = max(least, min(self.items, most))
            return [self._value(parts[0], f"{path}/{number}", about) for number in range(count)]
        if type(None) in typing.get_args(hint):
            return self._value(parts[0], path, about)
        if hint is ListItem:
            return self._list_item(path)
        if dataclasses.is_dataclass(hint) and hint not in (Text, *VALUES, *NAMED):
            return self.fields(typing.cast("type[Any]", hint), path)
        return self._leaf(hint, path, parts)

    def _list_item(self, path: str) -> Any:
        """A text; the second of a list has two items under it."""
        said = self._leaf(Text, path, [])
        if not path.endswith("/1"):
            return said
        return {"text": said, "items": [self._leaf(Text, f"{path}/items/{number}", []) for number in range(2)]}

    def _leaf(self, hint: Any, path: str, choices: list[Any]) -> Any:
        chance = random.Random(f"{self.name}{path}")
        if hint in VALUES:
            return "${members}" if path.startswith("/figures") and chance.random() < 0.3 else chance.randint(1, 99)
        if hint is int:
            return chance.randint(1, 9)
        if hint is bool:
            return "/0/" in path
        if hint in (str, ChartTypeName, DrawingName, PropertyName):
            return self.chart
        if hint is Decimal:
            return chance.randint(10, 90)
        if hint is not Text:
            return chance.choice(NAMED.get(hint, choices))
        heading = path.split("/")[-1] in HEADINGS or path.split("/")[-2] in HEADINGS
        words = max(1, self.words // 4) if heading else self.words
        if path.split("/")[-1] in LEADS:
            words = min(words, MOST_WORDS_OF_A_LEAD)
        said = say(f"{self.name}{path}", words, self.longest, plain=heading)
        return f"{said} {_place(path)}" if DRAWN.search(path) else said


def _dated(fields: dict[str, Any]) -> dict[str, Any]:
    """A roadmap with dates, of which each bar's are after those of the one before."""
    rows = []
    for row in fields["rows"]:
        spans = [("2024-01", "2024-02"), ("2024-03", "2024-05"), ("2024-06", "2024-08"), ("2024-09", "2024-10")]
        bars = [{**bar, "from": span[0], "to": span[1]} for bar, span in zip(row["bars"], spans, strict=False)]
        rows.append({**row, "bars": bars, "milestones": [{**one, "at": "2024-12"} for one in row["milestones"][:1]]})
    return {"rows": rows, "by": "month", "periods": [], "today": {**fields["today"], "at": "2024-04-10"}}


def key_of(name: str) -> str:
    """What a field is called in YAML."""
    return name.rstrip("_").replace("_", "-")


def _place(path: str) -> int:
    """The place in its list of what a path leads to, from 1."""
    return int(re.findall("[0-9]+", path)[-1]) + 1


def say(seed: str, words: int, longest: bool = False, plain: bool = False) -> str:
    """So many words of Danish, with figures, bold, italics and links among them where the text is not `plain`."""
    chance = random.Random(seed)
    said = [_word(chance, longest, plain) for _ in range(words)]
    text = " ".join(said)
    return text[:1].upper() + text[1:]


def _word(chance: random.Random, longest: bool, plain: bool) -> str:
    if longest and chance.random() < 0.3:
        return chance.choice(LONGEST_WORDS)
    drawn = chance.random()
    if drawn < 0.35:
        return chance.choice(SMALL)
    if drawn < 0.82 or plain:
        return chance.choice(COMMON)
    if drawn < 0.88:
        return chance.choice(LONG)
    if drawn < 0.93:
        return chance.choice(FIGURES)
    if drawn < 0.96:
        return f"**{chance.choice(COMMON)} {chance.choice(COMMON)}**"
    if drawn < 0.98:
        return chance.choice((f"*{chance.choice(COMMON)} {chance.choice(SMALL)}*", "m^2^", "CO~2~"))
    return f"[{chance.choice(COMMON)} {chance.choice(SMALL)}](https://example.dk/{chance.choice('abc')})"
