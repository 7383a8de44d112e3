"""Exports as survey tools write them, small. In: nothing. Out: the bytes of files by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import openpyxl

Rows = Sequence[Sequence[Any]]


def text(rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter).writerows(rows)
    return held.getvalue().encode(encoding)


def book(sheets: Mapping[str, Rows]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def turned(cells: Sequence[str], at: int) -> str:
    """One of some answers, which ones come round and round."""
    return cells[at % len(cells)]


AGREE: Final = ("Uenig", "Enig", "Enig", "Helt enig", "Hverken eller", "Helt uenig", "Ved ikke")
FORMS: Final = book(
    {
        "Sheet1": [
            ("Id", "Starttidspunkt", "Mail", "Navn", "Hvor mange er ansat?", "Hvad deler I?", "Vi er hørt",
             "Vi er klar", "Vi er trygge", "Andre kommentarer"),
            *(
                (at, f"2026-02-{at % 9 + 10} 09:12:00", f"p{at}@firma.dk", f"Person {at}", at * 7 % 40,
                 turned(("Kran;", "Kran;Vagt;", "Vagt;", "Kran;Vagt;Is;", "Is;"), at), turned(AGREE, at),
                 turned(AGREE, at + 2), turned(AGREE[:5], at), f"Kommentar {at}" if at % 3 else "")
                for at in range(1, 31)
            ),
        ]
    }
)  # fmt: skip
GOOGLE: Final = text(
    [
        ("Timestamp", "How satisfied are you? [Food]", "How satisfied are you? [Service]", "What do you use?"),
        *(
            (f"2026/02/{at % 20 + 1} 9:10:00 AM", turned(("Satisfied", "Neutral", "Very satisfied"), at),
             turned(("Neutral", "Dissatisfied"), at),
             turned(("Car", "Bus, tram or metro, Car", "Bike, Car", "Bus, tram or metro", "Bike",
                     "Bus, tram or metro, Bike", "Bus, tram or metro, Bike, Car"), at))
            for at in range(21)
        ),
    ]
)  # fmt: skip
LIME: Final = text(
    [
        ("id", "submitdate", "Q01", "Q02[SQ001]", "Q02[SQ002]", "Q02[other]", "Q03[SQ001]", "Q03[SQ002]"),
        *(
            (at, "2026-02-03 10:00:00", turned(("Ja", "Nej", "Ja"), at), turned(("Y", ""), at),
             turned(("Y", "Y", ""), at), f"noget {at}" if at % 5 == 0 else "", turned("12345", at),
             turned("2345", at))
            for at in range(20)
        ),
    ]
)  # fmt: skip
QUALTRICS: Final = text(
    [
        ("StartDate", "ResponseId", "IPAddress", "Q1", "Q2_1", "Q2_2", "Q3_1", "Q3_2", "weight"),
        ("Start Date", "Response ID", "IP Address", "Er du tilfreds, alt i alt?", "Hvor enig er du? - Løn",
         "Hvor enig er du? - Ledelse", "Hvad bruger du? - Selected Choice - Bil",
         "Hvad bruger du? - Selected Choice - Tog", "weight"),
        tuple(f'{{"ImportId":"{name}"}}' for name in "abcdefghi"),
        *(
            ("2026-01-01 10:00:00", f"R_{at}", "10.0.0.1", turned(("Ja", "Nej"), at), turned(AGREE[:5], at),
             turned(AGREE[:4], at), turned(("Bil", ""), at), turned(("Tog", "Tog", ""), at), "0.812")
            for at in range(24)
        ),
    ]
)  # fmt: skip
MONKEY: Final = text(
    [
        ("Respondent ID", "Collector ID", "What do you use?", "", "", "Would you come again?", "Any comments?"),
        ("", "", "Car", "Train", "Other (please specify)", "Response", "Open-Ended Response"),
        *(
            (11000 + at, 4, turned(("Car", ""), at), turned(("Train", "", "Train"), at),
             f"own {at}" if at % 6 == 0 else "", turned(("Yes", "No", "Yes"), at),
             f"nice {at}" if at % 4 == 0 else "")
            for at in range(24)
        ),
    ]
)  # fmt: skip
TITLED_TEXT: Final = b"Rapport over svar;\r\nUdtrukket 01-02-2024;\r\n\r\n" + text(
    [("id", "Område", "Størrelse", "beløb"), *(
        (at, turned(("Nord", "Øst"), at), turned(("Under 10", "10-49", "250 eller flere", "50-249"), at), f"{at},5")
        for at in range(20)
    )],
    ";",
    "cp1252",
)  # fmt: skip
TITLED_BOOK: Final = book(
    {
        "Forside": [("Undersøgelse",), ("2026",)],
        "Svar": [
            ("Udtræk af svar",),
            (),
            ("Nr", "Tilfreds?"),
            *((at, turned(("Ja", "Nej"), at)) for at in range(20)),
        ],
    }
)
XACT: Final = {
    "dataset.csv": text([("respondent", "s_1", "s_2_1", "s_2_2"), *((at, turned("12", at), turned("01", at),
                         turned("110", at)) for at in range(20))], ";", "cp1252"),
    "structure.csv": text(
        [
            ("questionName", "variableName", "questionType", "subType", "questionText", "choiceValue", "choiceText"),
            ("s1", "s_1", "closed", "", "<p>Er du <b>tilfreds</b>?</p>", "", ""),
            ("s2", "s_2_1", "multiple", "", "Hvad deler I?", "", "Kran & vagt"),
            ("s2", "s_2_2", "multiple", "", "Hvad deler I?", "", "Is"),
        ],
        ";",
    ),
    "labels.csv": text([("s_1", 1, "Ja, **helt** [enig](x) $[2"), ("s_1", 2, "<b>Nej</b>&nbsp;")], ";"),
}  # fmt: skip
