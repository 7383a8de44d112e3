"""One language per file. In: a language code as `project.yaml` gives it. Out: the language, or None."""

from __future__ import annotations

import importlib
import pkgutil

from deckgen.model.language import Language


def languages() -> tuple[str, ...]:
    """The codes that can be asked for."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def language(code: str) -> Language | None:
    """The language of a code such as `da`."""
    if code not in languages():
        return None
    spoken: Language = importlib.import_module(f"{__name__}.{code}").LANGUAGE
    return spoken
