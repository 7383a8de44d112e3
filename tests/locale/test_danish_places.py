"""Denmark in tiles: every municipality and region once, each on a tile of its own."""

from __future__ import annotations

from collections import Counter

import pytest

from deckgen.locale.da.places import PLACES

NORTH_JUTLAND = {
    "Brønderslev": "810",
    "Frederikshavn": "813",
    "Hjørring": "860",
    "Jammerbugt": "849",
    "Læsø": "825",
    "Mariagerfjord": "846",
    "Morsø": "773",
    "Rebild": "840",
    "Thisted": "787",
    "Vesthimmerlands": "820",
    "Aalborg": "851",
}
MUNICIPALITIES = PLACES["municipalities"]


def test_there_are_98_municipalities_with_names_and_codes_of_their_own() -> None:
    assert len(MUNICIPALITIES) == 98
    for said in ("name", "code", "short"):
        assert len({getattr(place, said) for place in MUNICIPALITIES}) == 98, said


def test_there_are_five_regions_and_each_has_its_municipalities() -> None:
    assert [place.code for place in PLACES["regions"]] == ["1081", "1082", "1083", "1084", "1085"]
    counted = Counter(place.region for place in MUNICIPALITIES)
    assert counted == {"Nordjylland": 11, "Midtjylland": 19, "Syddanmark": 22, "Hovedstaden": 29, "Sjælland": 17}
    assert set(counted) == {place.name for place in PLACES["regions"]}


@pytest.mark.parametrize("name", sorted(PLACES))
def test_no_two_share_a_tile(name: str) -> None:
    tiles = [(place.row, place.column) for place in PLACES[name]]
    assert len(set(tiles)) == len(tiles)


def test_north_jutland_has_the_official_codes() -> None:
    assert {place.name: place.code for place in MUNICIPALITIES if place.region == "Nordjylland"} == NORTH_JUTLAND


def test_places_lie_to_each_other_as_they_do() -> None:
    at = {place.name: place for place in MUNICIPALITIES}
    assert at["Hjørring"].row < at["Aalborg"].row < at["Aarhus"].row < at["Vejle"].row < at["Tønder"].row
    assert at["Esbjerg"].column < at["Odense"].column < at["Slagelse"].column < at["København"].column
    assert at["Bornholm"].column >= at["København"].column
    assert at["Bornholm"].row > at["Dragør"].row


def test_the_parts_of_a_name_are_the_name() -> None:
    for place in MUNICIPALITIES:
        assert "".join(place.parts) == place.name
        assert place.broken.replace("-\n", "").replace("-", "") == place.name.replace("-", "")
