"""How Danish says numbers, shares and growth in words. In: nothing. Out: words and patterns: "knap hver tredje"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.model.reading import Amounts

_ONES: Final = ["en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"]
_TO_TWENTY: Final = ["ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"]
_TENS: Final = ["tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"]


def _numbers() -> Iterator[tuple[str, int]]:
    yield from zip((*_ONES, *_TO_TWENTY), range(1, 20), strict=True)
    yield from (("én", 1), ("et", 1), ("ét", 1))
    for ten, word in enumerate(_TENS, 2):
        yield word, 10 * ten
        yield from ((f"{one}og{word}", 10 * ten + number) for number, one in enumerate(_ONES, 1))


_WHOSE: Final = r"(?:(?:de|deres|jeres|vores|[\w-]+s) )?"
_NO_SPAN: Final = r"(?! (?:dag|uge|måned|kvartal|år|time|gang|weekend|aften)\w*)"
_FEW_MORE: Final = "flere mere større højere længere over dyrere"
_FEWER: Final = "færre mindre lavere kortere under billigere"

AMOUNTS: Final = Amounts(
    numbers=dict(_numbers()),
    hundred="hundrede",
    thousand="tusind",
    joint="og",
    percent="procent|pct",
    parts={
        "halvdel": 2,
        "tredjedel": 3,
        "fjerdedel": 4,
        "femtedel": 5,
        "sjettedel": 6,
        "syvendedel": 7,
        "ottendedel": 8,
        "niendedel": 9,
        "tiendedel": 10,
    },
    ordinals={
        "anden": 2,
        "andet": 2,
        "tredje": 3,
        "fjerde": 4,
        "femte": 5,
        "sjette": 6,
        "syvende": 7,
        "ottende": 8,
        "niende": 9,
        "tiende": 10,
    },
    shares=(
        rf"(?P<n>{{small}}) (?:ud )?af {_WHOSE}(?P<m>{{small}})(?! (?:gange|slags))",
        r"(?P<n>{small}) (?:(?P<near>god|lille|knap) )?(?P<part>{part})e?",
        r"(?<!første )(?<!anden )(?<!sidste )(?<!midterste )(?P<part>{part})en",
        rf"(?:hver|hvert) (?P<ordinal>{{ordinal}}){_NO_SPAN}",
    ),
    majority=r"(?:et|det) (?:\w+ )?flertal(?:let)?|flertallet|størstedelen|hovedparten|de fleste|næsten alle",
    minority=r"(?:et|det) (?:\w+ )?mindretal(?:let)?|mindretallet|de færreste|kun få|næsten ingen",
    near={
        "just over": ("lidt over", "lidt mere end", "lige over", "godt", "en god", "godt og vel"),
        "just under": ("lidt under", "lige under", "knap", "næsten", "tæt på", "op mod", "knap nok", "ikke helt"),
        "over": ("over", "mere end", "flere end", "mindst", "langt over"),
        "under": ("under", "mindre end", "færre end", "højst", "langt under"),
        "about": ("ca.", "cirka", "omkring", "omtrent", "omtrentlig", "rundt regnet", "cirka en"),
    },
    inside={"god": "just over", "lille": "just under", "knap": "just under"},
    times={
        r"fordobl(?:et|ede|ing|ingen)": "2",
        r"(?:dobbelt|to gange) så|det dobbelte|dobbelt op": "2",
        r"halvanden gang så": "3/2",
        r"tredobl(?:et|ede|ing|ingen)|det tredobbelte": "3",
        r"firdobl(?:et|ede|ing|ingen)|det firdobbelte": "4",
        r"femdobl(?:et|ede|ing|ingen)": "5",
        r"halver(?:et|ede|ing|ingen)|halvt så": "1/2",
        rf"(?P<n>{{small}}) gange (?:så|{_FEW_MORE.replace(' ', '|')})": "n",
    },
    grown=(
        r"(?:steget|vokset|øget|forøget) med ",
        rf" (?:{_FEW_MORE.replace(' ', '|')})(?! (?:halvdelen|end halvdelen))\b",
    ),
    shrunk=(
        r"(?:(?:faldet|falder|faldt|fald|mindsket|reduceret|sænket|skåret) med|fald(?:et)? (?:er |var )?på) ",
        rf" (?:{_FEWER.replace(' ', '|')})\b",
    ),
    left=("(?:faldet|reduceret) til ", r" af (?:det|hvad|dem),? (?:de|den|det|der|man) (?:var|plejede)\b"),
)
