# What R's package `survey` makes of survey.csv, as numbers.csv has it.
#
# Run it in this folder: Rscript survey.R (R 4.2.2, survey 4.1.1). The tests need no R: they read numbers.csv.

suppressPackageStartupMessages(library(survey))

answers <- read.csv2("survey.csv", na.strings = "", colClasses = c(gender = "character", region = "character"))
answers$unknown <- answers$q %in% 9
answers$q[answers$unknown] <- NA
told <- data.frame(name = character(), number = numeric())

tell <- function(name, number) {
  told[nrow(told) + 1, ] <<- list(name, as.numeric(number))
}

shares <- function(name, design, answer) {
  kept <- subset(design, !is.na(answer(design$variables)))
  for (code in sort(unique(answer(kept$variables)))) {
    kept <- update(kept, is.it = as.numeric(answer(kept$variables) == code))
    share <- svyciprop(~is.it, kept)
    path <- paste(name, code, sep = "/")
    tell(path, 100 * coef(share))
    tell(paste(path, "low", sep = "/"), 100 * attr(share, "ci")[1])
    tell(paste(path, "high", sep = "/"), 100 * attr(share, "ci")[2])
    tell(paste(path, "sum", sep = "/"), coef(svytotal(~is.it, kept)))
  }
}

numbers <- function(name, design, column) {
  kept <- subset(design, !is.na(design$variables[[column]]))
  asked <- as.formula(paste0("~", column))
  mean <- svymean(asked, kept)
  between <- confint(mean, df = degf(kept))
  tell(paste(name, "mean", sep = "/"), coef(mean))
  tell(paste(name, "mean/low", sep = "/"), between[1])
  tell(paste(name, "mean/high", sep = "/"), between[2])
  tell(paste(name, "sum", sep = "/"), coef(svytotal(asked, kept)))
  for (part in c(10, 25, 50, 75, 90)) {
    at <- svyquantile(asked, kept, part / 100, qrule = "school", se = FALSE, ci = FALSE)
    tell(paste(name, part, sep = "/"), at[[1]][1])
  }
}

# Where each respondent stands in the weighed distribution: in the middle of those who answered the same.
middle <- function(column, design) {
  upto <- svycdf(as.formula(paste0("~", column)), design)[[1]]
  answer <- design$variables[[column]]
  steps <- sort(unique(answer))
  (c(0, upto(steps))[match(answer, steps)] + upto(answer)) / 2
}

everything <- function(name, design) {
  q <- function(answers) answers$q
  shares(paste0(name, "/q"), design, q)
  for (place in c("nord", "midt", "syd")) {
    shares(paste0(name, "/", place, "/q"), subset(design, region == place), q)
    numbers(paste0(name, "/", place, "/hours"), subset(design, region == place), "hours")
  }
  shares(paste0(name, "/top"), design, function(answers) as.numeric(answers$scale >= 4))
  shares(paste0(name, "/a"), design, function(answers) answers$a)
  for (column in c("scale", "hours")) numbers(paste(name, column, sep = "/"), design, column)
  kept <- subset(design, !is.na(nps))
  kept <- update(kept, score = 100 * (nps >= 9) - 100 * (nps <= 6))
  score <- svymean(~score, kept)
  tell(paste0(name, "/nps"), coef(score))
  tell(paste0(name, "/nps/low"), confint(score, df = degf(kept))[1])
  tell(paste0(name, "/nps/high"), confint(score, df = degf(kept))[2])
  answered <- weights(subset(design, !is.na(q)))
  tell(paste0(name, "/effective"), sum(answered)^2 / sum(answered^2))
  both <- subset(design, !is.na(scale) & !is.na(hours))
  covered <- as.matrix(svyvar(~scale + hours, both))
  tell(paste0(name, "/pearson"), covered[1, 2] / sqrt(covered[1, 1] * covered[2, 2]))
  both <- update(both, one = middle("scale", both), other = middle("hours", both))
  covered <- as.matrix(svyvar(~one + other, both))
  tell(paste0(name, "/spearman"), covered[1, 2] / sqrt(covered[1, 1] * covered[2, 2]))
}

# How likely two groups differ so much by chance: places with each other, and each with all others.
apart <- function(name, design) {
  weighed <- length(unique(round(weights(design), 9))) > 1
  both <- function(path, one, other) {
    told <- subset(design, !is.na(q) & (one | other))
    told <- update(told, yes = as.numeric(q == 1), side = as.numeric(one[!is.na(answers$q) & (one | other)]))
    counts <- table(told$variables$side, told$variables$yes)
    few <- min(chisq.test(counts, correct = FALSE)$expected) < 5
    tell(
      paste0(name, "/q/", path),
      if (weighed) svyttest(yes ~ side, told)$p.value
      else if (few) fisher.test(counts)$p.value
      else prop.test(counts)$p.value
    )
    told <- subset(design, !is.na(hours) & (one | other))
    told <- update(told, side = as.numeric(one[!is.na(answers$hours) & (one | other)]))
    tell(
      paste0(name, "/hours/", path),
      if (weighed) svyttest(hours ~ side, told)$p.value else t.test(hours ~ side, told$variables)$p.value
    )
  }
  for (pair in list(c("nord", "midt"), c("nord", "syd"), c("midt", "syd"))) {
    both(paste(pair, collapse = "/"), answers$region == pair[1], answers$region == pair[2])
  }
  for (place in c("nord", "midt", "syd")) {
    both(paste0(place, "/others"), answers$region == place, answers$region != place)
  }
}

gender <- data.frame(gender = c("1", "2"), Freq = c(49.4, 50.6))
region <- data.frame(region = c("nord", "midt", "syd"), Freq = c(30, 45, 25))
exact <- list(maxit = 1000, epsilon = 1e-12)
raked <- function(design) {
  made <- rake(design, list(~gender, ~region), list(gender, region), control = exact)
  svydesign(ids = ~1, weights = weights(made) * nrow(answers) / sum(weights(made)), data = answers)
}

plain <- svydesign(ids = ~1, weights = ~1, data = answers)
weighed <- svydesign(ids = ~1, weights = ~w, data = answers)
everything("plain", plain)
tell("plain/cor", cor(answers$scale, answers$hours, use = "complete.obs", method = "spearman"))
apart("plain", plain)
apart("weight", weighed)
apart("rake", raked(plain))
apart("both", raked(weighed))
for (part in c(0, 1)) {
  tell(paste0("fisher/", part), fisher.test(matrix(c(part, 12 - part, 9, 5), 2))$p.value)
}
for (way in c("bonferroni", "holm")) {
  for (at in 1:4) tell(paste(way, at, sep = "/"), p.adjust(c(0.012, 0.04, 0.2, 0.013), way)[at])
}
everything("weight", weighed)
everything("rake", raked(plain))
everything("both", raked(weighed))

write.csv(format(told, digits = 12, trim = TRUE, scientific = FALSE), "numbers.csv", row.names = FALSE, quote = FALSE)
