"""What a drafted deck says in German. In: nothing. Out: its sentences."""

from __future__ import annotations

from typing import Final

from deckgen.model.draft_words import DraftWords

DRAFTS: Final = DraftWords(
    deck="entwurf",
    sticker="Entwurf",
    title="Was sagen die Antworten?",
    subtitle="Ein erster Entwurf, aus den Antworten errechnet",
    chapter="Die Antworten",
    appendix="Anhang",
    sources="Jede Zahl hat eine Quelle",
    single="{share} antworten „{answer}“",
    single_two="{share} antworten „{answer}“, und {less} antworten „{other}“",
    multiple="{share} antworten „{answer}“",
    multiple_two="{share} antworten „{answer}“, und {less} antworten „{other}“",
    battery="{share} antworten „{answer}“ auf „{item}“",
    battery_two="{share} antworten „{answer}“ auf „{item}“, und {less} tun es auf „{least}“",
    mean="Der Durchschnitt ist {mean}, und die mittlere Antwort ist {median}",
    mean_label="im Durchschnitt",
    median_label="in der Mitte",
    mean_note="Die Summe, geteilt durch die Zahl der Antworten",
    median_note="Darüber liegen so viele wie darunter",
    count_label="Antworten",
    count_note="So viele haben eine Zahl geschrieben",
    either="{first} oder {last}",
    or_quoted="“ oder „",
    to="{first} bis {last}",
    shares="{question} Anteil derer, die geantwortet haben",
    shares_of_several="{question} Anteil derer, die geantwortet haben; mehrere Antworten sind möglich",
    shares_of_those_who_chose="{question} Anteil derer, die etwas angekreuzt haben; Mehrfachnennungen möglich",
    shares_of_answer="{question} Anteil, der „{answer}“ antwortet",
    without=" (ohne „{answer}“)",
    numbers="{question}",
    notes=(
        "Entwurf: Der Titel ist aus den Antworten auf „{question}“ errechnet. Schreiben Sie, was die Seite sagen "
        "soll, ergänzen Sie den Schluss und löschen Sie die Marke."
    ),
    quoted="Worte des Fragebogens",
    answer_head="Antwort",
    share_head="Anteil",
)
