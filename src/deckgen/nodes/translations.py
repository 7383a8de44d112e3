"""What is said in which language. In: nodes as written. Out: nodes as decks of one language see them.

One rule, everywhere: a mapping with a language of the project among its keys has a value for each of them. It may
stand inside a variant for an audience, or have such variants inside. A value that is no such mapping is the same in
every language; of whole phrases that are, decks in another language than the first are warned. The names of a file,
which are its outermost keys, are shared and never a language. Nor is a code under `options` of a survey, where each
has a label of its own, or one for each language.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.diagnostics import Diagnostics
from deckgen.model.lazy_dataclasses import dataclass, replace
from deckgen.nodes.node import Mapping, Node, Scalar, Sequence

SHARED: Final = frozenset(("id", "kind", "source", "from", "formula", "audience", "data", "question"))
"""Keys whose values name something, and so are the same in every language."""

OPTIONS: Final = "options"
"""The key under which codes of a survey have labels."""

_NUMBER: Final = re.compile(r"-?[0-9.,]+\Z")
_BOUND: Final = re.compile(r"\$\{[^{}\n]*\}|https?://\S+")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
PHRASE: Final = 4
"""As many words are a phrase that people read, and neither a name nor a label that languages may share."""


@dataclass(frozen=True, slots=True)
class _View:
    language: str
    languages: tuple[str, ...]
    diagnostics: Diagnostics
    warns: bool = False
    """Whether of phrases that are the same in every language is warned."""


def in_language(
    file: Node | None, language: str, languages: tuple[str, ...], diagnostics: Diagnostics, shown: bool = False
) -> Node | None:
    """The node of a file as `language` has it: the same object where nothing in it depends on the language.

    Where a value is missing in the language it is reported, and that of another language stands in its place, so
    that no second error follows from it. `shown`: what the file says is read on slides and in notes.
    """
    if file is None or len(languages) < 2:
        return file
    view = _View(language, languages, diagnostics, shown and language != languages[0])
    return _parts(file, view) if isinstance(file, Mapping) else _resolved(file, view)


def _resolved(node: Node, view: _View, key: str = "") -> Node:
    if isinstance(node, Scalar):
        if view.warns and key not in SHARED:
            _warn_of_phrase(node, view)
        return node
    if isinstance(node, Sequence):
        items = tuple(_resolved(item, view, key) for item in node.items)
        same = all(new is old for new, old in zip(items, node.items, strict=True))
        return node if same else Sequence(items, node.span)
    if _speaks(node, view) and not (key == OPTIONS and _is_of_codes(node, view)):
        return _variant(node, view, key)
    return _parts(node, view)


def _speaks(node: Node, view: _View) -> bool:
    return isinstance(node, Mapping) and any(name.text in view.languages for name, _ in node.entries)


def _is_of_codes(options: Mapping, view: _View) -> bool:
    """Whether each key has a label and so is an answer; all options of one language are a mapping of labels."""
    return all(isinstance(value, Scalar) or _speaks(value, view) for _, value in options.entries)


def _parts(node: Mapping, view: _View) -> Mapping:
    entries = tuple((key, _resolved(value, view, key.text)) for key, value in node.entries)
    same = all(new is old for (_, new), (_, old) in zip(entries, node.entries, strict=True))
    return node if same else Mapping(entries, node.span)


def _variant(node: Mapping, view: _View, key: str) -> Node:
    _check_keys(node, view)
    _check_shared(node, view, key)
    value = node.get(view.language)
    if value is None:
        hint = f"write `{view.language}: …` beside the others"
        message = f"there is no translation to `{view.language}`"
        view.diagnostics.error("translation-missing", message, node.span, hint)
        value = next(value for name, value in node.entries if name.text in view.languages)
    return _resolved(value, replace(view, warns=False), key)


def _warn_of_phrase(text: Scalar, view: _View) -> None:
    # A name of a slide or a tabulation is one word, whatever stands between its parts.
    if sum(map(bool, map(_WORD.search, _BOUND.sub("", text.text).split()))) >= PHRASE:
        message = f"this text is not translated to `{view.language}`"
        hint = f"write it below its key as `{view.languages[0]}: …` and `{view.language}: …`"
        view.diagnostics.warning("not-translated", message, text.span, hint)


def _check_keys(node: Mapping, view: _View) -> None:
    for name, _ in node.entries:
        if name.text not in view.languages:
            message = f"`{name.text}` stands among languages and is none of the project's"
            hint = f"where one key is a language, all of them are: {', '.join(view.languages)}"
            view.diagnostics.error("translation-mixed", message, name.span, hint)


def _check_shared(node: Mapping, view: _View, key: str) -> None:
    """A name or a number that is another in another language would make two facts of one."""
    values = [value.text if isinstance(value, Scalar) else "" for _, value in node.entries]
    if key in SHARED:
        message = f"`{key}` is the same in every language"
    elif all(map(_NUMBER.match, values)):
        message = "a number is the same in every language"
    else:
        return
    hint = "write it once; each deck shows numbers as its language does"
    view.diagnostics.error("translation-shared", message, node.span, hint)
