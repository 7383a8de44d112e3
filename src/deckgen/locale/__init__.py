"""One folder for each language. In: a language's code as `project.yaml` gives it. Out: the language, or None.

A language of another package is the same: a module with LANGUAGE, under the entry point `deckgen.languages`.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Final

from deckgen.model.kind import BrokenExtensionError
from deckgen.model.language import Language

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP: Final = "deckgen.languages"

_OWN: Final = tuple(sorted(found.name for found in pkgutil.iter_modules(__path__)))


def languages() -> tuple[str, ...]:
    """The codes that can be asked for."""
    return tuple(sorted({*_OWN, *_others()}))


def language(code: str) -> Language | None:
    """The language of a code such as `da`; None where there is none.

    Raises BrokenExtensionError where another package brings it and it cannot be used.
    """
    if code in _OWN:
        own: Language = importlib.import_module(f"{__name__}.{code}").LANGUAGE
        return own
    point = _others().get(code)
    return None if point is None else _other(point)


def _others() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=GROUP)}


def _other(point: EntryPoint) -> Language:
    """Code of another package: whatever it raises is that package's fault, and is told as such."""
    try:
        brought = point.load().LANGUAGE
        if not isinstance(brought, Language):
            raise TypeError("LANGUAGE is no Language")
    except Exception as broken:
        package = point.dist.name if point.dist else point.value
        said = f"the language `{point.name}` of the package `{package}` cannot be used: {broken}"
        raise BrokenExtensionError(said) from broken
    return brought
