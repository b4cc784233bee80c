/** Every sentence the program says in English. A new entry here needs its twin in nl.ts: the types see to it. */
export const en = {
  errors: {
    "framework/unknown": "There is no theory {id}. betrokken frameworks lists them.",
    "framework/unknown-component": "There is no component {id}. betrokken frameworks show <theory> lists them.",
    "framework/unknown-document": "There is no source document {id}.",
    "replication/unknown": "There is no replication {id}. Known: {known}.",
    "usage/unknown-command": "There is no command {name}. betrokken --help lists them.",
    "usage/unknown-task": "There is no {name} here. Known: {known}.",
    "usage/unknown-flag": "Unknown option {flag}. Known: {known}.",
    "usage/flag-value": "{flag} needs a value: {expected}.",
    "usage/word-missing": "{word} is missing.",
    "statistic/unknown": "Unknown statistic {kind}. Known statistics: {known}.",
    "option/unknown": "Unknown option {option}. Known options: {known}.",
    "option/invalid": "Option {option} must be {expected}.",
    "option/needed": "Option {option} is needed with {with}.",
    "option/twice": "Option {option} names {value} twice.",
    "input/unknown": "Unknown input {input}. Known inputs: {known}.",
    "input/missing": "Input {input} is needed: {expected}.",
    "input/invalid": "Input {input} must be {expected}.",
    "input/unequal-length": "All columns must be equally long: {first} has {a} rows, this one {b}.",
    "input/too-few-columns": "{input} needs at least {minimum} columns; {found} given.",
    "data/unknown-column": "There is no such column. Columns: {known}.",
    "data/empty": "There are no data rows.",
    "data/not-a-number": "Found text where a number should stand.",
    "data/not-finite": "Found an infinite number.",
    "data/outside-range": "Found a value outside {minimum} to {maximum}.",
    "data/not-a-code": "Found an answer that is not on the answer scale ({expected}).",
    "data/constant": "All values are the same, so there is nothing to analyse.",
    "data/too-many-categories": "More than {most} different values: these are not answers on a scale.",
    "compare/second-or-group": "Give either second (two columns) or group, not both and not neither.",
    "compare/two-columns": "A correlation has two columns, {found} given.",
    "compare/same": "The two correlations are of the same two columns.",
    "compare/one-group": "One group, so there is nothing to compare.",
    "compare/constant": "One of the columns does not vary over the rows used, so no correlation exists.",
    "units/no-sample": "Unit sample needs a column that tells the samples of a study apart: sample.",
    "units/rho-one":
      "A weighted average needs a rho below 1: effects that correlate 1 cannot be weighed against each other.",
    "moderator/no-contrast":
      "Without factors there are no levels to compare: give factors, or contrasts as rows of weights.",
    "moderator/no-factor": "Marginal means are of the levels of a factor: give factors.",
    "moderator/none": "Give moderators (numbers), factors (categories) or both.",
    "group/not-two": "There are {found} groups ({groups}); two are needed. Take a selection of the rows.",
    "model/dependent":
      "These follow from the predictors before them, so their effects cannot be told apart: {names}. Leave these out, or those they follow from.",
    "moderator/one-level": "Factor {name} has one level among the effects used: leave it out.",
    "moderator/dependent":
      "These depend on the moderators before them, so their effects cannot be told apart: {names}. Leave these out, or those they depend on.",
    "correlated/impossible":
      "The errors of the effects of this study cannot correlate like this all together: check its correlations, or choose another rho.",
    "correlations/outside": "A correlation of 1 or -1, or beyond, has no sampling error: check it.",
    "correlations/few-people": "At least {needed} people are needed here.",
    "correlations/with-itself": "A correlation of {name} with itself: check the names.",
    "correlations/twice":
      "{study} has the correlation of {first} and {second} twice: give each sample a name of its own, or leave one out.",
    "mixed/same-groups":
      "{outer} has one {inner} each, so their differences cannot be told apart: leave one of the two out.",
    "mixed/single-rows": "Every {level} has one row, so it cannot be told from what is left over: leave it out.",
    "pairing/unequal": "Parents have {parents} columns and teachers {teachers}: give the same scales of both.",
    "scale/reliability-needed": "A single item has no alpha: give its reliability, or more items.",
    "reliability/not-positive": "A reliability of 0 or less cannot be corrected for: check how the items are keyed.",
    "data/too-few": "{needed} usable {unit} needed, {found} found.",
    "data/single-rows": "Every cluster has one row, so the variation within clusters is unknown.",
    "scale/no-variance": "The sum of the items does not vary, so alpha does not exist.",
    "omega/singular":
      "The items overlap completely, or one has the same value everywhere, so no factor can be fitted. Leave out the item that the others determine.",
    "omega/no-solution":
      "No single factor can be fitted: the best fit would give one item a loading without end and the others none (an extreme Heywood case). The items hardly go together, or there are too few rows.",
    "omega/too-many-factors": "{factors} factors need at least {needed} items; {found} given.",
    "raters/no-spread": "The cases do not differ at all, so there is no reliability to estimate.",
    "data/duplicate-id": "The same id stands here as in row {first}.",
    "file/not-found": "There is no such file.",
    "file/unreadable": "This file cannot be read ({reason}).",
    "file/exists": "This file exists already and was left as it is. Say so if it may be replaced.",
    "file/unwritable": "This file cannot be written ({reason}).",
    "file/kind": "Files of this kind cannot be read. Known kinds: {known}.",
    "file/not-text": "This is not a text file (an Excel or SPSS file under another name?).",
    "file/encoding": "The text does not hold to the encoding its first bytes announce ({encoding}).",
    "file/ragged-row": "Found {found} {found:cell|cells}, while the header has {expected}.",
    "file/broken-quote": "A quotation mark opens here and is not closed where its cell ends.",
    "file/not-sav": "This is not an SPSS data file (.sav or .zsav).",
    "file/truncated": "The file ends too early; it was probably cut off while it was copied or downloaded.",
    "file/damaged": "The file is damaged near byte {position}.",
    "file/unknown-encoding":
      "The text is written in an encoding that cannot be read ({encoding}). Save the file as Unicode in SPSS.",
    "file/too-large": "Unpacked, the file has more than {limit} cells. Choose the columns you need.",
    "file/json": "This is not valid JSON.",
    "file/json-shape": "Expected a list of rows, or an object with columns.",
    "file/json-cell": "Found a list or an object where a single value should stand.",
    "table/duplicate-column": "There is a column of this name already.",
    "table/unequal-length": "This has {found} values, while the table has {expected} rows.",
    "effect/correlation-range": "A correlation must lie between -1 and 1, ends excluded.",
    "effect/sample-size": "n must be larger than {minimum} for this effect size.",
    "convert/nothing": "None of the columns from which a correlation can be made is given: {known}.",
    "convert/needs": "{statistic} cannot be converted without {needed}.",
    "convert/needs-direction": "{statistic} does not tell which way the association goes: give direction, 1 or -1.",
    "convert/direction": "direction must be 1 or -1.",
    "convert/direction-conflict": "The sign of {statistic} and direction say the opposite: check the row.",
    "convert/group-sizes": "n is not n1 + n2: check the row.",
    "convert/five-numbers":
      "A mean needs, beside the median, the smallest and largest value or both quartiles, and these in order of size.",
    "convert/not-a-correlation": "{statistic} gives a correlation of 1 or beyond: check the row.",
    "effect/columns-lacking": "{measure} needs the columns {needed}. Not given: {lacking}.",
    "effect/columns-unused": "{measure} does not use {unused}. It is made from {needed}.",
    "effect/variance-formula": "{measure} has no variance {variance}. It has: {known}.",
    "effect/at-least": "This must be at least {minimum}.",
    "effect/larger-than": "This must be larger than {minimum}.",
    "effect/smaller-than": "This must be smaller than {maximum}.",
    "effect/impossible-row": "These values cannot belong together, so {measure} does not exist here: check the row.",
    "effect/not-available": "{measure} or its sampling variance does not exist here: check the row, or leave it out.",
    "effect/zero-cell":
      "{measure} or its sampling variance does not exist here, because a count or a total is 0: say with add and to what is added to the counts, or leave the row out.",
    "effect/one-cluster":
      "{x} with {y}: all rows belong to one cluster, so their variance under clustering is unknown. More clusters are needed, or variance design-effect with ICCs and a cluster size and without cluster.",
    "effect/no-cluster-variance":
      "{x} with {y}: the {clusters} {clusters:cluster leaves|clusters leave} nothing to estimate a variance from. Choose another variance.",
    "option/unknown-column": "{option} names the column {column}, which is not among {known}.",
    "effect/variance": "A sampling variance must be larger than 0.",
    "effect/weight": "A weight must be larger than 0.",
    "meta/weights-needed": "This takes weights of your own: give a column weight.",
    "meta/needs-random": "The fixed model has no random effects to predict: choose an estimator of tau2.",
    "meta/no-ratio": "In one of the groups the outcome never occurs, or always, in any study: no ratio exists.",
    "meta/needs-likelihood":
      "The profile likelihood needs a method that maximises a likelihood, REML or ML; {method} does not.",
    "effect/group-sizes": "Group sizes must be larger than 0.",
    "model/not-converged": "The computation did not converge after {iterations} steps.",
    "model/singular": "The predictors overlap completely, so their effects cannot be told apart.",
    "option/unknown-moderator": "There is no moderator {name}. Known: {known}.",
    "option/not-a-category": "{name} is a number; subgroups need a moderator with categories.",
    "option/unknown-outcome": "There is no outcome {name}. Known: {known}.",
    "coded/needs-key": "{key} needs {needed}, which is not given.",
    "coded/empty-moderator":
      "No effect has a level of {name}, so there is nothing to compare: fill the column in, or choose another moderator.",
    "coded/blank-row": "This row is empty: delete it.",
    "coded/no-study": "This row names no study.",
    "coded/unknown-level": "Found a level without a label. Labels are given for: {expected}.",
    "coded/which-coder":
      "Several coders coded this effect, and none of them is the one whose rows count: name that one with useCoder.",
    "study/yaml": "This is not valid YAML ({reason}).",
    "study/unknown-key": "Unknown key {key}. Known here: {known}.",
    "study/missing-key": "Key {key} is needed: {expected}.",
    "study/invalid": "This must be {expected}.",
    "study/invalid-key": "{key} cannot be a name here: names of data sets have no dot, answers are numbers.",
    "study/unknown-name": "{name} is not defined under {section}. Defined: {known}.",
    "study/unknown-component": "{component} is not a component of a known theory. Known: {known}.",
    "study/duplicate-name": "{name} is defined under {first} and under {second}; each needs a name of its own.",
    "study/needs-data": "Say with data: which data set this belongs to ({known}).",
    "study/needs-answer-scale": "A reversed item needs an answerScale: it is turned over by the bounds declared there.",
    "study/mixed-data": "The items of one scale must belong to one data set; these belong to {found}.",
    "study/repeated": "{name} stands here twice.",
    "study/bounds": "maximum must be larger than minimum.",
    "study/code-outside": "This answer lies outside {minimum} to {maximum}.",
    "study/missing-code-inside":
      "A code for a missing answer must lie outside {minimum} to {maximum}, or it would hide real answers.",
    "study/no-link": "{name} belongs to {own}; no link leads from {data} to it.",
    "study/no-group": "byGroup needs groups, and none are given for {data}.",
    "study/no-table": "The table of data set {data} is not there.",
    "study/text-cells": "{count} {count:cell holds|cells hold} text where a number should stand; this is the first.",
    "study/not-matched": "This refers to no row of {to}.",
    "study/more": "{more} more of the same kind in this column.",
  },
  notes: {
    "replication/plausible-values":
      "Plausible values as in the chapter: the mean plus and minus 1.96 tau. A prediction interval also counts the uncertainty of the mean, and is wider.",
    "literature/one-homogeneous-sample":
      "Computed from r and n alone, as if each n were one homogeneous sample: the true uncertainty is larger, for the studies differ. What needs the single studies is left empty.",
    "literature/mean-differs":
      "The n-weighted mean of the three rows ({weighted}) is not the reported mean ({reported}): the samples overlap between rows, and the reported mean takes another unit (studies, over all dimensions).",
    "literature/besd":
      "Binomial effect size display: the share above the median outcome among the less and the more involved half. r = .30 means 35% against 65%, not grades that are 30% higher.",
    "replication/listed-only":
      "Listed, not computed: k and n of these rows are not known here, so nothing can be pooled again.",
    "replication/no-group-sizes":
      "The sizes of the two groups are not in the source, so there are no intervals. The source warns that the part of the parents in the programme cannot be told apart.",
    "replication/rounding": "Computed at full precision; the publications print fewer digits and earlier roundings.",
    "place/no-effect": "{what}: there is no correlation with a variance here, so it is not set beside the literature.",
    "place/no-comparison":
      "For {count} of {total} published {total:figure|figures} the standard error or tau² is not known, so no difference from {count:it|them} can be tested: z stays empty. A prediction interval is shown only where it was published.",
    "place/narrower":
      "More precise under clustering than independent rows would be (with few clusters often by chance): {names}.",
    "place/inferred": "Inferred: one link between the two components is a reading of this project.",
    "place/corrected":
      "Compared as corrected for unreliability. The published figures are as reported: most are not corrected, and then they are not alike.",
    "place/no-reliability": "Where a reliability is not known nothing was corrected, so nothing compared.",
    "place/coded-no-components":
      "The coded sheet names no components, so all its effects stand beside every measure. Give it a column component to compare like with like.",
    "place/coded-outcomes":
      "The coded studies are about several outcomes ({names}), and all of them count. Choose one with outcome.",
    "place/same-name": "A coded study bears the name of this study: check that it does not count twice.",
    "missing/listwise": "{dropped} of {total} rows left out: a value was missing in them.",
    "careless/no-action":
      "Flags are reasons to look, not verdicts: nobody was left out, and every threshold is a convention. Compare the results with and without those flagged.",
    "careless/no-distance":
      "No Mahalanobis distance for {count} of {total} rows: it needs complete rows, more of them than items, and no item that follows from others.",
    "careless/no-even-odd": "No even-odd consistency: it needs three scales of two or more items (scaleSizes).",
    "missing/no-value": "{count} of {total} rows have no value at all; the test leaves them out.",
    "missing/no-test":
      "No test of missing completely at random: a variable does not vary among the values given, or the means and covariances cannot be estimated from them.",
    "missing/mcar-meaning":
      "A small p speaks against values missing completely at random. A large p does not show that they do: the test sees only differences in means.",
    "missing/pairwise": "Each pair uses the rows in which both values are present: n runs from {lowest} to {highest}.",
    "file/windows-1252": "{source}: this is not UTF-8; it was read as Windows-1252, as older Excel versions write it.",
    "file/one-column": "{source}: only one column was found. If there are more, name the delimiter.",
    "file/decimal-mixed":
      "{source}: some columns have decimal commas and others decimal points. The sign taken is “{decimal}”; {columns} stayed text.",
    "file/decimal-ambiguous":
      "{source}: {column} has only numbers like {example}, which can be read in two ways. They were read as {reading}; if that is wrong, name the decimal sign.",
    "file/nearly-numeric":
      "{source}: {column} is almost all numbers, but {count} {count:cell is|cells are} not (first on line {line}). It stayed text; if that is a missing code, declare it.",
    "file/blank-cells":
      "{source}: {count} {count:cell|cells} of {column} hold nothing but blanks (first on line {line}) and count as missing.",
    "file/duplicate-header":
      "{source}: the header has {column} more than once; column {position} is now called {name}.",
    "file/unnamed-header": "{source}: column {position} has no name; it is now called {name}.",
    "file/odd-quote":
      "{source}: {count} {count:row has|rows have} a stray quotation mark (first on line {line}); it was kept as part of the text.",
    "file/swallowed-rows":
      "{source}: a cell in quotation marks that begins on line {line} runs over several lines, each of which looks like a row of its own. Check its quotation marks.",
    "file/blank-lines": "{source}: {count} blank {count:line|lines} between the rows skipped (first: line {line}).",
    "file/empty-rows":
      "{source}: {count} {count:row has|rows have} no value at all (first on line {line}); {count:it stays|they stay} in the table.",
    "file/trailing-delimiter":
      "{source}: every row ends with {count} empty {count:cell|cells} more than the header has; {count:it was|they were} left out.",
    "file/declared-missing":
      "{source}: values the file declares as missing were taken as missing, with their reason: {columns}.",
    "file/durations": "{source}: times of day and durations are given in seconds: {columns}.",
    "file/undecodable": "{source}: {count} {count:text has|texts have} characters that could not be read.",
    "file/weighted": "{source}: the file is weighted by {column}; nothing is weighted here unless you ask for it.",
    "file/dates": "{source}: {column} has dates; they were read as day-month-year and written as {example}.",
    "join/unmatched": "{source}: {count} of {total} rows found no match by {column}.",
    "join/no-key": "{source}: {count} of {total} rows have no {column} and could not be matched.",
    "group/too-small": "{variable}: no comparison, for {groups} has fewer than two values.",
    "group/no-spread": "{variable} has the same value everywhere within the groups: no test.",
    "group/no-welch":
      "{variable}: a group without differences has no variance of its own, so there is no Welch test; Fisher's stands.",
    "crosstab/low-expected":
      "{count} of {total} cells have an expected count below 5: chi-square is then rough; for two by two read Fisher's exact test.",
    "crosstab/empty-cell": "An empty cell leaves the odds ratio without limits.",
    "crosstab/no-cluster-test": "No test that allows for clusters: there are too few, or they do not differ.",
    "crosstab/clusters-decide":
      "The test that allows for clusters and the one that does not decide differently. Read the one that does (Rao-Scott).",
    "group/empty": "{variable}: {groups} has no values.",
    "group/all-equal": "{variable} has the same value everywhere: no test.",
    "paired/too-few": "{variable}: {n} {n:row has|rows have} both values, too few for a test.",
    "paired/no-spread": "{variable}: the difference is the same everywhere, so there is no test.",
    "paired/no-difference": "{variable}: no row has a difference, so there is no test.",
    "paired/zeros": "{variable}: {count} {count:row has|rows have} no difference; the ranks leave them out.",
    "regression/robust-decides": "The robust and the usual test decide differently about {names}. Read the robust one.",
    "regression/unequal-spread":
      "The spread of the residuals goes with the predictors (Breusch-Pagan p = {p}): read the robust tests.",
    "group/no-robust-test":
      "{variable}: with {clusters} {clusters:cluster|clusters} there is no test that allows for clusters.",
    "group/robust-few-df":
      "{variable}: the cluster-robust test has {df} degrees of freedom; below 4 its p-value cannot be trusted.",
    "group/clusters-decide":
      "{variable}: the test that allows for clusters and the one that does not decide differently. Read the one that does (CR2).",
    "group/missing": "{dropped} of {total} rows left out: they belong to no group.",
    "cluster/missing": "{dropped} of {total} rows left out: they belong to no cluster.",
    "column/too-few": "{column} has {n} {n:value|values}: no spread, interval or shape.",
    "column/no-spread": "{column} has the same value everywhere: no skewness or kurtosis.",
    "column/no-shape": "{column} has only {n} values: too few for skewness and kurtosis together.",
    "pair/constant": "{x} with {y}: over the rows that have both, one of them does not vary, so no correlation exists.",
    "pair/constant-within": "{x} with {y}: within clusters one of them does not vary, so no correlation exists there.",
    "pair/constant-between":
      "{x} with {y}: the cluster means of one of them do not vary, so no correlation exists between clusters.",
    "pair/too-few": "{x} with {y}: {n} {n:row has|rows have} both values, too few for a test.",
    "pair/no-interval": "{x} with {y}: three rows have both values, too few for an interval.",
    "pair/too-few-within": "{x} with {y}: too few rows per cluster for a test or an interval within clusters.",
    "pair/one-cluster": "{x} with {y}: one cluster, so no cluster-robust inference is possible.",
    "pair/no-robust-test":
      "{x} with {y}: the {clusters} clusters leave nothing to estimate a standard error from, so there is no test.",
    "pair/few-clusters":
      "{x} with {y}: {clusters} {clusters:cluster|clusters}, too few for a correlation between clusters.",
    "pair/no-interval-between": "{x} with {y}: three clusters, too few for an interval between clusters.",
    "pair/perfect":
      "{x} with {y}: the correlation is perfect, so its test statistic is infinite and its interval a point.",
    "effect-rows/clusters-ignored":
      "The variances take all rows as independent, although clusters are given: they are probably too small.",
    "effect-rows/reliability-as-known":
      "The corrected correlations take the reliabilities as known without error; beside uncorrected ones they are not alike.",
    "effect-rows/negative-icc": "{x} with {y}: a negative ICC counts as 0 in the design effect.",
    "effect-rows/few-clusters":
      "{x} with {y}: with {clusters} clusters the variance itself is hardly known ({df} degrees of freedom).",
    "effect-rows/narrower":
      "{x} with {y}: the variance under clustering is smaller than that of independent rows. With few clusters that is often chance.",
    "effect-rows/no-reliability": "{x} with {y}: a reliability is not given, so there is no corrected correlation.",
    "effect-rows/beyond-one":
      "{x} with {y}: the corrected correlation is 1 or beyond, so it has no Fisher z: the reliabilities are too low to be true.",
    "correlation/cluster-means":
      "The correlation between clusters is that of the observed cluster means; these carry sampling error.",
    "matrix/not-positive-semidefinite":
      "The pairs rest on different rows, and together their values are impossible (the matrix is not positive semidefinite): do not use it for factor analysis or regression.",
    "matrix/not-positive-definite":
      "Together these correlations are impossible (the matrix is not positive semidefinite): do not use it for factor analysis or regression, or ask for smoothing.",
    "matrix/smoothed":
      "Together these correlations are impossible; in the matrix the negative eigenvalues were raised (smoothing). The table of pairs is as estimated.",
    "polychoric/normal-traits":
      "These are correlations of the normally distributed traits that are supposed to stand behind the answers, not of the answers.",
    "polychoric/at-the-edge":
      "{x} with {y}: the table allows a correlation of 1 or -1 (cells are empty), so there is no standard error. Nothing was added to empty cells.",
    "polyserial/normal-traits":
      "These are correlations with the normally distributed traits that are supposed to stand behind the answers, not with the answers; the numbers are supposed to be normal as well.",
    "polyserial/at-the-edge":
      "{x} with {y}: the answers follow from the number without error, so the correlation is estimated as 1 or -1 and has no standard error.",
    "polyserial/not-converged": "{x} with {y}: the search for the correlation did not converge; do not use it.",
    "polyserial/thresholds-as-known":
      "The standard errors take the thresholds as known, and are not right for that; the sandwich counts them in.",
    "mixed/boundary":
      "The variance of {level} is estimated as 0, the boundary: these data show no differences between them beyond the rest.",
    "mixed/not-converged":
      "The search for the variances did not converge, often because hardly anything is left over within groups; do not use this model.",
    "mixed/few-groups":
      "Only {groups} groups of {level}: their variance, and tests that rest on it, are very uncertain.",
    "mixed/robust-few-df":
      "The cluster-robust tests have as few as {df} degrees of freedom: below 4 their p-values cannot be trusted.",
    "pairing/no-groups":
      "No groups were given, so every test treats the pairs as independent. Children with the same teacher are not: give school and teacher.",
    "pairing/independent-intervals":
      "The intervals of the ICCs, the concordance, kappa and the limits of agreement treat the pairs as independent; with several children per teacher they are too narrow. The tests of the difference and the correlations honour the groups.",
    "pairing/level-left-out":
      "{level} was left out of the mixed model: its groups cannot be told apart from those of another level or from single pairs.",
    "pairing/no-agreement": "{scale}: nothing varies, so the coefficients of agreement do not exist.",
    "pairing/tests-differ":
      "{scale}: whether parents and teachers differ depends on whether the groups are honoured. Report the mixed model or the cluster-robust test, not the paired t test.",
    "multilevel/no-effect-level":
      "Several effects share one {level}, the innermost level: within it they differ by sampling error only. If true effects can differ there too, add a level for the effect itself.",
    "multilevel/no-df":
      "Some coefficients vary at a level with too few groups ({level}) for the number of moderators: no test or interval.",
    "correlations/unreported":
      "{open} of {pairs} covariances rest on correlations that were not reported, and are not available; suppose a value to fill them.",
    "correlations/supposed":
      "{supposed} of {pairs} covariances rest on a supposed correlation of {r} where none was reported: try other values.",
    "correlations/impossible":
      "The covariances of these studies cannot all be true together (not positive definite): {studies}.",
    "robust/supposed":
      "Sampling errors within a study were supposed to correlate {rho} for the weights; the tests do not rest on it.",
    "correlated/supposed":
      "Sampling errors of effects found in the same people were supposed to correlate {rho}; the table shows what other values give, and the robust tests do not rest on it.",
    "correlated/reported":
      "Errors of {known} of {pairs} pairs of effects correlate as the reported correlations of the same people say.",
    "correlated/nothing-shared": "No two effects share their people, so rho changes nothing here.",
    "multilevel/crossed-not-robust":
      "The crossed groups connect all effects, so there are no independent clusters and no robust tests.",
    "multilevel/crossed-clusters":
      "The robust tests take as clusters the {clusters} sets of effects that no group connects.",
    "multilevel/not-without":
      "Without these groups the model cannot be fitted, so there are no numbers for them: {groups}.",
    "multilevel/flat":
      "No upper limit for the variance of {level}: the likelihood is flat there, these data hardly tell it from the other variances.",
    "multilevel/several-maxima": "The likelihood of the variances has {maxima} peaks; the highest was taken.",
    "multilevel/zero-test":
      "A variance cannot be below 0, so the likelihood ratio test of a level is one-sided: the plain p-value is too large, the boundary p-value is half of it.",
    "compare/perfect": "{first}, {second}: a correlation of 1 or -1 has no Fisher z, so there is no test.",
    "partial/nothing-left": "{x} with {y}: the control leaves nothing over of one of them, so no correlation exists.",
    "moderator/nothing-to-explain":
      "Without moderators tau² is 0: there are no differences between studies to explain.",
    "moderator/explains-less": "With the moderators tau² is larger than without: they explain nothing (R² is 0).",
    "moderator/at-middle":
      "Not given, so put at the middle (the mean of a number, every level of a factor counted equally): {names}.",
    "moderator/no-prediction": "No prediction interval: this rule needs more effects for so many moderators.",
    "moderator/between-studies":
      "Studies differ in more than these moderators: what goes with a moderator need not come from it.",
    "disattenuated/beyond-one":
      "The corrected correlation lies beyond 1: the reliabilities are too low for this correlation, or were underestimated. It was not cut off.",
    "bootstrap/draws-left-out":
      "{left} of {asked} bootstrap samples were left out: in them something did not vary or a reliability was not above 0.",
    "column/constant": "{column} has the same value everywhere: no correlation exists.",
    "item/negative":
      "{item} correlates negatively with the rest of its scale ({r}). Nothing was reversed: check its wording and the codebook.",
    "alpha/negative": "Alpha is negative: the items do not measure one thing in one direction.",
    "alpha/constant-item":
      "{item} has the same value everywhere and still counts as an item; SPSS and psych leave it out: see alpha without this item.",
    "item/negative-reversed":
      "{item} was reversed as asked, and now correlates negatively with the rest of its scale ({r}): had it been reversed before?",
    "scale/too-few-answered":
      "{dropped} of {total} rows {dropped:has|have} no score: fewer than {needed} {needed:item|items} answered.",
    "icc/negative":
      "The ICC is negative ({icc}): clusters differ less than chance would make them differ. The design effect is taken as 1.",
    "icc/unequal-sizes":
      "The clusters differ in size ({smallest} to {largest}): the intervals treat them as {n0} each (n0) and are approximate.",
    "icc/reml-zero": "REML finds no variance between clusters: its estimate is 0, the boundary.",
    "icc/no-within": "Nothing varies within the clusters: the ICC is 1 and F infinite.",
    "raters/perfect": "All raters give every case the same score: the ICCs are 1 and their F infinite.",
    "raters/parallel":
      "The raters differ only in level, by the same amount for every case: consistency is 1 and its F infinite.",
    "raters/negative":
      "The ICC is negative ({icc}): scores of the same case differ no less than those of different cases. It was not set to 0.",
    "raters/constant": "{rater} gives every case the same score.",
    "raters/identical": "{first} and {second} are the same in every row: one column taken twice?",
    "ratings/gap":
      "Between the codes that occur nobody used {skipped}; {used} categories were counted. If the answer scale has them, declare the categories: weights and chance may rest on their number.",
    "ratings/none": "{dropped} of {total} rows left out: nobody rated them.",
    "ratings/unpaired": "{dropped} of {total} rows left out: they have fewer than two ratings.",
    "ratings/incomplete":
      "{missing} {missing:rating is|ratings are} missing; all ratings given were used, agreement rests on the {paired} {paired:row|rows} with two or more.",
    "ratings/one-subject": "One case: no standard error over cases and no interval from it.",
    "agreement/one-category":
      "Everybody chose one and the same category: agreement beyond chance does not exist. If there were others to choose from, declare the categories.",
    "agreement/one-value": "All values are the same: agreement beyond chance does not exist.",
    "agreement/constant-rater":
      "One of the raters put every case in the same category, so kappa is 0, however often they agree.",
    "agreement/perfect":
      "The raters agree in every case. The standard error of 0 and the interval that follows from it do not say how they would do in other cases.",
    "agreement/beyond-one": "The upper limit exceeds 1, which agreement cannot: the interval is a large-sample one.",
    "interval/needs-seed": "No interval: it comes from a bootstrap, which needs a seed.",
    "interval/undefined-draws":
      "In {undefined} of {draws} bootstrap samples the figure does not exist; the interval rests on the others.",
    "groups/single": "{single} {single:group has|groups have} one member only, so agreement in it does not exist.",
    "groups/one": "There is one group, so no ICC.",
    "rwg/no-skewed-variance":
      "For this number of answers no variance of a slightly skewed distribution is published (only for 5 to 11).",
    "rwg/negative":
      "In {negative} {negative:group|groups} the answers differ more than at random: r_wg is negative there. It was kept; other programs set it to 0.",
    "rwg/broken":
      "In {broken} {broken:group|groups} the answers differ so much more than at random that r_wg(j) has no meaning; it was left empty.",
    "rwg/set-to-zero": "Where answers differ more than at random, r_wg was set to 0, as asked.",
    "pairs/same-difference": "All differences are the same: the limits coincide and there is no test.",
    "pairs/few": "Only {n} pairs: the limits of agreement are very uncertain, see their intervals.",
    "pairs/constant": "One of the two scores does not vary, so there is no correlation and no interval.",
    "pairs/no-correlation": "The correlation is exactly 0, where the standard error does not exist.",
    "pairs/no-interval": "{n} pairs: too few for an interval.",
    "items/overlap":
      "The items overlap completely (the others predict one of them without error, or there are too few rows), so how far the others predict an item is not available.",
    "item/negative-loading":
      "{item} has a negative loading ({loading}). Nothing was reversed: check its wording and the codebook.",
    "missing/fiml":
      "{incomplete} of {total} rows have missing answers. All answers given count (full-information maximum likelihood), which supposes that what is missing depends on nothing but the answers given.",
    "missing/empty-rows": "{dropped} of {total} rows left out: they have no answer at all.",
    "omega/heywood":
      "{item} has a negative residual variance (a Heywood case): one factor explains more than all of it. Omega cannot be trusted.",
    "omega/just-identified":
      "Three items always fit one factor exactly: the fit says nothing, and the two omegas are the same.",
    "omega/poor-fit":
      "One factor describes these items badly (CFI {cfi}, RMSEA {rmsea}): they measure more than one thing, or some share more than the factor. The difference between the two omegas is this misfit.",
    "omega/group-factors":
      "Two group factors: their loadings on the general factor cannot be told apart and were taken as equal.",
    "omega/bound":
      "{item} would have a uniqueness below .005 (a Heywood case) and was held there: omega cannot be trusted.",
    "omega/second-order-bound":
      "A group factor ({factor}) would be one with the general factor (a Heywood case) and was held at a uniqueness of .005.",
    "omega/no-group-items": "{factor} is the strongest factor of no item.",
    "rotation/several-minima":
      "The rotation has several minima; the lowest was taken. A search from the unrotated loadings alone ends {above} higher, where other programs may stop.",
    "halves/too-many-items":
      "More than {most} items: the splits in halves were not all tried, so lambda 4 is left empty.",
    "ordinal-alpha/not-the-sum":
      "Ordinal alpha is about the normally distributed traits supposed to stand behind the answers. It is not the reliability of the observed sum or mean; alpha is nearer to that.",
    "alpha/no-between":
      "Between clusters the sum of the items varies no more than chance makes it, so there is no alpha between clusters.",
    "item/no-between":
      "{item} varies no more between clusters than chance makes it (its variance there is estimated below 0).",
    "alpha/between-impossible":
      "The covariances estimated between clusters are impossible together (not positive semidefinite), so alpha between clusters cannot be trusted; it can even exceed 1.",
    "alpha/few-clusters": "Only {clusters} clusters: alpha between clusters is very uncertain.",
    "scale/too-few-items": "Fewer than three items: alpha says little.",
    "study/synthetic": "These data were made by a computer. They say nothing about real parents, teachers or schools.",
    "study/weights-unused": "Weights are declared for {data} but not used yet: all figures are unweighted.",
    "regroup/mixed-answer-scales":
      "{name}: its items have different answer scales ({ranges}); in their mean those with the wider scale weigh more.",
    "regroup/analysis-dropped": "Analysis {analysis} was left out: none of its predictors falls under this theory.",
    "study/item-in-two-scales":
      "{item} counts in more than one scale ({scales}): these scales are related because of it.",
    "study/single-item": "{scale} has one item: no reliability can be given.",
    "study/no-reference": "{count} of {total} rows of {data} refer to no row of {to}.",
    "study/id-missing": "{count} of {total} rows of {data} have no id.",
    "study/key-missing":
      "In {count} of {total} rows of {data} {column} is empty: they are left out wherever it is needed.",
    "study/missing-codes":
      "{count} {count:answer|answers} in {data} had a code declared as missing and {count:counts|count} as missing.",
    "study/reversed": "Turned over as the study file declares: {items}.",
    "study/too-few": "{what}: too few complete rows, so it was not computed.",
    "study/nothing-varies": "{what}: nothing varies, so it was not computed.",
    "study/single-rows": "{what}: every cluster has one row, so the share between clusters is unknown.",
    "meta/one-study":
      "One effect: its own estimate and interval, by the normal distribution; how much studies differ cannot be known.",
    "meta/few-studies": "Only {k} effects: tau² is very uncertain.",
    "convert/empty": "{dropped} of {total} rows left out: they report none of the statistics that convert.",
    "convert/several":
      "{count} {count:row reports|rows report} more than one statistic; the first of {order} was used.",
    "convert/mixed":
      "These correlations are not all of one kind ({kinds}): a correlation of two continuous variables, one with membership of two groups, and one derived from an odds ratio or a beta answer different questions. Pool them only after looking at each kind by itself.",
    "convert/beta":
      "{count} of {total} correlations were made from a beta (Peterson & Brown, 2005): a rough value, and its variance is understated. See what pooling without them gives.",
    "convert/many-betas":
      "More than a fifth of the correlations ({count} of {total}) come from betas: what these say may decide the result.",
    "convert/beta-range": "{count} {count:beta lies|betas lie} beyond -0.5 to 0.5, for which the formula was not made.",
    "convert/equal-groups":
      "For {count} {count:row|rows} the sizes of the two groups are not known: they were taken as equal.",
    "convert/odds-ratio":
      "{count} {count:correlation was|correlations were} made from an odds ratio, as if a continuous variable had been cut in two; the variance is understated.",
    "effect/zero-cells":
      "{add} was added to every count of {count} of {total} rows, because of counts of 0 (or as asked with to).",
    "meta/dependent-effects":
      "{k} effects come from {studies} {studies:study|studies}, but are treated as if they were independent: the intervals are too narrow.",
    "meta/fixed-scaled":
      "Fixed model with the Knapp-Hartung test: the standard error is scaled by the spread that was found, so it also holds when effects differ; test z gives the plain fixed-effect interval.",
    "meta/no-spread":
      "All effects are equal, so the Knapp-Hartung standard error is 0 and there is no test; test adHoc does not have this problem.",
    "meta/scale-below-one":
      "The effects lie closer together than the model expects (s² = {scale2}), so the Knapp-Hartung interval is narrower than the normal one; test adHoc prevents that.",
    "meta/no-tau2-fits": "Q = {Q} is so small that no value of tau² fits: both limits of tau² are set to 0.",
    "meta/several-maxima": "The likelihood of tau² has {maxima} peaks; the highest was taken.",
    "meta/no-prediction": "No prediction interval: this rule needs at least three effects, there are {k}.",
    "meta/influential":
      "{count} {count:effect passes|effects pass} a usual mark of influence: {studies}. The marks are rough; look before leaving anything out.",
    "meta/flat-likelihood":
      "The likelihood of tau² is flat: I² anywhere from {lower} to {upper} agrees with these data, so they hardly tell how much studies differ.",
    "meta/some-subsets": "{count} random subsets of the {all} there are.",
    "meta/silent-tables":
      "In {count} {count:study|studies} the outcome never occurs, or always, in both groups: {count:it says|they say} nothing of a ratio and {count:has|have} no effect of {count:its|their} own.",
    "anova/ignores-tau2":
      "Effects weigh by their own precision only, as if the features explained every difference between true effects. Where true effects differ beyond them (tau²), p of Q is too small, and the shares are about observed effects, sampling error included; metaRegression allows for tau².",
    "anova/order":
      "The features overlap: sequential shares depend on the order of the features, partial shares do not and do not add up.",
    "anova/negative-omega":
      "ω² is negative for {terms}: the feature explains less than chance alone would. It was not set to 0.",
    "anova/nothing-left": "The features leave no differences within their levels: there is no F.",
    "units/averaged":
      "{effects} effects were averaged within each {unit} to {units}: effects of one sample as if they correlate {rho}, samples as independent.",
    "units/averaged-weighted":
      "{effects} effects were averaged within each {unit} to {units}, weighted by precision: effects of one sample as if they correlate {rho}, samples as independent.",
    "units/across-levels":
      "{count} {count:unit has|units have} effects in more than one subgroup and {count:counts|count} once in each, so the subgroups are not independent.",
    "units/outside":
      "{count} weighted {count:average lies|averages lie} outside the range of its effects: the correlation that was supposed is high for effects of such unequal precision.",
    "matrix/gaps": "{count} of {total} combinations were not studied: a gap says nothing of the effect there.",
    "matrix/few": "{count} {count:cell has|cells have} fewer than three effects: read {count:it|them} with care.",
    "matrix/overlap":
      "Cells are pooled each by itself; studies that report several outcomes or dimensions count in several cells, so cells are not independent of each other.",
    "trace/verdict-changes":
      "Whether the interval of the mean excludes 0 depends on tau: look at which values of tau the data allow.",
    "multiverse/not-evidence":
      "These are {count} ways to analyse the same studies, not {count} pieces of evidence: their shares describe how much the choices matter and are no test. Not every way is equally defensible, and choices in searching and coding are not among them.",
    "multiverse/dependent-effects":
      "{k} effects come from {studies} {studies:study|studies}: with unit effect they are treated as independent, and those intervals are too narrow.",
    "multiverse/skipped":
      "{count} {count:combination was|combinations were} not analysed: fewer than {smallest} effects.",
    "multiverse/identical":
      "{count} {count:combination changes|combinations change} nothing in the data (no outliers, nothing to average) and {count:was|were} not counted again.",
    "subgroups/missing": "{dropped} of {total} rows left out: they belong to no subgroup.",
    "subgroups/few": "Subgroup {group} has only {k} {k:effect|effects}: read its figures with care.",
    "subgroups/scale-below-one":
      "In these subgroups the effects lie closer together than the model expects, so their Knapp-Hartung intervals are narrower than the normal ones: {groups}. Test adHoc prevents that.",
    "subgroups/single":
      "Subgroup {group} has one effect, so no tau² of its own: it is left out of the comparison with separate tau² and of its contrasts.",
    "subgroups/one": "There is one subgroup, so there is nothing to compare.",
    "subgroups/no-common-tau2": "Every subgroup has one effect: a common tau² cannot be estimated.",
    "subgroups/partial-n": "n is known for {known} of {k} effects: sums and weighted means of n use those.",
    "subgroups/partial-r": "r is known for {known} of {k} effects: mean, median and standard deviation use those.",
    "study/too-few-answered":
      "{scale}: {dropped} of {total} rows {dropped:has|have} no score, for fewer than {needed} items were answered.",
    "coded/no-effect":
      "{source}: {count} of {total} rows have no correlation or no n (the first is row {row}); they are not pooled.",
    "coded/empty-level":
      "{source}: {column} is empty in {count} of {total} rows (the first is row {row}); comparisons by it leave them out.",
    "coded/unused-level": "{source}: no row of {column} has {levels}, though there is a label for it.",
    "coded/same-row":
      "{source}: {count} {count:row is|rows are} the same as another in every column (row {row} as row {first}). If {count:it was|they were} pasted twice, delete {count:it|them}; if not, give every effect an id in a column effect.",
    "coded/one-study":
      "{source}: {k:the only effect comes|all effects come} from one study, so how much studies differ cannot be known.",
    "coded/reversed-both":
      "{count} of {total} correlations are reversed on both sides, in the measure and in the outcome, so their signs stand right.",
    "coded/set-aside":
      "{count} {count:row|rows} of a further coder set aside: each effect counts once, as {coder} coded it.",
    "coded/example-rows":
      "{source}: {count} {count:row is an invented example|rows are invented examples} of the template. Delete {count:it|them} before you use any figure.",
    "coded/turned":
      "The sign of {count} of {total} correlations was turned, as the sheet asks: there a high score means little.",
    "coded/not-turned":
      "{count} of {total} correlations are coded as reversed; their signs were left as they stand (turnSigns turns them).",
  },
  words: {
    reliability: "Reliability of the scales",
    "correlations-of": "Correlations",
    respondents: "Respondents",
    described: "Scales and outcomes",
    clusters: "Clusters",
    "in-the-literature": "Your study in the literature",
    "coded-before": "Coded studies",
    "coded-after": "Coded studies + this study",
    "your-study": "This study",
    "synthetic-data": "Synthetic data: these respondents do not exist",
    "what-to-know": "What to know",
    pooled: "Pooled",
    subsets: "Subsets",
    study: "Study",
    estimate: "Estimate",
    bias: "Bias",
    "upper-limit": "Upper limit",
    "lower-limit": "Lower limit",
    "first-score": "first",
    "second-score": "second",
    contents: "Contents",
    continued: "continued",
    total: "Total",
    within: "Within clusters",
    between: "Between clusters",
    warning: "Mind this",
    "numbers-of-figure": "The numbers of this figure",
    "prediction-interval": "Prediction interval",
    "in-sentences": "The same in APA sentences",
    "save-as-svg": "Save as SVG",
    "save-as-png": "Save as PNG",
    "figure-menu": "Save this figure",
    note: "Note",
    missing: "missing",
    table: "Table",
    component: "Theory component",
    dimension: "Dimension",
    outcome: "Outcome",
    figure: "Figure",
  },
  sentences: {
    "report-ready": "The report, to open in a browser: {path}",
    "step-reading": "Reading and scoring {title} ...",
    "step-analysing": "Computing reliability and correlations ...",
    "step-replicating": "Re-running published analyses ...",
    "step-writing": "Writing the report ...",
    "place-caption":
      "Correlations with {outcome}: this study beside the figures as reported. What was not published stays empty.",
    "place-own": "{label}, in this study: {figures}.",
    "place-effective": "effective n = {n}",
    "place-corrected": "Corrected for unreliability: r = {r}.",
    "place-hidden": "{label}: too few respondents to show.",
    "place-none": "No published figure for what it measures is known here, so nothing can be said of its place.",
    "place-figure": "{name} ({component}): {figures}.",
    "place-figure-inferred": "{name} ({component}, by an inferred link): {figures}.",
    "place-within-prediction": "This study lies within the prediction interval.",
    "place-outside-prediction": "This study lies outside the prediction interval.",
    "place-apart":
      "This study differs from that by more than sampling error and the spread between studies make plausible, {figures}; the figures do not say why.",
    "place-not-apart": "A difference between the two was not shown, {figures}; that does not show that they are equal.",
    "place-untested":
      "Whether this study differs from {count:that figure|those figures} cannot be concluded: {count:its|their} standard error or tau² is not known.",
    "place-coded":
      "Over {k} coded {k:correlation|correlations}{about} the pooled estimate is {before}; with this study {after}.",
    "place-contradiction": "Sources contradict each other: {text}",
    "place-ambiguous": "May fall under several components, so not set beside the figures of: {names}.",
    "place-unmapped": "No link leads to the components of: {names}.",
    "place-unnamed": "Names no component in the study file, so not placed: {names}.",
    "check-fine": "No problems in {files} {files:file|files}: {rows} rows, {scales} {scales:scale|scales}.",
    "sheet-fine": "No problems in {source}: {k} {k:effect|effects} from {studies} {studies:study|studies}.",
    "sheet-scale":
      "r and its intervals are carried back from Fisher's z; τ² is on the scale of z. p (Q) tests whether the effects differ more than their sampling errors explain.",
    "sheet-matrix": "{title}: {rows} by {columns}",
    "sheet-matrix-reads":
      "In every cell r with its interval, carried back from Fisher's z, and under it the number of effects (of studies). – was not studied.",
    "explain-place": "{source}, row {row}",
    "explain-place-line": "{source}, line {line}, row {row}",
    "explain-typed": "As typed: {typed}",
    "explain-r": "Correlation r",
    "explain-varianceR": "Sampling variance of r, v_r",
    "explain-turned": "Sign turned, as the sheet asks: a high score means little here",
    "explain-z": "Fisher's z",
    "explain-varianceZ": "Sampling variance of z, v_z",
    "explain-standardErrorZ": "Standard error of z",
    "explain-equal-groups": "Assumed: both groups are of equal size, for their sizes are not given.",
    "explain-logistic-trait": "Assumed: a continuous variable with a logistic distribution was cut in two.",
    "explain-approximate": "A rough value: the formula is an approximation.",
    "explain-beyond-range": "The beta lies beyond -0.5 to 0.5, for which the formula was not made.",
    "explain-understated-variance": "The variance is understated: that the statistic was converted is not in it.",
    "sheet-anova": "{title}: weighted analysis of variance",
    "sheet-anova-reads":
      "Effects as Fisher's z, weighted by n - 3. Q, p, the unique share and ω² are of each feature after all others; the sequential shares are in the order of the table and add up.",
    "sheet-anova-means": "Weighted mean correlations (fixed effects)",
    "anova-sequential": "η² in order",
    "anova-unique": "η² unique",
    "anova-omega": "ω²",
    "anova-between": "All features",
    "anova-within": "Left over",
    "sheet-subgroups": "By moderator: {moderator}",
    "sheet-differences": "Test of differences between the subgroups: {figures}.",
    "sheet-few": "Subgroups of fewer than three effects, to be read with care: {groups}.",
    "sheet-single": "One effect has no τ² of its own; left out of the test of differences: {groups}.",
    "sheet-source": "Data: {citation}.",
    "sheet-title": "My meta-analysis",
    "sheet-example-study": "EXAMPLE {number} (delete this row)",
    "sheet-example-dimension": "involvement at home",
    "sheet-next":
      "Delete the two example rows, code one row per reported correlation, and then: betrokken check {path}",
    "sheet-head":
      "What the columns of coded.csv mean. One row is one correlation that a study reported.\nNeeded: r, n, study. Delete the other keys, with their columns, that you do not use.\neffect: an id for every effect. sample: tells the samples of one study apart.\ncomponent: what was measured, as theory/component (betrokken frameworks lists them). dimension: your own words for it.\noutcomes: what stands in the outcome column; high: worse says that a high score is unfavourable (absence, problems).\nreversed: 1 where a high score on the involvement measure means little involvement, else 0.\nturnSigns: true turns the sign of those rows; false leaves every sign as coded. A note counts them either way.\nreliability_x, reliability_y: of the involvement and the outcome measure, where reported (else empty).\ncoder: who coded the row. Coded twice? Give both rows the same effect id, and add useCoder: AB, whose rows count.\nmoderators: by what effects may differ; labels say what the levels mean. betrokken meta meta.yaml --subgroup informant\nGive every title and label as { nl: ..., en: ... }, or as one text for both languages.",
    written: "Written: {path}",
    "init-head":
      "A first study file, guessed from the data: nothing in it is certain.\nCheck: the role (parent, teacher, pupil), the bounds of every answer scale (only the answers given were seen),\nwhich items are worded the other way round (reversed: true), missing codes (missing: codes that stand apart, such as 9 or 99, were taken for one), which items make a scale,\nwhat each scale measures (measures: fan_chen/expectations) and what the outcomes are. Give every label nl and en.\nThen: betrokken check",
    "init-missing-guess": "a guess: {count:this code stands|these codes stand} apart from the other answers",
    "confidence-label": "{level}% CI",
    "prediction-label": "{level}% PI",
    "chart-forest": "Forest plot of {k} {k:estimate|estimates} ({measure}).",
    "chart-pooled": "{name}: {figures}.",
    "chart-bland-altman": "Bland-Altman plot of {k} {k:pair|pairs}.",
    "mean-of-two": "Mean of {a} and {b}",
    "difference-of-two": "Difference: {a} − {b}",
    "chart-funnel": "Funnel plot of {k} {k:effect|effects}.",
    "chart-funnel-middle": "The funnel stands around {pooled}.",
    "chart-baujat": "Baujat plot of {k} {k:study|studies}.",
    "chart-radial": "Radial plot of {k} {k:effect|effects}.",
    "chart-radial-x": "Precision: 1 / standard error",
    "chart-radial-y": "Effect / standard error",
    "chart-qq": "Normal quantile plot of {k} {k:residual|residuals}; {outside} outside the band.",
    "chart-qq-x": "Quantiles of the normal distribution",
    "chart-gosh": "GOSH plot of {k} {k:subset|subsets} of studies.",
    "chart-labbe": "L'Abbé plot of {k} {k:study|studies}.",
    "chart-farthest": "Farthest: {name}.",
    "chart-bubble": "Bubble plot of {k} {k:effect|effects} against {name}.",
    "chart-influence": "Influence of {k} {k:study|studies} on the pooled effect.",
    "chart-influence-none": "None is influential.",
    "chart-influence-marked": "Influential: {names}.",
    "chart-heat-map": "Heat map of {k} {k:correlation|correlations}, on a scale from −1 to 1.",
    "chart-strongest": "Strongest: {a} with {b}, r = {r}.",
    "chart-item-total": "Item-rest correlations of {k} {k:item|items}.",
    "chart-lowest-item": "Lowest: {item}, {r}.",
    "chart-means": "Chart of {k} {k:mean|means} with confidence intervals.",
    stars: "* p < {one}. ** p < {two}. *** p < {three}.",
    "stars-adjusted": "p corrected for the number of tests ({method}).",
    "stars-unadjusted": "p not corrected for the number of tests.",
    "correlation-table": "Correlations",
    "sample-size": "n = {n}.",
    "sample-sizes": "n runs from {lowest} to {highest}.",
    "cluster-count": "{k} clusters.",
    "cluster-counts": "The number of clusters runs from {lowest} to {highest}.",
    "rows-complete": "n counts the rows without a missing answer in the scale; the others were left out.",
    "sample-of": "{label}: {rows} rows{clusters}{groups}.",
    "sample-clusters": " in {k} clusters",
    "sample-groups": " ({names})",
    "sample-group": "{name}: {rows}",
    "icc-explained":
      "ICC: the share of the differences that lies between clusters (analysis of variance; below 0 is noise around 0). Design effect: how much that widens the variance of a mean.",
    "in-brackets": "In brackets: {label}.",
    "apa-positive": "{a} and {b} were positively correlated{where}, {figures}.",
    "apa-negative": "{a} and {b} were negatively correlated{where}, {figures}.",
    "apa-unclear": "No correlation was shown between {a} and {b}{where}, {figures}.",
    "apa-reported": "The correlation between {a} and {b}{where}: {figures}.",
    "apa-unavailable": "The correlation between {a} and {b}{where} is not available.",
    "apa-alpha-unavailable": "Cronbach's alpha of {scale} is not available.",
    "apa-pooled-unavailable": "There is no pooled estimate.",
    "apa-corrected": "{p} (corrected)",
    "apa-alpha": "Cronbach's alpha of {scale}: {figures}.",
    "apa-agreement-parents": "Parents reported more than teachers on {scale}, {figures}.",
    "apa-agreement-teachers": "Teachers reported more than parents on {scale}, {figures}.",
    "apa-agreement-unclear": "Parents and teachers were not shown to differ on {scale}, {figures}.",
    "apa-agreement-unavailable": "The difference between parents and teachers on {scale} is not available.",
    "apa-agreement": "Agreement and consistency: {figures}.",
    "apa-difference": "difference",
    "apa-pooled": "Over {k} {k:effect|effects}, the pooled estimate was {figures}.",
    "apa-pooled-plain": "The pooled estimate was {figures}.",
    "apa-heterogeneity": "Heterogeneity: {figures}.",
    "apa-prediction": "The effect in a new study may be expected between {lower} and {upper} ({label}).",
    "regroup-title": "The study under {theory}",
    "regroup-all":
      "Stated: a source says so. Inferred: one link on the way is a reading of this project. Nothing is guessed.",
    "regroup-stated": "Only links that a source states were used.",
    "regroup-missed": "Not measured for sure: {names}.",
    "chart-crosswalk":
      "Crosswalk of {rows} by {columns} components: {stated} stated, {inferred} inferred and {ambiguous} ambiguous links.",
    "chart-crosswalk-signs": "< the row falls under the column; > the other way round; = the same",
    "chart-coverage": "{measured} of {total} components {measured:is|are} measured. Not measured for sure: {names}.",
    "chart-coverage-whole": "{total:The only component is|All components are} measured.",
    "chart-coverage-items": "{k} {k:item|items}, {mapping}: {names}",
    "chart-coverage-none": "not measured",
    "did-you-mean": "Did you mean {meant}?",
    "and-more": "... and {more} more.",
    "correlation-is-not-cause":
      "A correlation is not a cause: these figures do not show that involvement brings about the outcome.",
  },
};

/** The shape both languages share. */
export type Phrases = typeof en;
