"""Codes of data.yaml, and of the files that it names. In: nothing. Out: CODES."""

from __future__ import annotations

from typing import Final

from deckgen.codes.code import Code
from deckgen.codes.examples import members

CODES: Final = (
    Code(
        "unknown-dataset",
        what="A tabulation counts a dataset that data.yaml does not declare.",
        why="there are no answers to count.",
        fix="write the name of one under `datasets:`, or declare it there.",
        files={
            "content/data.yaml": "tabulations:\n  size: {data: answer, question: size, statistic: count}\n",
        },
    ),
    Code(
        "unknown-question",
        what="A tabulation counts, filters or groups by a column that the dataset does not declare.",
        why="only declared columns are read: their type says how.",
        fix="write the name of one under `columns:` of the dataset, or declare it there.",
        files={
            "content/data.yaml": "tabulations:\n  size: {data: answers, question: sizes, statistic: count}\n",
        },
    ),
    Code(
        "unknown-answer",
        what="A filter names an answer that the question does not have.",
        why="it would keep nobody.",
        fix="write one of the question's codes or labels, or a value of its type.",
        files={
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: count, where: {size: [tiny]}}
""",
        },
    ),
    Code(
        "statistic-impossible",
        what="A statistic is asked for that there is not of such a question.",
        why="there is no mean of words, no share of numbers, and no coefficient of one question or of a few answers.",
        fix="`share` wants options; `sum` wants numbers; `mean`, `median`, `quantile`, `minimum` and `maximum` want "
        "numbers or codes that are numbers, and `nps` those from 0 to 10; `pearson` and `spearman` want these of two "
        "questions or more, which `with` names, answered by eight or more who do not all say the same; `count` there "
        "is of all.",
        files={
            "content/data.yaml": "tabulations:\n  size: {data: answers, question: size, statistic: mean}\n",
        },
    ),
    Code(
        "group-impossible",
        what="A tabulation is grouped by a question whose answers are no few groups, or by groups with one name.",
        why="groups do not overlap and are a few: not dates, numbers or several answers of a respondent. What all of "
        "them together are called (`total`) no group is.",
        fix="group by questions of type `single` or `scale`, each once.",
        files={
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: count, by: started}
""",
        },
    ),
    Code(
        "quantile-unfit",
        what="Quantiles are told of without saying which, or such as there are not.",
        why="each is a row of the tabulation, with so many per cent of the answers below it.",
        fix="write them under `at:`, in per cent, each once, on a tabulation with `statistic: quantile`.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: scale, options: {1: Lille, 2: Stor}}
      started: {type: date}
tabulations:
  size: {data: answers, question: size, statistic: quantile}
""",
            "content/answers.csv": "size;started\n1;21-02-2021\n2;21-03-2021\n",
        },
    ),
    Code(
        "confidence-unfit",
        what="An interval is asked for that there is not.",
        why="how sure a number is can be said of a share, a mean and a Net Promoter Score, and never to the full.",
        fix="write `confidence: 95`, or leave it out.",
        files={
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: share, confidence: 100}
""",
        },
    ),
    Code(
        "compare-unfit",
        what="Groups are to be compared that there are not, or by what cannot be tested.",
        why="letters and arrows say which groups differ by more than chance: of shares of respondents, of means and "
        "of Net Promoter Scores.",
        fix="say `by:` beside `compare:`, ask for one of these, and write a level such as 95.",
        files={
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: share, compare: {level: 95}}
""",
        },
    ),
    Code(
        "gather-unfit",
        what="Answers cannot be gathered as the tabulation says.",
        why="`top-2` and `bottom-2` are the ends of a scale; an answer that stands in two sums is counted twice, and "
        "of a mean there are no answers left.",
        fix="name each answer once, and ask for a count or a share.",
        files={
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: count, gather: {Alle: [small, large], Andre: [large]}}
""",
        },
    ),
    Code(
        "battery-unfit",
        what="The questions of a battery cannot be told as one.",
        why="in one chart all have the same answers, and a name means one thing.",
        fix="name two questions or more of type `single` or `scale` with the same options, and give the battery a "
        "name that no column has.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
    batteries:
      both: {questions: [size, started]}
""",
        },
    ),
    Code(
        "bad-weight",
        what="A respondent cannot be weighed: a cell of the column of weights is blank or below zero, or the column "
        "is none of numbers.",
        why="whoever has no weight would be left out, or count as one, without a word.",
        fix="mend the cell, or name another column under `weight:`; who is not to be counted weighs 0.",
        files={
            "content/answers.csv": "size;started;w\nsmall;21-02-2021;0,8\nlarge;21-03-2021;-1\n",
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: count, weight: w}
""",
        },
    ),
    Code(
        "rake-unfit",
        what="Margins under `rake:` are none that weights can be made for.",
        why="a margin has a part for each answer that somebody gave, in per cent or in people, and none for others.",
        fix="as the hint says. Answers that nobody gave, or that the source of the margin puts together, share a "
        "part once the column gives them one code.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    rake: {margins: {size: {small: 40, large: 50}}}
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
""",
        },
    ),
    Code(
        "rake-failed",
        what="No weights bring the respondents to all margins together.",
        why="where hardly anybody gave two answers together, or where `trim` lets no weight be large enough, each "
        "margin undoes another.",
        fix="leave a margin out, put answers together, or raise `trim`.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    rake: {margins: {size: {small: 5, large: 95}}, trim: 1.5}
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
""",
        },
    ),
    Code(
        "column-unfit",
        what="A column says of its answers what it has no use for.",
        why="`chosen` and `not-chosen` are of options that have columns of their own, and `other` names one of them.",
        fix="as the hint says.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}, other: huge}
      started: {type: date}
""",
        },
    ),
    Code(
        "bad-min-n",
        what="A cell is to have fewer than no respondents.",
        why="`min-n` is how many must stand behind a cell for it to be shown.",
        fix="write 3, say; 0 takes the dataset's own.",
        files={
            "content/data.yaml": """\
tabulations:
  size: {data: answers, question: size, statistic: count, min-n: -3}
""",
        },
    ),
    Code(
        "population-exceeded",
        what="A data file has more rows than were asked.",
        why="rows stand twice, or the population is wrong: shares of it would be too.",
        fix="delete the rows that stand twice, or mend `population`.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    population: 8
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
""",
        },
    ),
    Code(
        "no-options",
        what="The options of a question are not known.",
        why="of a question with options each answer must be one of them, and the slide shows their labels.",
        fix="write `options:` with a label for each code, or name the file of labels.",
        files={
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single}
      started: {type: date}
""",
        },
    ),
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
    Code(
        "parts-hidden",
        what="A chart of the parts of a whole has parts that are hidden.",
        why="the others would close up and seem to be all of it.",
        fix="draw bars, gather answers or groups, or say `disclose:` with a reason on the tabulation.",
        files={
            "content/answers.csv": "size;started\n"
            + "small;21-02-2021\n" * 5
            + "large;21-03-2021\n" * 5
            + "none;21-03-2021\n" * 2,
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor, none: Ingen, other: Andre}}
      started: {type: date}
""",
            **members("kind: chart\nchart: doughnut\ncounted: Antal klynger\ntable: size"),
        },
    ),
)
