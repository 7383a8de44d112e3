"""Colours of a theme, with the transforms that themes put on them, against values worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from preflighted import A

from deckgen.powerpoint.ooxml.colors import colored, mean, resolved, scheme_of, styled

SCHEME = {"accent1": "4472C4", "tx1": "000000", "bg1": "FFFFFF", "accent2": "FF0000"}
DRAWING = A.strip("{}")
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"


def xml(text: str) -> Any:
    return etree.fromstring(f'<p:x xmlns:p="{PRESENTATION}" xmlns:a="{DRAWING}">{text}</p:x>')


def color(text: str) -> str:
    return resolved(xml(text)[0], SCHEME)


def scheme(steps: str, name: str = "accent1") -> str:
    return f'<a:schemeClr val="{name}">{steps}</a:schemeClr>'


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('<a:srgbClr val="0b5d8a"/>', "0B5D8A"),
        (scheme(""), "4472C4"),
        # Hue 218.4°, saturation 52 %, lightness 51.8 %: half of the lightness is 25.9 %.
        (scheme('<a:lumMod val="50000"/>'), "203864"),
        (scheme('<a:lumMod val="75000"/>'), "2F5597"),
        (scheme('<a:lumMod val="40000"/><a:lumOff val="60000"/>'), "B4C7E7"),
        (scheme('<a:lumMod val="20000"/><a:lumOff val="80000"/>'), "DAE3F3"),
        (scheme('<a:lumMod val="65000"/><a:lumOff val="35000"/>', "tx1"), "595959"),
        (scheme('<a:lumMod val="85000"/>', "bg1"), "D9D9D9"),
        # Tint goes towards white, shade towards black, in light: 0.6 of it is written as 203 of 255, 0.5 as 188.
        (scheme('<a:tint val="40000"/>', "accent2"), "FFCBCB"),
        (scheme('<a:shade val="50000"/>', "accent2"), "BC0000"),
        (scheme('<a:alpha val="50000"/>'), "4472C4"),
        ('<a:sysClr val="windowText" lastClr="1A2B3C"/>', "1A2B3C"),
        ('<a:sysClr val="windowText"/>', "000000"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:prstClr val="white"/>', "FFFFFF"),
        ('<a:prstClr val="papayaWhip"/>', ""),
        (scheme("", "phClr"), ""),
        ('<a:hslClr hue="0" sat="0" lum="0"/>', ""),
        ('<a:srgbClr val="red"/>', ""),
        ('<a:srgbClr val="GGGGGG"><a:lumMod val="50000"/></a:srgbClr>', ""),
    ],
)
def test_a_colour_with_its_transforms(written: str, told: str) -> None:
    assert near(color(written), told)


def near(one: str, other: str) -> bool:
    """Equal but for one step of a channel, as programs round."""
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True) if one and other else ()
    return bool(one) == bool(other) and all(abs(left - right) <= 1 for left, right in pairs)


def test_a_gradient_is_its_mean() -> None:
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:schemeClr val="accent2"/></a:gs>'
    assert colored(xml(f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"), SCHEME) == "800000"
    assert mean(["000000", "FFFFFF"]) == "808080"
    assert mean([]) == ""


def test_a_shape_without_a_fill_of_its_own_has_that_of_its_style() -> None:
    def shape(index: int) -> Any:
        return xml(f'<p:style><a:fillRef idx="{index}"><a:schemeClr val="accent1"/></a:fillRef></p:style>')

    assert styled(shape(1), SCHEME) == "4472C4"
    assert styled(shape(0), SCHEME) == ""
    assert colored(shape(1), SCHEME) == ""
    assert colored(None, SCHEME) == ""


def test_the_names_that_slides_use_go_through_the_map_of_colours() -> None:
    colors = '<a:dk1><a:srgbClr val="101010"/></a:dk1><a:lt1><a:srgbClr val="FAFAFA"/></a:lt1>'
    theme = xml(f'<a:clrScheme name="x">{colors}<a:accent1><a:srgbClr val="0B5D8A"/></a:accent1></a:clrScheme>')
    plain = scheme_of(theme, None)
    assert (plain["tx1"], plain["bg1"], plain["accent1"]) == ("101010", "FAFAFA", "0B5D8A")
    swapped = etree.fromstring('<clrMap bg1="dk1" tx1="lt1" bg2="nothing"/>')
    dark = scheme_of(theme, swapped)
    assert (dark["tx1"], dark["bg1"], dark["dk1"]) == ("FAFAFA", "101010", "101010")
    assert dark["bg2"] == dark["lt2"]
    assert len(scheme_of(None)) == len(plain)
