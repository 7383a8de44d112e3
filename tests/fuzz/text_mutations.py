"""In: the bytes of a text file. Out: the same with one thing changed, as an editor's slip or an enemy would."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

NUMBERS: Final = (
    "0",
    "-1",
    "1e999999999",
    "9" * 400,
    "0." + "0" * 400 + "1",
    "NaN",
    ".inf",
    "-Infinity",
    "0x1F",
    "0o17",
    "1_000",
    "12:30:45",
    "1.740",
    "1,5",
    "1.234,5",
    "２０",
    "²",
    "½",
    "99999999999999999999",
    "1/0",
    "-0",
    "+5",
    "100.0001",
)
WORDS: Final = (
    "null",
    "~",
    "true",
    "NO",
    "on",
    "?",
    "|",
    ">",
    "-",
    "- - - x",
    "'",
    '"',
    "''",
    "{}",
    "[]",
    "[[]]",
    "{a: {b: c}}",
    "&a [*a]",
    "*x",
    "<<: *x",
    "!!python/object/apply:os.system [x]",
    "!!binary x",
    "!x y",
    "%YAML 9.9",
    "--- x",
    "...",
    "${members}",
    "${",
    "${a.b|words}",
    "${${a}}",
    "$[",
    "$[2|x]",
    "$[2|]",
    "$${x}",
    "**",
    "****",
    "**a",
    "*a*",
    "`a`",
    "[a](http://[::1)",
    "[a](https://x.dk/ a)",
    "[a](mailto:@)",
    "[](x)",
    "[a](",
    "[a](https://\u0130.dk)",
    "{da: x, en: y}",
    "{board: x, directorate: y}",
    "{else: x}",
    "2024-02-30",
    "2024-13",
    "0000-00-00",
    "31-12-9999",
    "../../etc/passwd",
    "/dev/zero",
    "C:\\x",
    "\\\\host\\x",
    "con",
    "a/b",
    ".",
    "..",
    "x" * 300,
    "=1+1",
    "@x",
    "#",
    " #x",
    "members - ",
    "(" * 40,
    "share(a, b)",
    "sum()",
    "a ** b",
    "a - a",
    "asked / (asked - asked)",
    "lambda: 0",
    "Wordthatdoesnotend" * 200,
    "ord " * 3000,
    "\n\n\n",
    "a\n b\n  c",
    "\t",
    "url(#x)",
    "#GGGGGG",
    "#FFF",
    "rgb(1,2,3)",
)
CHARACTERS: Final = (
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u200d",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\U0010ffff",
    "\U000e0041",
    "\u0301" * 50,
    "שלום",
    "مرحبا",
    "👩‍👩‍👧‍👦",
    "🇩🇰",
    "北",
    "ß",
    "İ",
    "ǆ",
    "ﬀ",
    "\udc80",
    "\ud800",
    "\r",
    "\r\n",
    "\\x07",
    "\\ud800",
    "\\U00110000",
    "\\L",
    "<",
    "&",
    "]]>",
    "</a:t>",
)
_TOKENS: Final = NUMBERS + WORDS + CHARACTERS
_NESTED: Final = ("[", "{a: ", "- ", "? ", "[a, ", "((", "**", "[a](", "${", "<g>", "&a ", "!a ")


def mutated(data: bytes, random: Random) -> bytes:
    """One change; bytes in, bytes out, in no way sure to be a text."""
    return random.choices(_CHANGES, weights=_WEIGHTS)[0](data, random)


def _text(change: Callable[[str, Random], str]) -> Callable[[bytes, Random], bytes]:
    def changed(data: bytes, random: Random) -> bytes:
        return change(data.decode("utf-8", "surrogateescape"), random).encode("utf-8", "surrogatepass")

    return changed


def _lines(change: Callable[[list[str], int, Random], None]) -> Callable[[bytes, Random], bytes]:
    def changed(text: str, random: Random) -> str:
        lines = text.split("\n")
        change(lines, random.randrange(len(lines)), random)
        return "\n".join(lines)

    return _text(changed)


def _insert(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_TOKENS) + text[at:]


def _value(lines: list[str], at: int, random: Random) -> None:
    """Another value behind a key, or as an item."""
    head, colon, _ = lines[at].partition(": ")
    token = random.choice(_TOKENS)
    said = random.choice((token, f'"{token}"', f"'{token}'"))
    lines[at] = f"{head}: {said}" if colon else f"{lines[at][: random.randint(0, len(lines[at]))]}{said}"


def _key(lines: list[str], at: int, random: Random) -> None:
    """A key that stands elsewhere, or a strange one."""
    others = [line.split(":")[0].strip() for line in lines if ":" in line] or ["x"]
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    key = random.choice((random.choice(others), random.choice(_TOKENS)))
    lines[at] = f"{indent}{key}:{lines[at].partition(':')[2]}"


def _structure(lines: list[str], at: int, random: Random) -> None:
    match random.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(random.randint(0, len(lines)), lines[at])
        case 2:
            lines[at] = "  " * random.randint(1, 3) + lines[at]
        case 3:
            lines[at] = lines[at].removeprefix("  ")
        case 4:
            start = random.randrange(len(lines))
            lines[at:at] = lines[start : start + random.randint(1, 8)]
        case _:
            del lines[at : at + random.randint(1, 10)]


def _repeat(lines: list[str], at: int, random: Random) -> None:
    lines[at : at + 1] = [lines[at]] * random.choice((2, 20, 300))


def _nest(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_NESTED) * random.choice((3, 40, 3000)) + text[at:]


def _cut(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + text[at + random.randint(1, 40) :]


def _encode(data: bytes, random: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(random.choice(("utf-16", "utf-16-be", "cp1252", "utf-8-sig", "utf-32", "cp037")), "replace")


def _bytes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data or b"x")
    for _ in range(random.randint(1, 6)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _whole(data: bytes, random: Random) -> bytes:
    """Another file in its place."""
    token = random.choice(_TOKENS).encode("utf-8", "surrogatepass")
    return random.choice((b"", b"\n", token, data * 3, random.randbytes(200)))


_CHANGES: Final = (
    _text(_insert),
    _lines(_value),
    _lines(_key),
    _lines(_structure),
    _lines(_repeat),
    _text(_nest),
    _text(_cut),
    _encode,
    _bytes,
    _whole,
)
_WEIGHTS: Final = (6, 10, 4, 6, 1, 1, 3, 0.3, 0.7, 0.3)
