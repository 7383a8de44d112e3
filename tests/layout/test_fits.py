"""A slide that was fitted before is not fitted again, and nothing that its frames depend on is forgotten."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import gallery
from deckgen import pipeline
from deckgen.diagnostics import Diagnostics
from deckgen.layout import fit, table_size
from deckgen.layout.chrome import Chrome
from deckgen.layout.fits import Fits
from deckgen.layout.setting import References
from deckgen.layout.stage import Fitted, Stage, under_heads
from deckgen.model.blocks import Arrangement
from deckgen.model.kind import Context
from deckgen.model.plan import PlannedSlide
from deckgen.model.styled import Styled
from deckgen.model.table import TableBlock, TableCell
from deckgen.model.text import Footnote, text
from deckgen.pipeline import Loaded, Memory


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gallery.write(tmp_path_factory.mktemp("gallery"), gallery.examples())


@pytest.fixture(scope="module")
def loaded(folder: Path) -> Loaded:
    return load(folder)


def load(folder: Path) -> Loaded:
    found = pipeline.load(folder, gallery.BRAND, Diagnostics())
    assert found is not None
    return found


def slides(loaded: Loaded) -> tuple[PlannedSlide, ...]:
    return pipeline.plan_deck(loaded, "gallery", Diagnostics()).slides


def arranged(loaded: Loaded) -> list[tuple[Arrangement, ...]]:
    plan = pipeline.plan_deck(loaded, "gallery", Diagnostics())
    kinds, labels = loaded.registry.kinds, loaded.language.labels
    contexts = (
        (one, Context(one.title, labels, plan.facts, one.agenda, plan.figure_rows, loaded.language.dates))
        for one in plan.slides
    )
    return [kinds[slide.kind].compose(slide.fields, context) for slide, context in contexts]


def stage(loaded: Loaded) -> Stage:
    spoken = loaded.language
    return Stage(loaded.template, loaded.theme, loaded.registry.charts, spoken.labels, spoken.compounds)


def fitted(arrangements: Sequence[Arrangement], on: Stage, slide: PlannedSlide) -> Fitted:
    """What a slide's arrangements come to under its head."""
    return fit._fitted(arrangements, under_heads(Chrome(slide, 1, 1, 1), arrangements, "white", on))


Changed = tuple[type, str, type]
"""What is changed: a field of a class, and the type of what stands in it."""

OFTEN = 20
"""As many changes of a field show how it is written out."""


