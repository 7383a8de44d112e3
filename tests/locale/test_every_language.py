"""What each language brings, and that its folder is all there is of it."""

from __future__ import annotations

import dataclasses
import shutil
import string
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deckgen
from asked import BRAND, write
from deckgen import extend, locale
from deckgen.extensions import BrokenExtensionError
from deckgen.locale import language, languages
from deckgen.model.language import Labels, Language
from deckgen.model.number import Qualifier, literal
from golden_nouns import told
from goldens import Held

SOURCE = Path(deckgen.__file__).parent
OURS = ("da", "de", "en")
DANISH = language("da")


@pytest.fixture(params=OURS)
def spoken(request: pytest.FixtureRequest) -> Language:
    found = language(request.param)
    assert found is not None
    return found


def fields(noun: Any) -> dict[str, Any]:
    return {field.name: getattr(noun, field.name) for field in dataclasses.fields(noun)}


def places(said: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(said) if name}


def test_the_languages_are_those_that_have_a_folder() -> None:
    assert tuple(languages()) == OURS


def test_every_word_is_there_with_the_places_that_the_engine_fills(spoken: Language) -> None:
    assert DANISH is not None
    labels = fields(spoken.labels)
    fractions, known_fractions = labels.pop("fractions"), DANISH.labels.fractions
    assert {*fractions.values()} == {*known_fractions.values()} and all(one.strip() for one in fractions)
    for name, said in labels.items():
        known = getattr(DANISH.labels, name)
        pairs = [(said, known)] if isinstance(said, str) else [(said[key], known[key]) for key in known]
        assert all(one.strip() and places(one) == places(other) for one, other in pairs), name
    assert all(said.strip() for said in fields(spoken.prompts).values())


def test_every_qualifier_has_a_word(spoken: Language) -> None:
    wanted: tuple[Qualifier, ...] = ("minimum", "maximum", "about", "over", "under")
    assert all(spoken.numbers.qualifiers[name] and spoken.prose.qualifiers[name] for name in wanted)
    assert spoken.numbers.qualifiers[""] == ""
    assert len(spoken.numbers.words) == 13 and len(set(spoken.dates.months)) == 12
    assert "%" in spoken.numbers.per_cent


@given(st.text(st.sampled_from("ab.%§ 12—nrpNokl\n"), max_size=60))
def test_holding_a_text_changes_spaces_alone(text: str) -> None:
    for found in languages().values():
        held = found.hold(text)
        assert held.replace("\u00a0", " ") == text


def test_no_module_names_a_language(spoken: Language) -> None:
    """What is of one language stands in its folder: no other file is needed for it."""
    code = spoken.code.partition("-")[0]
    for file in SOURCE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if code not in file.relative_to(SOURCE).parts:
            assert f"locale.{code}" not in text and f'language("{code}")' not in text, file


@pytest.fixture
def fresh() -> Iterator[None]:
    languages.cache_clear()
    yield
    languages.cache_clear()


def test_a_folder_is_all_that_a_language_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    folder = tmp_path / "languages" / "nds"
    shutil.copytree(SOURCE / "locale/de", folder)
    for file in folder.glob("*.py"):
        text = file.read_text(encoding="utf-8").replace("deckgen.locale.de", "deckgen.locale.nds")
        text = text.replace('"de-DE"', '"nds-DE"').replace('source="Quelle"', 'source="Born"')
        file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(locale, "__path__", [*locale.__path__, str(folder.parent)])
    content = write(tmp_path / "content")
    project = (content / "project.yaml").read_text(encoding="utf-8").replace("language: da", "language: nds")
    (content / "project.yaml").write_text(project, encoding="utf-8")
    result = deckgen.build(content, brand=BRAND, output=tmp_path / "out")
    assert [str(one) for one in result.diagnostics if one.severity == "error"] == []
    made = next(iter(result.decks.values()))
    assert made.plan.language == "nds-DE"
    assert any(slide.foot.startswith("Born: ") for slide in made.plan.slides)


