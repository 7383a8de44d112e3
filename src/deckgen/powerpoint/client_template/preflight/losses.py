"""What was left behind, for whoever wants to know. In: an opened file. Out: notes that no build prints."""

from __future__ import annotations

from deckgen.powerpoint.client_template.preflight.package_reader import Opened
from deckgen.powerpoint.client_template.preflight.report import Report
from deckgen.powerpoint.ooxml.package import Relation
from deckgen.powerpoint.ooxml.xml import R

_NOTHING = "nothing to do: decks are built without them"
_LINKED = ("oleObject", "image", "video", "audio", "media", "externalLinkPath", "attachedTemplate")


def note_what_goes(package: Opened, report: Report) -> None:
    """One note for each sort of thing that the template has and no deck takes over."""
    related = _all_relations(package)
    slides = sum(one.type == f"{R}/slide" for one in package.relations_of(package.main).values())
    if slides:
        report.note("template-slides-dropped", f"the file's own slides ({slides}) were left out", _NOTHING)
    if any(not one.target and not one.external for one in related):
        message = "some relationships of the file lead nowhere (`NULL` or a part that is missing)"
        report.note("template-null-target", message, "nothing to do: they were taken out")
    if any("/customxml/" in name for name in package.parts):
        message = "the file carries properties of a document library (custom XML), which were left out"
        report.note("template-custom-xml", message, _NOTHING)
    if any(one.type == f"{R}/font" for one in related):
        message = "the fonts that the file embeds were left out: they are licensed for editing that file"
        report.note("template-fonts-embedded", message, "install the fonts where decks are shown")
    if any(one.external and one.type.rsplit("/", 1)[-1] in _LINKED for one in related):
        message = "links of the file to other files were taken out"
        report.note("template-linked", message, "nothing to do: decks open without asking for those files")


def _all_relations(package: Opened) -> list[Relation]:
    owners = [name.replace("/_rels/", "/")[: -len(".rels")] for name in package.parts if name.endswith(".rels")]
    return [relation for owner in owners for relation in package.relations_of(owner).values()]
