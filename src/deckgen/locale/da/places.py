"""Denmark in tiles: its 98 municipalities and its five regions. In: nothing. Out: PLACES, by what they are.

Every place is one tile. Neighbours stand near each other, and the sea is left empty, so that Jutland, Funen, Zealand
with its islands and Bornholm are recognised; sizes and coasts are not those of a map. Codes are the official ones. A
long name may be broken between its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.model.places import Place

_REGIONS: Final = """
1081 Nordjylland
1082 Midtjylland
1083 Syddanmark
1084 Hovedstaden
1085 Sjælland
"""

_REGION_TILES: Final = """
1081    .
1082 1084
1083 1085
"""

_MUNICIPALITIES: Final = """
1081 773 Mrs Morsø
1081 787 Ths Thisted
1081 810 Brø Brønders|lev
1081 813 Frh Frederiks|havn
1081 820 Ves Vest|himmerlands
1081 825 Læs Læsø
1081 840 Reb Rebild
1081 846 Mar Mariager|fjord
1081 849 Jam Jammer|bugt
1081 851 Aal Aalborg
1081 860 Hjø Hjørring
1082 615 Hor Horsens
1082 657 Her Herning
1082 661 Hol Holste|bro
1082 665 Lem Lemvig
1082 671 Str Struer
1082 706 Syd Syddjurs
1082 707 Ndj Norddjurs
1082 710 Fav Favrskov
1082 727 Odd Odder
1082 730 Ran Randers
1082 740 Sil Silke|borg
1082 741 Sam Samsø
1082 746 Ska Skander|borg
1082 751 Aar Aarhus
1082 756 Ika Ikast-|Brande
1082 760 RSk Ringkøbing-|Skjern
1082 766 Hed Heden|sted
1082 779 Ski Skive
1082 791 Vib Viborg
1083 410 Mid Middel|fart
1083 420 Ass Assens
1083 430 FMi Faaborg-|Midtfyn
1083 440 Ker Kerte|minde
1083 450 Nyb Nyborg
1083 461 Ode Odense
1083 479 Sve Svend|borg
1083 480 Nfy Nord|fyns
1083 482 Lgl Lange|land
1083 492 Ærø Ærø
1083 510 Had Haders|lev
1083 530 Bil Billund
1083 540 Søn Sønder|borg
1083 550 Tøn Tønder
1083 561 Esb Esbjerg
1083 563 Fan Fanø
1083 573 Var Varde
1083 575 Vjn Vejen
1083 580 Aab Aaben|raa
1083 607 Fre Fre|dericia
1083 621 Kol Kolding
1083 630 Vej Vejle
1084 101 Kbh Køben|havn
1084 147 Frb Frederiks|berg
1084 151 Bal Balle|rup
1084 153 Bdb Brøndby
1084 155 Dra Dragør
1084 157 Gen Gen|tofte
1084 159 Gla Glad|saxe
1084 161 Glo Glostrup
1084 163 Hlv Herlev
1084 165 Alb Alberts|lund
1084 167 Hvi Hvid|ovre
1084 169 HTa Høje-|Taastrup
1084 173 LTa Lyngby-|Taarbæk
1084 175 Rød Rødovre
1084 183 Ish Ishøj
1084 185 Tår Tårnby
1084 187 Val Vallens|bæk
1084 190 Fur Furesø
1084 201 All Allerød
1084 210 Fdb Fredens|borg
1084 217 Hel Helsing|ør
1084 219 Hil Hille|rød
1084 223 Hør Hørsholm
1084 230 Rud Ruders|dal
1084 240 Ege Egedal
1084 250 Frs Frederiks|sund
1084 260 Hal Halsnæs
1084 270 Gri Grib|skov
1084 400 Bor Born|holm
1085 253 Gre Greve
1085 259 Køg Køge
1085 265 Ros Roskilde
1085 269 Sol Solrød
1085 306 Ods Ods|herred
1085 316 Hbk Holbæk
1085 320 Fax Faxe
1085 326 Kal Kalund|borg
1085 329 Rin Ringsted
1085 330 Sla Slagelse
1085 336 Ste Stevns
1085 340 Sor Sorø
1085 350 Lej Lejre
1085 360 Lol Lolland
1085 370 Næs Næstved
1085 376 Gul Guldborg|sund
1085 390 Vor Vording|borg
"""

_MUNICIPAL_TILES: Final = """
  .   .   . 860 813   .   .   .   .   .   .   .   .   .   .   .   .   .
  .   .   . 810   . 825   .   .   .   .   .   .   .   .   .   .   .   .
  . 787 849 851   .   .   .   .   .   .   .   .   .   .   .   .   .   .
  . 773 820 840 846   .   .   .   .   .   .   .   .   .   .   .   .   .
665 671 779 791 730 707   .   .   .   .   .   .   .   . 270 217   .   .
  . 661 657 740 710 706   .   .   .   .   .   .   . 260 219 210   .   .
  . 760 756 746 751   .   .   .   .   .   .   .   . 250 201 223   .   .
  . 573 530 615 727   . 741   .   .   . 306   .   . 240 190 230 173   .
563 561 630 766   .   .   .   .   . 326 316 350   . 151 163 159 157   .
  . 575 621 607   . 410 480 440   . 330 340 265 169 165 161 175 147 101
  . 550 510   .   . 420 461 450   .   . 329 259 253 183 187 153 167 185
  .   . 580 540   .   . 430 479   .   . 370 320 269   .   .   .   . 155
  .   .   .   .   .   . 492   . 482   .   . 390 336   .   .   .   .   .
  .   .   .   .   .   .   .   .   . 360 376   .   .   .   .   .   . 400
"""


def _tiles(drawn: str) -> dict[str, tuple[int, int]]:
    """The row and the column of each code."""
    rows = [line.split() for line in drawn.strip("\n").splitlines()]
    return {code: (row, column) for row, codes in enumerate(rows) for column, code in enumerate(codes) if code != "."}


def _regions() -> Iterator[Place]:
    tiles = _tiles(_REGION_TILES)
    for line in _REGIONS.strip().splitlines():
        code, name = line.split()
        yield Place(name, code, name[:3], name, *tiles[code])


def _municipalities() -> Iterator[Place]:
    tiles = _tiles(_MUNICIPAL_TILES)
    regions = {region.code: region.name for region in _regions()}
    for line in _MUNICIPALITIES.strip().splitlines():
        region, code, short, name = line.split()
        parts = tuple(name.split("|"))
        yield Place("".join(parts), code, short, regions[region], *tiles[code], parts)


PLACES: Final = {"municipalities": tuple(_municipalities()), "regions": tuple(_regions())}
