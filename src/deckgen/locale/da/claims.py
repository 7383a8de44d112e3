"""How Danish says what a drawing shows. In: nothing. Out: patterns: "den største", "steget hvert år"."""

from __future__ import annotations

from typing import Final

from deckgen.model.reading import Claims

_COMPARED: Final = r"(?:mere|mindre|flere|færre|over|under|bedre|større|ældre|yngre|længere|[a-zæøå]{3,}ere)"
_ROSE: Final = r"(?:steget|steg|stiger|vokset|voksede|vokser|øget|faldet|faldt|falder|ændret|løftet|sænket|reduceret)"
_RANK: Final = r"(?:næst|tredje ?|fjerde ?|femte ?)?"
_NOUN: Final = (
    r"(?:forskellen|afstanden|gabet|væksten|stigningen|faldet|springet|besparelsen|fremgangen"
    r"|tilbagegangen|forbedringen"
    r"|spændet)"
)
_GOOD: Final = r"(?<!u)tilfreds|rigtig|korrekt|bestå|godkend|karakter|vurdering|anbefal|trives|til tiden|rettidig"
_BAD: Final = r"utilfreds|fejl|klage|fravær|ventetid|frafald|forsink|ulykke|aflys|forkert"

CLAIMS: Final = Claims(
    most=(
        rf"\b{_RANK}(?:(?:størst|højest|hyppigst|kraftigst|stærkest|bredest)e?|flest)\b|\bmest(?= (?!at\b)\w+t\b)"
        r"|\b(?:topper|førende|dominerer|førsteplads(?:en)?)\b|\bligger (?:\w+ )?(?:øverst|forrest|i top|i spidsen)\b"
    ),
    least=(
        rf"\b{_RANK}(?:(?<!i det )mindste|(?:lavest|færrest|sjældnest|smallest|svagest)e?)\b"
        r"|\bligger (?:\w+ )?(?:nederst|bagest|i bund|i bunden|sidst)\b|\b(?:bundplacering|sidsteplads)(?:en)?\b"
    ),
    measured=(
        (
            rf"\b{_RANK}længste?\b",
            rf"\b{_RANK}korteste?\b",
            r"længde|varighed|ventetid",
            r"meter|\bkm\b|dage|måneder",
        ),
        (
            rf"\b{_RANK}dyreste?\b",
            rf"\b{_RANK}billigste?\b",
            r"pris|udgift|omkostning|budget",
            r"\bkr\b|kroner|euro",
        ),
        (r"\bbedst\b", r"\b(?:dårligst|værst)\b", _GOOD, _GOOD),
        (r"\b(?:dårligst|værst)\b", r"\bbedst\b", _BAD, _BAD),
        (rf"\b{_RANK}dybeste?\b", rf"\b{_RANK}fladeste?\b", r"dybde", r"meter"),
        (rf"\b{_RANK}ældste?\b", rf"\b{_RANK}yngste?\b", r"alder", r"\bår\b"),
        (rf"\b{_RANK}tungeste?\b", rf"\b{_RANK}letteste?\b", r"vægt", r"\bkg\b|\btons?\b"),
    ),
    has=r"^\s*(?:har|havde) (?:også )?(?:det|den|de) ",
    several=r"\b(?:to|tre|fire|fem|seks) (?:af de )?$|\ben af de $|\bblandt de $",
    ranks={"næst": 1, "tredje": 2, "fjerde": 3, "femte": 4},
    first=r"\bførste\b",
    last=r"\b(?:det|i det) (?:seneste|sidste) (?:år|kvartal|halvår)\b|\bden sidste måned\b",
    rising=r"\b(?:steget|stiger|steg|vokset|vokser|voksede|er øget|gået op|går op|gik op)\b|\bgår [\w ]*frem\b",
    falling=(
        r"\b(?:faldet|falder|faldt|skrumpet|skrumper|gået ned|går ned|gik ned|gået tilbage)\b"
        r"|\bgik [\w ]*tilbage\b"
    ),
    always=(
        r"\bhver(?:t)? (?:eneste )?(?:år|måned|kvartal|uge|gang)\b|\bår for år\b|\bmed (?:alderen|tiden"
        r"|størrelsen)\b"
    ),
    same=(
        r"\bdet samme\b(?! (?:sted|år|møde))|\b(?:den|de) samme (?:som|i)\b|\buændrede?\b|\bpå samme niveau\b"
        r"|\blige (?:stor|store|høj|høje|højt|mange|meget|lang|lange|lav|lavt|ofte)\b"
    ),
    perhaps=(
        r"\b(?:kan|kunne|vil|ville|skal|skulle|bør|måtte|må|ventes|forventes|hvis|ellers|mål|målet|næsten"
        r"|knap)\b"
    ),
    change=r"\b\w*(?:spring|stigning|vækst|fald|fremgang|tilbagegang|ændring|forskel|afstand|gab|spænd|løft)\w*\b",
    since=r"\bsiden\b|\bfra\b|\bi forhold til\b|\bend i\b",
    ago=r"\b(?:for (?P<n>\w+) år siden|på (?P<m>\w+) år)\b",
    compares=rf"\b{_COMPARED}\b.*\bend\b",
    differs=(
        rf"{{number}} {_COMPARED} end\b(?! {{number}})",
        rf"\b{_ROSE} med {{number}}",
        rf"\b{_NOUN} (?:i \d{{4}} )?(?:er|var|blev|på|mellem [\w ]+ er) (?:på )?{{number}}",
        r"\b(?:mangler|sparet|sparer|vundet|tabt)(?: vi| der| de)? {number}",
    ),
    from_to=r"\bfra {first}(?: [^\W\d_]+\.?){0,2} til {last}",
    begins=r"\b(?:åbner|begynder|starter|går i gang|er færdige?|står færdige?|slutter|afsluttes|indvies)\b",
    average=r"gennemsnit|\bmedian",
    counts=r"\b(?:flest|færrest) (?:(?:svar|besvarelser|respondenter|deltagere|skemaer)\b|(?P<noun>[^\W\d_]{3,}))",
    per=r"\b(?:pr\.?|målt på|i forhold til|for hver|målt i)(?!\w)",
    within=r"\b(?:heraf|deraf|hvoraf) {number}",
    rest=r"\b(?:resten|de øvrige|de andre|den sidste del)\b",
    last_share=(
        r"\b(?:de sidste|de resterende|de øvrige|resten(?:,| er| med)) (?P<n>\d+(?:,\d+)?) ?(?:%|pct\b|procent\b)"
    ),
    several_answers=r"flere (?:svar|krydser|valg)",
    other_answers=r"\A(?:ved ikke|i tvivl|andre|andet|øvrige|resten|hverken|ingen|neutral|uafklaret|ikke besvaret)\b",
    parts=r"(?:dele|afsnit|kapitler|punkter|emner|temaer)",
    minutes=r"minutter",
    in_part=r"\b(?:sidste|første|heraf|hvoraf|hver|hvert|pause|spørgsmål|derefter|så)\b",
    hours=(
        (r"\ben halv time\b", 30),
        (r"\btre kvarter\b", 45),
        (r"\b(?:en|én) time\b", 60),
        (r"\bhalvanden time\b", 90),
    ),
    spans=(
        r"(?:minut|time|dag|døgn|uge|måned|kvartal|halvår|år|sæson|gang|kron|million|milliard|mio|mia|kr|euro|procent"
        r"|pct|meter|km|kilo|ton)\w*"
    ),
    aside=r"\b(?:i|for|på|fra|hos|mellem|blandt|over|under|efter|inden|om|ud af|af|end|alle|med|mindst|højst)$",
    numbered=(
        r"(?<!s )\b(?:figur|tabel|diagram|graf|bilag|appendiks) (?P<number>\d{1,3})\b(?!\s?(?:i|fra|af|hos|til)\b)"
        r"(?![.,]?\d)(?!:)"
    ),
    thousands=r"(?:tusind\w*|t\.?|mio\.?|millioner|mia\.?|milliarder)",
    currencies=(
        r"(?:kr\b\.?|kroner|dkk)",
        r"(?:euro|eur|€)",
        r"(?:pund|gbp|£)",
        r"(?:dollars?|usd|\$)",
        r"(?:svenske kroner|sek)",
        r"(?:norske kroner|nok)",
    ),
    answered=r"\b(?:har svaret|svarede|besvarelser|respondenter|med svar|deltog)\b",
    duration=(
        r"\b(?:(?P<fixed>halvandet|et halvt)\b(?: år)?|(?P<n>\w+)"
        r"(?:(?P<half> og et halvt)(?: (?:år|måneder))?| (?P<unit>år|måned|kvartal)(?:er|et|en)?\b))"
    ),
    months={"halvandet": 18, "et halvt": 6, "år": 12, "måned": 1, "kvartal": 3},
    apart=r"\b(?:før|efter|senere|tidligere|om|hvert|hver|inden|siden|ad gangen)\b",
    equals=r"\(|=|\b(?:svarer til|eller|dvs|altså|omregnet|kurs)\b",
)
