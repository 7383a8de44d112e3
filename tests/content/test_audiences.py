"""Who sees what: two rules, everywhere, and nothing of one audience with another."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content_folders import REGISTRY, clean, codes, loaded, write
from deckgen.content import load
from deckgen.content.project import MAX_AUDIENCES
from deckgen.diagnostics import Diagnostics, Span
from deckgen.nodes.audiences import resolve
from deckgen.nodes.reader import Mapping, Node, Scalar, Sequence, read_text

BOTH = ("board", "directorate")


def node(text: str) -> Node:
    read = read_text(text, "f.yaml", Diagnostics())
    assert read is not None
    return read


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def seen(text: str, audience: str = "board", seen_by: tuple[str, ...] = BOTH) -> tuple[object, list[str]]:
    diagnostics = Diagnostics()
    return plain(resolve(node(text), audience, seen_by, BOTH, diagnostics)), codes(diagnostics)


def test_a_variant_is_each_audiences_own_value_at_any_depth() -> None:
    text = "a: {b: [{board: x, directorate: [y, z]}]}"
    assert seen(text, "board") == ({"a": {"b": ["x"]}}, [])
    assert seen(text, "directorate") == ({"a": {"b": [["y", "z"]]}}, [])


def test_for_keeps_an_item_for_those_it_names() -> None:
    text = "a: [{for: board, x: 1}, {for: [board, directorate], x: 2}, {x: 3}]"
    assert seen(text, "board") == ({"a": [{"x": "1"}, {"x": "2"}, {"x": "3"}]}, [])
    assert seen(text, "directorate") == ({"a": [{"x": "2"}, {"x": "3"}]}, [])


def test_a_plain_item_says_for_beside_its_text() -> None:
    text = "a: [x, {for: board, text: y}, {text: z}, {for: board, text: v, w: u}]"
    assert seen(text, "board") == ({"a": ["x", "y", {"text": "z"}, {"text": "v", "w": "u"}]}, [])
    assert seen(text, "directorate") == ({"a": ["x", {"text": "z"}]}, [])


def test_a_text_beside_for_is_typed_with_its_place(tmp_path: Path) -> None:
    slides = "slides: [{id: a.b, kind: plain, title: A, sources: [{for: board, text: survey}, state]}]"
    contents = clean(tmp_path, slides=slides, decks__board="audience: board\ntitle: A\nminutes: 1\nopening: [a.b]\n")
    shown = {name: content.slides["a.b"].sources for name, content in contents.items()}
    assert shown == {"board": ("survey", "state"), "directorate": ("state",)}


@pytest.mark.parametrize("title", ["{bord: Til jer, directorat: Til dem}", "{boards: Til jer}"])
def test_misspelt_audiences_are_suggested_and_nothing_else_is_said(tmp_path: Path, title: str) -> None:
    slides = f"slides: [{{id: survey.rate, kind: plain, title: {title}}}]"
    _, found = loaded(tmp_path, slides=slides)
    assert set(codes(found)) == {"unknown-audience"}
    assert all("did you mean" in each.hint for each in found)


def test_only_those_who_see_an_item_are_covered_in_it() -> None:
    assert seen("[{for: board, x: {board: 1}}]") == ([{"x": "1"}], [])
    assert seen("[{for: directorate, x: {board: 1, directorate: 2}}]", "directorate")[1] == ["variant-unseen"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: {board: x}", "variant-missing"),
        ("a: {board: x, title: y, directorate: z}", "variant-mixed"),
        ("[{for: mayors, x: 1}]", "unknown-audience"),
        ("[{for: [], x: 1}]", "missing-value"),
        ("[{for: {a: b}, x: 1}]", "wrong-value"),
        ("[{for: board, x: [{for: directorate, y: 1}]}]", "for-nobody"),
    ],
)
def test_what_leaves_somebody_without_an_answer_is_an_error(text: str, code: str) -> None:
    diagnostics = Diagnostics()
    for audience in BOTH:
        resolve(node(text), audience, BOTH, BOTH, diagnostics)
    assert codes(diagnostics) == [code]


def test_what_does_not_depend_on_who_looks_is_the_same_object() -> None:
    same = node("a: [x, {b: y}]")
    assert resolve(same, "board", BOTH, BOTH, Diagnostics()) is same


def test_slides_are_for_those_they_name(tmp_path: Path) -> None:
    slides = """\
    slides:
      - {id: a.all, kind: plain, title: {board: Til jer, directorate: Til dem}}
      - {id: a.board, for: board, kind: plain, title: Kun jer}
      - {id: a.directorate, for: [directorate], kind: plain, title: Kun dem}
    """
    contents, _ = loaded(tmp_path, slides=slides)
    board, directorate = contents["board"], contents["directorate"]
    assert [(slide.id, slide.title.plain) for slide in board.slides.values()] == [
        ("a.all", "Til jer"),
        ("a.board", "Kun jer"),
    ]
    assert [slide.title.plain for slide in directorate.slides.values()] == ["Til dem", "Kun dem"]
    assert board.elsewhere == {"a.directorate": ("directorate",)}
    assert board.slides["a.board"].audiences == ("board",)


def test_all_variants_are_validated_whoever_sees_them(tmp_path: Path) -> None:
    slides = """\
    slides:
      - id: a.all
        kind: rows
        title: Rækker
        rows:
          - {for: directorate, label: Hemmelig, value: 1.740}
          - label: Tal
            value: {board: 1, directorate: "${nothing}"}
    """
    _, found = loaded(tmp_path, slides=slides, decks__board="audience: board\ntitle: A\nminutes: 1\n")
    assert codes(found) == ["not-a-number", "unknown-figure"]


def test_figures_sources_project_and_decks_have_variants_too(tmp_path: Path) -> None:
    contents = clean(
        tmp_path,
        project="""\
        language: da
        audiences: [board, directorate]
        organisation: {name: Navigators, person: {board: Anna, directorate: Bo}}
        """,
        sources="survey: {board: Til bestyrelsen, directorate: Til direktionen}\nstate: Staten\n",
        figures="answered: {value: {board: 12, directorate: 11}, label: Svar, source: survey}\n",
        decks__board="""\
        audience: board
        title: {board: Til jer}
        minutes: 10
        chapters: [{id: a, title: A, slides: [survey.rate]}]
        """,
    )
    shown = {
        name: (
            content.project.organisation.person,
            content.sources["survey"].text,
            content.figures["answered"].value,
            [deck.title.plain for deck in content.decks.values()],
        )
        for name, content in contents.items()
    }
    assert shown == {
        "board": ("Anna", "Til bestyrelsen", Decimal(12), ["Til jer"]),
        "directorate": ("Bo", "Til direktionen", Decimal(11), []),
    }


def test_a_slide_that_says_the_same_to_all_is_one_object(tmp_path: Path) -> None:
    contents = clean(tmp_path)
    assert contents["board"].slides["survey.rate"] is contents["directorate"].slides["survey.rate"]


# A tree of content in which every text names the audiences that may see it: what of it reaches whom is then plain.
Tree = Node
HERE = Span("f.yaml")


def scalar(text: str) -> Scalar:
    return Scalar(text, True, HERE)


def mapping(entries: dict[str, Node]) -> Mapping:
    return Mapping(tuple((scalar(key), value) for key, value in entries.items()), HERE)


def marked(seen_by: tuple[str, ...]) -> Scalar:
    return scalar(f"for:{'+'.join(seen_by)}:")


@st.composite
def trees(draw: st.DrawFn, seen_by: tuple[str, ...] = BOTH, depth: int = 3) -> Node:
    shape = draw(st.sampled_from(("text", "list", "mapping", "variant"))) if depth else "text"
    if shape == "text":
        return marked(seen_by)
    if shape == "variant":
        return mapping({audience: draw(trees((audience,), depth - 1)) for audience in seen_by})
    if shape == "mapping":
        return mapping({key: draw(trees(seen_by, depth - 1)) for key in draw(st.sets(st.sampled_from("xyz")))})
    items: list[Node] = []
    for _ in range(draw(st.integers(0, 3))):
        kept = draw(st.sampled_from([None, *seen_by]))
        if kept is None:
            items.append(draw(trees(seen_by, depth - 1)))
        else:
            items.append(mapping({"for": scalar(kept), "x": draw(trees((kept,), depth - 1))}))
    return Sequence(tuple(items), HERE)


@given(trees())
def test_no_text_for_one_audience_reaches_another(tree: Node) -> None:
    for audience in BOTH:
        diagnostics = Diagnostics()
        resolved = resolve(tree, audience, BOTH, BOTH, diagnostics)
        other = next(name for name in BOTH if name != audience)
        assert [str(each) for each in diagnostics] == []
        assert f"for:{other}:" not in str(resolved)
        # And nothing that is meant for this audience is lost.
        assert str(resolved).count("for:") == sum(
            str(tree).count(f"for:{mark}:") for mark in (audience, "+".join(BOTH))
        )


@settings(max_examples=40)
@given(st.lists(st.tuples(*[st.sampled_from(("same", "variant", "for-board", "for-directorate"))] * 3), max_size=5))
def test_no_text_for_one_audience_is_in_anothers_content(
    tmp_path_factory: pytest.TempPathFactory, shapes: list[tuple[str, str, str]]
) -> None:
    contents = load(write(tmp_path_factory.mktemp("c"), more=_slides(shapes)), REGISTRY, found := Diagnostics())
    assert [str(each) for each in found if each.severity == "error"] == []
    for audience, content in contents.items():
        other = next(name for name in BOTH if name != audience)
        assert f"only-{other}" not in str(content)
    assert len(contents["board"].slides) + len(contents["board"].elsewhere) == len(shapes) + 1


def _slides(shapes: list[tuple[str, str, str]]) -> str:
    lines = ["slides:" if shapes else "slides: []"]
    for number, (slide, title, row) in enumerate(shapes):
        kept = slide.removeprefix("for-") if slide.startswith("for-") else ""
        lines += [f"  - id: a.s{number}", "    kind: rows"]
        lines += [f"    for: {kept}"] if kept else []
        lines.append(f"    title: {_value(title, kept)}")
        lines += ["    rows:", f"      - {{label: {_value(row, kept)}, value: 1}}"]
        if not kept and row.startswith("for-"):
            only = row.removeprefix("for-")
            lines.append(f"      - {{for: {only}, label: only-{only}, value: 2}}")
    return "\n".join(lines) + "\n"


def _value(shape: str, kept: str) -> str:
    if shape != "variant":
        return f"only-{kept}" if kept else "alle"
    return "{" + ", ".join(f"{name}: only-{name}" for name in ((kept,) if kept else BOTH)) + "}"


AUDIENCES = "language: da\naudiences: [{}]\norganisation: {{name: Navigators}}\n"


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("board, direk tion", ["`direk tion` cannot name an audience"]),
        ("Bestyrelsen, 2nd", ["`Bestyrelsen` cannot name an audience", "`2nd` cannot name an audience"]),
        ("board, for, notes", ["`for` is a key of slides and cannot name an audience", "`notes` is a key of slides"]),
        ("da, board", ["`da` is a language of this project and cannot name an audience"]),
        ("board, directorate, board, board", ["the audience `board` is declared twice"] * 2),
        ("", ["no audience is declared"]),
        (", ".join(f"a{at}" for at in range(MAX_AUDIENCES + 1)), [f"{MAX_AUDIENCES + 1} audiences are declared"]),
    ],
)
def test_each_name_that_is_none_for_an_audience_is_said(tmp_path: Path, listed: str, said: list[str]) -> None:
    diagnostics = Diagnostics()
    load(write(tmp_path, project=AUDIENCES.format(listed)), REGISTRY, diagnostics)
    told = [one.message for one in diagnostics if one.span.file.endswith("project.yaml")]
    assert len(told) == len(said) and all(one.startswith(start) for one, start in zip(told, said, strict=True))


def test_as_many_audiences_as_there_may_be(tmp_path: Path) -> None:
    listed = ", ".join(("board", "directorate", *(f"a{at}" for at in range(MAX_AUDIENCES - 2))))
    _, diagnostics = loaded(tmp_path, project=AUDIENCES.format(listed))
    assert "item-count" not in codes(diagnostics)
