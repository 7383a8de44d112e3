"""One deck held against what it was. In: what is loaded, a deck, a git revision or a built file. Out: its changes.

Both sides go through the same stages: content of then is loaded anew, a file of then is compared with today's file.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from deckgen import output, pipeline
from deckgen.changed_pictures import Review, write_changed
from deckgen.compare.causes import History
from deckgen.compare.changes import Changes, changes
from deckgen.compare.claims import DeckView
from deckgen.compare.deck_view import deck_view
from deckgen.diagnostics import Diagnostics, Span
from deckgen.model.content import Content
from deckgen.model.lazy_dataclasses import replace
from deckgen.model.number import literal
from deckgen.paths import is_file


def changes_since(
    loaded: pipeline.Loaded,
    deck: str,
    since: str,
    brand: Path,
    diagnostics: Diagnostics,
    review: Review | None = None,
) -> tuple[Changes | None, tuple[Path, ...]]:
    """What changed in `deck` since a revision of the content, or an earlier .pptx; None where there is neither.

    Since a revision, each changed slide is drawn before and after where there is a folder for that, a `review`.
    """
    with tempfile.TemporaryDirectory(prefix="deckgen-", ignore_cleanup_errors=True) as made:
        if is_built_file(since):
            return _since_file(loaded, deck, Path(since), Path(made), diagnostics), ()
        return _since_revision(loaded, deck, since, brand, Path(made), diagnostics, review)


def is_built_file(since: str) -> bool:
    """Whether it names a file, and not a revision."""
    return Path(since).suffix.lower() == ".pptx" or is_file(Path(since))


def view_of(loaded: pipeline.Loaded, deck: str) -> DeckView:
    """A deck flat. What is wrong with its slides is not asked here: it is still known what they show."""
    made = pipeline.make_deck(loaded, deck, Diagnostics())
    content = loaded.contents[made.plan.audience]
    return deck_view(content, made.plan, made.frames, loaded.language.numbers)


def _since_file(
    loaded: pipeline.Loaded, deck: str, earlier: Path, made: Path, diagnostics: Diagnostics
) -> Changes | None:
    """The deck of today is written aside and read as the earlier file is."""
    from deckgen.compare.file_view import read_built

    before = _built(loaded, deck, earlier, diagnostics)
    if before is None:
        return None
    today = pipeline.make_deck(loaded, deck, Diagnostics())
    target, found = made / "now.pptx", Diagnostics()
    data = pipeline.deck_bytes(loaded, today.frames, found)
    diagnostics.extend(found)
    written = bool(data) and output.write(data, target, diagnostics)
    after = read_built(target, loaded.language.labels) if written else None
    figures, language = loaded.contents[today.plan.audience].figures, loaded.language
    known = History({}, figures, folder=loaded.folder, words=lambda value: language.show(literal(value, "words")))
    return changes(before, after, known) if after else None


def _built(loaded: pipeline.Loaded, deck: str, earlier: Path, diagnostics: Diagnostics) -> DeckView | None:
    """The deck as an earlier file says it; None where it is no such file, which is reported.

    A file that does not say which deck it is, because a program dropped that, is taken for the one that is named.
    """
    from deckgen.compare.file_view import DamagedFileError, read_built

    span = Span(earlier.as_posix())
    try:
        before = read_built(earlier, loaded.language.labels)
    except OSError as error:
        diagnostics.error("file-unreadable", f"the file cannot be opened: {error.strerror}", span)
        return None
    except DamagedFileError as error:
        diagnostics.error("file-damaged", f"this file cannot be read; {error}", span)
        return None
    if before is None:
        hint = "name a .pptx from deckgen build"
        diagnostics.error("not-a-built-file", "this is no deck that deckgen built", span, hint)
        return None
    if before.deck not in (deck, ""):
        hint = f"deckgen diff {before.deck} --since {earlier.as_posix()}"
        diagnostics.error("another-deck", f"this is the deck '{before.deck}', not '{deck}'", span, hint)
        return None
    return before


def _since_revision(
    loaded: pipeline.Loaded,
    deck: str,
    name: str,
    brand: Path,
    made: Path,
    diagnostics: Diagnostics,
    review: Review | None,
) -> tuple[Changes | None, tuple[Path, ...]]:
    then = _then(loaded, deck, name, brand, made, diagnostics)
    if then is None:
        return None, ()
    found = changes(view_of(then.loaded, deck), view_of(loaded, deck), then.history)
    if review is None:
        return found, ()
    before, after = (_drawn(one, deck, diagnostics) for one in (then.loaded, loaded))
    return found, write_changed(before, after, found, name, review, diagnostics)


def _drawn(loaded: pipeline.Loaded, deck: str, diagnostics: Diagnostics) -> dict[str, str]:
    from deckgen.slide_pictures import draw_slides

    return draw_slides(loaded, pipeline.make_deck(loaded, deck, Diagnostics()).frames, diagnostics)


class _Then(NamedTuple):
    """The content as it was, and what is known of its figures since."""

    loaded: pipeline.Loaded
    history: History


def _then(
    loaded: pipeline.Loaded, deck: str, name: str, brand: Path, made: Path, diagnostics: Diagnostics
) -> _Then | None:
    from deckgen.compare.data_rows import history
    from deckgen.compare.revision import read_revision

    revision = read_revision(Path(loaded.folder), brand, name, made, diagnostics)
    if revision is None:
        return None
    wrong = Diagnostics()
    # On today's client template: it is not what is compared.
    then = pipeline.load(revision.content, revision.brand, wrong, loaded.theme.template, loaded.project.language)
    if then is None or wrong.has_errors:
        first = next(one for one in wrong if one.severity == "error")
        inside = first.span.file.removeprefix(made.as_posix()).lstrip("/")
        message = f"the content cannot be read as it was then: {first.message}"
        diagnostics.error(first.code, message, replace(first.span, file=f"{revision.name}:{inside}"))
        return None
    if deck not in then.decks:
        message = f"there was no deck '{deck}' then: {', '.join(then.decks) or 'none'}"
        diagnostics.error("deck-not-there-then", message, Span(f"{revision.name}:{revision.prefix}"))
        return None
    return _Then(then, history(_seen(then, deck), _seen(loaded, deck), revision.content, Path(loaded.folder)))


def _seen(loaded: pipeline.Loaded, deck: str) -> Content:
    """What the audience of a deck sees."""
    return loaded.contents[loaded.decks[deck].audience]
