"""A client's template made safe to build decks with.

In: the path of a .pptx or .potx file as somebody gave it. Out: the bytes of a .pptx with its masters, layouts, themes
and the pictures they show, and no trace of its slides or of who made it; or None, and why.
"""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Diagnostics
from deckgen.powerpoint.client_template.preflight.losses import note_what_goes
from deckgen.powerpoint.client_template.preflight.package_copy import MAIN, Rebuilt
from deckgen.powerpoint.client_template.preflight.package_reader import opened
from deckgen.powerpoint.client_template.preflight.report import RefusedError, Report
from deckgen.powerpoint.ooxml.package import Relation, assembled
from deckgen.powerpoint.ooxml.xml import R


def preflight(path: Path, diagnostics: Diagnostics) -> bytes | None:
    """The template without slides; None where it is refused, with an error.

    The same file, the same bytes. What was mended and shows in no deck is reported as info; what decks will lack, as
    a warning.
    """
    report = Report(path, diagnostics)
    try:
        package = opened(path)
        parts = Rebuilt(package, report).parts()
        note_what_goes(package, report)
        return assembled((Relation("rId1", f"{R}/officeDocument", MAIN),), parts)
    except RefusedError as problem:
        report.refused(problem)
        return None
