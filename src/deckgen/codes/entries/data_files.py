"""Codes of the files that data.yaml names, and of their rows and cells. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code

CODES: Final = (
    Code(
        "no-column",
        what="A data file lacks a column that is declared, or that its labels need.",
        why="there are no answers to read. A head is often changed when a survey is exported again.",
        fix="write the head as it stands in the file: `column: 'Hvor stor er I?'`.",
        files={"content/answers.csv": "stoerrelse;started\nsmall;21-02-2021\nlarge;21-03-2021\n"},
    ),
    Code(
        "bad-cell",
        what="A cell cannot be read as its column is declared.",
        why="an answer that is passed over is missing from every number. All the same wrong answers are told once.",
        fix="mend the cell; declare it under `missing` where it means no answer; or give the column another type.",
        files={"content/answers.csv": "size;started\nsmall;21-02-2021\nlarge;31-02-2021\n"},
    ),
    Code(
        "data-outside",
        what="A data file lies outside of the content folder.",
        why="the content must be whole when it is copied or read at an earlier revision.",
        fix="put it inside, and write its path with `/`.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: ../answers.csv
    source: survey
    columns: {size: {type: text}}
""",
        },
    ),
    Code(
        "data-unreadable",
        what="A data file cannot be opened.",
        why="nothing of it is known.",
        fix="see that it is there, that its name is written as it is, and that you may open it.",
        files={"content/answers.csv": ""},
    ),
    Code(
        "data-too-large",
        what="A data file is larger than any survey: over 100 MB, a million lines, ten million cells that are read "
        "one by one, 300 million characters in a workbook, or 32,767 in a cell.",
        why="the time and memory that a build takes are bounded; a small workbook can unpack to gigabytes.",
        fix="delete rows and columns that nobody uses; in a workbook also the empty cells that are formatted.",
        example="a workbook in which a million empty rows have a colour.",
    ),
    Code(
        "data-empty",
        what="A data file has no header.",
        why="its first row names the columns.",
        fix="write the heads in the first row, or export it again.",
        files={"content/answers.csv": "\n"},
    ),
    Code(
        "data-not-text",
        what="A data file is no text, or is in no encoding that survey tools write.",
        why="its letters would come out as others. A workbook or a web page that is called .csv is none.",
        fix="as the hint says: call it what it is, or save it as UTF-8.",
        files={"content/answers.csv": "<html><table><tr><td>size</td></tr></table></html>\n"},
    ),
    Code(
        "broken-reader",
        what="A reader of data files that another package brings cannot be used.",
        why="that package fails when it is asked for the reader, or when it reads; the message says how.",
        fix="mend, update or remove that package, or save the file in another form.",
        example="`file: answers.sav` is read by a package that was written for an older version.",
    ),
    Code(
        "data-not-rows",
        what="A line of a data file cannot be split into cells.",
        why="a quote begins and does not end where a cell ends, and the rest of the file could be one cell.",
        fix='put the cell in double quotes, and double the quotes in it: `"12"" rør"`.',
        files={"content/answers.csv": 'size;started\n"small"er;21-02-2021\nlarge;21-03-2021\n'},
    ),
    Code(
        "data-not-workbook",
        what="A file is read as a workbook and is none.",
        why="it is damaged, protected by a password, or something else under that name.",
        fix="open it in Excel and save it as .xlsx, without a password.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    format: xlsx
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
""",
        },
    ),
    Code(
        "ragged-row",
        what="A row has more or fewer cells than the header.",
        why="its answers would slide into the neighbouring questions. As a rule a text holds the delimiter.",
        fix="put the cell that holds the delimiter in double quotes, or export the file again.",
        files={"content/answers.csv": "size;started\nsmall;21-02-2021;ja\nlarge;21-03-2021\n"},
    ),
    Code(
        "column-unnamed",
        what="A column of a data file has no head.",
        why="nothing can be counted in it. It may be a note beside the table, or a head that was forgotten.",
        fix="name it, or delete the column.",
        files={"content/answers.csv": "size;;started\nsmall;ja;21-02-2021\nlarge;nej;21-03-2021\n"},
        severity="warning",
    ),
    Code(
        "column-twice",
        what="Two columns of a data file have one head, and something is counted under it.",
        why="nobody can tell which of them is meant.",
        fix="give one of them another name.",
        files={"content/answers.csv": "size;started;size\nsmall;21-02-2021;small\nlarge;21-03-2021;small\n"},
    ),
    Code(
        "no-sheet",
        what="A workbook has no sheet of that name.",
        why="there are no answers to read.",
        fix="write one that the hint lists under `sheet:`, or none for the first that is visible.",
        example="`sheet: Svar`, and the workbook's one sheet is called Ark1.",
    ),
    Code(
        "formula-without-value",
        what="A cell of a workbook holds a formula, and the file does not keep its result.",
        why="a program that writes workbooks leaves the results to Excel; formulas are not worked out here.",
        fix="open the workbook in Excel and save it.",
        example="an export of a survey tool with a column of totals, never opened in Excel.",
    ),
    Code(
        "formula-failed",
        what="A cell of a workbook holds an error of Excel.",
        why="`#REF!` is no answer, and what it was to be nobody knows.",
        fix="mend the formula in Excel, or write the error under `missing:` of its column where it means no answer.",
        example="a column refers to a sheet that was deleted, and shows `#REF!`.",
    ),
    Code(
        "reads-both-ways",
        what="The numbers or days of a column read both ways, and no cell decides.",
        why="`3.125` is three thousand to one program and three and a bit to another; `03/04/2024` is in April or in "
        "March. Whoever guesses is wrong by a thousand without a word.",
        fix="say it on the column: `decimal: point` or `comma`, `dates: day-first` or `month-first`; or say the "
        "`language:` of the dataset.",
        files={"content/answers.csv": "size;started\nsmall;01/02/2021\nlarge;01/03/2021\n"},
    ),
    Code(
        "label-twice",
        what="Two options of a question, or two rows or series of a chart, have one label.",
        why="on the slide nobody can tell them apart, and their numbers belong together or to different things.",
        fix="give each a label of its own; where they mean the same, give them one code in the file or add them up.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Lille}}
      started: {type: date}
""",
        },
    ),
    Code(
        "header-below",
        what="The heads of a data file stand below its first line, or are of several lines.",
        why="titles above them would be read as heads, and more heads as answers.",
        fix="write `header-row:` with the number of their line, or `skip-rows:` with how many lines below it are no "
        "answers.",
        files={"content/answers.csv": "Udtræk;2021\nsize;started\nsmall;21-02-2021\nlarge;21-03-2021\n"},
    ),
    Code(
        "bad-row-number",
        what="A dataset names a line that there cannot be.",
        why="`header-row` counts lines from 1, and `skip-rows` says how many are passed over.",
        fix="write the number that Excel shows beside the row.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    header-row: 0
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
""",
        },
    ),
    Code(
        "data-without-rows",
        what="A data file has heads and no answers below them.",
        why="everything would be counted as 0, of 0 who answered.",
        fix="export it again when somebody has answered.",
        files={"content/answers.csv": "size;started\n"},
    ),
    Code(
        "data-reader-missing",
        what="A data file is of a form whose reader is not installed.",
        why="SPSS, Stata and Parquet are read by packages that a deck without such data does not need.",
        fix="install deckgen with the extra that the hint names: `pip install 'deckgen[spss]'` for SPSS and Stata.",
        example="`file: answers.sav` on a dataset, where deckgen was installed without the extra.",
    ),
    Code(
        "data-damaged",
        what="A file is read as one of SPSS, Stata or Parquet and is none.",
        why="it was cut off on its way, protected by a password, or is something else under that name.",
        fix="save it again in the program that it comes from.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    format: spss
    source: survey
    columns:
      size: {type: single, label: Størrelse, options: {small: Op til 5, large: Over 5}}
""",
        },
    ),
    Code(
        "rows-hidden",
        what="Rows of a workbook are hidden, by hand or by a filter.",
        why="the file still holds them, so they are counted; whoever hid them may not want that.",
        fix="show them in Excel where they count, and delete them where they do not.",
        example="a filter shows the answers of one municipality, and the workbook was saved so.",
        severity="warning",
    ),
    Code(
        "total-row",
        what="The last row of a data file is a total.",
        why="it would be counted as one more respondent, and all that is summed up would be twice as much.",
        fix="delete the row.",
        files={"content/answers.csv": "who;size;started\n1;small;21-02-2021\n2;large;21-03-2021\nI alt;;\n"},
    ),
    Code(
        "respondent-twice",
        what="A respondent stands twice in a data file.",
        why="the answers are counted twice. It is an error where `key:` says which column numbers the respondents; "
        "where a column is only called so, or two rows are the same whole, it is a warning.",
        fix="delete one of the rows.",
        files={
            "content/answers.csv": "who;size;started\n1;small;21-02-2021\n2;large;21-03-2021\n1;small;21-02-2021\n",
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    key: who
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
""",
        },
    ),
)
