"""Rules over a plan, its frames and the written file: one file each in `rules/`, found by its name.

In: a Subject. Out: diagnostics. `run_checks` is the way in. Another package brings rules as entry points.
"""

from deckgen.checks.engine.discovery import all_rules
from deckgen.checks.engine.runner import run_checks, unknown_codes
from deckgen.checks.engine.subject import BEFORE_WRITING, STAGES, WRITTEN, Stage, Subject

__all__ = [
    "BEFORE_WRITING",
    "STAGES",
    "WRITTEN",
    "Stage",
    "Subject",
    "all_rules",
    "run_checks",
    "unknown_codes",
]
