"""Codes of what data.yaml declares and counts. In: nothing. Out: CODES."""

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
    Code(
        "waves-unfit",
        what="Waves of a survey are declared that are none.",
        why="a series has two waves or more, each of a dataset of its own, and a name means one thing.",
        fix="name each dataset once under `of:`, by what its wave is called, and call the series as no dataset is.",
        files={
            "content/data.yaml": """\
waves:
  years: {label: År, source: survey, of: {2021: answers}}
""",
        },
    ),
    Code(
        "waves-disagree",
        what="A question that is told wave by wave is another one in one of the waves.",
        why="a line from one number to another says that the same was asked: of one type, with the same options.",
        fix="declare it alike in all datasets, with the same codes and labels, or leave the wave out.",
        files={
            "content/again.csv": "size\n" + "small\n" * 5 + "large\n" * 4,
            "content/data.yaml": """\
datasets:
  answers:
    file: answers.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Stor}}
      started: {type: date}
  again:
    file: again.csv
    source: survey
    columns:
      size: {type: single, options: {small: Lille, large: Meget stor}}
waves:
  years: {label: År, source: survey, of: {2021: answers, 2023: again}}
tabulations:
  size: {data: years, question: size, statistic: share}
""",
        },
    ),
)