def installed(site: Path, code: str, body: str) -> None:
    """A package as an installer leaves it, with a language."""
    about = site / f"brings_{code}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: brings-{code}\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(f"[deckgen.languages]\n{code} = brings_{code}\n")
    (site / f"brings_{code}.py").write_text(body, encoding="utf-8")


def test_a_language_of_another_package_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    body = (
        "from dataclasses import replace\nfrom deckgen.locale.de import LANGUAGE as GERMAN\n"
        'LANGUAGE = replace(GERMAN, code="gsw-CH")\n'
    )
    installed(tmp_path, "gsw", body)
    monkeypatch.syspath_prepend(str(tmp_path))
    found = language("gsw")
    assert found is not None and found.code == "gsw-CH"
    assert set(languages()) == {*OURS, "gsw"}


@pytest.mark.parametrize("body", ["1 / 0\n", "LANGUAGE = 'gsw'\n", ""])
def test_a_language_that_cannot_be_used_is_its_packages_fault(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: None
) -> None:
    installed(tmp_path / "site", "qaa", body)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(__import__("sys").modules, "brings_qaa", raising=False)
    with pytest.raises(BrokenExtensionError, match="package `brings-qaa`"):
        language("qaa")
    content = write(tmp_path / "content")
    project = (content / "project.yaml").read_text(encoding="utf-8").replace("language: da", "language: qaa")
    (content / "project.yaml").write_text(project, encoding="utf-8")
    (said,) = deckgen.check(content, brand=BRAND).diagnostics
    assert (said.code, said.span.line) == ("broken-language", 1)


def test_labels_are_all_read_somewhere() -> None:
    """A label that nobody reads is a word that every language translates for nothing."""
    read = "".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py") if "locale" not in file.parts)
    unread = [field.name for field in dataclasses.fields(Labels) if f".{field.name}" not in read]
    assert unread == []


def test_mappings_of_labels_are_whole(spoken: Language) -> None:
    assert DANISH is not None
    tabulated: Mapping[str, str] = spoken.labels.tabulated
    assert set(tabulated) == set(DANISH.labels.tabulated)


def test_every_sentence_of_a_draft_is_there_with_its_places(spoken: Language) -> None:
    assert DANISH is not None and DANISH.drafts is not None and spoken.drafts is not None
    known = fields(DANISH.drafts)
    for name, said in fields(spoken.drafts).items():
        assert said.strip() and places(said) == places(known[name]), name
    assert places(spoken.surveys.source) == {"year"} and places(spoken.surveys.scale) == {"low", "high"}


def test_every_ladder_of_a_survey_has_steps_that_are_told_apart(spoken: Language) -> None:
    for ladder in spoken.surveys.ladders:
        words = [word for step in ladder for word in step]
        assert len(ladder) > 2 and len(words) == len(set(words)) and all(word == word.lower() for word in words)


def parts(noun: Any) -> Iterator[type]:
    """The classes that a language is made of."""
    if dataclasses.is_dataclass(noun) and not isinstance(noun, type):
        yield type(noun)
        for value in fields(noun).values():
            yield from parts(value)
    elif isinstance(noun, Mapping):
        yield from (part for value in noun.values() for part in parts(value))
    elif isinstance(noun, tuple):
        yield from (part for value in noun for part in parts(value))


def test_another_package_may_import_all_that_our_languages_are_made_of(spoken: Language) -> None:
    promised = {getattr(extend, name) for name in extend.__all__ if isinstance(getattr(extend, name), type)}
    assert set(parts(spoken)) <= promised


@pytest.mark.parametrize(
    ("value", "groups"), [(0, "0"), (999, "999"), (1000, "1 000"), (1001, "1 001"), (1_000_000, "1 000 000")]
)
def test_groups_are_parted_from_a_thousand_on(spoken: Language, value: int, groups: str) -> None:
    parted = groups.replace(" ", spoken.numbers.separators.group)
    assert spoken.show(literal(Decimal(value))) == parted
    assert spoken.show(literal(Decimal(-value))) == (f"{spoken.numbers.separators.minus}{parted}" if value else "0")


def test_what_a_language_brings_is_as_in_its_golden_text(spoken: Language, held: Held) -> None:
    held(f"languages/{spoken.code}.txt", told(spoken))