def changes(value: Any, where: tuple[type, str] = (object, "")) -> Iterator[tuple[Changed, Any]]:
    """The value with one thing in it changed, in every way that there is, and what was changed."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            for what, other in changes(getattr(value, field.name), (type(value), field.name)):
                yield what, replace(value, **{field.name: other})
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            for what, other in changes(one, where):
                yield what, (*value[:at], other, *value[at + 1 :])
        yield (*where, tuple), value[1:] if value else ("more",)
    else:
        yield from (((*where, type(value)), other) for other in _changed_leaf(value))


def _changed_leaf(value: Any) -> Iterator[Any]:
    match value:
        case bool():
            yield not value
        case str():
            yield f"{value}x"
        case int():
            yield value + 1
            yield float(value)
        case float():
            yield value + 0.5
        case Decimal():
            yield value + 1
            yield Decimal(f"{value}0" if "." in str(value) else f"{value}.0")
        case date():
            yield value + timedelta(days=1)
        case None:
            yield "something"
        case dict():
            yield {**value, "something": "more"}
        case _:
            raise AssertionError(f"{type(value)} is not changed by this test, so it may be forgotten")


class Counting(Fits[Fitted]):
    """Counts the slides that had to be fitted."""

    fresh = 0

    def fitted(self, asked: Sequence[Any], set_with: tuple[Any, ...], fit: Any) -> Fitted:
        def counted() -> Fitted:
            self.fresh += 1
            made: Fitted = fit()
            return made

        return super().fitted(asked, set_with, counted)


def test_whatever_is_changed_in_an_arrangement_is_fitted_anew(loaded: Loaded) -> None:
    """Each arrangement is asked alone: written out with all others of its slide, it takes as many times as long.

    A field is written out in one way wherever it stands, so that each is asked where it is met first, and of every
    arrangement the first and the last change besides.
    """
    often: Counter[Changed] = Counter()
    for arrangements in arranged(loaded):
        for arrangement in arrangements:
            kept: Fits[Any] = Fits(1_000_000)
            original = kept.fitted((arrangement,), (), lambda: "original")
            others = list(changes(arrangement))
            for at, (what, other) in enumerate(others, 1):
                often[what] += 1
                if often[what] <= OFTEN or at in (1, len(others)):
                    assert kept.fitted((other,), (), lambda: "anew") == "anew", what
            assert original == kept.fitted((arrangement,), (), lambda: "forgotten") == "original"
    assert len(often) > 300
    assert often.total() > 100_000


def test_with_another_arrangement_in_one_place_a_slide_is_fitted_anew(loaded: Loaded) -> None:
    for arrangements in arranged(loaded):
        kept: Fits[Any] = Fits(1_000_000)
        kept.fitted(arrangements, (), lambda: "original")
        others = [arrangements[:at] + arrangements[at + 1 :] for at in range(len(arrangements))]
        for at, arrangement in enumerate(arrangements):
            others += [
                (*arrangements[:at], one, *arrangements[at + 1 :]) for _, one in islice(changes(arrangement), 5)
            ]
        assert [kept.fitted(other, (), lambda: "anew") for other in others] == ["anew"] * len(others)
        assert kept.fitted(arrangements, (), lambda: "forgotten") == "original"


@pytest.mark.parametrize("part", ["slide_layouts", "page", "theme", "charts", "compounds", "room"])
def test_another_template_theme_or_language_begins_anew(loaded: Loaded, part: str) -> None:
    fits = Counting()
    on = replace(stage(loaded), fits=fits)
    layouts = dict(on.template.slide_layouts)
    moved = {name: replace(one, canvas=one.canvas.inset(left=1)) for name, one in layouts.items()}
    others: dict[str, dict[str, Any]] = {
        "room": {"room": "desk"},
        "page": {"template": replace(on.template, width=2 * on.template.width)},
        "slide_layouts": {"template": replace(on.template, slide_layouts=moved)},
        "theme": {"theme": replace(on.theme, body_face="Georgia")},
        "charts": {"charts": {**on.charts, "more": on.charts["bar"]}},
        "compounds": {"compounds": {**on.compounds, "nyord": ("ny", "ord")}},
    }
    first, arrangements = slides(loaded)[0], arranged(loaded)[0]
    for each in (on, on, replace(on, **others[part]), replace(on, **others[part])):
        fitted(arrangements, each, first)
    assert fits.fresh == 2


def test_another_footnote_or_page_of_the_slide_is_fitted_anew_and_keeps_the_others(loaded: Loaded) -> None:
    fits = Counting()
    on = replace(stage(loaded), fits=fits)
    noted = replace(on, references=References((Footnote("a", text("Et skøn.")),)))
    paged = replace(on, references=References(pages={"a.b": 7}))
    first, arrangements = slides(loaded)[0], arranged(loaded)[0]
    for each in (on, noted, paged, on, noted, paged):
        fitted(arrangements, each, first)
    assert fits.fresh == 3


def test_what_is_not_told_apart_changes_nothing(loaded: Loaded) -> None:
    """Labels, scale and paints are used after a slide was fitted, and a size is tried while it is.

    Every other field of a stage is told apart.
    """
    on = stage(loaded)
    own = on.template
    larger = replace(own, width=2 * own.width, height=2 * own.height, scale=2 * own.scale)
    template = replace(larger, data=b"", paints={}, grounds={})
    other = replace(on, template=template, labels=replace(on.labels, continued="x"), title_sizes={"Diagram": 20.0})
    for slide, arrangements in zip(slides(loaded), arranged(loaded), strict=True):
        one, two = (fitted(arrangements, each, slide) for each in (on, other))
        assert one == two
    names = {field.name for field in dataclasses.fields(Stage)}
    told = {"template", "theme", "charts", "compounds", "room", "heads", "references"}
    assert names == told | {"labels", "title_sizes", "fits", "size"}
    parts = {field.name for field in dataclasses.fields(template)}
    assert parts == {"slide_layouts", "data", "width", "height", "scale", "paints", "grounds"}


def test_after_an_edit_one_slide_is_fitted_and_all_come_out_as_in_a_fresh_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slides = gallery.examples()
    written = gallery.write(tmp_path / "content", slides)
    fits = Counting()
    monkeypatch.setattr(Memory, "fits", lambda memory, language: fits)
    before = replace(load(written), memory=Memory())
    pipeline.set_deck(before, pipeline.plan_deck(before, "gallery", Diagnostics()), Diagnostics())
    fresh = fits.fresh  # what shows the page of a slide that moved is fitted once more
    assert fresh == len(fits) >= len(slides)
    text = written / "examples.yaml"
    edited = text.read_text(encoding="utf-8").replace("label: Energi", "label: Energien", 1)
    text.write_text(edited, encoding="utf-8")
    after = load(written)
    plan = pipeline.plan_deck(after, "gallery", Diagnostics())
    warm = pipeline.set_deck(replace(after, memory=Memory()), plan, Diagnostics())
    assert warm == pipeline.set_deck(after, plan, Diagnostics())
    assert fits.fresh == fresh + 1


def test_of_a_table_with_another_row_the_rows_that_stayed_are_not_measured_again(
    loaded: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[TableCell] = []

    def noted(cell: TableCell, *rest: Any) -> Any:
        measured.append(cell)
        return cell_height(cell, *rest)

    cell_height = table_size._cell_height
    monkeypatch.setattr(table_size, "_cell_height", noted)
    fits: Fits[Fitted] = Fits()
    slide, warm, fresh = slides(loaded)[0], replace(stage(loaded), fits=fits), stage(loaded)
    fitted((tabular("Fyn"),), warm, slide)
    measured.clear()
    made = fitted((tabular("Als"),), warm, slide)
    said = {cell.parts[0].text.plain for cell in measured}
    assert "Als" in said and "Række 7" not in said
    assert made == fitted((tabular("Als"),), fresh, slide)


def tabular(last: str) -> Arrangement:
    """A table of twelve rows and one more, every cell of them a new object."""

    def row(*said: str) -> tuple[TableCell, ...]:
        return tuple(TableCell((Styled(text(one), "cell"),)) for one in said)

    rows = (*(row(f"Række {at}", str(at)) for at in range(12)), row(last, "1"))
    table = TableBlock(row("Hvad", "Antal"), rows, (3.0, 1.0), "En tabel", "table", "table")
    return Arrangement("Table", (table,))


def test_no_more_are_kept_than_there_is_room_for_and_the_longest_unused_goes(loaded: Loaded) -> None:
    kept: Fits[str] = Fits(2)
    first, second, third = arranged(loaded)[:3]
    for each in (first, second, first, third):
        kept.fitted(each, (), lambda: "fitted")
    assert len(kept) == 2
    assert kept.fitted(first, (), lambda: "anew") == "fitted"
    assert kept.fitted(second, (), lambda: "anew") == "anew"
