"""What a first deck of data says, before somebody has. In: each language's. Out: titles, with numbers to be bound."""

from __future__ import annotations

from deckgen.model.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftWords:
    """Sentences of a drafted deck; `{share}` and its like are figures, the rest are texts of the questionnaire."""

    deck: str
    """What its file is called, a name."""
    sticker: str
    title: str
    """Of the deck and its cover."""
    subtitle: str
    chapter: str
    appendix: str
    sources: str
    """Title of the page of sources."""
    single: str
    """A question with one answer each, with `{share}` and `{answer}`; `single_two` also with `{less}`, `{other}`."""
    single_two: str
    multiple: str
    """The same, where several answers may be given."""
    multiple_two: str
    battery: str
    """The question of a battery that most say so to, with `{share}`, `{answer}` and `{item}`."""
    battery_two: str
    """With `{less}` and `{least}`, the question that fewest do."""
    mean: str
    """Numbers, with `{mean}` and `{median}`."""
    mean_label: str
    median_label: str
    mean_note: str
    median_note: str
    count_label: str
    """Under the number of those who answered with a number; `count_note` says what it is."""
    count_note: str
    either: str
    """Two answers that are put together, with `{first}` and `{last}`; `to` is of three and more."""
    or_quoted: str
    """Between two answers in quotes."""
    to: str
    shares: str
    """What is counted, with `{question}`; `shares_of_several` where several answers may be given."""
    shares_of_several: str
    shares_of_those_who_chose: str
    """The same where those who chose none are left out."""
    shares_of_answer: str
    """With `{answer}` too."""
    without: str
    """Behind what is counted, with the `{answer}` that is not."""
    numbers: str
    """What numbers are of, with `{question}`."""
    notes: str
    """What whoever takes the slide over is to do, with `{question}`."""
    quoted: str
    """Why a number in a text of the questionnaire is bound to no figure."""
    answer_head: str
    """Over the columns of a table of answers."""
    share_head: str
