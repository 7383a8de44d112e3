"""The functions of the package, one for each thing that can be asked; the command line calls these and prints.

In: a content folder, a brand file, names. Out: a Result. Nothing is printed and nothing exits: what is wrong with the
content is in the Result. UsageError is raised for names that nobody has. Paths are text or `Path`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from deckgen import clock, output, pipeline
from deckgen.asking import AnyPath, known_names, meant
from deckgen.checks.engine.subject import STAGES
from deckgen.checks.engine.subject import Stage as CheckStage
from deckgen.content.messages import messages_language as messages_language
from deckgen.diagnostics import Diagnostics, Span
from deckgen.loading import BRAND, Progress, every_content, lay_out_members, loaded_content, silent
from deckgen.messages import MessageLanguage
from deckgen.pipeline import Memory as Memory
from deckgen.result import DeckResult, Result, UsageError


def load(
    content: AnyPath = "content",
    *,
    brand: AnyPath = BRAND,
    template: AnyPath | None = None,
    language: str = "",
    memory: Memory | None = None,
    progress: Progress = silent,
) -> Result:
    """Read and check content, brand and template: `Result.loaded`, for every audience.

    Here and below, `language` is one of the project's languages; without it, its first. A `memory` that is handed to
    one call after another, whichever they are, spares the later ones what did not change since.
    """
    diagnostics = Diagnostics()
    loaded = every_content(content, brand, template, language, diagnostics, progress, memory)
    return Result(tuple(diagnostics), loaded=loaded)


def build(
    content: AnyPath = "content",
    *,
    decks: Sequence[str] = (),
    brand: AnyPath = BRAND,
    template: AnyPath | None = None,
    output: AnyPath = "output",
    force: bool = False,
    strict: bool = False,
    language: str = "",
    memory: Memory | None = None,
    progress: Progress = silent,
) -> Result:
    """Build `decks`, or all of them, into the folder `output`: `Result.files` and `Result.decks`.

    With an error anywhere nothing is written and the last good files stay. A deck that somebody edited since it was
    built is an error, unless `force`. `strict` takes every warning for an error.

    Raises UsageError for a deck that does not exist, and where SOURCE_DATE_EPOCH is no time.
    """
    try:
        clock.epoch()
    except clock.WrongEpochError as wrong:
        raise UsageError(f"{wrong}.") from wrong
    diagnostics = Diagnostics()
    loaded = every_content(content, brand, template, language, diagnostics, progress, memory)
    if loaded is None:
        return Result(tuple(diagnostics))
    # Where content has errors, rules would tell of what follows from these; layout's own errors are told.
    asked = STAGES if loaded.whole else ()
    made = _make(loaded, decks, asked, diagnostics, progress)
    targets = {name: Path(output) / f"{name}{loaded.suffix}.pptx" for name in (made if loaded.whole else ())}
    diagnostics, written = _write(made, targets, force, strict, diagnostics)
    results = {name: _result(one, own, written.get(name)) for name, (one, own) in made.items()}
    return Result(tuple(diagnostics), results, tuple(written.values()), loaded)


def check(
    content: AnyPath = "content",
    *,
    decks: Sequence[str] = (),
    brand: AnyPath = BRAND,
    template: AnyPath | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    strict: bool = False,
    language: str = "",
    memory: Memory | None = None,
    progress: Progress = silent,
) -> Result:
    """Ask every rule of `decks`, or of all of them, their files included, without writing them.

    `select` and `ignore` are codes of rules: those alone, or all but those. `strict` takes warnings for errors. Decks
    are checked in every language of the project, or in `language` alone; the results of those in another than the
    first are under names such as `board.en`. Decks for each of several members are laid out for every member.

    Raises UsageError for a deck or a rule that does not exist.
    """
    _check_codes((*select, *ignore))
    diagnostics = Diagnostics()
    loaded = loaded_content(content, brand, template, language, diagnostics, progress, memory)
    loaded = loaded and lay_out_members(loaded, diagnostics, progress)
    made = _make(loaded, decks, STAGES, diagnostics, progress, select, ignore) if loaded else {}
    for code in loaded.project.languages[1:] if loaded and not language else ():
        own = Diagnostics()
        other = loaded_content(content, brand, template, code, own, progress, memory)
        other = other and lay_out_members(other, own, progress)
        beside = replace(other, original=loaded) if other else None
        more = _make(beside, decks, STAGES, own, progress, select, ignore) if beside else {}
        made |= {f"{name}.{code}": one for name, one in more.items()}
        diagnostics.extend(own)
    found = diagnostics.hardened() if strict else diagnostics
    return Result(tuple(found), {name: _result(*one) for name, one in made.items()}, loaded=loaded)


def plan(
    content: AnyPath = "content",
    *,
    decks: Sequence[str] = (),
    brand: AnyPath = BRAND,
    template: AnyPath | None = None,
    language: str = "",
    memory: Memory | None = None,
    progress: Progress = silent,
) -> Result:
    """Plan and set `decks`, or all of them: `Result.plans` and `Result.frames`, without rules and without files.

    Raises UsageError for a deck that does not exist.
    """
    diagnostics = Diagnostics()
    loaded = loaded_content(content, brand, template, language, diagnostics, progress, memory)
    made = _make(loaded, decks, (), diagnostics, progress) if loaded else {}
    return Result(tuple(diagnostics), {name: _result(*one) for name, one in made.items()}, loaded=loaded)


def pictures(
    content: AnyPath = "content",
    *,
    decks: Sequence[str] = (),
    slides: Sequence[str] = (),
    form: Literal["svg", "png"] = "svg",
    width: int = 1280,
    brand: AnyPath = BRAND,
    template: AnyPath | None = None,
    output: AnyPath = "output/pictures",
    language: str = "",
    memory: Memory | None = None,
    progress: Progress = silent,
) -> Result:
    """Draw the slides of `decks`, or of all, into a folder for each deck: `Result.files`, `DeckResult.pictures`.

    `slides` are ids, each for all pages of its slide; without them, all are drawn. A PNG is `width` pixels wide and
    made by the extra `pictures`. A slide whose text does not fit is drawn as it is, and the Result holds the error.

    Raises UsageError for a deck or a slide that does not exist.
    """
    from deckgen.slide_pictures import can_make, draw_slides, slide_of, write_slides

    diagnostics = Diagnostics()
    loaded = loaded_content(content, brand, template, language, diagnostics, progress, memory)
    if loaded is None or not loaded.whole:
        return Result(tuple(diagnostics), loaded=loaded)
    made = _make(loaded, decks, (), diagnostics, progress)
    there = dict.fromkeys(slide_of(frame) for one, _ in made.values() for frame in one.frames.frames)
    slides = known_names(slides, there, "slide")
    results: dict[str, DeckResult] = {}
    for name, (one, own) in made.items():
        if not can_make(form, one.plan.span, diagnostics):
            break
        progress(f"{name}: drawing")
        drawn = draw_slides(loaded, one.frames, diagnostics, slides)
        written = write_slides(drawn, Path(output) / f"{name}{loaded.suffix}", form, width, diagnostics)
        results[name] = DeckResult(one.plan, one.frames, None, tuple(own), written)
    files = tuple(file for one in results.values() for file in one.pictures.values())
    return Result(tuple(diagnostics), results, files, loaded)


def diff(
    content: AnyPath = "content",
    deck: str = "",
    other: str = "",
    *,
    since: str = "",
    pictures: AnyPath | None = None,
    brand: AnyPath = BRAND,
    language: str = "",
    messages: MessageLanguage | None = None,
    progress: Progress = silent,
) -> Result:
    """Compare `deck` with `other`, or with what it was `since` a git revision or a built .pptx: `Result.comparison`.

    With a folder for `pictures`, each slide that changed since a revision is drawn there, before and after.
    Why it did is told in the language `messages`, else in the project's own of them.

    Raises UsageError for a deck that does not exist, where not just one of `other` and `since` is given, and for
    pictures of what is no revision.
    """
    if not deck or bool(other) == bool(since):
        raise UsageError("Name two decks, or one deck and since when.")
    from deckgen.changed_pictures import Review
    from deckgen.compare.sides import compare
    from deckgen.since import changes_since, is_built_file, view_of

    if pictures is not None and (other or is_built_file(since)):
        raise UsageError("Pictures are drawn of what changed since a git revision.")
    diagnostics = Diagnostics()
    loaded = loaded_content(content, brand, None, language, diagnostics, progress)
    if loaded is None or not loaded.whole:
        return Result(tuple(diagnostics), loaded=loaded)
    deck, *second = known_names([name for name in (deck, other) if name], loaded.decks, "deck")
    if second:
        sides = compare(view_of(loaded, deck), view_of(loaded, second[0]))
        return Result(tuple(diagnostics), loaded=loaded, comparison=sides)
    told = messages or messages_language(Path(content))
    review = None if pictures is None else Review(Path(pictures), told)
    changed, files = changes_since(loaded, deck, since, Path(brand), diagnostics, review)
    return Result(tuple(diagnostics), files=files, loaded=loaded, comparison=changed)


def trace_figures(
    content: AnyPath = "content",
    *,
    names: Sequence[str] = (),
    brand: AnyPath = BRAND,
    language: str = "",
    progress: Progress = silent,
) -> Result:
    """How the figures `names`, or all of them, came about and every place that shows them: `Result.figures`.

    Raises UsageError for a figure that does not exist.
    """
    from deckgen.compare.figures import figure_reports
    from deckgen.since import view_of

    diagnostics = Diagnostics()
    loaded = loaded_content(content, brand, None, language, diagnostics, progress)
    if loaded is None or not loaded.whole:
        return Result(tuple(diagnostics), loaded=loaded)
    known = dict.fromkeys(name for one in loaded.contents.values() for name in one.figures)
    names = known_names(names, known, "figure")
    views = [view_of(loaded, deck) for deck in loaded.decks]
    reports = figure_reports(loaded.contents, views, loaded.language, loaded.folder)
    chosen = tuple(report for report in reports if not names or report.name in names)
    return Result(tuple(diagnostics), loaded=loaded, figures=chosen)


def _make(
    loaded: pipeline.Loaded,
    names: Sequence[str],
    rules: Sequence[CheckStage],
    diagnostics: Diagnostics,
    progress: Progress,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> dict[str, tuple[pipeline.Made, Diagnostics]]:
    """The decks of `names`, or all, each with what was found in it alone, all of which goes into `diagnostics`.

    Where content has errors a deck that is not known is passed over: its own file may be what could not be read.
    """
    for name in names:
        if name in loaded.for_each:
            raise UsageError(f"The deck '{name}' is made for each of its members: deckgen batch run {name}.")
    if loaded.whole:
        names = known_names(names, loaded.decks, "deck")
        if not loaded.decks and not loaded.for_each:
            diagnostics.error("no-deck", "the content has no deck", Span(loaded.folder), "write decks/name.yaml")
    made: dict[str, tuple[pipeline.Made, Diagnostics]] = {}
    for name in dict.fromkeys(names or loaded.decks):
        if name in loaded.decks:
            progress(f"{name}: planning, setting and checking" if rules else f"{name}: planning and setting")
            own = Diagnostics()
            made[name] = pipeline.make_deck(loaded, name, own, rules, select, ignore), own
            diagnostics.extend(own)
    return made


def _result(made: pipeline.Made, own: Diagnostics, file: Path | None = None) -> DeckResult:
    return DeckResult(made.plan, made.frames, file, tuple(own))


def _write(
    made: dict[str, tuple[pipeline.Made, Diagnostics]],
    targets: dict[str, Path],
    force: bool,
    strict: bool,
    diagnostics: Diagnostics,
) -> tuple[Diagnostics, dict[str, Path]]:
    """The files of decks that have no error, where all may be written; all that is wrong, and the files by deck."""
    for target in targets.values():
        output.check_target(target, "deck", force, diagnostics)
    found = diagnostics.hardened() if strict else diagnostics
    if found.has_errors:
        return found, {}
    ready = ((name, target, made[name][0].data) for name, target in targets.items())
    return found, {name: target for name, target, data in ready if output.write(data, target, found)}


def _check_codes(codes: Sequence[str]) -> None:
    from deckgen.checks import unknown_codes

    for code, near in unknown_codes(codes).items():
        raise UsageError(f"There is no rule '{code}'{meant([near] if near else [])}")
