// src/meta/gosh.ts
import { z as z6 } from "zod";

// src/foundation/format.ts
var MINUS = "\u2212";
function formatNumber(value, style) {
  const digits = Math.abs(value).toFixed(style.decimals ?? 2);
  const sign = value < 0 && Number(digits) !== 0 ? MINUS : "";
  return sign + (style.language === "nl" ? digits.replace(".", ",") : digits);
}
function formatCount(value, language) {
  const grouped = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, language === "nl" ? "." : ",");
  return (value < 0 ? MINUS : "") + grouped;
}

// src/foundation/phrases/en.ts
var en = {
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
    "moderator/none": "Give moderators (numbers), factors (categories) or both.",
    "moderator/one-level": "Factor {name} has one level among the effects used.",
    "moderator/dependent": "These depend on the moderators before them, so their effects cannot be told apart: {names}.",
    "scale/reliability-needed": "A single item has no alpha: give its reliability, or more items.",
    "reliability/not-positive": "A reliability of 0 or less cannot be corrected for: check how the items are keyed.",
    "data/too-few": "{needed} usable {unit} needed, {found} found.",
    "data/single-rows": "Every cluster has one row, so the variation within clusters is unknown.",
    "scale/no-variance": "The sum of the items does not vary, so alpha does not exist.",
    "omega/singular": "The items overlap completely, or one has the same value everywhere, so no factor can be fitted. Leave out the item that the others determine.",
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
    "convert/five-numbers": "A mean needs, beside the median, the smallest and largest value or both quartiles, and these in order of size.",
    "convert/not-a-correlation": "{statistic} gives a correlation of 1 or beyond: check the row.",
    "effect/columns-lacking": "{measure} needs the columns {needed}. Not given: {lacking}.",
    "effect/columns-unused": "{measure} does not use {unused}. It is made from {needed}.",
    "effect/variance-formula": "{measure} has no variance {variance}. It has: {known}.",
    "effect/at-least": "This must be at least {minimum}.",
    "effect/larger-than": "This must be larger than {minimum}.",
    "effect/smaller-than": "This must be smaller than {maximum}.",
    "effect/impossible-row": "These values cannot belong together, so {measure} does not exist here: check the row.",
    "effect/not-available": "{measure} or its sampling variance does not exist here: check the row, or leave it out.",
    "effect/zero-cell": "{measure} or its sampling variance does not exist here, because a count or a total is 0: say with add and to what is added to the counts, or leave the row out.",
    "effect/variance": "A sampling variance must be larger than 0.",
    "effect/weight": "A weight must be larger than 0.",
    "meta/weights-needed": "This takes weights of your own: give a column weight.",
    "meta/needs-random": "The fixed model has no random effects to predict: choose an estimator of tau2.",
    "meta/no-ratio": "In one of the groups the outcome never occurs, or always, in any study: no ratio exists.",
    "meta/needs-likelihood": "The profile likelihood needs a method that maximises a likelihood, REML or ML; {method} does not.",
    "effect/group-sizes": "Group sizes must be larger than 0.",
    "model/not-converged": "The computation did not converge after {iterations} steps.",
    "model/singular": "The predictors overlap completely, so their effects cannot be told apart.",
    "option/unknown-moderator": "There is no moderator {name}. Known: {known}.",
    "option/not-a-category": "{name} is a number; subgroups need a moderator with categories.",
    "option/unknown-outcome": "There is no outcome {name}. Known: {known}.",
    "coded/needs-key": "{key} needs {needed}, which is not given.",
    "coded/blank-row": "This row is empty: delete it.",
    "coded/no-study": "This row names no study.",
    "coded/unknown-level": "Found a level without a label. Labels are given for: {expected}.",
    "coded/which-coder": "Several coders coded this effect, and none of them is the one whose rows count: name that one with useCoder.",
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
    "study/missing-code-inside": "A code for a missing answer must lie outside {minimum} to {maximum}, or it would hide real answers.",
    "study/no-link": "{name} belongs to {own}; no link leads from {data} to it.",
    "study/no-group": "byGroup needs groups, and none are given for {data}.",
    "study/no-table": "The table of data set {data} is not there.",
    "study/text-cells": "{count} {count:cell holds|cells hold} text where a number should stand; this is the first.",
    "study/not-matched": "This refers to no row of {to}.",
    "study/more": "{more} more of the same kind in this column."
  },
  notes: {
    "replication/plausible-values": "Plausible values as in the chapter: the mean plus and minus 1.96 tau. A prediction interval also counts the uncertainty of the mean, and is wider.",
    "literature/one-homogeneous-sample": "Computed from r and n alone, as if each n were one homogeneous sample: the true uncertainty is larger, for the studies differ. What needs the single studies is left empty.",
    "literature/mean-differs": "The n-weighted mean of the three rows ({weighted}) is not the reported mean ({reported}): the samples overlap between rows, and the reported mean takes another unit (studies, over all dimensions).",
    "literature/besd": "Binomial effect size display: the share above the median outcome among the less and the more involved half. r = .30 means 35% against 65%, not grades that are 30% higher.",
    "replication/rounding": "Computed at full precision; the publications print fewer digits and earlier roundings.",
    "missing/listwise": "{dropped} of {total} rows left out: a value was missing in them.",
    "missing/pairwise": "Each pair uses the rows in which both values are present: n runs from {lowest} to {highest}.",
    "file/windows-1252": "{source}: this is not UTF-8; it was read as Windows-1252, as older Excel versions write it.",
    "file/one-column": "{source}: only one column was found. If there are more, name the delimiter.",
    "file/decimal-mixed": "{source}: some columns have decimal commas and others decimal points. The sign taken is \u201C{decimal}\u201D; {columns} stayed text.",
    "file/decimal-ambiguous": "{source}: {column} has only numbers like {example}, which can be read in two ways. They were read as {reading}; if that is wrong, name the decimal sign.",
    "file/nearly-numeric": "{source}: {column} is almost all numbers, but {count} {count:cell is|cells are} not (first on line {line}). It stayed text; if that is a missing code, declare it.",
    "file/blank-cells": "{source}: {count} {count:cell|cells} of {column} hold nothing but blanks (first on line {line}) and count as missing.",
    "file/duplicate-header": "{source}: the header has {column} more than once; column {position} is now called {name}.",
    "file/unnamed-header": "{source}: column {position} has no name; it is now called {name}.",
    "file/odd-quote": "{source}: {count} {count:row has|rows have} a stray quotation mark (first on line {line}); it was kept as part of the text.",
    "file/swallowed-rows": "{source}: a cell in quotation marks that begins on line {line} runs over several lines, each of which looks like a row of its own. Check its quotation marks.",
    "file/blank-lines": "{source}: {count} blank {count:line|lines} between the rows skipped (first: line {line}).",
    "file/empty-rows": "{source}: {count} {count:row has|rows have} no value at all (first on line {line}); {count:it stays|they stay} in the table.",
    "file/trailing-delimiter": "{source}: every row ends with {count} empty {count:cell|cells} more than the header has; {count:it was|they were} left out.",
    "file/dates": "{source}: {column} has dates; they were read as day-month-year and written as {example}.",
    "join/unmatched": "{source}: {count} of {total} rows found no match by {column}.",
    "join/no-key": "{source}: {count} of {total} rows have no {column} and could not be matched.",
    "group/missing": "{dropped} of {total} rows left out: they belong to no group.",
    "cluster/missing": "{dropped} of {total} rows left out: they belong to no cluster.",
    "column/too-few": "{column} has {n} {n:value|values}: no spread, interval or shape.",
    "column/no-spread": "{column} has the same value everywhere: no skewness or kurtosis.",
    "column/no-shape": "{column} has only {n} values: too few for skewness and kurtosis together.",
    "pair/constant": "{x} with {y}: over the rows that have both, one of them does not vary, so no correlation exists.",
    "pair/constant-within": "{x} with {y}: within clusters one of them does not vary, so no correlation exists there.",
    "pair/constant-between": "{x} with {y}: the cluster means of one of them do not vary, so no correlation exists between clusters.",
    "pair/too-few": "{x} with {y}: {n} {n:row has|rows have} both values, too few for a test.",
    "pair/no-interval": "{x} with {y}: three rows have both values, too few for an interval.",
    "pair/too-few-within": "{x} with {y}: too few rows per cluster for a test or an interval within clusters.",
    "pair/one-cluster": "{x} with {y}: one cluster, so no cluster-robust inference is possible.",
    "pair/no-robust-test": "{x} with {y}: the {clusters} clusters leave nothing to estimate a standard error from, so there is no test.",
    "pair/few-clusters": "{x} with {y}: {clusters} {clusters:cluster|clusters}, too few for a correlation between clusters.",
    "pair/no-interval-between": "{x} with {y}: three clusters, too few for an interval between clusters.",
    "pair/perfect": "{x} with {y}: the correlation is perfect, so its test statistic is infinite and its interval a point.",
    "correlation/cluster-means": "The correlation between clusters is that of the observed cluster means; these carry sampling error.",
    "matrix/not-positive-semidefinite": "The pairs rest on different rows, and together their values are impossible (the matrix is not positive semidefinite): do not use it for factor analysis or regression.",
    "matrix/not-positive-definite": "Together these correlations are impossible (the matrix is not positive semidefinite): do not use it for factor analysis or regression, or ask for smoothing.",
    "matrix/smoothed": "Together these correlations are impossible; in the matrix the negative eigenvalues were raised (smoothing). The table of pairs is as estimated.",
    "polychoric/normal-traits": "These are correlations of the normally distributed traits that are supposed to stand behind the answers, not of the answers.",
    "polychoric/at-the-edge": "{x} with {y}: the table allows a correlation of 1 or -1 (cells are empty), so there is no standard error. Nothing was added to empty cells.",
    "compare/perfect": "{first}, {second}: a correlation of 1 or -1 has no Fisher z, so there is no test.",
    "partial/nothing-left": "{x} with {y}: the control leaves nothing over of one of them, so no correlation exists.",
    "moderator/nothing-to-explain": "Without moderators tau\xB2 is 0: there are no differences between studies to explain.",
    "moderator/explains-less": "With the moderators tau\xB2 is larger than without: they explain nothing (R\xB2 is 0).",
    "moderator/between-studies": "Studies differ in more than these moderators: what goes with a moderator need not come from it.",
    "disattenuated/beyond-one": "The corrected correlation lies beyond 1: the reliabilities are too low for this correlation, or were underestimated. It was not cut off.",
    "bootstrap/draws-left-out": "{left} of {asked} bootstrap samples were left out: in them something did not vary or a reliability was not above 0.",
    "column/constant": "{column} has the same value everywhere: no correlation exists.",
    "item/negative": "{item} correlates negatively with the rest of its scale ({r}). Nothing was reversed: check its wording and the codebook.",
    "alpha/negative": "Alpha is negative: the items do not measure one thing in one direction.",
    "alpha/constant-item": "{item} has the same value everywhere and still counts as an item; SPSS and psych leave it out: see alpha without this item.",
    "item/negative-reversed": "{item} was reversed as asked, and now correlates negatively with the rest of its scale ({r}): had it been reversed before?",
    "scale/too-few-answered": "{dropped} of {total} rows {dropped:has|have} no score: fewer than {needed} {needed:item|items} answered.",
    "icc/negative": "The ICC is negative ({icc}): clusters differ less than chance would make them differ. The design effect is taken as 1.",
    "icc/unequal-sizes": "The clusters differ in size ({smallest} to {largest}): the intervals treat them as {n0} each (n0) and are approximate.",
    "icc/reml-zero": "REML finds no variance between clusters: its estimate is 0, the boundary.",
    "icc/no-within": "Nothing varies within the clusters: the ICC is 1 and F infinite.",
    "raters/perfect": "All raters give every case the same score: the ICCs are 1 and their F infinite.",
    "raters/parallel": "The raters differ only in level, by the same amount for every case: consistency is 1 and its F infinite.",
    "raters/negative": "The ICC is negative ({icc}): scores of the same case differ no less than those of different cases. It was not set to 0.",
    "raters/constant": "{rater} gives every case the same score.",
    "raters/identical": "{first} and {second} are the same in every row: one column taken twice?",
    "ratings/gap": "Between the codes that occur nobody used {skipped}; {used} categories were counted. If the answer scale has them, declare the categories: weights and chance may rest on their number.",
    "ratings/none": "{dropped} of {total} rows left out: nobody rated them.",
    "ratings/unpaired": "{dropped} of {total} rows left out: they have fewer than two ratings.",
    "ratings/incomplete": "{missing} {missing:rating is|ratings are} missing; all ratings given were used, agreement rests on the {paired} {paired:row|rows} with two or more.",
    "ratings/one-subject": "One case: no standard error over cases and no interval from it.",
    "agreement/one-category": "Everybody chose one and the same category: agreement beyond chance does not exist. If there were others to choose from, declare the categories.",
    "agreement/one-value": "All values are the same: agreement beyond chance does not exist.",
    "agreement/constant-rater": "One of the raters put every case in the same category, so kappa is 0, however often they agree.",
    "agreement/perfect": "The raters agree in every case. The standard error of 0 and the interval that follows from it do not say how they would do in other cases.",
    "agreement/beyond-one": "The upper limit exceeds 1, which agreement cannot: the interval is a large-sample one.",
    "interval/needs-seed": "No interval: it comes from a bootstrap, which needs a seed.",
    "interval/undefined-draws": "In {undefined} of {draws} bootstrap samples the figure does not exist; the interval rests on the others.",
    "groups/single": "{single} {single:group has|groups have} one member only, so agreement in it does not exist.",
    "groups/one": "There is one group, so no ICC.",
    "rwg/no-skewed-variance": "For this number of answers no variance of a slightly skewed distribution is published (only for 5 to 11).",
    "rwg/negative": "In {negative} {negative:group|groups} the answers differ more than at random: r_wg is negative there. It was kept; other programs set it to 0.",
    "rwg/broken": "In {broken} {broken:group|groups} the answers differ so much more than at random that r_wg(j) has no meaning; it was left empty.",
    "rwg/set-to-zero": "Where answers differ more than at random, r_wg was set to 0, as asked.",
    "pairs/same-difference": "All differences are the same: the limits coincide and there is no test.",
    "pairs/few": "Only {n} pairs: the limits of agreement are very uncertain, see their intervals.",
    "pairs/constant": "One of the two scores does not vary, so there is no correlation and no interval.",
    "pairs/no-correlation": "The correlation is exactly 0, where the standard error does not exist.",
    "pairs/no-interval": "{n} pairs: too few for an interval.",
    "items/overlap": "The items overlap completely (the others predict one of them without error, or there are too few rows), so how far the others predict an item is not available.",
    "item/negative-loading": "{item} has a negative loading ({loading}). Nothing was reversed: check its wording and the codebook.",
    "missing/fiml": "{incomplete} of {total} rows have missing answers. All answers given count (full-information maximum likelihood), which supposes that what is missing depends on nothing but the answers given.",
    "missing/empty-rows": "{dropped} of {total} rows left out: they have no answer at all.",
    "omega/heywood": "{item} has a negative residual variance (a Heywood case): one factor explains more than all of it. Omega cannot be trusted.",
    "omega/just-identified": "Three items always fit one factor exactly: the fit says nothing, and the two omegas are the same.",
    "omega/poor-fit": "One factor describes these items badly (CFI {cfi}, RMSEA {rmsea}): they measure more than one thing, or some share more than the factor. The difference between the two omegas is this misfit.",
    "omega/group-factors": "Two group factors: their loadings on the general factor cannot be told apart and were taken as equal.",
    "omega/bound": "{item} would have a uniqueness below .005 (a Heywood case) and was held there: omega cannot be trusted.",
    "omega/second-order-bound": "A group factor ({factor}) would be one with the general factor (a Heywood case) and was held at a uniqueness of .005.",
    "omega/no-group-items": "{factor} is the strongest factor of no item.",
    "rotation/several-minima": "The rotation has several minima; the lowest was taken. A search from the unrotated loadings alone ends {above} higher, where other programs may stop.",
    "halves/too-many-items": "More than {most} items: the splits in halves were not all tried, so lambda 4 is left empty.",
    "ordinal-alpha/not-the-sum": "Ordinal alpha is about the normally distributed traits supposed to stand behind the answers. It is not the reliability of the observed sum or mean; alpha is nearer to that.",
    "alpha/no-between": "Between clusters the sum of the items varies no more than chance makes it, so there is no alpha between clusters.",
    "item/no-between": "{item} varies no more between clusters than chance makes it (its variance there is estimated below 0).",
    "alpha/between-impossible": "The covariances estimated between clusters are impossible together (not positive semidefinite), so alpha between clusters cannot be trusted; it can even exceed 1.",
    "alpha/few-clusters": "Only {clusters} clusters: alpha between clusters is very uncertain.",
    "scale/too-few-items": "Fewer than three items: alpha says little.",
    "study/synthetic": "These data were made by a computer. They say nothing about real parents, teachers or schools.",
    "study/weights-unused": "Weights are declared for {data} but not used yet: all figures are unweighted.",
    "regroup/mixed-answer-scales": "{name}: its items have different answer scales ({ranges}); in their mean those with the wider scale weigh more.",
    "regroup/analysis-dropped": "Analysis {analysis} was left out: none of its predictors falls under this theory.",
    "study/item-in-two-scales": "{item} counts in more than one scale ({scales}): these scales are related because of it.",
    "study/single-item": "{scale} has one item: no reliability can be given.",
    "study/no-reference": "{count} of {total} rows of {data} refer to no row of {to}.",
    "study/id-missing": "{count} of {total} rows of {data} have no id.",
    "study/key-missing": "In {count} of {total} rows of {data} {column} is empty: they are left out wherever it is needed.",
    "study/missing-codes": "{count} {count:answer|answers} in {data} had a code declared as missing and {count:counts|count} as missing.",
    "study/reversed": "Turned over as the study file declares: {items}.",
    "study/too-few": "{what}: too few complete rows, so it was not computed.",
    "study/nothing-varies": "{what}: nothing varies, so it was not computed.",
    "study/single-rows": "{what}: every cluster has one row, so the share between clusters is unknown.",
    "meta/one-study": "One effect: its own estimate and interval, by the normal distribution; how much studies differ cannot be known.",
    "meta/few-studies": "Only {k} effects: tau\xB2 is very uncertain.",
    "convert/empty": "{dropped} of {total} rows left out: they report none of the statistics that convert.",
    "convert/several": "{count} {count:row reports|rows report} more than one statistic; the first of {order} was used.",
    "convert/mixed": "These correlations are not all of one kind ({kinds}): a correlation of two continuous variables, one with membership of two groups, and one derived from an odds ratio or a beta answer different questions. Pool them only after looking at each kind by itself.",
    "convert/beta": "{count} of {total} correlations were made from a beta (Peterson & Brown, 2005): a rough value, and its variance is understated. See what pooling without them gives.",
    "convert/many-betas": "More than a fifth of the correlations ({count} of {total}) come from betas: what these say may decide the result.",
    "convert/beta-range": "{count} {count:beta lies|betas lie} beyond -0.5 to 0.5, for which the formula was not made.",
    "convert/equal-groups": "For {count} {count:row|rows} the sizes of the two groups are not known: they were taken as equal.",
    "convert/odds-ratio": "{count} {count:correlation was|correlations were} made from an odds ratio, as if a continuous variable had been cut in two; the variance is understated.",
    "effect/zero-cells": "{add} was added to every count of {count} of {total} rows, because of counts of 0 (or as asked with to).",
    "meta/dependent-effects": "{k} effects come from {studies} {studies:study|studies}, but are treated as if they were independent: the intervals are too narrow.",
    "meta/fixed-scaled": "Fixed model with the Knapp-Hartung test: the standard error is scaled by the spread that was found, so it also holds when effects differ; test z gives the plain fixed-effect interval.",
    "meta/no-spread": "All effects are equal, so the Knapp-Hartung standard error is 0 and there is no test; test adHoc does not have this problem.",
    "meta/scale-below-one": "The effects lie closer together than the model expects (s\xB2 = {scale2}), so the Knapp-Hartung interval is narrower than the normal one; test adHoc prevents that.",
    "meta/no-tau2-fits": "Q = {Q} is so small that no value of tau\xB2 fits: both limits of tau\xB2 are set to 0.",
    "meta/several-maxima": "The likelihood of tau\xB2 has {maxima} peaks; the highest was taken.",
    "meta/no-prediction": "No prediction interval: this rule needs at least three effects, there are {k}.",
    "meta/influential": "{count} {count:effect passes|effects pass} a usual mark of influence: {studies}. The marks are rough; look before leaving anything out.",
    "meta/flat-likelihood": "The likelihood of tau\xB2 is flat: I\xB2 anywhere from {lower} to {upper} agrees with these data, so they hardly tell how much studies differ.",
    "meta/some-subsets": "{count} random subsets of the {all} there are.",
    "meta/silent-tables": "In {count} {count:study|studies} the outcome never occurs, or always, in both groups: {count:it says|they say} nothing of a ratio and {count:has|have} no effect of {count:its|their} own.",
    "subgroups/missing": "{dropped} of {total} rows left out: they belong to no subgroup.",
    "subgroups/few": "Subgroup {group} has only {k} {k:effect|effects}: read its figures with care.",
    "subgroups/scale-below-one": "In these subgroups the effects lie closer together than the model expects, so their Knapp-Hartung intervals are narrower than the normal ones: {groups}. Test adHoc prevents that.",
    "subgroups/single": "Subgroup {group} has one effect, so no tau\xB2 of its own: it is left out of the comparison with separate tau\xB2 and of its contrasts.",
    "subgroups/one": "There is one subgroup, so there is nothing to compare.",
    "subgroups/no-common-tau2": "Every subgroup has one effect: a common tau\xB2 cannot be estimated.",
    "subgroups/partial-n": "n is known for {known} of {k} effects: sums and weighted means of n use those.",
    "subgroups/partial-r": "r is known for {known} of {k} effects: mean, median and standard deviation use those.",
    "study/too-few-answered": "{scale}: {dropped} of {total} rows {dropped:has|have} no score, for fewer than {needed} items were answered.",
    "coded/no-effect": "{source}: {count} of {total} rows have no correlation or no n (the first is row {row}); they are not pooled.",
    "coded/empty-level": "{source}: {column} is empty in {count} of {total} rows (the first is row {row}); comparisons by it leave them out.",
    "coded/unused-level": "{source}: no row of {column} has {levels}, though there is a label for it.",
    "coded/one-study": "{source}: {k:the only effect comes|all effects come} from one study, so how much studies differ cannot be known.",
    "coded/reversed-both": "{count} of {total} correlations are reversed on both sides, in the measure and in the outcome, so their signs stand right.",
    "coded/set-aside": "{count} {count:row|rows} of a further coder set aside: each effect counts once, as {coder} coded it.",
    "coded/example-rows": "{source}: {count} {count:row is an invented example|rows are invented examples} of the template. Delete {count:it|them} before you use any figure.",
    "coded/turned": "The sign of {count} of {total} correlations was turned, as the sheet asks: there a high score means little.",
    "coded/not-turned": "{count} of {total} correlations are coded as reversed; their signs were left as they stand (turnSigns turns them)."
  },
  words: {
    reliability: "Reliability of the scales",
    "correlations-of": "Correlations",
    respondents: "Respondents",
    described: "Scales and outcomes",
    clusters: "Clusters",
    "in-the-literature": "Your study in the literature",
    "your-study": "This study",
    "synthetic-data": "Synthetic data: these respondents do not exist",
    "what-to-know": "What to know",
    pooled: "Pooled",
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
    figure: "Figure"
  },
  sentences: {
    "report-ready": "The report, to open in a browser: {path}",
    "step-reading": "Reading and scoring {title} ...",
    "step-analysing": "Computing reliability and correlations ...",
    "step-replicating": "Re-running published analyses ...",
    "step-writing": "Writing the report ...",
    "place-caption": "Correlations with {outcome}: this study beside the figures as reported. The reported intervals take each n for one homogeneous sample.",
    "check-fine": "No problems in {files} {files:file|files}: {rows} rows, {scales} {scales:scale|scales}.",
    "sheet-fine": "No problems in {source}: {k} {k:effect|effects} from {studies} {studies:study|studies}.",
    "sheet-scale": "r and its intervals are carried back from Fisher's z; \u03C4\xB2 is on the scale of z. p (Q) tests whether the effects differ more than their sampling errors explain.",
    "sheet-subgroups": "By moderator: {moderator}",
    "sheet-differences": "Test of differences between the subgroups: {figures}.",
    "sheet-few": "Subgroups of fewer than three effects, to be read with care: {groups}.",
    "sheet-single": "One effect has no \u03C4\xB2 of its own; left out of the test of differences: {groups}.",
    "sheet-source": "Data: {citation}.",
    "sheet-title": "My meta-analysis",
    "sheet-example-study": "EXAMPLE {number} (delete this row)",
    "sheet-example-dimension": "involvement at home",
    "sheet-next": "Delete the two example rows, code one row per reported correlation, and then: betrokken check {path}",
    "sheet-head": "What the columns of coded.csv mean. One row is one correlation that a study reported.\nNeeded: r, n, study. Delete the other keys, with their columns, that you do not use.\neffect: an id for every effect. sample: tells the samples of one study apart.\ncomponent: what was measured, as theory/component (betrokken frameworks lists them). dimension: your own words for it.\noutcomes: what stands in the outcome column; high: worse says that a high score is unfavourable (absence, problems).\nreversed: 1 where a high score on the involvement measure means little involvement, else 0.\nturnSigns: true turns the sign of those rows; false leaves every sign as coded. A note counts them either way.\nreliability_x, reliability_y: of the involvement and the outcome measure, where reported (else empty).\ncoder: who coded the row. Coded twice? Give both rows the same effect id, and add useCoder: AB, whose rows count.\nmoderators: by what effects may differ; labels say what the levels mean. betrokken meta meta.yaml --subgroup informant\nGive every title and label as { nl: ..., en: ... }, or as one text for both languages.",
    written: "Written: {path}",
    "init-head": "A first study file, guessed from the data: nothing in it is certain.\nCheck: the role (parent, teacher, pupil), the bounds of every answer scale (only the answers given were seen),\nwhich items are worded the other way round (reversed: true), missing codes (missing: codes that stand apart, such as 9 or 99, were taken for one), which items make a scale,\nwhat each scale measures (measures: fan_chen/expectations) and what the outcomes are. Give every label nl and en.\nThen: betrokken check",
    "init-missing-guess": "a guess: {count:this code stands|these codes stand} apart from the other answers",
    "confidence-label": "{level}% CI",
    "prediction-label": "{level}% PI",
    "chart-forest": "Forest plot of {k} {k:estimate|estimates} ({measure}).",
    "chart-pooled": "{name}: {figures}.",
    "chart-bland-altman": "Bland-Altman plot of {k} {k:pair|pairs}.",
    "mean-of-two": "Mean of {a} and {b}",
    "difference-of-two": "Difference: {a} \u2212 {b}",
    "chart-heat-map": "Heat map of {k} {k:correlation|correlations}, on a scale from \u22121 to 1.",
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
    "icc-explained": "ICC: the share of the differences that lies between clusters (analysis of variance; below 0 is noise around 0). Design effect: how much that widens the variance of a mean.",
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
    "apa-pooled": "Over {k} {k:effect|effects}, the pooled estimate was {figures}.",
    "apa-pooled-plain": "The pooled estimate was {figures}.",
    "apa-heterogeneity": "Heterogeneity: {figures}.",
    "apa-prediction": "The effect in a new study may be expected between {lower} and {upper} ({label}).",
    "regroup-title": "The study under {theory}",
    "regroup-all": "Stated: a source says so. Inferred: one link on the way is a reading of this project. Nothing is guessed.",
    "regroup-stated": "Only links that a source states were used.",
    "regroup-missed": "Not measured for sure: {names}.",
    "chart-crosswalk": "Crosswalk of {rows} by {columns} components: {stated} stated, {inferred} inferred and {ambiguous} ambiguous links.",
    "chart-crosswalk-signs": "< the row falls under the column; > the other way round; = the same",
    "chart-coverage": "{measured} of {total} components {measured:is|are} measured. Not measured for sure: {names}.",
    "chart-coverage-whole": "{total:The only component is|All components are} measured.",
    "chart-coverage-items": "{k} {k:item|items}, {mapping}: {names}",
    "chart-coverage-none": "not measured",
    "did-you-mean": "Did you mean {meant}?",
    "and-more": "... and {more} more.",
    "correlation-is-not-cause": "A correlation is not a cause: these figures do not show that involvement brings about the outcome."
  }
};

// src/foundation/phrases/nl.ts
var nl = {
  errors: {
    "framework/unknown": "Er is geen theorie {id}. betrokken frameworks somt ze op.",
    "framework/unknown-component": "Er is geen onderdeel {id}. betrokken frameworks show <theorie> somt ze op.",
    "framework/unknown-document": "Er is geen brondocument {id}.",
    "replication/unknown": "Er is geen replicatie {id}. Bekend: {known}.",
    "usage/unknown-command": "Er is geen opdracht {name}. betrokken --help noemt ze.",
    "usage/unknown-task": "{name} bestaat hier niet. Bekend: {known}.",
    "usage/unknown-flag": "Onbekende optie {flag}. Bekend: {known}.",
    "usage/flag-value": "{flag} heeft een waarde nodig: {expected}.",
    "usage/word-missing": "{word} ontbreekt.",
    "statistic/unknown": "Onbekende statistiek {kind}. Bekende: {known}.",
    "option/unknown": "Onbekende optie {option}. Bekende opties: {known}.",
    "option/invalid": "Optie {option} moet {expected} zijn.",
    "option/needed": "Optie {option} is nodig bij {with}.",
    "option/twice": "Optie {option} noemt {value} twee keer.",
    "input/unknown": "Onbekende invoer {input}. Bekende invoer: {known}.",
    "input/missing": "Invoer {input} is nodig: {expected}.",
    "input/invalid": "Invoer {input} moet {expected} zijn.",
    "input/unequal-length": "Alle kolommen moeten even lang zijn: {first} heeft {a} rijen, deze {b}.",
    "input/too-few-columns": "{input} heeft minstens {minimum} kolommen nodig; er zijn er {found} gegeven.",
    "data/unknown-column": "Deze kolom is er niet. Kolommen: {known}.",
    "data/empty": "Er zijn geen gegevensrijen.",
    "data/not-a-number": "Hier staat tekst waar een getal hoort.",
    "data/not-finite": "Hier staat een oneindig getal.",
    "data/outside-range": "Hier staat een waarde buiten {minimum} tot {maximum}.",
    "data/not-a-code": "Hier staat een antwoord dat niet op de antwoordschaal voorkomt ({expected}).",
    "data/constant": "Alle waarden zijn gelijk; er valt niets te analyseren.",
    "data/too-many-categories": "Meer dan {most} verschillende waarden: dit zijn geen antwoorden op een schaal.",
    "compare/second-or-group": "Geef second (twee kolommen) of group, niet allebei en niet geen van beide.",
    "compare/two-columns": "Een correlatie heeft twee kolommen, het zijn er {found}.",
    "compare/same": "De twee correlaties zijn van dezelfde twee kolommen.",
    "compare/one-group": "Er is \xE9\xE9n groep, dus er valt niets te vergelijken.",
    "compare/constant": "Een van de kolommen heeft in de gebruikte rijen overal dezelfde waarde: er bestaat geen correlatie.",
    "moderator/none": "Geef moderatoren (getallen), factoren (categorie\xEBn) of beide.",
    "moderator/one-level": "Factor {name} heeft \xE9\xE9n niveau onder de gebruikte effecten.",
    "moderator/dependent": "Deze hangen vast aan de moderatoren ervoor, dus hun effecten zijn niet te scheiden: {names}.",
    "scale/reliability-needed": "E\xE9n item heeft geen alfa: geef de betrouwbaarheid ervan, of meer items.",
    "reliability/not-positive": "Voor een betrouwbaarheid van 0 of minder kan niet worden gecorrigeerd: kijk na of alle items dezelfde kant op wijzen.",
    "data/too-few": "Er zijn {needed} bruikbare {unit} nodig, er zijn er {found}.",
    "data/single-rows": "Elk cluster heeft \xE9\xE9n rij; de variatie binnen clusters is dus onbekend.",
    "scale/no-variance": "De som van de items varieert niet; alfa bestaat dan niet.",
    "omega/singular": "De items overlappen volledig, of een item heeft overal dezelfde waarde; er is geen factor te schatten. Laat het item weg dat uit de andere volgt.",
    "omega/too-many-factors": "{factors} factoren vragen ten minste {needed} items; {found} gegeven.",
    "raters/no-spread": "De gevallen verschillen in het geheel niet; er valt geen betrouwbaarheid te schatten.",
    "data/duplicate-id": "Hier staat hetzelfde id als in rij {first}.",
    "file/not-found": "Dit bestand is er niet.",
    "file/unreadable": "Dit bestand kan niet worden gelezen ({reason}).",
    "file/exists": "Dit bestand bestaat al en is gelaten zoals het was. Zeg het erbij als het vervangen mag worden.",
    "file/unwritable": "Dit bestand kan niet worden geschreven ({reason}).",
    "file/kind": "Dit soort bestand kan niet worden gelezen. Bekende soorten: {known}.",
    "file/not-text": "Dit is geen tekstbestand (een Excel- of SPSS-bestand onder een andere naam?).",
    "file/encoding": "De tekst houdt zich niet aan de codering die de eerste bytes aankondigen ({encoding}).",
    "file/ragged-row": "Hier {found:staat|staan} {found} {found:cel|cellen}, terwijl de kop er {expected} heeft.",
    "file/broken-quote": "Hier begint een aanhalingsteken dat niet wordt gesloten waar de cel eindigt.",
    "file/json": "Dit is geen geldige JSON.",
    "file/json-shape": "Verwacht: een lijst van rijen, of een object met columns.",
    "file/json-cell": "Hier staat een lijst of een object waar \xE9\xE9n waarde hoort.",
    "table/duplicate-column": "Er is al een kolom met deze naam.",
    "table/unequal-length": "Dit heeft {found} waarden, terwijl de tabel {expected} rijen heeft.",
    "effect/correlation-range": "Een correlatie moet tussen -1 en 1 liggen, de grenzen niet meegerekend.",
    "effect/sample-size": "n moet groter zijn dan {minimum} voor deze effectgrootte.",
    "convert/nothing": "Geen van de kolommen waaruit een correlatie kan worden gemaakt is gegeven: {known}.",
    "convert/needs": "{statistic} is niet om te rekenen zonder {needed}.",
    "convert/needs-direction": "{statistic} zegt niet welke kant het verband op gaat: geef direction, 1 of -1.",
    "convert/direction": "direction moet 1 of -1 zijn.",
    "convert/direction-conflict": "Het teken van {statistic} en direction zeggen het tegendeel: controleer de rij.",
    "convert/group-sizes": "n is niet n1 + n2: controleer de rij.",
    "convert/five-numbers": "Een gemiddelde vraagt naast de mediaan de kleinste en grootste waarde of beide kwartielen, in volgorde van grootte.",
    "convert/not-a-correlation": "{statistic} geeft een correlatie van 1 of meer: controleer de rij.",
    "effect/columns-lacking": "{measure} heeft de kolommen {needed} nodig. Niet gegeven: {lacking}.",
    "effect/columns-unused": "{measure} gebruikt {unused} niet. De maat wordt gemaakt uit {needed}.",
    "effect/variance-formula": "{measure} heeft geen variantie {variance}. Wel: {known}.",
    "effect/at-least": "Dit moet minstens {minimum} zijn.",
    "effect/larger-than": "Dit moet groter zijn dan {minimum}.",
    "effect/smaller-than": "Dit moet kleiner zijn dan {maximum}.",
    "effect/impossible-row": "Deze waarden kunnen niet bij elkaar horen, dus {measure} bestaat hier niet: controleer de rij.",
    "effect/not-available": "{measure} of de steekproefvariantie ervan bestaat hier niet: controleer de rij, of laat haar weg.",
    "effect/zero-cell": "{measure} of de steekproefvariantie ervan bestaat hier niet, omdat een aantal of een totaal 0 is: zeg met add en to wat er bij de aantallen wordt opgeteld, of laat de rij weg.",
    "effect/variance": "Een steekproefvariantie moet groter zijn dan 0.",
    "effect/weight": "Een gewicht moet groter zijn dan 0.",
    "meta/weights-needed": "Hiervoor zijn eigen gewichten nodig: geef een kolom weight.",
    "meta/needs-random": "Het vaste model heeft geen random effecten om te voorspellen: kies een schatter van tau2.",
    "meta/no-ratio": "In een van de groepen komt de uitkomst in geen enkele studie voor, of altijd: er bestaat geen ratio.",
    "meta/needs-likelihood": "De profiellikelihood vraagt een methode die een likelihood maximaliseert, REML of ML; {method} doet dat niet.",
    "effect/group-sizes": "Groepsgroottes moeten groter zijn dan 0.",
    "model/not-converged": "De berekening is na {iterations} stappen niet tot rust gekomen.",
    "model/singular": "De voorspellers overlappen volledig; hun effecten zijn niet te scheiden.",
    "option/unknown-moderator": "Er is geen moderator {name}. Bekend: {known}.",
    "option/not-a-category": "{name} is een getal; subgroepen vragen een moderator met categorie\xEBn.",
    "option/unknown-outcome": "Er is geen uitkomst {name}. Bekend: {known}.",
    "coded/needs-key": "{key} heeft {needed} nodig, en dat is niet gegeven.",
    "coded/blank-row": "Deze rij is leeg: verwijder haar.",
    "coded/no-study": "Deze rij noemt geen studie.",
    "coded/unknown-level": "Hier staat een niveau zonder label. Labels zijn gegeven voor: {expected}.",
    "coded/which-coder": "Dit effect is door meer codeurs gecodeerd, en geen van hen is degene van wie de rijen tellen: noem die met useCoder.",
    "study/yaml": "Dit is geen geldige YAML ({reason}).",
    "study/unknown-key": "Onbekende sleutel {key}. Hier bekend: {known}.",
    "study/missing-key": "Sleutel {key} is nodig: {expected}.",
    "study/invalid": "Hier hoort {expected}.",
    "study/invalid-key": "{key} kan hier geen naam zijn: namen van gegevensbestanden hebben geen punt, antwoorden zijn getallen.",
    "study/unknown-name": "{name} is niet gedefinieerd onder {section}. Gedefinieerd: {known}.",
    "study/unknown-component": "{component} is geen onderdeel van een bekende theorie. Bekend: {known}.",
    "study/duplicate-name": "{name} is gedefinieerd onder {first} en onder {second}; elk heeft een eigen naam nodig.",
    "study/needs-data": "Geef met data: aan bij welk gegevensbestand dit hoort ({known}).",
    "study/needs-answer-scale": "Een omgekeerd item heeft een answerScale nodig: het wordt omgepoold met de grenzen die daar staan.",
    "study/mixed-data": "De items van \xE9\xE9n schaal moeten bij \xE9\xE9n gegevensbestand horen; deze horen bij {found}.",
    "study/repeated": "{name} staat hier twee keer.",
    "study/bounds": "maximum moet groter zijn dan minimum.",
    "study/code-outside": "Dit antwoord ligt buiten {minimum} tot {maximum}.",
    "study/missing-code-inside": "Een code voor een ontbrekend antwoord moet buiten {minimum} tot {maximum} liggen, anders verbergt hij echte antwoorden.",
    "study/no-link": "{name} hoort bij {own}; er loopt geen link van {data} daarheen.",
    "study/no-group": "byGroup heeft groepen nodig, en voor {data} zijn er geen opgegeven.",
    "study/no-table": "De tabel van gegevensbestand {data} is er niet.",
    "study/text-cells": "In {count} {count:cel|cellen} staat tekst waar een getal hoort; dit is de eerste.",
    "study/not-matched": "Dit verwijst naar geen enkele rij van {to}.",
    "study/more": "Nog {more} van dezelfde soort in deze kolom."
  },
  notes: {
    "replication/plausible-values": "Plausibele waarden zoals in het hoofdstuk: het gemiddelde plus en min 1,96 tau. Een predictie-interval telt ook de onzekerheid van het gemiddelde mee en is breder.",
    "literature/one-homogeneous-sample": "Alleen uit r en n berekend, alsof elke n \xE9\xE9n homogene steekproef was: de werkelijke onzekerheid is groter, want de studies verschillen. Wat de afzonderlijke studies nodig heeft, blijft leeg.",
    "literature/mean-differs": "Het n-gewogen gemiddelde van de drie rijen ({weighted}) is niet het gerapporteerde gemiddelde ({reported}): de steekproeven overlappen tussen de rijen, en het gerapporteerde gemiddelde kiest een andere eenheid (studies, over alle dimensies).",
    "literature/besd": "Binomiale weergave van de effectgrootte: het deel boven de mediaan van de uitkomst in de minder en de meer betrokken helft. r = ,30 betekent 35% tegen 65%, niet cijfers die 30% hoger liggen.",
    "replication/rounding": "Berekend met volle precisie; de publicaties drukken minder cijfers af en rondden eerder af.",
    "missing/listwise": "{dropped} van {total} rijen weggelaten: er ontbrak een waarde.",
    "missing/pairwise": "Elk paar gebruikt de rijen waarin beide waarden er zijn: n loopt van {lowest} tot {highest}.",
    "file/windows-1252": "{source}: dit is geen UTF-8; het is gelezen als Windows-1252, zoals oudere Excelversies schrijven.",
    "file/one-column": "{source}: er is maar \xE9\xE9n kolom gevonden. Zijn er meer, noem dan het scheidingsteken.",
    "file/decimal-mixed": "{source}: sommige kolommen hebben decimale komma's en andere decimale punten. Er is gelezen met \u201C{decimal}\u201D; tekst bleef: {columns}.",
    "file/decimal-ambiguous": "{source}: {column} heeft alleen getallen als {example}, die op twee manieren te lezen zijn. Ze zijn gelezen als {reading}; noem het decimaalteken als dat niet klopt.",
    "file/nearly-numeric": "{source}: {column} bestaat bijna helemaal uit getallen, maar {count} {count:cel|cellen} niet (de eerste op regel {line}). De kolom bleef tekst; is het een code voor ontbrekend, geef die dan op.",
    "file/blank-cells": "{source}: {count} {count:cel|cellen} van {column} {count:bevat|bevatten} alleen spaties (de eerste op regel {line}) en {count:geldt|gelden} als ontbrekend.",
    "file/duplicate-header": "{source}: de kop heeft {column} meer dan eens; kolom {position} heet nu {name}.",
    "file/unnamed-header": "{source}: kolom {position} heeft geen naam en heet nu {name}.",
    "file/odd-quote": "{source}: {count} {count:rij heeft|rijen hebben} een los aanhalingsteken (de eerste op regel {line}); het is als deel van de tekst bewaard.",
    "file/swallowed-rows": "{source}: een cel tussen aanhalingstekens die op regel {line} begint, loopt over meer regels die elk op een eigen rij lijken. Controleer de aanhalingstekens.",
    "file/blank-lines": "{source}: {count} lege {count:regel|regels} tussen de rijen overgeslagen (de eerste: regel {line}).",
    "file/empty-rows": "{source}: {count} {count:rij heeft|rijen hebben} geen enkele waarde (de eerste op regel {line}); {count:die blijft|die blijven} in de tabel staan.",
    "file/trailing-delimiter": "{source}: elke rij eindigt met {count} lege {count:cel|cellen} meer dan de kop heeft; die {count:is|zijn} weggelaten.",
    "file/dates": "{source}: {column} bevat datums; ze zijn gelezen als dag-maand-jaar en staan nu als {example}.",
    "join/unmatched": "{source}: bij {count} van {total} rijen is op {column} niets gevonden.",
    "join/no-key": "{source}: {count} van {total} rijen {count:heeft|hebben} geen {column} en {count:is|zijn} niet gekoppeld.",
    "group/missing": "{dropped} van {total} rijen weggelaten: ze horen bij geen groep.",
    "cluster/missing": "{dropped} van {total} rijen weggelaten: ze horen bij geen cluster.",
    "column/too-few": "{column} heeft {n} {n:waarde|waarden}: geen spreiding, interval of vorm.",
    "column/no-spread": "{column} heeft overal dezelfde waarde: geen scheefheid of kurtosis.",
    "column/no-shape": "{column} heeft maar {n} waarden: te weinig voor scheefheid en kurtosis samen.",
    "pair/constant": "{x} met {y}: in de rijen die beide hebben, varieert een van de twee niet; er bestaat geen correlatie.",
    "pair/constant-within": "{x} met {y}: binnen clusters varieert een van de twee niet; daar bestaat geen correlatie.",
    "pair/constant-between": "{x} met {y}: de clustergemiddelden van een van de twee vari\xEBren niet; tussen clusters bestaat geen correlatie.",
    "pair/too-few": "{x} met {y}: {n} {n:rij heeft|rijen hebben} beide waarden, te weinig voor een toets.",
    "pair/no-interval": "{x} met {y}: drie rijen hebben beide waarden, te weinig voor een interval.",
    "pair/too-few-within": "{x} met {y}: te weinig rijen per cluster voor een toets of interval binnen clusters.",
    "pair/one-cluster": "{x} met {y}: \xE9\xE9n cluster, dus geen clusterrobuuste toets of interval mogelijk.",
    "pair/no-robust-test": "{x} met {y}: de {clusters} clusters laten niets over om een standaardfout uit te schatten; er is dus geen toets.",
    "pair/few-clusters": "{x} met {y}: {clusters} {clusters:cluster|clusters}, te weinig voor een correlatie tussen clusters.",
    "pair/no-interval-between": "{x} met {y}: drie clusters, te weinig voor een interval tussen clusters.",
    "pair/perfect": "{x} met {y}: de correlatie is volmaakt; de toetsgrootheid is dan oneindig en het interval \xE9\xE9n punt.",
    "correlation/cluster-means": "De correlatie tussen clusters is die van de waargenomen clustergemiddelden; die bevatten steekproeffout.",
    "matrix/not-positive-semidefinite": "De paren berusten op verschillende rijen en hun waarden zijn samen onmogelijk (de matrix is niet positief semidefiniet): gebruik haar niet voor factoranalyse of regressie.",
    "matrix/not-positive-definite": "Samen zijn deze correlaties onmogelijk (de matrix is niet positief semidefiniet): gebruik haar niet voor factoranalyse of regressie, of vraag om smoothing.",
    "matrix/smoothed": "Samen zijn deze correlaties onmogelijk; in de matrix zijn de negatieve eigenwaarden opgehoogd (smoothing). De tabel met paren is zoals geschat.",
    "polychoric/normal-traits": "Dit zijn correlaties van de normaal verdeelde eigenschappen die achter de antwoorden worden verondersteld, niet van de antwoorden zelf.",
    "polychoric/at-the-edge": "{x} met {y}: de tabel laat een correlatie van 1 of -1 toe (er zijn lege cellen), dus er is geen standaardfout. Er is niets opgeteld bij lege cellen.",
    "compare/perfect": "{first}, {second}: een correlatie van 1 of -1 heeft geen Fisher-z, dus er is geen toets.",
    "partial/nothing-left": "{x} met {y}: de controle laat van een van beide niets over, dus er bestaat geen correlatie.",
    "moderator/nothing-to-explain": "Zonder moderatoren is tau\xB2 0: er zijn geen verschillen tussen studies te verklaren.",
    "moderator/explains-less": "Met de moderatoren is tau\xB2 groter dan zonder: ze verklaren niets (R\xB2 is 0).",
    "moderator/between-studies": "Studies verschillen in meer dan deze moderatoren: wat met een moderator samengaat, hoeft er niet uit voort te komen.",
    "disattenuated/beyond-one": "De gecorrigeerde correlatie ligt buiten 1: de betrouwbaarheden zijn te laag voor deze correlatie, of werden te laag geschat. Zij is niet afgekapt.",
    "bootstrap/draws-left-out": "{left} van de {asked} bootstrapsteekproeven zijn weggelaten: daarin varieerde iets niet of lag een betrouwbaarheid niet boven 0.",
    "column/constant": "{column} heeft overal dezelfde waarde: er bestaat geen correlatie.",
    "item/negative": "{item} hangt negatief samen met de rest van zijn schaal ({r}). Er is niets omgepoold: kijk naar de formulering en het codeboek.",
    "alpha/negative": "Alfa is negatief: de items meten niet \xE9\xE9n ding in \xE9\xE9n richting.",
    "alpha/constant-item": "{item} heeft overal dezelfde waarde en telt toch als item; SPSS en psych laten het weg: zie alfa zonder dit item.",
    "item/negative-reversed": "{item} is omgepoold zoals gevraagd en hangt nu negatief samen met de rest van zijn schaal ({r}): was het al omgepoold?",
    "scale/too-few-answered": "{dropped} van {total} rijen {dropped:heeft|hebben} geen score: er zijn minder dan {needed} {needed:item|items} beantwoord.",
    "icc/negative": "De ICC is negatief ({icc}): clusters verschillen minder dan toeval zou doen verschillen. Het designeffect is op 1 gesteld.",
    "icc/unequal-sizes": "De clusters verschillen in grootte ({smallest} tot {largest}): de intervallen rekenen met {n0} per cluster (n0) en zijn benaderingen.",
    "icc/reml-zero": "REML vindt geen variantie tussen clusters: de schatting is 0, de grens.",
    "icc/no-within": "Binnen de clusters varieert niets: de ICC is 1 en F oneindig.",
    "raters/perfect": "Alle beoordelaars geven elk geval dezelfde score: de ICC's zijn 1 en hun F oneindig.",
    "raters/parallel": "De beoordelaars verschillen alleen in niveau, voor elk geval evenveel: de consistentie is 1 en haar F oneindig.",
    "raters/negative": "De ICC is negatief ({icc}): scores van hetzelfde geval verschillen niet minder dan die van verschillende gevallen. Ze is niet op 0 gezet.",
    "raters/constant": "{rater} geeft elk geval dezelfde score.",
    "raters/identical": "{first} en {second} zijn in elke rij gelijk: \xE9\xE9n kolom twee keer genomen?",
    "ratings/gap": "Tussen de codes die voorkomen gebruikte niemand {skipped}; er zijn {used} categorie\xEBn geteld. Horen ze bij de antwoordschaal, geef de categorie\xEBn dan op: gewichten en toeval kunnen van hun aantal afhangen.",
    "ratings/none": "{dropped} van {total} rijen weggelaten: niemand beoordeelde ze.",
    "ratings/unpaired": "{dropped} van {total} rijen weggelaten: ze hebben minder dan twee oordelen.",
    "ratings/incomplete": "{missing} {missing:oordeel ontbreekt|oordelen ontbreken}; alle gegeven oordelen zijn gebruikt, de overeenstemming rust op de {paired} {paired:rij|rijen} met twee of meer.",
    "ratings/one-subject": "E\xE9n geval: geen standaardfout over gevallen en geen interval daaruit.",
    "agreement/one-category": "Iedereen koos een en dezelfde categorie: overeenstemming boven toeval bestaat dan niet. Waren er andere te kiezen, geef de categorie\xEBn dan op.",
    "agreement/one-value": "Alle waarden zijn gelijk: overeenstemming boven toeval bestaat dan niet.",
    "agreement/constant-rater": "Een van de beoordelaars deelde elk geval in dezelfde categorie in; kappa is dan 0, hoe vaak ze het ook eens zijn.",
    "agreement/perfect": "De beoordelaars zijn het in elk geval eens. De standaardfout van 0 en het interval dat eruit volgt zeggen niet hoe het bij andere gevallen zou gaan.",
    "agreement/beyond-one": "De bovengrens ligt boven 1, wat bij overeenstemming niet kan: het interval is een benadering voor grote steekproeven.",
    "interval/needs-seed": "Geen interval: dat komt uit een bootstrap, en die heeft een startgetal (seed) nodig.",
    "interval/undefined-draws": "In {undefined} van {draws} bootstrapsteekproeven bestaat het cijfer niet; het interval rust op de andere.",
    "groups/single": "{single} {single:groep heeft|groepen hebben} maar \xE9\xE9n lid; overeenstemming bestaat daar niet.",
    "groups/one": "Er is \xE9\xE9n groep, dus geen ICC.",
    "rwg/no-skewed-variance": "Voor dit aantal antwoorden is geen variantie van een licht scheve verdeling gepubliceerd (alleen voor 5 tot 11).",
    "rwg/negative": "In {negative} {negative:groep|groepen} verschillen de antwoorden meer dan bij toeval: r_wg is daar negatief. Het is zo gelaten; andere programma's zetten het op 0.",
    "rwg/broken": "In {broken} {broken:groep|groepen} verschillen de antwoorden zo veel meer dan bij toeval dat r_wg(j) geen betekenis heeft; het is leeg gelaten.",
    "rwg/set-to-zero": "Waar antwoorden meer dan bij toeval verschillen is r_wg op 0 gezet, zoals gevraagd.",
    "pairs/same-difference": "Alle verschillen zijn gelijk: de grenzen vallen samen en er is geen toets.",
    "pairs/few": "Slechts {n} paren: de grenzen van overeenstemming zijn heel onzeker, zie hun intervallen.",
    "pairs/constant": "Een van de twee scores varieert niet; er is dan geen correlatie en geen interval.",
    "pairs/no-correlation": "De correlatie is precies 0; daar bestaat de standaardfout niet.",
    "pairs/no-interval": "{n} paren: te weinig voor een interval.",
    "items/overlap": "De items overlappen volledig (de andere voorspellen er een zonder fout, of er zijn te weinig rijen); hoe ver de andere een item voorspellen is daarom niet beschikbaar.",
    "item/negative-loading": "{item} heeft een negatieve lading ({loading}). Er is niets omgepoold: kijk de formulering en het codeboek na.",
    "missing/fiml": "In {incomplete} van de {total} rijen ontbreken antwoorden. Alle gegeven antwoorden tellen mee (full-information maximum likelihood); dat veronderstelt dat wat ontbreekt van niets anders afhangt dan van de gegeven antwoorden.",
    "missing/empty-rows": "{dropped} van de {total} rijen weggelaten: daarin staat geen enkel antwoord.",
    "omega/heywood": "{item} heeft een negatieve residuele variantie (een Heywood-geval): \xE9\xE9n factor verklaart er meer dan alles van. Omega is niet te vertrouwen.",
    "omega/just-identified": "Drie items passen altijd precies bij \xE9\xE9n factor: de passing zegt niets, en de twee omega's zijn gelijk.",
    "omega/poor-fit": "E\xE9n factor beschrijft deze items slecht (CFI {cfi}, RMSEA {rmsea}): ze meten meer dan \xE9\xE9n ding, of sommige delen meer dan de factor. Het verschil tussen de twee omega's is dit gebrek aan passing.",
    "omega/group-factors": "Twee groepsfactoren: hun ladingen op de algemene factor zijn niet uit elkaar te houden en zijn gelijk genomen.",
    "omega/bound": "{item} zou een uniciteit onder ,005 krijgen (een Heywood-geval) en is daar vastgehouden: omega is niet te vertrouwen.",
    "omega/second-order-bound": "Een groepsfactor ({factor}) zou samenvallen met de algemene factor (een Heywood-geval) en is op een uniciteit van ,005 vastgehouden.",
    "omega/no-group-items": "{factor} is van geen enkel item de sterkste factor.",
    "rotation/several-minima": "De rotatie heeft meer dan \xE9\xE9n minimum; het laagste is genomen. Zoeken vanaf de ongeroteerde ladingen alleen eindigt {above} hoger, waar andere programma's kunnen stoppen.",
    "halves/too-many-items": "Meer dan {most} items: niet alle splitsingen in helften zijn geprobeerd, dus lambda 4 is leeg gelaten.",
    "ordinal-alpha/not-the-sum": "Ordinale alfa gaat over de normaal verdeelde eigenschappen die achter de antwoorden worden verondersteld. Het is niet de betrouwbaarheid van de waargenomen som of het gemiddelde; alfa komt daar dichter bij.",
    "alpha/no-between": "Tussen clusters varieert de som van de items niet meer dan het toeval maakt, dus er is geen alfa tussen clusters.",
    "item/no-between": "{item} varieert tussen clusters niet meer dan het toeval maakt (de variantie daar wordt onder 0 geschat).",
    "alpha/between-impossible": "De geschatte covarianties tussen clusters kunnen niet samen bestaan (niet positief semidefiniet); alfa tussen clusters is dus niet te vertrouwen en kan zelfs boven 1 uitkomen.",
    "alpha/few-clusters": "Slechts {clusters} clusters: alfa tussen clusters is zeer onzeker.",
    "scale/too-few-items": "Minder dan drie items: alfa zegt weinig.",
    "study/synthetic": "Deze gegevens zijn door een computer gemaakt. Ze zeggen niets over echte ouders, leraren of scholen.",
    "study/weights-unused": "Voor {data} zijn gewichten opgegeven, maar die worden nog niet gebruikt: alle cijfers zijn ongewogen.",
    "regroup/mixed-answer-scales": "{name}: de items hebben verschillende antwoordschalen ({ranges}); in hun gemiddelde weegt de bredere schaal zwaarder.",
    "regroup/analysis-dropped": "Analyse {analysis} is weggelaten: geen van de voorspellers valt onder deze theorie.",
    "study/item-in-two-scales": "{item} telt mee in meer dan \xE9\xE9n schaal ({scales}): daardoor hangen deze schalen samen.",
    "study/single-item": "{scale} heeft \xE9\xE9n item: er is geen betrouwbaarheid te geven.",
    "study/no-reference": "{count} van de {total} rijen van {data} verwijzen naar geen rij van {to}.",
    "study/id-missing": "{count} van de {total} rijen van {data} hebben geen id.",
    "study/key-missing": "In {count} van de {total} rijen van {data} is {column} leeg: ze tellen niet mee waar die kolom nodig is.",
    "study/missing-codes": "{count} {count:antwoord|antwoorden} in {data} {count:had|hadden} een code die als ontbrekend is opgegeven en {count:telt|tellen} als ontbrekend.",
    "study/reversed": "Omgepoold zoals het studiebestand aangeeft: {items}.",
    "study/too-few": "{what}: te weinig volledige rijen, dus niet berekend.",
    "study/nothing-varies": "{what}: er varieert niets, dus niet berekend.",
    "study/single-rows": "{what}: elk cluster heeft \xE9\xE9n rij, dus het aandeel tussen clusters is onbekend.",
    "meta/one-study": "E\xE9n effect: de eigen schatting met het eigen interval, volgens de normale verdeling; hoeveel studies verschillen is niet te zeggen.",
    "meta/few-studies": "Maar {k} effecten: tau\xB2 is erg onzeker.",
    "convert/empty": "{dropped} van de {total} rijen weggelaten: ze melden geen van de statistieken die om te rekenen zijn.",
    "convert/several": "{count} {count:rij meldt|rijen melden} meer dan \xE9\xE9n statistiek; de eerste van {order} is gebruikt.",
    "convert/mixed": "Deze correlaties zijn niet alle van \xE9\xE9n soort ({kinds}): een correlatie van twee continue variabelen, een met het horen bij een van twee groepen, en een die is afgeleid van een odds-ratio of een b\xE8ta beantwoorden verschillende vragen. Pool ze pas nadat je elke soort apart hebt bekeken.",
    "convert/beta": "{count} van de {total} correlaties zijn gemaakt uit een b\xE8ta (Peterson & Brown, 2005): een ruwe waarde, met een te kleine variantie. Kijk wat poolen zonder deze geeft.",
    "convert/many-betas": "Meer dan een vijfde van de correlaties ({count} van {total}) komt uit b\xE8ta's: die kunnen de uitkomst bepalen.",
    "convert/beta-range": "{count} {count:b\xE8ta ligt|b\xE8ta's liggen} buiten -0,5 tot 0,5; daarvoor is de formule niet gemaakt.",
    "convert/equal-groups": "Van {count} {count:rij|rijen} zijn de groottes van de twee groepen niet bekend: ze zijn als gelijk genomen.",
    "convert/odds-ratio": "{count} {count:correlatie is|correlaties zijn} gemaakt uit een odds-ratio, alsof een continue variabele in twee\xEBn was geknipt; de variantie is te klein.",
    "effect/zero-cells": "Bij elk aantal van {count} van de {total} rijen is {add} opgeteld, wegens aantallen van 0 (of zoals gevraagd met to).",
    "meta/dependent-effects": "{k} effecten komen uit {studies} {studies:studie|studies}, maar zijn behandeld alsof ze onafhankelijk zijn: de intervallen zijn te smal.",
    "meta/fixed-scaled": "Vast model met de toets van Knapp en Hartung: de standaardfout is geschaald met de gevonden spreiding en geldt dus ook als effecten verschillen; test z geeft het gewone interval van het vaste model.",
    "meta/no-spread": "Alle effecten zijn gelijk, dus de standaardfout volgens Knapp en Hartung is 0 en er is geen toets; test adHoc heeft daar geen last van.",
    "meta/scale-below-one": "De effecten liggen dichter bij elkaar dan het model verwacht (s\xB2 = {scale2}); daardoor is het Knapp-Hartung-interval smaller dan het normale. Test adHoc voorkomt dat.",
    "meta/no-tau2-fits": "Q = {Q} is zo klein dat geen waarde van tau\xB2 past: beide grenzen van tau\xB2 zijn op 0 gezet.",
    "meta/several-maxima": "De likelihood van tau\xB2 heeft {maxima} toppen; de hoogste is genomen.",
    "meta/no-prediction": "Geen predictie-interval: deze regel vraagt minstens drie effecten, er zijn er {k}.",
    "meta/influential": "{count} {count:effect haalt|effecten halen} een gebruikelijke grens voor invloed: {studies}. De grenzen zijn ruw; kijk eerst voordat u iets weglaat.",
    "meta/flat-likelihood": "De likelihood van tau\xB2 is vlak: I\xB2 overal tussen {lower} en {upper} past bij deze gegevens; ze zeggen dus nauwelijks hoeveel studies verschillen.",
    "meta/some-subsets": "{count} willekeurige deelverzamelingen van de {all} die er zijn.",
    "meta/silent-tables": "In {count} {count:studie|studies} komt de uitkomst in beide groepen nooit voor, of altijd: {count:die zegt|die zeggen} niets over een ratio en {count:heeft|hebben} geen eigen effect.",
    "subgroups/missing": "{dropped} van {total} rijen weggelaten: ze horen bij geen subgroep.",
    "subgroups/few": "Subgroep {group} heeft maar {k} {k:effect|effecten}: lees de cijfers met voorzichtigheid.",
    "subgroups/scale-below-one": "In deze subgroepen liggen de effecten dichter bij elkaar dan het model verwacht; daardoor zijn hun Knapp-Hartung-intervallen smaller dan de normale: {groups}. Test adHoc voorkomt dat.",
    "subgroups/single": "Subgroep {group} heeft \xE9\xE9n effect en dus geen eigen tau\xB2: ze doet niet mee in de vergelijking met aparte tau\xB2 en in de contrasten daarvan.",
    "subgroups/one": "Er is \xE9\xE9n subgroep; er valt niets te vergelijken.",
    "subgroups/no-common-tau2": "Elke subgroep heeft \xE9\xE9n effect: een gezamenlijke tau\xB2 is niet te schatten.",
    "subgroups/partial-n": "n is bekend voor {known} van de {k} effecten: de som van n en de n-gewogen gemiddelden gebruiken die.",
    "subgroups/partial-r": "r is bekend voor {known} van de {k} effecten: gemiddelde, mediaan en standaarddeviatie gebruiken die.",
    "study/too-few-answered": "{scale}: {dropped} van de {total} rijen {dropped:heeft|hebben} geen score, want er zijn minder dan {needed} items beantwoord.",
    "coded/no-effect": "{source}: {count} van de {total} rijen hebben geen correlatie of geen n (de eerste is rij {row}); ze tellen niet mee.",
    "coded/empty-level": "{source}: {column} is leeg in {count} van de {total} rijen (de eerste is rij {row}); vergelijkingen erop laten die weg.",
    "coded/unused-level": "{source}: geen rij van {column} heeft {levels}, al is er een label voor.",
    "coded/one-study": "{source}: {k:het enige effect komt|alle effecten komen} uit \xE9\xE9n studie; hoeveel studies verschillen is dus niet te weten.",
    "coded/reversed-both": "{count} van de {total} correlaties zijn aan beide kanten omgekeerd, in de maat en in de uitkomst; hun tekens staan dus goed.",
    "coded/set-aside": "{count} {count:rij|rijen} van een andere codeur buiten beschouwing gelaten: elk effect telt \xE9\xE9n keer, zoals {coder} het codeerde.",
    "coded/example-rows": "{source}: {count} {count:rij is een verzonnen voorbeeld|rijen zijn verzonnen voorbeelden} van de sjabloon. Verwijder {count:die|ze} voordat je een cijfer gebruikt.",
    "coded/turned": "Het teken van {count} van de {total} correlaties is omgedraaid, zoals het blad vraagt: daar betekent een hoge score weinig.",
    "coded/not-turned": "{count} van de {total} correlaties zijn als omgekeerd gecodeerd; hun tekens zijn gelaten zoals ze staan (turnSigns draait ze om)."
  },
  words: {
    reliability: "Betrouwbaarheid van de schalen",
    "correlations-of": "Correlaties",
    respondents: "Respondenten",
    described: "Schalen en uitkomsten",
    clusters: "Clusters",
    "in-the-literature": "Uw onderzoek in de literatuur",
    "your-study": "Dit onderzoek",
    "synthetic-data": "Synthetische gegevens: deze respondenten bestaan niet",
    "what-to-know": "Wat u moet weten",
    pooled: "Samengevoegd",
    study: "Studie",
    estimate: "Schatting",
    bias: "Gemiddeld verschil",
    "upper-limit": "Bovenste grens",
    "lower-limit": "Onderste grens",
    "first-score": "eerste",
    "second-score": "tweede",
    contents: "Inhoud",
    continued: "vervolg",
    total: "Totaal",
    within: "Binnen clusters",
    between: "Tussen clusters",
    warning: "Let op",
    "numbers-of-figure": "De cijfers bij deze figuur",
    "prediction-interval": "Predictie-interval",
    "in-sentences": "Hetzelfde in APA-zinnen",
    "save-as-svg": "Opslaan als SVG",
    "save-as-png": "Opslaan als PNG",
    "figure-menu": "Deze figuur opslaan",
    note: "Noot",
    missing: "ontbrekend",
    table: "Tabel",
    component: "Theorieonderdeel",
    dimension: "Dimensie",
    outcome: "Uitkomst",
    figure: "Figuur"
  },
  sentences: {
    "report-ready": "Het rapport, te openen in een browser: {path}",
    "step-reading": "Lezen en scoren: {title} ...",
    "step-analysing": "Betrouwbaarheid en correlaties berekenen ...",
    "step-replicating": "Gepubliceerde analyses overdoen ...",
    "step-writing": "Het rapport schrijven ...",
    "place-caption": "Correlaties met {outcome}: dit onderzoek naast de cijfers zoals gerapporteerd. De gerapporteerde intervallen nemen elke n als \xE9\xE9n homogene steekproef.",
    "check-fine": "Geen problemen in {files} {files:bestand|bestanden}: {rows} rijen, {scales} {scales:schaal|schalen}.",
    "sheet-fine": "Geen problemen in {source}: {k} {k:effect|effecten} uit {studies} {studies:studie|studies}.",
    "sheet-scale": "r en de intervallen zijn teruggerekend van Fishers z; \u03C4\xB2 staat op de schaal van z. p (Q) toetst of de effecten meer verschillen dan hun steekproeffouten verklaren.",
    "sheet-subgroups": "Naar moderator: {moderator}",
    "sheet-differences": "Toets op verschillen tussen de subgroepen: {figures}.",
    "sheet-few": "Subgroepen van minder dan drie effecten, met voorzichtigheid te lezen: {groups}.",
    "sheet-single": "E\xE9n effect heeft geen eigen \u03C4\xB2; daarom niet in de toets op verschillen: {groups}.",
    "sheet-source": "Gegevens: {citation}.",
    "sheet-title": "Mijn meta-analyse",
    "sheet-example-study": "VOORBEELD {number} (wis deze rij)",
    "sheet-example-dimension": "betrokkenheid thuis",
    "sheet-next": "Wis de twee voorbeeldrijen, codeer \xE9\xE9n rij per gerapporteerde correlatie, en daarna: betrokken check {path}",
    "sheet-head": "Wat de kolommen van coded.csv betekenen. E\xE9n rij is \xE9\xE9n correlatie die een studie rapporteerde.\nNodig: r, n, study. Verwijder de andere sleutels, met hun kolommen, als je ze niet gebruikt.\neffect: een id voor elk effect. sample: onderscheidt de steekproeven van \xE9\xE9n studie.\ncomponent: wat er gemeten is, als theorie/onderdeel (betrokken frameworks somt ze op). dimension: je eigen woorden ervoor.\noutcomes: wat er in de kolom outcome staat; high: worse zegt dat een hoge score ongunstig is (verzuim, problemen).\nreversed: 1 waar een hoge score op de betrokkenheidsmaat weinig betrokkenheid betekent, anders 0.\nturnSigns: true draait het teken van die rijen om; false laat elk teken zoals gecodeerd. Een noot telt ze hoe dan ook.\nreliability_x, reliability_y: van de betrokkenheids- en de uitkomstmaat, waar vermeld (anders leeg).\ncoder: wie de rij codeerde. Dubbel gecodeerd? Geef beide rijen hetzelfde effect-id, en voeg toe useCoder: AB, wiens rijen tellen.\nmoderators: waarnaar effecten kunnen verschillen; labels zeggen wat de niveaus betekenen. betrokken meta meta.yaml --subgroup informant\nGeef elke titel en elk label als { nl: ..., en: ... }, of als \xE9\xE9n tekst voor beide talen.",
    written: "Geschreven: {path}",
    "init-head": "Een eerste onderzoeksbestand, geraden uit de gegevens: niets erin is zeker.\nControleer: de rol (parent, teacher, pupil), de grenzen van elke antwoordschaal (alleen gegeven antwoorden zijn gezien),\nwelke items andersom geformuleerd zijn (reversed: true), ontbrekende codes (missing: codes die apart staan, zoals 9 of 99, zijn daarvoor aangezien), welke items een schaal vormen,\nwat elke schaal meet (measures: fan_chen/expectations) en wat de uitkomsten zijn. Geef elk label nl en en.\nDaarna: betrokken check",
    "init-missing-guess": "een gissing: {count:deze code staat|deze codes staan} apart van de andere antwoorden",
    "confidence-label": "{level}%-BI",
    "prediction-label": "{level}%-PI",
    "chart-forest": "Forest plot van {k} {k:schatting|schattingen} ({measure}).",
    "chart-pooled": "{name}: {figures}.",
    "chart-bland-altman": "Bland-Altman-grafiek van {k} {k:paar|paren}.",
    "mean-of-two": "Gemiddelde van {a} en {b}",
    "difference-of-two": "Verschil: {a} \u2212 {b}",
    "chart-heat-map": "Heatmap van {k} {k:correlatie|correlaties}, op een schaal van \u22121 tot 1.",
    "chart-strongest": "Sterkste: {a} met {b}, r = {r}.",
    "chart-item-total": "Item-restcorrelaties van {k} {k:item|items}.",
    "chart-lowest-item": "Laagste: {item}, {r}.",
    "chart-means": "Grafiek van {k} {k:gemiddelde|gemiddelden} met betrouwbaarheidsintervallen.",
    stars: "* p < {one}. ** p < {two}. *** p < {three}.",
    "stars-adjusted": "p gecorrigeerd voor het aantal toetsen ({method}).",
    "stars-unadjusted": "p niet gecorrigeerd voor het aantal toetsen.",
    "correlation-table": "Correlaties",
    "sample-size": "n = {n}.",
    "sample-sizes": "n loopt van {lowest} tot {highest}.",
    "cluster-count": "{k} clusters.",
    "cluster-counts": "Het aantal clusters loopt van {lowest} tot {highest}.",
    "rows-complete": "n telt de rijen zonder ontbrekend antwoord in de schaal; de andere zijn weggelaten.",
    "sample-of": "{label}: {rows} rijen{clusters}{groups}.",
    "sample-clusters": " in {k} clusters",
    "sample-groups": " ({names})",
    "sample-group": "{name}: {rows}",
    "icc-explained": "ICC: het deel van de verschillen dat tussen clusters ligt (variantieanalyse; onder 0 is ruis rond 0). Designeffect: hoeveel dat de variantie van een gemiddelde vergroot.",
    "in-brackets": "Tussen haken: {label}.",
    "apa-positive": "{a} en {b} hangen positief samen{where}, {figures}.",
    "apa-negative": "{a} en {b} hangen negatief samen{where}, {figures}.",
    "apa-unclear": "Tussen {a} en {b} is geen samenhang aangetoond{where}, {figures}.",
    "apa-reported": "De correlatie tussen {a} en {b}{where}: {figures}.",
    "apa-unavailable": "De correlatie tussen {a} en {b}{where} is niet beschikbaar.",
    "apa-alpha-unavailable": "Cronbachs alfa van {scale} is niet beschikbaar.",
    "apa-pooled-unavailable": "Er is geen gepoolde schatting.",
    "apa-corrected": "{p} (gecorrigeerd)",
    "apa-alpha": "Cronbachs alfa van {scale}: {figures}.",
    "apa-pooled": "Over {k} {k:effect|effecten} is de gepoolde schatting {figures}.",
    "apa-pooled-plain": "De gepoolde schatting is {figures}.",
    "apa-heterogeneity": "Heterogeniteit: {figures}.",
    "apa-prediction": "In een nieuwe studie is een effect te verwachten tussen {lower} en {upper} ({label}).",
    "regroup-title": "Het onderzoek volgens {theory}",
    "regroup-all": "Vermeld: een bron zegt het. Afgeleid: \xE9\xE9n verband op het pad is een lezing van dit project. Er is niets geraden.",
    "regroup-stated": "Alleen verbanden die een bron vermeldt zijn gebruikt.",
    "regroup-missed": "Niet met zekerheid gemeten: {names}.",
    "chart-crosswalk": "Kruistabel van {rows} bij {columns} onderdelen: {stated} vermelde, {inferred} afgeleide en {ambiguous} niet eenduidige verbanden.",
    "chart-crosswalk-signs": "< de rij valt onder de kolom; > andersom; = hetzelfde",
    "chart-coverage": "{measured} van de {total} onderdelen {measured:wordt|worden} gemeten. Niet met zekerheid gemeten: {names}.",
    "chart-coverage-whole": "{total:Het enige onderdeel wordt|Alle onderdelen worden} gemeten.",
    "chart-coverage-items": "{k} {k:item|items}, {mapping}: {names}",
    "chart-coverage-none": "niet gemeten",
    "did-you-mean": "Bedoelt u {meant}?",
    "and-more": "... en nog {more}.",
    "correlation-is-not-cause": "Samenhang is geen oorzaak: deze cijfers tonen niet dat betrokkenheid de uitkomst teweegbrengt."
  }
};

// src/foundation/phrases.ts
var PHRASES = { nl, en };
function fill(template, values, language) {
  return template.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    const value = values[name];
    if (one !== void 0) return value === 1 ? one : many ?? "";
    return value === void 0 ? "?" : shownValue(value, language);
  });
}
function shownValue(value, language) {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? formatCount(value, language) : formatNumber(value, { language });
}
function errorPhrase(code, values, language) {
  return fill(PHRASES[language].errors[code], values, language);
}
function sentence(code, values, language) {
  return fill(PHRASES[language].sentences[code], values, language);
}

// src/foundation/errors.ts
var BetrokkenError = class extends Error {
  code;
  location;
  problems;
  constructor(problems) {
    super(problemsText(problems, "en"));
    this.name = "BetrokkenError";
    this.code = problems[0].code;
    this.location = problems[0].location;
    this.problems = problems;
  }
};
function refuse(code, values = {}, location) {
  throw new BetrokkenError([location ? { code, values, location } : { code, values }]);
}
function refuseAll(problems) {
  const [first, ...rest] = problems;
  if (first) throw new BetrokkenError([first, ...rest]);
}
var SHOWN = 20;
function problemsText(problems, language) {
  const lines = problems.slice(0, SHOWN).map((problem) => problemText(problem, language));
  const more = problems.length - SHOWN;
  return (more > 0 ? [...lines, sentence("and-more", { more }, language)] : lines).join("\n");
}
function problemText(problem, language) {
  const place2 = placeText(problem.location, language);
  const text = errorPhrase(problem.code, problem.values, language) + hintText(problem.values, language);
  return place2 === "" ? text : `${place2}: ${text}`;
}
function hintText({ meant: meant2 }, language) {
  return meant2 === void 0 ? "" : ` ${sentence("did-you-mean", { meant: meant2 }, language)}`;
}
var PLACES = {
  en: { row: "row", column: "column", line: "line" },
  nl: { row: "rij", column: "kolom", line: "regel" }
};
function placeText(location, language) {
  const words = PLACES[language];
  const parts = [
    location?.source,
    location?.line === void 0 ? void 0 : `${words.line} ${location.line}`,
    location?.row === void 0 ? void 0 : `${words.row} ${location.row}`,
    location?.column === void 0 ? void 0 : `${words.column} ${location.column}`
  ];
  return parts.filter((part) => part !== void 0).join(", ");
}

// src/foundation/notes.ts
function note(code, values = {}) {
  return { code, values };
}
function notesWhen(...candidates) {
  return candidates.filter(([holds]) => holds).map(([, code, values]) => note(code, values));
}

// src/foundation/options.ts
import { z } from "zod";

// src/foundation/closest.ts
function editDistance(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        last[j] + 1,
        row[j - 1] + 1,
        last[j - 1] + (same ? 0 : 1),
        swapped ? beforeLast[j - 2] + 1 : Number.POSITIVE_INFINITY
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length];
}
function closest(word, known) {
  let best;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const near = distance <= Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (near && distance < least) [best, least] = [candidate, distance];
  }
  return best;
}
function meant(word, known) {
  const found2 = closest(word, known);
  return found2 === void 0 ? {} : { meant: found2 };
}

// src/foundation/options.ts
function described(schema, help) {
  return schema.meta({ help });
}
var shared = {
  confidenceLevel: described(z.number().gt(0).lt(1).default(0.95), {
    en: "level of the confidence intervals",
    nl: "niveau van de betrouwbaarheidsintervallen"
  }),
  missing: described(z.enum(["listwise", "pairwise"]).default("listwise"), {
    en: "what to do with missing values: leave out rows, or use what each pair has",
    nl: "wat te doen met ontbrekende waarden: rijen weglaten, of per paar gebruiken wat er is"
  }),
  adjust: described(z.enum(["none", "bonferroni", "holm", "hochberg", "hommel", "BH", "BY"]).default("holm"), {
    en: "correction of p for the number of tests",
    nl: "correctie van p voor het aantal toetsen"
  }),
  seed: described(z.int().min(0), {
    en: "seed of the random numbers",
    nl: "startgetal van de toevalsgetallen"
  })
};
function resolve(schema, given) {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => optionProblems(schema, issue));
  refuseAll(problems);
  throw parsed.error;
}
function optionProblems(schema, issue) {
  if (issue.code === "unrecognized_keys") {
    const names = Object.keys(schema.shape);
    const known = names.join(", ");
    return issue.keys.map((option2) => ({
      code: "option/unknown",
      values: { option: option2, known, ...meant(option2, names) }
    }));
  }
  const option = issue.path.join(".") || "options";
  const field = schema.shape[String(issue.path[0])];
  return [{ code: "option/invalid", values: { option, expected: field ? expectation(field) : "an object" } }];
}
function expectation(schema) {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  if (json.enum) return json.enum.join(" | ");
  if (json.anyOf) return json.anyOf.map((part) => describeJson(part)).join(" | ");
  return describeJson(json);
}
function describeJson(part) {
  if (part.const !== void 0) return String(part.const);
  if (part.enum) return part.enum.join(" | ");
  const lower = part.exclusiveMinimum !== void 0 ? `> ${part.exclusiveMinimum}` : bound("\u2265", part.minimum);
  const upper = part.exclusiveMaximum !== void 0 ? `< ${part.exclusiveMaximum}` : bound("\u2264", part.maximum);
  return [part.type ?? "?", lower, upper].filter((text) => text !== "").join(" ");
}
function bound(sign, value) {
  return value === void 0 || Math.abs(value) === Number.MAX_SAFE_INTEGER ? "" : `${sign} ${value}`;
}

// src/foundation/result.ts
import { z as z2 } from "zod";
var unit = z2.enum(["respondent", "item", "effect", "study"]);
var sample = z2.strictObject({
  unit,
  used: z2.int(),
  dropped: z2.int(),
  missing: z2.int()
});
var note2 = z2.strictObject({
  code: z2.string(),
  values: z2.record(z2.string(), z2.union([z2.string(), z2.number()]))
});
var available = z2.number().nullable();
function resultSchema(kind, options3, fields) {
  return z2.strictObject({ kind: z2.literal(kind), options: options3, sample, notes: z2.array(note2), ...fields });
}
function finiteOrNull(value) {
  return Number.isFinite(value) ? value : null;
}

// src/foundation/statistic.ts
function defineStatistic(card) {
  return card;
}

// src/numeric/quantile.ts
var CONTINUOUS = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8]
};
var ROUNDING = 4 * Number.EPSILON;
function quantile(values, p, type = 7) {
  return quantiles(values, [p], type)[0];
}
function quantiles(values, shares2, type = 7) {
  const sorted = isSorted(values) ? values : Float64Array.from(values).sort();
  return shares2.map((p) => {
    if (!(p >= 0 && p <= 1)) refuse("option/invalid", { option: "p", expected: "0-1" });
    return type <= 3 ? stepQuantile(sorted, p, type) : mixedQuantile(sorted, p, type);
  });
}
function median(values) {
  return quantile(values, 0.5, 7);
}
function mixedQuantile(sorted, p, type) {
  const [a, b] = CONTINUOUS[type];
  const place2 = a + p * (sorted.length + 1 - a - b);
  const whole = Math.floor(place2 + ROUNDING);
  const part = Math.abs(place2 - whole) < ROUNDING ? 0 : place2 - whole;
  const low = at(sorted, whole);
  const high = at(sorted, whole + 1);
  return part === 0 || low === high ? low : (1 - part) * low + part * high;
}
function stepQuantile(sorted, p, type) {
  const place2 = p * sorted.length - (type === 3 ? 0.5 : 0);
  const whole = Math.floor(place2 + ROUNDING);
  if (place2 > whole + ROUNDING) return at(sorted, whole + 1);
  if (type === 1) return at(sorted, whole);
  if (type === 2) return (at(sorted, whole) + at(sorted, whole + 1)) / 2;
  return at(sorted, whole % 2 === 0 ? whole : whole + 1);
}
function at(sorted, k2) {
  return sorted[Math.max(1, Math.min(sorted.length, k2)) - 1] ?? Number.NaN;
}
function isSorted(values) {
  for (let i = 1; i < values.length; i++) if (!(values[i] >= values[i - 1])) return false;
  return true;
}

// src/table/input.ts
import { z as z3 } from "zod";
function numberColumn(help) {
  return z3.custom(isColumn).transform(readNumbers).meta({ role: "number", help });
}
function labelColumn(help) {
  return z3.custom(isColumn).transform(readLabels).meta({ role: "label", help });
}
function read(schema, data) {
  refuseAll(shapeProblems(schema, data));
  refuseAll(contentProblems(schema, data));
  const values = schema.parse(data);
  refuseUnequalLengths(values);
  return values;
}
function roleOf(field) {
  const inner = field instanceof z3.ZodOptional ? field.unwrap() : field;
  return inner.meta();
}
function inputRoles(schema) {
  return Object.entries(schema.shape).map(([name, field]) => {
    const role = roleOf(field);
    if (!role) throw new Error(`input ${name} has no role`);
    return { name, optional: field instanceof z3.ZodOptional, role };
  });
}
function shapeProblems(schema, data) {
  const given = data ?? {};
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(given).filter((input3) => !known.includes(input3));
  const fields = inputRoles(schema).flatMap(({ name, optional, role }) => {
    const value = given[name];
    const expected = EXPECTED[role.role];
    if (value === void 0 || value === null)
      return optional ? [] : [{ code: "input/missing", values: { input: name, expected } }];
    const several = role.role === "numbers" || role.role === "categories";
    const fits = several ? isRecord(value) : isColumn(value);
    return fits ? [] : [{ code: "input/invalid", values: { input: name, expected } }];
  });
  return [
    ...unknown.map((input3) => ({ code: "input/unknown", values: { input: input3, known: known.join(", ") } })),
    ...fields
  ];
}
var EXPECTED = {
  numbers: "{ name: number[], ... }",
  number: "number[]",
  categories: "{ name: (string | number)[], ... }",
  category: "(string | number)[]",
  label: "string[]"
};
function isColumn(value) {
  return Array.isArray(value) || ArrayBuffer.isView(value) && !(value instanceof DataView);
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !isColumn(value) && Object.values(value).every(isColumn);
}
function readNumbers(column) {
  if (column instanceof Float64Array) return column;
  const numbers = new Float64Array(column.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = column[i] ?? Number.NaN;
  return numbers;
}
function readLabels(column) {
  return Array.from(column, labelOf);
}
function labelOf(value) {
  return value === null || value === void 0 || value === "" || Number.isNaN(value) ? null : String(value);
}
function isNumberColumns(value) {
  return typeof value === "object" && value !== null && "names" in value;
}
function isCategories(value) {
  return typeof value === "object" && value !== null && "codes" in value && value.codes instanceof Int32Array;
}
function contentProblems(schema, data) {
  return inputRoles(schema).flatMap(({ name, role }) => {
    const value = data[name];
    if (value === void 0 || value === null) return [];
    if (role.role === "number") return numberProblems(value, name);
    return role.role === "numbers" ? columnsProblems(value, name, role.minimum ?? 1) : [];
  });
}
function columnsProblems(columns, input3, minimum) {
  const entries = Object.entries(columns);
  if (entries.length < minimum)
    return [{ code: "input/too-few-columns", values: { input: input3, minimum, found: entries.length } }];
  return entries.flatMap(([name, column]) => numberProblems(column, name));
}
function numberProblems(values, column) {
  if (values instanceof Float64Array && isFiniteOrMissing(values)) return [];
  const problems = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || value === void 0) continue;
    if (typeof value !== "number")
      problems.push({ code: "data/not-a-number", values: {}, location: { row: i + 1, column } });
    else if (Math.abs(value) === Number.POSITIVE_INFINITY)
      problems.push({ code: "data/not-finite", values: {}, location: { row: i + 1, column } });
  }
  return problems;
}
function isFiniteOrMissing(values) {
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]) === Number.POSITIVE_INFINITY) return false;
  return true;
}
function refuseUnequalLengths(values) {
  const lengths = Object.entries(values).flatMap(([field, value]) => columnLengths(field, value));
  const first = lengths[0];
  if (!first) return;
  const other = lengths.find(([, length]) => length !== first[1]);
  if (other) refuse("input/unequal-length", { first: first[0], a: first[1], b: other[1] }, { column: other[0] });
  if (first[1] === 0) refuse("data/empty");
}
function columnLengths(field, value) {
  if (value === void 0) return [];
  if (isNumberColumns(value)) return value.names.map((name, j) => [name, value.columns[j].length]);
  if (Array.isArray(value) || value instanceof Float64Array) return [[field, value.length]];
  if (isCategories(value)) return [[field, value.rows]];
  return Object.entries(value).map(([name, { rows }]) => [name, rows]);
}

// src/effects/fisherZ.ts
function fisherZ(r) {
  return Math.atanh(r);
}
function correlationFromZ(z8) {
  return Math.tanh(z8);
}

// src/numeric/adaptiveIntegral.ts
var DEFAULTS = { relative: 1e-10, absolute: 0 };
var MOST_PANELS = 1e3;
var ROUNDING2 = 50 * Number.EPSILON;
var KRONROD_NODES = [
  0.9956571630258081,
  0.9739065285171717,
  0.9301574913557082,
  0.8650633666889845,
  0.7808177265864169,
  0.6794095682990244,
  0.5627571346686047,
  0.4333953941292472,
  0.2943928627014602,
  0.14887433898163122
];
var KRONROD_WEIGHTS = [
  0.011694638867371874,
  0.032558162307964725,
  0.054755896574351995,
  0.07503967481091996,
  0.0931254545836976,
  0.10938715880229764,
  0.12349197626206584,
  0.13470921731147334,
  0.14277593857706009,
  0.14773910490133849
];
var KRONROD_MIDDLE = 0.1494455540029169;
var GAUSS_WEIGHTS = [
  0.06667134430868814,
  0.1494513491505806,
  0.21908636251598204,
  0.26926671930999635,
  0.29552422471475287
];
function integrate(f, a, b, accuracy = {}) {
  const relative = accuracy.relative ?? DEFAULTS.relative;
  const absolute = accuracy.absolute ?? DEFAULTS.absolute;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (a === b) return 0;
  if (a > b) return -integrate(f, b, a, accuracy);
  if (a === Number.NEGATIVE_INFINITY && b === Number.POSITIVE_INFINITY) {
    return refine((t) => f(t / (1 - t * t)) * (1 + t * t) / (1 - t * t) ** 2, -1, 1, relative, absolute);
  }
  if (b === Number.POSITIVE_INFINITY) return refine((t) => f(a + t / (1 - t)) / (1 - t) ** 2, 0, 1, relative, absolute);
  if (a === Number.NEGATIVE_INFINITY) {
    return refine((t) => f(b - t / (1 - t)) / (1 - t) ** 2, 0, 1, relative, absolute);
  }
  return refine(f, a, b, relative, absolute);
}
function refine(f, a, b, relative, absolute) {
  const panels = [panelOf(f, a, b)];
  while (panels.length <= MOST_PANELS) {
    let value = 0;
    let error = 0;
    let worst = 0;
    for (let i = 0; i < panels.length; i++) {
      value += panels[i].value;
      error += panels[i].error;
      if (panels[i].error > panels[worst].error) worst = i;
    }
    if (Number.isNaN(value)) return Number.NaN;
    if (error <= Math.max(absolute, relative * Math.abs(value))) return value;
    const { from, to } = panels[worst];
    const middle = from + (to - from) / 2;
    if (panels[worst].error === 0) return value;
    panels[worst] = panelOf(f, from, middle);
    panels.push(panelOf(f, middle, to));
  }
  return Number.NaN;
}
function panelOf(f, from, to) {
  const centre2 = from + (to - from) / 2;
  const half = (to - from) / 2;
  const below = new Float64Array(KRONROD_NODES.length);
  const above = new Float64Array(KRONROD_NODES.length);
  const middle = f(centre2);
  let kronrod = KRONROD_MIDDLE * middle;
  let gauss = 0;
  let size = KRONROD_MIDDLE * Math.abs(middle);
  for (let i = 0; i < KRONROD_NODES.length; i++) {
    const step = half * KRONROD_NODES[i];
    below[i] = f(centre2 - step);
    above[i] = f(centre2 + step);
    kronrod += KRONROD_WEIGHTS[i] * (below[i] + above[i]);
    size += KRONROD_WEIGHTS[i] * (Math.abs(below[i]) + Math.abs(above[i]));
    if (i % 2 === 1) gauss += GAUSS_WEIGHTS[(i - 1) / 2] * (below[i] + above[i]);
  }
  let spread2 = KRONROD_MIDDLE * Math.abs(middle - kronrod / 2);
  for (let i = 0; i < KRONROD_NODES.length; i++) {
    spread2 += KRONROD_WEIGHTS[i] * (Math.abs(below[i] - kronrod / 2) + Math.abs(above[i] - kronrod / 2));
  }
  return { from, to, value: kronrod * half, error: panelError(Math.abs(kronrod - gauss), spread2, size) * half };
}
function panelError(difference, spread2, size) {
  if (difference <= ROUNDING2 * size) return 0;
  const scaled = spread2 === 0 ? difference : spread2 * Math.min(1, (200 * difference / spread2) ** 1.5);
  return Math.max(scaled, ROUNDING2 * size);
}

// src/numeric/polynomial.ts
function polynomial(coefficients, x) {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i];
  return value;
}

// src/numeric/errorFunction.ts
var CENTRE_OVER = [3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315];
var CENTRE_UNDER = [2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1];
var MIDDLE_OVER = [
  1230.3393547979972,
  2051.0783778260716,
  1712.0476126340707,
  881.952221241769,
  298.6351381974001,
  66.11919063714163,
  8.883149794388377,
  0.5641884969886701,
  21531153547440383e-24
];
var MIDDLE_UNDER = [
  1230.3393548037495,
  3439.3676741437216,
  4362.619090143247,
  3290.7992357334597,
  1621.3895745666903,
  537.1811018620099,
  117.6939508913125,
  15.744926110709835,
  1
];
var TAIL_OVER = [
  6587491615298378e-19,
  0.016083785148742275,
  0.12578172611122926,
  0.36034489994980445,
  0.30532663496123236,
  0.016315387137302097
];
var TAIL_UNDER = [
  0.0023352049762686918,
  0.06051834131244132,
  0.5279051029514285,
  1.8729528499234604,
  2.568520192289822,
  1
];
var ONE_OVER_ROOT_PI = 0.5641895835477563;
var CENTRE_TO = 0.46875;
var MIDDLE_TO = 4;
function errorFunction(x) {
  if (Math.abs(x) <= CENTRE_TO) return centre(x);
  return x > 0 ? 1 - complementaryErrorFunction(x) : complementaryErrorFunction(-x) - 1;
}
function complementaryErrorFunction(x) {
  if (Math.abs(x) <= CENTRE_TO) return 1 - centre(x);
  if (x < 0) return 2 - complementaryErrorFunction(-x);
  return x > 27.3 ? 0 : scaledTail(x) * expOfMinusSquare(x);
}
function scaledComplementaryErrorFunction(x) {
  return x <= CENTRE_TO ? Math.exp(x * x) * (1 - centre(x)) : scaledTail(x);
}
function centre(x) {
  const square = x * x;
  return x * polynomial(CENTRE_OVER, square) / polynomial(CENTRE_UNDER, square);
}
function scaledTail(x) {
  if (x <= MIDDLE_TO) return polynomial(MIDDLE_OVER, x) / polynomial(MIDDLE_UNDER, x);
  const square = 1 / (x * x);
  const correction = square * polynomial(TAIL_OVER, square) / polynomial(TAIL_UNDER, square);
  return (ONE_OVER_ROOT_PI - correction) / x;
}
function expOfMinusSquare(x) {
  const exact = Math.trunc(x * 16) / 16;
  return Math.exp(-exact * exact) * Math.exp(-(x - exact) * (x + exact));
}

// src/numeric/normalStart.ts
var CENTRE_OVER2 = [
  3.3871328727963665,
  133.14166789178438,
  1971.5909503065513,
  13731.69376550946,
  45921.95393154987,
  67265.7709270087,
  33430.57558358813,
  2509.0809287301227
];
var CENTRE_UNDER2 = [
  1,
  42.31333070160091,
  687.1870074920579,
  5394.196021424751,
  21213.794301586597,
  39307.89580009271,
  28729.085735721943,
  5226.495278852854
];
var MIDDLE_OVER2 = [
  1.4234371107496835,
  4.630337846156546,
  5.769497221460691,
  3.6478483247632045,
  1.2704582524523684,
  0.2417807251774506,
  0.022723844989269184,
  7745450142783414e-19
];
var MIDDLE_UNDER2 = [
  1,
  2.053191626637759,
  1.6763848301838038,
  0.6897673349851,
  0.14810397642748008,
  0.015198666563616457,
  5475938084995345e-19,
  10507500716444169e-25
];
var TAIL_OVER2 = [
  6.657904643501103,
  5.463784911164114,
  1.7848265399172913,
  0.29656057182850487,
  0.026532189526576124,
  0.0012426609473880784,
  27115555687434876e-21,
  20103343992922881e-23
];
var TAIL_UNDER2 = [
  1,
  0.599832206555888,
  0.1369298809227358,
  0.014875361290850615,
  7868691311456133e-19,
  18463183175100548e-21,
  1421511758316446e-22,
  20442631033899397e-31
];
var FARTHEST_ROOT = 27;
function normalStart(centred, logP) {
  if (Math.abs(centred) <= 0.425) {
    const square = 0.180625 - centred * centred;
    return centred * polynomial(CENTRE_OVER2, square) / polynomial(CENTRE_UNDER2, square);
  }
  const root = Math.sqrt(-logP);
  if (root <= 5) return -polynomial(MIDDLE_OVER2, root - 1.6) / polynomial(MIDDLE_UNDER2, root - 1.6);
  if (root <= FARTHEST_ROOT) return -polynomial(TAIL_OVER2, root - 5) / polynomial(TAIL_UNDER2, root - 5);
  return farTail(logP);
}
function farTail(logP) {
  if (logP === Number.NEGATIVE_INFINITY) return logP;
  const square = -2 * logP;
  const first = square - Math.log(2 * Math.PI * square);
  return -Math.sqrt(square - Math.log(2 * Math.PI * first));
}

// src/numeric/normal.ts
var ROOT_HALF = Math.SQRT1_2;
var ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;
var HALF_LOG_TWO_PI = 0.9189385332046728;
var CENTRE_TO2 = 0.66;
function normalDensity(z8) {
  return ONE_OVER_ROOT_TWO_PI * expOfMinusHalfSquare(z8);
}
function normalLogDensity(z8) {
  return -0.5 * z8 * z8 - HALF_LOG_TWO_PI;
}
function expOfMinusHalfSquare(z8) {
  if (Math.abs(z8) > 39) return 0;
  const exact = Math.trunc(z8 * 16) / 16;
  return Math.exp(-0.5 * exact * exact) * Math.exp(-0.5 * (z8 - exact) * (z8 + exact));
}
function normalLower(z8) {
  return normalUpper(-z8);
}
function normalUpper(z8) {
  if (Math.abs(z8) < CENTRE_TO2) return 0.5 - 0.5 * errorFunction(z8 * ROOT_HALF);
  if (z8 < 0) return 1 - normalUpper(-z8);
  return 0.5 * scaledComplementaryErrorFunction(z8 * ROOT_HALF) * expOfMinusHalfSquare(z8);
}
function normalLogLower(z8) {
  return normalLogUpper(-z8);
}
function normalLogUpper(z8) {
  if (z8 < 0) return Math.log1p(-normalUpper(-z8));
  if (z8 === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  return Math.log(0.5 * scaledComplementaryErrorFunction(z8 * ROOT_HALF)) - 0.5 * z8 * z8;
}
function normalQuantile(p) {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p > 0.5) return -lowerTailQuantile(1 - p);
  return lowerTailQuantile(p);
}
function normalUpperQuantile(p) {
  return 0 - normalQuantile(p);
}
function lowerTailQuantile(p) {
  const z8 = normalStart(p - 0.5, Math.log(p));
  if (p < 1e-305) return logTailStep(z8, Math.log(p));
  return z8 - (normalLower(z8) - p) / normalDensity(z8);
}
function logTailStep(z8, logP) {
  if (!Number.isFinite(z8)) return z8;
  const logLower = normalLogLower(z8);
  return z8 - (logLower - logP) / Math.exp(normalLogDensity(z8) - logLower);
}

// src/meta/backTransform.ts
var BACK_TRANSFORMS = {
  none: null,
  fisherZ: correlationFromZ
};
var TRANSFORMS = { none: (value) => value, fisherZ };
var BACK_TRANSFORM_NAMES = Object.keys(BACK_TRANSFORMS);
function backTransformed(values, name) {
  const transform = BACK_TRANSFORMS[name];
  if (!transform) return null;
  const entries = Object.entries(values).map(([key, value]) => [key, value === null ? null : transform(value)]);
  return Object.fromEntries(entries);
}
function transformed(value, name) {
  return TRANSFORMS[name](value);
}
var TAIL = 9;
function meanBackTransformed(mean, tau, name) {
  const transform = BACK_TRANSFORMS[name];
  if (!transform) return null;
  const both = (x) => (transform(mean + tau * x) + transform(mean - tau * x)) * normalDensity(x);
  return tau === 0 ? transform(mean) : integrate(both, 0, TAIL, { relative: 1e-14, absolute: 1e-16 });
}

// src/meta/effectColumns.ts
import { z as z4 } from "zod";
var effectColumns = {
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, \xE9\xE9n per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  study: labelColumn({ en: "names of the studies", nl: "namen van de studies" }).optional()
};
var weightedEffectColumns = {
  ...effectColumns,
  weight: numberColumn({
    en: "weights of your own for the mean",
    nl: "eigen gewichten voor het gemiddelde"
  }).optional()
};
function placesOf({ rows }, names) {
  return Array.from(rows, (row) => ({ study: names?.[row] ?? String(row + 1), row: row + 1 }));
}
var place = { study: z4.string(), row: z4.int() };
function rowNotes({ rows, sample: { used, dropped } }, names) {
  const studies = new Set(Array.from(rows, (row) => names?.[row] ?? row)).size;
  return notesWhen(
    [dropped > 0, "missing/listwise", { dropped, total: used + dropped }],
    [studies < used, "meta/dependent-effects", { k: used, studies }]
  );
}
function maximaNotes(maxima) {
  const most = Math.max(1, ...maxima);
  return most > 1 ? [note("meta/several-maxima", { maxima: most })] : [];
}

// src/meta/effectLayout.ts
function layOut({ estimates, variances, weights: own }, codes, p = 1) {
  const k2 = estimates.length;
  const starts = startsOf(codes, k2, p);
  const rows = rowsInOrder(variances, codes, starts);
  const ordered = inOrder(variances, rows);
  const given = own ? inOrder(own, rows) : null;
  const distances = inOrder(estimates, rows);
  const references = new Float64Array(p);
  for (let g = 0; g < p; g++) {
    references[g] = distances[starts[g]];
    for (let i = starts[g]; i < starts[g + 1]; i++) distances[i] -= references[g];
  }
  const [smallestVariance, largestVariance] = extremes(ordered);
  const spread2 = spreadOf(distances, starts);
  const weights = new Float64Array(k2);
  return {
    ...{ k: k2, p, starts, rows, references, distances, variances: ordered, given },
    ...{ smallestVariance, largestVariance, spread: spread2, weights }
  };
}
function startsOf(codes, k2, p) {
  const starts = new Int32Array(p + 1);
  if (codes) for (let i = 0; i < k2; i++) starts[codes[i] + 1] += 1;
  else starts[1] = k2;
  for (let g = 0; g < p; g++) starts[g + 1] += starts[g];
  return starts;
}
function rowsInOrder(variances, codes, starts) {
  const rows = new Int32Array(variances.length);
  const next = starts.slice();
  for (let row = 0; row < rows.length; row++) {
    const g = codes ? codes[row] : 0;
    const first = starts[g];
    const place2 = next[g]++;
    rows[place2] = row;
    if (variances[row] < variances[rows[first]]) {
      rows[place2] = rows[first];
      rows[first] = row;
    }
  }
  return rows;
}
function inOrder(values, rows) {
  const ordered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) ordered[i] = values[rows[i]];
  return ordered;
}
function extremes(values) {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    smallest = Math.min(smallest, values[i]);
    largest = Math.max(largest, values[i]);
  }
  return [smallest, largest];
}
function spreadOf(distances, starts) {
  let spread2 = 0;
  for (let g = 0; g + 1 < starts.length; g++) {
    const [first, end] = [starts[g], starts[g + 1]];
    let sum = 0;
    for (let i = first; i < end; i++) sum += distances[i];
    const mean = sum / (end - first);
    for (let i = first; i < end; i++) spread2 += (distances[i] - mean) ** 2;
  }
  return spread2;
}

// src/numeric/exactProduct.ts
var SPLITTER = 134217729;
var LARGEST_SPLIT = 1e290;
function productError(a, b) {
  const product = a * b;
  if (!(Math.abs(product) < LARGEST_SPLIT && Math.abs(a) < LARGEST_SPLIT && Math.abs(b) < LARGEST_SPLIT)) return 0;
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
function productMinus(a, b, c) {
  return a * b - c + productError(a, b);
}

// src/numeric/logarithms.ts
var SERIES_FROM = -0.65;
var SERIES_TO = 1.9;
function log1pMinusX(x) {
  if (!(x > SERIES_FROM && x < SERIES_TO)) return Math.log1p(x) - x;
  const r = x / (2 + x);
  return r * (2 * r * r * atanhTail(r * r) - x);
}
function atanhTail(square) {
  let power = 1;
  let sum = 1 / 3;
  for (let odd = 5; odd < 80; odd += 2) {
    power *= square;
    const term = power / odd;
    sum += term;
    if (term < 4e-17 * sum) break;
  }
  return sum;
}
function ratioDeviance(ratio, excess3) {
  if (excess3 > SERIES_FROM && excess3 < SERIES_TO) return -log1pMinusX(excess3);
  return ratio === Number.POSITIVE_INFINITY ? ratio : excess3 - Math.log(ratio);
}

// src/numeric/stirlingError.ts
var STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
  -174611 / 125400,
  77683 / 5796,
  -236364091 / 1506960,
  657931 / 300,
  -3392780147 / 93960
];
var SERIES_FROM2 = 6;
var LARGE = 1e150;
function stirlingError(a) {
  if (a >= SERIES_FROM2) return stirlingSeries(a);
  if (a < 1) return (a + 0.5) * (Math.log1p(a) - Math.log(a)) - 1 + stirlingError(a + 1);
  const steps = Math.ceil(SERIES_FROM2 - a);
  const far = a + steps;
  let ratio = 1;
  for (let k2 = 0; k2 < steps; k2++) ratio *= far / (a + k2);
  return (a - 0.5) * Math.log(far / a) + (Math.log(ratio) - steps) + stirlingSeries(far);
}
function stirlingSeries(a) {
  const inverse = 1 / a;
  const square = inverse * inverse;
  let sum = 0;
  for (let k2 = STIRLING.length - 1; k2 >= 0; k2--) sum = sum * square + STIRLING[k2];
  return sum * inverse;
}
function logGammaIncrement(b, increment) {
  let steps = 0;
  let growth = 0;
  for (; b < SERIES_FROM2; b += 1) {
    if (increment > LARGE * b || growth > LARGE) {
      steps += Math.log1p(growth) + Math.log(increment + b) - Math.log(b);
      growth = 0;
    } else growth += increment / b * (1 + growth);
  }
  steps += Math.log1p(growth);
  const u = increment / b;
  const power = increment * Math.log(b + increment);
  return power + b * log1pMinusX(u) - 0.5 * Math.log1p(u) + stirlingDifference(b, increment) - steps;
}
function stirlingDifference(b, increment) {
  const share3 = b / (b + increment);
  const missing = increment / (b + increment);
  const inverse = 1 / b;
  let power = inverse;
  let geometric = 1;
  let sharePower = 1;
  let sum = 0;
  for (let k2 = 0; k2 < STIRLING.length; k2++) {
    sum -= STIRLING[k2] * power * missing * geometric;
    power *= inverse * inverse;
    geometric += sharePower * share3 * (1 + share3);
    sharePower *= share3 * share3;
  }
  return sum;
}

// src/numeric/digamma.ts
var DIGAMMA_SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];
var TRIGAMMA_SERIES = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];

// src/numeric/gammaFunction.ts
var EULER = 0.5772156649015329;
var HALF_LOG_TWO_PI2 = 0.9189385332046728;
var ZETA = [
  0.6449340668482264,
  0.2020569031595943,
  0.08232323371113819,
  0.03692775514336993,
  0.01734306198444914,
  0.008349277381922827,
  0.00407735619794434,
  0.0020083928260822143,
  9945751278180853e-19,
  4941886041194645e-19,
  2460865533080483e-19,
  12271334757848915e-20,
  6124813505870483e-20,
  3058823630702049e-20,
  1528225940865187e-20,
  7637197637899763e-21,
  381729326499984e-20,
  1908212716553939e-21,
  9539620338727962e-22,
  4769329867878064e-22,
  238450502727733e-21,
  11921992596531106e-23,
  5960818905125948e-23,
  2980350351465228e-23,
  1490155482836504e-23
].map((value, i) => (i % 2 === 0 ? value : -value) / (i + 2));
var STIRLING_FROM = 10;
function logGamma(x) {
  if (x >= STIRLING_FROM) return stirlingForm(x);
  if (x > -STIRLING_FROM) return x <= 0 && x === Math.floor(x) ? Number.POSITIVE_INFINITY : shiftedForm(x);
  if (Number.isNaN(x)) return x;
  const fraction2 = x - Math.round(x);
  if (fraction2 === 0 || x === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
  return Math.log(Math.PI / Math.abs(x * Math.sin(Math.PI * fraction2))) - stirlingForm(-x);
}
function stirlingForm(x) {
  if (x > 1e305) return x * (Math.log(x) - 1);
  return (x - 0.5) * Math.log(x) - x + (HALF_LOG_TWO_PI2 + stirlingError(x));
}
function shiftedForm(x) {
  if (x > 0.5 && x < 1.5) return logGamma1p(x - 1);
  let product = 1;
  while (x >= 2.5) {
    x -= 1;
    product *= x;
  }
  if (product > 1) return Math.log(product) + aroundTwo(x - 2);
  if (x >= 1.5) return aroundTwo(x - 2);
  while (x <= 0.5) {
    product *= x;
    x += 1;
  }
  return logGamma1p(x - 1) - Math.log(Math.abs(product));
}
function aroundTwo(u) {
  return u * (1 - EULER + u * polynomial(ZETA, u));
}
function logGamma1p(u) {
  return u > 0.5 ? aroundTwo(u - 1) : aroundTwo(u) - Math.log1p(u);
}
function logBeta(a, b) {
  if (!(a > 0 && b > 0)) return Number.NaN;
  const smaller = Math.min(a, b);
  const larger = Math.max(a, b);
  if (larger === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (smaller < STIRLING_FROM) return logGamma(smaller) - logGammaIncrement(larger, smaller);
  const powers = smaller * Math.log1p(larger / smaller) + larger * Math.log1p(smaller / larger);
  const corrections = stirlingError(smaller) + stirlingError(larger) - stirlingError(smaller + larger);
  return HALF_LOG_TWO_PI2 + 0.5 * Math.log(1 / smaller + 1 / larger) - powers + corrections;
}

// src/numeric/uniformTail.ts
var TERMS = 34;
var RADIUS = 3.5;
var NEGLIGIBLE = 39;
var ROOT_TWO_PI = 2.5066282746310002;
var SMALLEST_SHAPE = 32;
var LARGEST_SHARE = 0.5;
var mapping = new Float64Array(TERMS + 3);
var squares = new Float64Array(TERMS + 3);
var forBeta = new Float64Array(TERMS + 1);
var forGamma = new Float64Array(TERMS + 1);
fillFactors(forGamma, 1, 0, TERMS);
var filled = { share: Number.NaN, terms: 0 };
function uniformApplies(shape, deviance) {
  return shape >= SMALLEST_SHAPE && deviance < LARGEST_SHARE * shape;
}
function uniformGammaTail(shape, deviance, upper, correction) {
  return scaledTail2(forGamma, shape, deviance, upper, correction, termsFor(shape, deviance));
}
function uniformBetaTail(shape, share3, deviance, upper, correction) {
  const terms = termsFor(shape, deviance);
  if (filled.share !== share3 || filled.terms < terms) {
    fillFactors(forBeta, (1 - share3 - share3) / Math.sqrt(1 - share3), share3, terms);
    filled.share = share3;
    filled.terms = terms;
  }
  return scaledTail2(forBeta, shape, deviance, upper, correction, terms);
}
function termsFor(shape, deviance) {
  const reach = Math.sqrt(Math.max(2 * deviance, 20) / shape);
  return Math.min(TERMS, Math.ceil(NEGLIGIBLE / Math.log(RADIUS / reach)));
}
function fillFactors(factors, skew, share3, terms) {
  fillMapping(skew, share3, terms);
  factors[0] = 1;
  for (let k2 = 1; k2 <= terms; k2++) {
    let sum = 0;
    for (let i = 1; i <= k2; i++) sum += mapping[i + 1] * factors[k2 - i];
    factors[k2] = -sum;
  }
}
function fillMapping(skew, share3, terms) {
  mapping[1] = 1;
  squares[2] = 1;
  for (let k2 = 2; k2 <= terms + 1; k2++) {
    const square = 2 * (skew * mapping[k2 - 1] - share3 * squares[k2 - 1]) / (k2 + 1);
    let sum = square;
    for (let i = 2; i < k2; i++) sum -= mapping[i] * mapping[k2 + 1 - i];
    squares[k2 + 1] = square;
    mapping[k2] = sum / 2;
  }
}
function scaledTail2(factors, shape, deviance, upper, correction, terms) {
  const zeta = (upper ? 1 : -1) * Math.sqrt(2 * deviance / shape);
  const series = remainder(factors, shape, zeta, correction, terms) / (ROOT_TWO_PI * Math.sqrt(shape));
  return 0.5 * scaledComplementaryErrorFunction(Math.sqrt(deviance)) + (upper ? series : -series);
}
function remainder(factors, shape, zeta, correction, terms) {
  let next = 0;
  let afterNext = 0;
  let sum = 0;
  for (let k2 = terms; k2 >= 1; k2--) {
    const current = (k2 + 1) * afterNext / shape + correction * factors[k2];
    sum = sum * zeta + current;
    afterNext = next;
    next = current;
  }
  return sum;
}

// src/numeric/incompleteGamma.ts
var ROOT_TWO_PI2 = 2.5066282746310002;
var SMALLEST = 1e-17;
var MOST_TERMS = 2e4;
function gammaLogPrefix(x, shape, excess3) {
  if (shape < 1) return shape * Math.log(x) - x + Math.log(shape) - logGamma1p(shape);
  return Math.log(Math.sqrt(shape) / ROOT_TWO_PI2) - stirlingError(shape) - gammaDeviance(x, shape, excess3);
}
function gammaDeviance(x, shape, excess3) {
  const ratio = x / shape;
  if (ratio < 1e-290) return shape * (Math.log(shape) - Math.log(x) - 1) + x;
  return shape * ratioDeviance(ratio, excess3 / shape);
}
function gammaTail(x, shape, excess3, upper) {
  if (shape < 1 && x < 1) return upper ? smallShapeUpper(x, shape) : smallShapeLower(x, shape);
  const deviance = gammaDeviance(x, shape, excess3);
  const smaller = Math.exp(-deviance) * scaledSmallerTail(x, shape, excess3, deviance);
  return excess3 > 0 === upper ? smaller : 1 - smaller;
}
function gammaLogTail(x, shape, excess3, upper) {
  if (shape < 1 && x < 1) return smallShapeLogTail(x, shape, upper);
  const deviance = gammaDeviance(x, shape, excess3);
  const scaled = scaledSmallerTail(x, shape, excess3, deviance);
  return excess3 > 0 === upper ? Math.log(scaled) - deviance : Math.log1p(-Math.exp(-deviance) * scaled);
}
function scaledSmallerTail(x, shape, excess3, deviance) {
  const upper = excess3 > 0;
  const correction = Math.exp(-stirlingError(shape));
  if (uniformApplies(shape, deviance)) return uniformGammaTail(shape, deviance, upper, correction);
  const scale2 = Math.sqrt(shape) / ROOT_TWO_PI2 * correction;
  return scale2 * (upper ? upperFraction(x, shape, excess3) : lowerSeries(x, shape) / shape);
}
function lowerSeries(x, shape) {
  let term = 1;
  let sum = 1;
  for (let k2 = 1; k2 < MOST_TERMS; k2++) {
    term *= x / (shape + k2);
    sum += term;
    if (term < SMALLEST * sum) break;
  }
  return sum;
}
function upperFraction(x, shape, excess3) {
  let denominator = excess3 + 1;
  let forward = 1 / SMALLEST ** 2;
  let backward = 1 / denominator;
  let value = backward;
  for (let k2 = 1; k2 < MOST_TERMS; k2++) {
    const numerator = k2 * (shape - k2);
    denominator = excess3 + 1 + 2 * k2;
    backward = 1 / (numerator * backward + denominator);
    forward = denominator + numerator / forward;
    const factor = forward * backward;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return x === Number.POSITIVE_INFINITY ? 0 : value;
}
function alternatingSeries(x, shape) {
  let power = 1;
  let sum = 0;
  for (let k2 = 1; k2 < 60; k2++) {
    power *= -x / k2;
    const term = power / (shape + k2);
    sum += term;
    if (Math.abs(term) < SMALLEST * Math.abs(sum)) break;
  }
  return shape * sum;
}
function smallShapeLower(x, shape) {
  return x ** shape * Math.exp(-logGamma1p(shape)) * (1 + alternatingSeries(x, shape));
}
function smallShapeUpper(x, shape) {
  const leadMinusOne = Math.expm1(shape * Math.log(x) - logGamma1p(shape));
  return -leadMinusOne - (1 + leadMinusOne) * alternatingSeries(x, shape);
}
function smallShapeLogTail(x, shape, upper) {
  const complement = upper ? smallShapeLower(x, shape) : smallShapeUpper(x, shape);
  if (complement < 0.5) return Math.log1p(-complement);
  if (upper) return Math.log(smallShapeUpper(x, shape));
  return shape * Math.log(x) - logGamma1p(shape) + Math.log1p(alternatingSeries(x, shape));
}

// src/numeric/tailInversion.ts
var LOWEST = -744.4;
var HIGHEST = 709.78;
var MOST_STEPS = 300;
var FIRST_STEP = 4;
var CLOSE = 1e-7;
function invertTail(family, p, upper, start) {
  const target = Math.log(p);
  let low = LOWEST;
  let high = HIGHEST;
  let longest = FIRST_STEP;
  let logX = Math.min(Math.max(start, low + 1), high - 1);
  for (let i = 0; i < MOST_STEPS && high - low > 1e-15; i++) {
    const x = Math.exp(logX);
    const logTail = family.logTail(x, upper);
    const gap = upper ? logTail - target : target - logTail;
    if (gap > 0) low = logX;
    else high = logX;
    const step = limited(gap / Math.exp(family.logPrefix(x) - logTail), longest);
    if (Math.abs(gap) + Math.abs(step) < CLOSE) return lastStep(family, p, upper, x + x * step);
    logX = inside(logX + step, low, high);
    longest *= 2;
  }
  if (logX < LOWEST + 1) return 0;
  return logX > HIGHEST - 1 ? Number.POSITIVE_INFINITY : Math.exp(logX);
}
function limited(step, longest) {
  return Math.min(Math.max(step, -longest), longest);
}
function inside(next, low, high) {
  return low < next && next < high ? next : (low + high) / 2;
}
function lastStep(family, p, upper, x) {
  const tail = family.tail(x, upper);
  const slope = Math.exp(family.logPrefix(x) - Math.log(tail));
  const step = (tail / p - 1) / slope;
  return Math.abs(step) < 1e-3 ? x + x * (upper ? step : -step) : x;
}

// src/numeric/gammaDistribution.ts
function gammaLower(x, shape, scale2 = 1) {
  return share(x, shape, scale2, false);
}
function gammaUpper(x, shape, scale2 = 1) {
  return share(x, shape, scale2, true);
}
function gammaUpperQuantile(p, shape, scale2 = 1) {
  return p > 0.5 ? quantile2(1 - p, shape, scale2, false) : quantile2(p, shape, scale2, true);
}
function valid(shape, scale2) {
  return shape > 0 && shape < Number.POSITIVE_INFINITY && scale2 > 0 && scale2 < Number.POSITIVE_INFINITY;
}
function excess(x, shape, scale2) {
  return (x - shape * scale2 - productError(shape, scale2)) / scale2;
}
function share(x, shape, scale2, upper) {
  if (Number.isNaN(x) || !valid(shape, scale2)) return Number.NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (x === Number.POSITIVE_INFINITY) return upper ? 0 : 1;
  return gammaTail(x / scale2, shape, excess(x, shape, scale2), upper);
}
function standardGamma(shape) {
  return {
    tail: (x, upper) => gammaTail(x, shape, x - shape, upper),
    logTail: (x, upper) => gammaLogTail(x, shape, x - shape, upper),
    logPrefix: (x) => gammaLogPrefix(x, shape, x - shape)
  };
}
function quantile2(p, shape, scale2, upper) {
  if (!(p >= 0 && p <= 1 && valid(shape, scale2))) return Number.NaN;
  if (p === 0) return upper ? Number.POSITIVE_INFINITY : 0;
  return scale2 * invertTail(standardGamma(shape), p, upper, startOfLog(p, shape, upper));
}
function startOfLog(p, shape, upper) {
  const z8 = upper ? -normalQuantile(p) : normalQuantile(p);
  const root = 1 - 1 / (9 * shape) + z8 / (3 * Math.sqrt(shape));
  if (shape > 0.5 && root > 0.3) return Math.log(shape) + 3 * Math.log(root);
  return (Math.log(upper ? 1 - p : p) + logGamma(shape + 1)) / shape;
}

// src/numeric/chiSquare.ts
function chiSquareUpper(x, df) {
  return gammaUpper(x, df / 2, 2);
}
function chiSquareUpperQuantile(p, df) {
  return gammaUpperQuantile(p, df / 2, 2);
}

// src/meta/residualSums.ts
function residualSums(layout, tau2) {
  const sums = { tau2, Q: 0, squares: 0, cubes: 0, trace: 0, traceOfSquare: 0, weight: 0, squaredWeight: 0 };
  for (let g = 0; g < layout.p; g++) addGroup(sums, layout, layout.starts[g], layout.starts[g + 1]);
  return sums;
}
function addGroup(sums, layout, first, end) {
  const { distances, weights } = layout;
  const { others, moment } = weigh(layout, first, end, sums.tau2);
  const w1 = weights[first];
  const total = w1 + others;
  const shift = moment / total;
  let Q = w1 * shift * shift;
  let squares2 = w1 * Q;
  let cubes = w1 * squares2;
  let tilt = -w1 * w1 * shift;
  let power2 = 0;
  let power3 = 0;
  for (let i = first + 1; i < end; i++) {
    const w = weights[i];
    const residual = distances[i] - shift;
    const pull = w * residual;
    const weighted2 = w * pull;
    const w2 = w * w;
    Q += pull * residual;
    squares2 += pull * pull;
    cubes += weighted2 * pull;
    tilt += weighted2;
    power2 += w2;
    power3 += w2 * w;
  }
  sums.Q += Q;
  sums.squares += squares2;
  sums.cubes += Math.max(0, cubes - tilt / total * tilt);
  sums.trace += others - power2 / total + w1 * (others / total);
  const share3 = w1 / total;
  sums.weight += total;
  sums.squaredWeight += w1 * w1 + power2;
  const pairs = 2 * share3 * share3 * power2 + (power2 / total) ** 2;
  sums.traceOfSquare += (share3 * others) ** 2 + (power2 - 2 * power3 / total) + pairs;
}
function weigh({ distances, variances, weights }, first, end, tau2) {
  let others = 0;
  let moment = 0;
  weights[first] = 1 / (variances[first] + tau2);
  for (let i = first + 1; i < end; i++) {
    const w = 1 / (variances[i] + tau2);
    weights[i] = w;
    others += w;
    moment += w * distances[i];
  }
  return { others, moment };
}
function groupMeans(layout, tau2) {
  return Array.from(layout.references, (reference, g) => {
    const first = layout.starts[g];
    const { others, moment } = weigh(layout, first, layout.starts[g + 1], tau2);
    const totalWeight = layout.weights[first] + others;
    return { mean: reference + moment / totalWeight, totalWeight };
  });
}

// src/meta/quadraticForm.ts
function quadraticForm(layout, a) {
  const sums = { Q: 0, trace: 0, expected: 0 };
  for (let g = 0; g < layout.p; g++) addGroup2(sums, layout, a, layout.starts[g], layout.starts[g + 1]);
  return sums;
}
function addGroup2(sums, { distances, variances }, a, first, end) {
  const { largest, rest, total } = heaviest(a, first, end);
  let moment = 0;
  for (let i = first; i < end; i++) moment += a[i] * distances[i];
  const shift = moment / total;
  for (let i = first; i < end; i++) {
    const share3 = a[i] * ((i === largest ? rest : total - a[i]) / total);
    sums.trace += share3;
    sums.expected += share3 * variances[i];
    sums.Q += a[i] * (distances[i] - shift) ** 2;
  }
}
function heaviest(a, first, end) {
  let largest = first;
  for (let i = first + 1; i < end; i++) if (a[i] > a[largest]) largest = i;
  let rest = 0;
  for (let i = first; i < end; i++) if (i !== largest) rest += a[i];
  return { largest, rest, total: rest + a[largest] };
}
function quadraticFormVariance(layout, a, tau2) {
  let trace = 0;
  for (let g = 0; g < layout.p; g++) trace += groupVariance(layout, a, tau2, g);
  return 2 * trace;
}
function groupVariance({ variances, starts }, a, tau2, g) {
  const [first, end] = [starts[g], starts[g + 1]];
  const { largest, rest, total } = heaviest(a, first, end);
  let own = 0;
  let others = 0;
  let squares2 = 0;
  for (let i = first; i < end; i++) {
    const spread2 = variances[i] + tau2;
    own += (a[i] * ((i === largest ? rest : total - a[i]) / total) * spread2) ** 2;
    const moment = a[i] * (a[i] / total) * spread2;
    if (i === largest) continue;
    others += moment;
    squares2 += moment * moment;
  }
  const top = a[largest] * (a[largest] / total) * (variances[largest] + tau2);
  return own + 2 * top * others + (others * others - squares2);
}

// src/numeric/roots.ts
var ROOT_LIMIT = 2200;
function bracketedRoot(f, lower, upper, options3 = {}) {
  const { tolerance = 0, iterations: limit = ROOT_LIMIT } = options3;
  const ends2 = {
    newest: upper,
    newestValue: f(upper),
    other: lower,
    otherValue: f(lower),
    spare: 0,
    spareValue: 0
  };
  ends2.spare = lower;
  ends2.spareValue = ends2.otherValue;
  if (!oppositeSigns(ends2.newestValue, ends2.otherValue)) return notFound(0);
  let share3 = 0.5;
  for (let iterations = 1; iterations <= limit; iterations++) {
    const x = ends2.newest + share3 * (ends2.other - ends2.newest);
    const value = f(x);
    if (Number.isNaN(value)) return notFound(iterations);
    moveTo(ends2, x, value);
    const best = bestEnd(ends2);
    const width = Math.abs(ends2.other - ends2.newest);
    if (best.value === 0 || width <= tolerance || neighbours(ends2)) return { ...best, iterations, converged: true };
    const least = Number.EPSILON * Math.abs(best.x) / width;
    share3 = least < 0.25 ? Math.min(1 - least, Math.max(least, nextShare(ends2))) : 0.5;
  }
  return { ...bestEnd(ends2), iterations: limit, converged: false };
}
function moveTo(ends2, x, value) {
  if (oppositeSigns(value, ends2.newestValue)) {
    ends2.spare = ends2.other;
    ends2.spareValue = ends2.otherValue;
    ends2.other = ends2.newest;
    ends2.otherValue = ends2.newestValue;
  } else {
    ends2.spare = ends2.newest;
    ends2.spareValue = ends2.newestValue;
  }
  ends2.newest = x;
  ends2.newestValue = value;
}
function nextShare({ newest, newestValue, other, otherValue, spare, spareValue }) {
  const xi = (newest - other) / (spare - other);
  const phi = (newestValue - otherValue) / (spareValue - otherValue);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return newestValue / (otherValue - newestValue) * (spareValue / (otherValue - spareValue)) + (spare - newest) / (other - newest) * (newestValue / (spareValue - newestValue)) * (otherValue / (spareValue - otherValue));
}
function bestEnd({ newest, newestValue, other, otherValue }) {
  return Math.abs(newestValue) < Math.abs(otherValue) ? { x: newest, value: newestValue } : { x: other, value: otherValue };
}
function neighbours({ newest, other }) {
  const middle = newest + 0.5 * (other - newest);
  return middle === newest || middle === other;
}
function oppositeSigns(a, b) {
  return a <= 0 && b >= 0 || a >= 0 && b <= 0;
}
function notFound(iterations) {
  return { x: Number.NaN, value: Number.NaN, iterations, converged: false };
}

// src/meta/quadraticFormTails.ts
var EXPONENT = 41;
var NEGLIGIBLE2 = 1e-19;
var MOST_NODES = 1e5;
var SHARE = 1e-3;
function quadraticFormTails(layout, a, tau2, value) {
  const form = formOf(layout, a, tau2);
  if (!(value > 0)) return { lower: 0, upper: 1 };
  const isUpper = value > form.mean;
  const saddle = saddlePoint(form, value, isUpper);
  const tail = Math.abs(integralOver(form, value, saddle));
  return isUpper ? { lower: 1 - tail, upper: tail } : { lower: tail, upper: 1 - tail };
}
function formOf({ variances, starts, p }, a, tau2) {
  const d = a.map((weight, i) => weight * (variances[i] + tau2));
  const shares2 = new Float64Array(a.length);
  let mean = 0;
  let edge = Number.POSITIVE_INFINITY;
  for (let g = 0; g < p; g++) {
    const [first, end] = [starts[g], starts[g + 1]];
    let total = 0;
    for (let i = first; i < end; i++) total += a[i];
    for (let i = first; i < end; i++) {
      shares2[i] = a[i] / total;
      mean += d[i] * (1 - shares2[i]);
    }
    edge = Math.min(edge, edgeOf(d, shares2, first, end));
  }
  return { starts, d, shares: shares2, mean, edge };
}
function edgeOf(d, shares2, first, end) {
  if (end - first < 2) return Number.POSITIVE_INFINITY;
  let largest = 0;
  let second = 0;
  for (let i = first; i < end; i++) {
    if (d[i] > largest) [second, largest] = [largest, d[i]];
    else second = Math.max(second, d[i]);
  }
  let low = 0.5 / largest;
  let high = 0.5 / second;
  while (high - low > SHARE * low) {
    const middle = (low + high) / 2;
    let sum = 0;
    for (let i = first; i < end; i++) sum += shares2[i] / (1 - 2 * middle * d[i]);
    if (sum < 0) low = middle;
    else high = middle;
  }
  return low;
}
function saddlePoint(form, value, isUpper) {
  const slope = (x) => logSlope(form, x) - value - 1 / x;
  if (isUpper)
    return bracketedRoot(slope, form.edge * 1e-9, form.edge * (1 - SHARE / 2), { iterations: 24 }).x || form.edge / 2;
  let far = -form.edge;
  while (slope(far) > 0) far *= 4;
  return bracketedRoot(slope, far, far * 1e-9, { iterations: 24 }).x;
}
function logSlope({ starts, d, shares: shares2 }, x) {
  let slope = 0;
  for (let g = 0; g + 1 < starts.length; g++) {
    let sum = 0;
    let change = 0;
    for (let i = starts[g]; i < starts[g + 1]; i++) {
      const factor = 1 / (1 - 2 * x * d[i]);
      slope += d[i] * factor;
      sum += shares2[i] * factor;
      change += 2 * shares2[i] * d[i] * factor * factor;
    }
    slope -= change / (2 * sum);
  }
  return slope;
}
function integralOver(form, value, saddle) {
  const width = form.edge - saddle;
  const pole = Math.abs(Math.sqrt(form.edge / width) - 1);
  const step = 2 * Math.PI * Math.min(1, pole) / EXPONENT;
  let sum = integrand(form, value, width, 0) / 2;
  for (let node = 1; node < MOST_NODES; node++) {
    const term = integrand(form, value, width, node * step);
    sum += term;
    if (Math.abs(found.size) < NEGLIGIBLE2 * Math.abs(sum)) break;
  }
  return 2 * step * width * sum / Math.PI;
}
var found = { size: 0 };
function integrand({ starts, d, shares: shares2, edge }, value, width, u) {
  const x = edge - width * (1 - u * u);
  const y2 = 2 * width * u;
  let logSize = -x * value;
  let angle = -y2 * value;
  for (let g = 0; g + 1 < starts.length; g++) {
    let real = 0;
    let imaginary = 0;
    for (let i = starts[g]; i < starts[g + 1]; i++) {
      const along = 1 - 2 * x * d[i];
      const across = -2 * y2 * d[i];
      const square = along * along + across * across;
      logSize -= Math.log(square) / 4;
      angle -= Math.atan2(across, along) / 2;
      real += shares2[i] * along / square;
      imaginary -= shares2[i] * across / square;
    }
    logSize -= Math.log(real * real + imaginary * imaginary) / 4;
    angle -= Math.atan2(imaginary, real) / 2;
  }
  logSize += Math.log((1 + u * u) / (x * x + y2 * y2)) / 2;
  angle -= Math.atan2(y2, x) + Math.atan(u);
  found.size = Math.exp(logSize);
  return found.size * Math.cos(angle);
}

// src/meta/tailSearch.ts
var MOST_DOUBLINGS = 1e3;
function tauSquaredAtTail(excess3, step) {
  if (excess3(0) > 0) return null;
  let lower = 0;
  let upper = step > 0 ? step : 1;
  for (let i = 0; i < MOST_DOUBLINGS && excess3(upper) < 0; i++) {
    lower = upper;
    upper *= 2;
  }
  return bracketedRoot(excess3, lower, upper).x;
}

// src/meta/generalizedQ.ts
var generalizedQ = {
  estimate: (layout) => {
    const { Q, trace, expected } = quadraticForm(layout, weightsOf(layout));
    return { tau2: Math.max(0, (Q - expected) / trace), maxima: 1 };
  },
  standardError
};
var generalizedQMedian = {
  estimate: (layout) => ({ tau2: tauSquaredAtGeneralizedQ(layout, weightsOf(layout), 0.5) ?? 0, maxima: 1 }),
  standardError
};
function standardError(layout, tau2) {
  const weights = weightsOf(layout);
  return Math.sqrt(quadraticFormVariance(layout, weights, tau2)) / quadraticForm(layout, weights).trace;
}
function weightsOf({ given }) {
  return given ?? refuse("meta/weights-needed");
}
function tauSquaredAtGeneralizedQ(layout, a, share3) {
  const { Q, trace } = quadraticForm(layout, a);
  const excess3 = (tau2) => {
    const { lower, upper } = quadraticFormTails(layout, a, tau2, Q);
    return share3 < 0.5 ? upper - share3 : 1 - share3 - lower;
  };
  return tauSquaredAtTail(excess3, Q / trace);
}

// src/meta/likelihoodMaxima.ts
var NARROWEST = 1e-10;
var MOST_STEPS2 = 100;
var LAST_STEP = 1e-9;
var ROUNDING3 = 4 * Number.EPSILON;
function likelihoodMaxima(slopeAt, range) {
  const { upper, smallest, largest } = range;
  if (!(upper > 0)) return [];
  const zero = slopeAt(0);
  const settled = Math.min(upper, settledFrom(zero, smallest, largest));
  if (settled === 0) return singleMaximum(slopeAt, zero, range);
  const last = slopeAt(settled);
  return [...maximaBetween(slopeAt, zero, last, range), ...singleMaximum(slopeAt, last, range)];
}
function settledFrom(zero, smallest, largest) {
  return largest * zero.costFall < 2 * zero.cost ? 0 : Math.max(0, largest - 2 * smallest);
}
function singleMaximum(slopeAt, low, range) {
  if (!(low.gain >= low.cost)) return [];
  return low.at < range.upper ? [maximumBetween(slopeAt, low, range.upper, range)] : [];
}
function maximaBetween(slopeAt, low, high, range) {
  const verdict = verdictOn(low, high, range);
  if (verdict === "none") return [];
  if (verdict === "one") return [maximumBetween(slopeAt, low, high.at, range)];
  const { smallest } = range;
  const middle = slopeAt(Math.sqrt((low.at + smallest) * (high.at + smallest)) - smallest);
  return [...maximaBetween(slopeAt, low, middle, range), ...maximaBetween(slopeAt, middle, high, range)];
}
function verdictOn(low, high, { smallest, largest }) {
  const from = largest + low.at;
  const to = largest + high.at;
  const rises = high.gain * to > low.cost * from;
  const falls = low.gain * from < high.cost * to;
  const ratioRises = low.gainFall * from * high.cost < high.costFall * to * low.gain;
  if (rises || falls || ratioRises) return "none";
  const ratioFalls = high.gainFall * to * low.cost > low.costFall * from * high.gain;
  const narrow = high.at - low.at <= NARROWEST * (high.at + smallest);
  if (!ratioFalls && !narrow) return "unknown";
  return low.gain >= low.cost && high.gain < high.cost ? "one" : "none";
}
function maximumBetween(slopeAt, low, high, { smallest, start }) {
  let from = low.at;
  let to = high;
  let here = start !== void 0 && start > from && start < to ? slopeAt(start) : low;
  for (let step = 0; step < MOST_STEPS2; step++) {
    if (here.gain >= here.cost) from = here.at;
    else to = here.at;
    const ratio = here.cost / here.gain;
    const slope = (ratio * here.gainFall - here.costFall) / here.gain;
    const target = here.at + (1 - ratio) / slope;
    if (Math.abs(target - here.at) <= Math.max(LAST_STEP * target, ROUNDING3 * smallest)) return Math.max(0, target);
    here = slopeAt(target >= from && target <= to ? target : from + (to - from) / 2);
  }
  return here.at;
}

// src/meta/logLikelihood.ts
var LOG_TWO_PI = Math.log(2 * Math.PI);
function logLikelihood(layout, tau2) {
  const { Q } = residualSums(layout, tau2);
  return -0.5 * (layout.k * LOG_TWO_PI + logVariances(layout, tau2) + Q);
}
function restrictedLogLikelihood(layout, tau2) {
  const { k: k2, p, starts } = layout;
  const { Q } = residualSums(layout, tau2);
  let determinants = 0;
  groupMeans(layout, tau2).forEach(({ totalWeight }, g) => {
    determinants += Math.log(totalWeight / (starts[g + 1] - starts[g]));
  });
  return -0.5 * ((k2 - p) * LOG_TWO_PI + logVariances(layout, tau2) + determinants + Q);
}
var SMALLEST_PRODUCT = 1e-140;
var LARGEST_PRODUCT = 1e140;
function logVariances({ variances, k: k2 }, tau2) {
  let sum = 0;
  let product = 1;
  for (let i = 0; i < k2; i++) {
    product *= variances[i] + tau2;
    if (product > SMALLEST_PRODUCT && product < LARGEST_PRODUCT) continue;
    sum += Math.log(product);
    product = 1;
  }
  return sum + Math.log(product);
}

// src/meta/maximumLikelihood.ts
var RESTRICTED = {
  height: restrictedLogLikelihood,
  slope: (layout, at2) => {
    const { squares: squares2, cubes, trace, traceOfSquare } = residualSums(layout, at2);
    return { at: at2, gain: squares2, cost: trace, gainFall: 2 * cubes, costFall: traceOfSquare };
  },
  upper: (layout) => upperBound(layout, layout.k - layout.p)
};
var FULL = {
  height: logLikelihood,
  slope: (layout, at2) => {
    const { squares: squares2, cubes, weight, squaredWeight } = residualSums(layout, at2);
    return { at: at2, gain: squares2, cost: weight, gainFall: 2 * cubes, costFall: squaredWeight };
  },
  upper: (layout) => upperBound(layout, layout.k)
};
function upperBound({ spread: spread2, smallestVariance: a, largestVariance: b }, n) {
  const share3 = spread2 / n;
  const half = share3 / 2 - a;
  const inside2 = half * half - (a * a - share3 * b);
  return inside2 < 0 ? 0 : (half + Math.sqrt(inside2)) * (1 + 1e-6);
}
function maximaOf({ slope, upper }, layout, start) {
  const { smallestVariance: smallest, largestVariance: largest } = layout;
  let fallsAtZero = true;
  const slopeAt = (tau2) => {
    const found2 = slope(layout, tau2);
    if (tau2 === 0) fallsAtZero = found2.gain <= found2.cost;
    return found2;
  };
  const inside2 = likelihoodMaxima(slopeAt, { upper: upper(layout), smallest, largest, start });
  return fallsAtZero ? [0, ...inside2.filter((tau2) => tau2 > 0)] : inside2;
}
function highest({ height }, layout, maxima) {
  if (maxima.length === 1) return maxima[0];
  const heights = maxima.map((tau2) => height(layout, tau2));
  return maxima[heights.indexOf(Math.max(...heights))] ?? 0;
}
function estimatorOf(likelihood, information) {
  return {
    estimate: (layout, start) => {
      const maxima = maximaOf(likelihood, layout, start);
      return { tau2: highest(likelihood, layout, maxima), maxima: maxima.length };
    },
    standardError: (layout, tau2) => Math.sqrt(2 / information(layout, tau2)),
    logLikelihood: likelihood.height
  };
}
var restrictedMaximumLikelihood = estimatorOf(
  RESTRICTED,
  (layout, tau2) => residualSums(layout, tau2).traceOfSquare
);
var maximumLikelihood = estimatorOf(FULL, (layout, tau2) => residualSums(layout, tau2).squaredWeight);

// src/meta/profileInterval.ts
var MOST_DOUBLINGS2 = 1e3;
function profileInterval({ height, slope, upper }, layout, confidenceLevel) {
  const maxima = maximaOf({ height, slope, upper }, layout);
  const heights = maxima.map((tau2) => height(layout, tau2));
  const bar = Math.max(...heights) - chiSquareUpperQuantile(1 - confidenceLevel, 1) / 2;
  const excess3 = (tau2) => height(layout, tau2) - bar;
  const above = maxima.filter((_, i) => heights[i] >= bar);
  const [first, last] = [above[0], above.at(-1)];
  const before = maxima[maxima.indexOf(first) - 1] ?? 0;
  const after = maxima[maxima.indexOf(last) + 1];
  const lower = excess3(0) >= 0 ? 0 : bracketedRoot(excess3, before, first).x;
  return [lower, bracketedRoot(excess3, last, after ?? farEnough(excess3, last, layout)).x];
}
function farEnough(excess3, from, { smallestVariance }) {
  let far = 2 * from + smallestVariance;
  for (let i = 0; i < MOST_DOUBLINGS2 && excess3(far) > 0; i++) far *= 2;
  return far;
}

// src/meta/qProfile.ts
var MOST_STEPS3 = 200;
function tauSquaredAtQ(layout, target) {
  let tau2 = 0;
  for (let step = 0; step < MOST_STEPS3; step++) {
    const { Q, squares: squares2 } = residualSums(layout, tau2);
    if (!(Q >= target)) return step === 0 ? null : tau2;
    const next = tau2 + (Q - target) / target * (Q / squares2);
    if (!(next - tau2 > Number.EPSILON * next)) return next;
    tau2 = next;
  }
  return tau2;
}

// src/meta/tauSquaredIntervals.ts
function byTails(input3, limitAt) {
  const tail = (1 - input3.confidenceLevel) / 2;
  return [limitAt(tail) ?? 0, limitAt(1 - tail) ?? 0];
}
var qProfile = (layout, input3) => byTails(input3, (tail) => tauSquaredAtQ(layout, chiSquareUpperQuantile(tail, layout.k - layout.p)));
var weighted = (weightsOf2) => {
  return (layout, input3) => byTails(input3, (tail) => tauSquaredAtGeneralizedQ(layout, weightsOf2(layout), tail));
};
var biggerstaffTweedie = (layout, input3) => {
  const { Q, trace, traceOfSquare } = residualSums(layout, 0);
  const df = layout.k - layout.p;
  const excessAt = (share3) => (tau2) => {
    const mean = df + trace * tau2;
    const scale2 = (2 * df + 4 * tau2 * trace + 2 * tau2 ** 2 * traceOfSquare) / mean;
    const shape = mean / scale2;
    return share3 < 0.5 ? gammaUpper(Q, shape, scale2) - share3 : 1 - share3 - gammaLower(Q, shape, scale2);
  };
  return byTails(input3, (tail) => tauSquaredAtTail(excessAt(tail), Q / trace));
};
var wald = (_, { tau2, standardError: standardError2, confidenceLevel }) => {
  const margin = normalUpperQuantile((1 - confidenceLevel) / 2) * (standardError2 ?? 0);
  return [Math.max(0, tau2 - margin), tau2 + margin];
};
var profileLikelihood = (layout, { method, confidenceLevel }) => {
  if (method === "REML") return profileInterval(RESTRICTED, layout, confidenceLevel);
  if (method === "ML") return profileInterval(FULL, layout, confidenceLevel);
  return refuse("meta/needs-likelihood", { method });
};
var TAU_SQUARED_INTERVALS = {
  qProfile,
  profileLikelihood,
  /** @see Jackson (2013): weights 1 / standard error */
  jackson: weighted(({ variances }) => variances.map((v2) => 1 / Math.sqrt(v2))),
  /** @see Biggerstaff & Jackson (2008): weights 1 / v */
  biggerstaffJackson: weighted(({ variances }) => variances.map((v2) => 1 / v2)),
  generalizedQ: weighted(({ given }) => given ?? refuse("meta/weights-needed")),
  biggerstaffTweedie,
  wald,
  none: null
};
var TAU_SQUARED_INTERVAL_NAMES = Object.keys(TAU_SQUARED_INTERVALS);

// src/meta/heterogeneity.ts
function heterogeneityOf(layout, tau2) {
  const dfQ = layout.k - layout.p;
  if (dfQ < 1) return { I2: null, H2: null, Q: 0, dfQ, pQ: null };
  const { Q, trace } = residualSums(layout, 0);
  const tested = { Q, dfQ, pQ: chiSquareUpper(Q, dfQ) };
  if (tau2 === null) return { I2: Q > dfQ ? (Q - dfQ) / Q : 0, H2: Q / dfQ, ...tested };
  return { ...shares(tau2, dfQ / trace), ...tested };
}
function shares(tau2, typicalVariance) {
  return { I2: tau2 / (tau2 + typicalVariance), H2: 1 + tau2 / typicalVariance };
}
function heterogeneityLimits(layout, rule, input3) {
  const limits2 = TAU_SQUARED_INTERVALS[rule]?.(layout, input3);
  if (!limits2) return NO_LIMITS;
  const [tau2Lower, tau2Upper] = limits2;
  const typicalVariance = (layout.k - layout.p) / residualSums(layout, 0).trace;
  const [lower, upper] = [shares(tau2Lower, typicalVariance), shares(tau2Upper, typicalVariance)];
  return { tau2Lower, tau2Upper, I2Lower: lower.I2, I2Upper: upper.I2, H2Lower: lower.H2, H2Upper: upper.H2 };
}
var NO_LIMITS = {
  ...{ tau2Lower: null, tau2Upper: null, I2Lower: null, I2Upper: null, H2Lower: null, H2Upper: null }
};

// src/numeric/incompleteBeta.ts
var TWO_PI = 6.283185307179586;
var SMALLEST2 = 1e-17;
var MOST_TERMS2 = 5e4;
var SERIES_TO2 = 0.7;
function betaLogPrefix(a, b, x, y2, excess3) {
  return Math.log(scale(a, b)) + stirlingCorrection(a, b) - betaDeviance(a, b, x, y2, excess3);
}
function scale(a, b) {
  return Math.sqrt(Math.min(a, b) * (Math.max(a, b) / (a + b) / TWO_PI));
}
function stirlingCorrection(a, b) {
  return stirlingError(a + b) - stirlingError(a) - stirlingError(b);
}
function betaDeviance(a, b, x, y2, excess3) {
  const n = a + b;
  return a * ratioDeviance(x * (n / a), excess3 * (n / a)) + b * ratioDeviance(y2 * (n / b), -excess3 * (n / b));
}
function betaTail(a, b, x, y2, excess3, upper) {
  if (seriesApplies(a, b, x)) return upper ? seriesComplement(a, b, x) : seriesTail(a, b, x);
  if (seriesApplies(b, a, y2)) return upper ? seriesTail(b, a, y2) : seriesComplement(b, a, y2);
  const deviance = betaDeviance(a, b, x, y2, excess3);
  const smaller = Math.exp(-deviance) * scaledSmallerTail2(a, b, x, y2, excess3, deviance);
  return excess3 > 0 === upper ? smaller : 1 - smaller;
}
function betaLogTail(a, b, x, y2, excess3, upper) {
  if (seriesApplies(a, b, x)) return seriesLogTail(a, b, x, upper);
  if (seriesApplies(b, a, y2)) return seriesLogTail(b, a, y2, !upper);
  const deviance = betaDeviance(a, b, x, y2, excess3);
  const scaled = scaledSmallerTail2(a, b, x, y2, excess3, deviance);
  return excess3 > 0 === upper ? Math.log(scaled) - deviance : Math.log1p(-Math.exp(-deviance) * scaled);
}
function scaledSmallerTail2(a, b, x, y2, excess3, deviance) {
  const upper = excess3 > 0;
  const correction = Math.exp(stirlingCorrection(a, b));
  if (uniformApplies(Math.min(a, b), deviance)) {
    const shape = Math.min(a, b);
    return uniformBetaTail(shape, shape / (a + b), deviance, upper === a <= b, correction);
  }
  const distance = (a + b) * excess3;
  return scale(a, b) * correction * (upper ? fraction(b, a, y2, x, distance) : fraction(a, b, x, y2, -distance));
}
function fraction(a, b, x, y2, lambda) {
  let denominator = fractionDenominator(0, a, b, x, y2, lambda);
  let forward = 1 / SMALLEST2 ** 2;
  let backward = 1 / denominator;
  let value = backward;
  for (let n = 1; n < MOST_TERMS2; n++) {
    const step = (a + 2 * n - 1) / x;
    const numerator = (a + n - 1) / step * ((a + b + n - 1) / step) * n * (b - n);
    denominator = fractionDenominator(n, a, b, x, y2, lambda);
    backward = 1 / (numerator * backward + denominator);
    forward = denominator + numerator / forward;
    const factor = forward * backward;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return value;
}
function fractionDenominator(n, a, b, x, y2, lambda) {
  const first = n === 0 ? 0 : n * (b - n) * x / (a + 2 * n - 1);
  return n + first + (a + n) * (lambda + 1 + n * (1 + y2)) / (a + 2 * n + 1);
}
function seriesApplies(a, b, x) {
  return a < 1 && x * Math.max(b, 1) <= SERIES_TO2;
}
function powerSeries(a, b, x) {
  let power = 1;
  let sum = 0;
  for (let k2 = 1; k2 < 400; k2++) {
    power *= (k2 - b) / k2 * x;
    const term = power / (a + k2);
    sum += term;
    if (Math.abs(term) < SMALLEST2 * (0.01 + Math.abs(sum))) break;
  }
  return a * sum;
}
function logLead(a, b) {
  return logGammaIncrement(b, a) - logGamma1p(a);
}
function seriesTail(a, b, x) {
  return x ** a * Math.exp(logLead(a, b)) * (1 + powerSeries(a, b, x));
}
function seriesComplement(a, b, x) {
  const leadMinusOne = Math.expm1(a * Math.log(x) + logLead(a, b));
  return -leadMinusOne - (1 + leadMinusOne) * powerSeries(a, b, x);
}
function seriesLogTail(a, b, x, upper) {
  const other = upper ? seriesTail(a, b, x) : seriesComplement(a, b, x);
  if (other < 0.5) return Math.log1p(-other);
  if (upper) return Math.log(seriesComplement(a, b, x));
  return a * Math.log(x) + logLead(a, b) + Math.log1p(powerSeries(a, b, x));
}

// src/numeric/betaOdds.ts
function betaOdds(a, b) {
  return {
    tail: (odds, upper) => betaTail(a, b, shareOfOdds(odds), restOfOdds(odds), oddsExcess(odds, a, b), upper),
    logTail: (odds, upper) => betaLogTail(a, b, shareOfOdds(odds), restOfOdds(odds), oddsExcess(odds, a, b), upper),
    logPrefix: (odds) => betaLogPrefix(a, b, shareOfOdds(odds), restOfOdds(odds), oddsExcess(odds, a, b))
  };
}
function shareOfOdds(odds) {
  return odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds);
}
function restOfOdds(odds) {
  return 1 / (1 + odds);
}
function oddsExcess(odds, a, b) {
  return productMinus(odds, b, a) / (a + b) / (1 + odds);
}
function betaOddsQuantile(p, a, b, upper) {
  return invertTail(betaOdds(a, b), p, upper, startOfLog2(p, a, b, upper));
}
function startOfLog2(p, a, b, upper) {
  if (Math.min(a, b) > 1) return normalStart2(upper ? -normalQuantile(p) : normalQuantile(p), a, b);
  const logLower = (Math.log(upper ? 1 - p : p) + Math.log(a) + logBeta(a, b)) / a;
  const logUpper = (Math.log(upper ? p : 1 - p) + Math.log(b) + logBeta(a, b)) / b;
  if (logLower < -1 && logLower < logUpper) return logLower;
  return logUpper < -1 ? -logUpper : Math.log(a / b);
}
function normalStart2(z8, a, b) {
  const first = 1 / (2 * a - 1);
  const second = 1 / (2 * b - 1);
  const harmonic = 2 / (first + second);
  const bend = (z8 * z8 - 3) / 6;
  const root = z8 * Math.sqrt(Math.max(harmonic + bend, 0)) / harmonic;
  const logRatio = root + (second - first) * (bend + 5 / 6 - 2 / (3 * harmonic));
  return Math.log(a / b) + 2 * logRatio;
}

// src/numeric/fDistribution.ts
var LARGEST = 1e50;
var CHI_SQUARE_FROM = 1e100;
function fUpper(x, df1, df2) {
  return share2(x, df1, df2, true);
}
function valid2(df1, df2) {
  return df1 > 0 && df2 > 0 && df1 < LARGEST;
}
function excess2(x, df1, df2) {
  return (x - 1) * restOfOdds(df1 / df2 * x) * (df1 / (df1 + df2));
}
function share2(x, df1, df2, upper) {
  if (Number.isNaN(x) || !valid2(df1, df2)) return Number.NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (x === Number.POSITIVE_INFINITY) return upper ? 0 : 1;
  const a = df1 / 2;
  if (df2 > CHI_SQUARE_FROM) return gammaTail(a * x, a, a * (x - 1), upper);
  const odds = df1 / df2 * x;
  return betaTail(a, df2 / 2, shareOfOdds(odds), restOfOdds(odds), excess2(x, df1, df2), upper);
}

// src/numeric/studentT.ts
var FAR = 1e150;
var INFINITE = Number.POSITIVE_INFINITY;
var NORMAL_FROM = 1e100;
function studentTLower(x, df) {
  if (!(df > 0)) return Number.NaN;
  if (df > NORMAL_FROM) return normalLower(x);
  return x > 0 ? 1 - upperTail(x, df) : upperTail(-x, df);
}
function studentTUpper(x, df) {
  return studentTLower(-x, df);
}
function studentTQuantile(p, df) {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (df > NORMAL_FROM) return normalQuantile(p);
  return p > 0.5 ? upperQuantile(1 - p, df) : 0 - upperQuantile(p, df);
}
function studentTUpperQuantile(p, df) {
  return 0 - studentTQuantile(p, df);
}
function upperTail(x, df) {
  if (x > FAR) return (x / Math.sqrt(df)) ** -df / (df * beta(df));
  return 0.5 * fUpper(x * x, 1, df);
}
function beta(df) {
  return Math.exp(logBeta(0.5, df / 2));
}
function upperQuantile(p, df) {
  if (p === 0) return INFINITE;
  if (p === 0.5) return 0;
  const lead = p * df * beta(df);
  if (-Math.log(lead) / df > 340) return farQuantile(lead, df);
  const odds = p <= 0.25 ? betaOddsQuantile(2 * p, 0.5, df / 2, true) : betaOddsQuantile(1 - 2 * p, 0.5, df / 2, false);
  return Math.sqrt(df) * Math.sqrt(odds);
}
function farQuantile(lead, df) {
  const inverse = 1 / df;
  const rounding = -productMinus(inverse, df, 1) / df;
  return Math.sqrt(df) * lead ** -inverse * (1 - rounding * Math.log(lead));
}

// src/meta/meanInference.ts
function varianceScale(Q, df, test) {
  if (df < 1) return { scale2: null, factor: 1, df: Number.POSITIVE_INFINITY };
  const scale2 = Q / df;
  if (test === "z") return { scale2, factor: 1, df: Number.POSITIVE_INFINITY };
  if (test === "t") return { scale2, factor: 1, df };
  return { scale2, factor: test === "adHoc" ? Math.max(1, scale2) : scale2, df };
}
function testedMean(estimate, standardError2, df, confidenceLevel) {
  const statistic = finiteOrNull(estimate / standardError2);
  const margin = studentTUpperQuantile((1 - confidenceLevel) / 2, df) * standardError2;
  return {
    estimate,
    standardError: standardError2,
    statistic,
    df: finiteOrNull(df),
    pValue: statistic === null ? null : 2 * studentTUpper(Math.abs(statistic), df),
    lower: estimate - margin,
    upper: estimate + margin
  };
}

// src/meta/momentEstimators.ts
var derSimonianLaird = {
  estimate: (layout) => {
    const { Q, trace } = residualSums(layout, 0);
    return { tau2: Math.max(0, (Q - (layout.k - layout.p)) / trace), maxima: 1 };
  },
  standardError: (layout, tau2) => {
    const sums = residualSums(layout, 0);
    return spreadOfQ(layout, tau2, sums) / sums.trace;
  }
};
function spreadOfQ({ k: k2, p }, tau2, { trace, traceOfSquare }) {
  return Math.sqrt(2 * (k2 - p) + 4 * tau2 * trace + 2 * tau2 ** 2 * traceOfSquare);
}
var hedges = {
  estimate: (layout) => {
    const { Q, trace, expected } = quadraticForm(layout, equalWeights(layout));
    return { tau2: Math.max(0, (Q - expected) / trace), maxima: 1 };
  },
  standardError: (layout, tau2) => Math.sqrt(quadraticFormVariance(layout, equalWeights(layout), tau2)) / (layout.k - layout.p)
};
function equalWeights({ k: k2 }) {
  return new Float64Array(k2).fill(1);
}
var hunterSchmidt = hunterSchmidtBy(() => 1);
var hunterSchmidtCorrected = hunterSchmidtBy(({ k: k2, p }) => k2 / (k2 - p));
function hunterSchmidtBy(factorOf) {
  return {
    estimate: (layout) => {
      const { Q, weight } = residualSums(layout, 0);
      return { tau2: Math.max(0, (factorOf(layout) * Q - layout.k) / weight), maxima: 1 };
    },
    standardError: (layout, tau2) => {
      const sums = residualSums(layout, 0);
      return factorOf(layout) * spreadOfQ(layout, tau2, sums) / sums.weight;
    }
  };
}

// src/meta/pauleMandel.ts
var pauleMandel = whereQIs(({ k: k2, p }) => k2 - p);
var pauleMandelMedian = whereQIs(({ k: k2, p }) => chiSquareUpperQuantile(0.5, k2 - p));
function whereQIs(target) {
  return {
    estimate: (layout) => ({ tau2: tauSquaredAtQ(layout, target(layout)) ?? 0, maxima: 1 }),
    standardError: (layout, tau2) => layout.k * Math.sqrt(2 / (layout.k - layout.p)) / residualSums(layout, tau2).weight
  };
}

// src/meta/sidikJonkman.ts
var sidikJonkman = {
  estimate: (layout) => {
    const first = layout.spread / layout.k;
    return { tau2: first * (residualSums(layout, first).Q / (layout.k - layout.p)), maxima: 1 };
  },
  standardError: (layout, tau2) => {
    const first = layout.spread / layout.k;
    const weights = layout.variances.map((v2) => 1 / (v2 + first));
    return first / (layout.k - layout.p) * Math.sqrt(quadraticFormVariance(layout, weights, tau2));
  }
};

// src/meta/tauSquared.ts
var fixed = {
  estimate: () => ({ tau2: 0, maxima: 1 }),
  standardError: () => null,
  logLikelihood
};
var TAU_SQUARED = {
  REML: restrictedMaximumLikelihood,
  ML: maximumLikelihood,
  DL: derSimonianLaird,
  HE: hedges,
  HS: hunterSchmidt,
  HSk: hunterSchmidtCorrected,
  SJ: sidikJonkman,
  PM: pauleMandel,
  EB: pauleMandel,
  PMM: pauleMandelMedian,
  GENQ: generalizedQ,
  GENQM: generalizedQMedian,
  FE: fixed
};
var TAU_SQUARED_METHODS = Object.keys(TAU_SQUARED);
function tauSquaredEstimator(method) {
  return TAU_SQUARED[method];
}

// src/meta/meanFit.ts
function fitMean(layout, { method, test }, start) {
  const isRandom = layout.k > 1 && method !== "FE";
  const { tau2, maxima } = isRandom ? tauSquaredEstimator(method).estimate(layout, start) : { tau2: 0, maxima: 1 };
  const scale2 = varianceScale(residualSums(layout, tau2).Q, layout.k - 1, test);
  return { ...weightedMean(layout, tau2), scale: scale2, tau2, isRandom, maxima, hasOwnWeights: layout.given !== null };
}
function weightedMean(layout, tau2) {
  const { given, variances, distances, references, k: k2 } = layout;
  if (!given) {
    const { mean, totalWeight: totalWeight2 } = groupMeans(layout, tau2)[0];
    return { mean, totalWeight: totalWeight2, variance: 1 / totalWeight2 };
  }
  let totalWeight = 0;
  let moment = 0;
  let spread2 = 0;
  for (let i = 0; i < k2; i++) {
    totalWeight += given[i];
    moment += given[i] * distances[i];
    spread2 += given[i] * given[i] * (variances[i] + tau2);
  }
  return { mean: references[0] + moment / totalWeight, totalWeight, variance: spread2 / totalWeight ** 2 };
}
function standardErrorOf({ variance, scale: scale2 }) {
  return Math.sqrt(scale2.factor * variance);
}
function residualVariances({ tau2, variance, hasOwnWeights }) {
  return (samplingVariance, weight) => {
    const own = samplingVariance + tau2;
    return hasOwnWeights ? own * (1 - 2 * weight) + variance : own * (1 - weight);
  };
}

// src/meta/poolingOptions.ts
import { z as z5 } from "zod";

// src/meta/predictionInterval.ts
var PREDICTION_RULES = {
  metafor: ({ df, standardError: standardError2 }) => ({ df, standardError: standardError2 }),
  riley: ({ residualDf, standardError: standardError2 }) => ({ df: residualDf - 1, standardError: standardError2 }),
  higginsThompsonSpiegelhalter: ({ residualDf, unscaledError }) => ({
    df: residualDf - 1,
    standardError: unscaledError
  }),
  t: ({ residualDf, standardError: standardError2 }) => ({ df: residualDf, standardError: standardError2 }),
  normal: ({ standardError: standardError2 }) => ({ df: Number.POSITIVE_INFINITY, standardError: standardError2 })
};
var PREDICTION_RULE_NAMES = Object.keys(PREDICTION_RULES);
var NO_PREDICTION = { predictionLower: null, predictionUpper: null };
function predictionInterval(input3, rule) {
  const { df, standardError: standardError2 } = PREDICTION_RULES[rule](input3);
  if (df < 1) return NO_PREDICTION;
  const quantile3 = studentTUpperQuantile((1 - input3.confidenceLevel) / 2, df);
  const margin = quantile3 * Math.hypot(standardError2, Math.sqrt(input3.tau2));
  return { predictionLower: input3.estimate - margin, predictionUpper: input3.estimate + margin };
}
function probabilityAbove(threshold, input3, rule) {
  const { df, standardError: standardError2 } = PREDICTION_RULES[rule](input3);
  const spread2 = Math.hypot(standardError2, Math.sqrt(input3.tau2));
  if (df < 1 || spread2 === 0) return null;
  return studentTUpper((threshold - input3.estimate) / spread2, df);
}

// src/meta/poolingOptions.ts
var fitOptions = {
  method: described(z5.enum(TAU_SQUARED_METHODS).default("REML"), {
    en: "estimator of tau2; FE is the fixed model, which has none",
    nl: "schatter van tau2; FE is het vaste model, dat er geen heeft"
  }),
  test: described(z5.enum(["knappHartung", "adHoc", "t", "z"]).default("knappHartung"), {
    en: "Knapp and Hartung's t, the same with its scale at least 1, plain t, or z",
    nl: "de t van Knapp en Hartung, dezelfde met schaal minstens 1, gewone t, of z"
  }),
  confidenceLevel: shared.confidenceLevel
};
var backTransform = described(z5.enum(BACK_TRANSFORM_NAMES).default("none"), {
  en: "also give the results on the original scale; fisherZ: estimates are Fisher z, give correlations",
  nl: "geef de uitkomsten ook op de oorspronkelijke schaal; fisherZ: schattingen zijn Fishers z, geef correlaties"
});
var refitOptions = { ...fitOptions, backTransform };
var poolingOptions = {
  ...fitOptions,
  prediction: described(z5.enum(PREDICTION_RULE_NAMES).default("metafor"), {
    en: "prediction interval: the quantile of the test (t with k - 1 degrees of freedom, or z), t with k - 2 (riley, or with the unscaled standard error higginsThompsonSpiegelhalter), t with k - 1, or normal",
    nl: "predictie-interval: het kwantiel van de toets (t met k - 1 vrijheidsgraden, of z), t met k - 2 (riley, of met de ongeschaalde standaardfout higginsThompsonSpiegelhalter), t met k - 1, of normaal"
  }),
  backTransform
};
var tau2Interval = described(z5.enum(TAU_SQUARED_INTERVAL_NAMES).default("qProfile"), {
  en: "confidence interval of tau2 (none saves time); generalizedQ takes the column weight",
  nl: "betrouwbaarheidsinterval van tau2 (none bespaart tijd); generalizedQ neemt de kolom weight"
});

// src/meta/readEffects.ts
function usableEffects(estimate, samplingVariance, present = () => true) {
  refuseAll(notAboveZero(samplingVariance, "samplingVariance", "effect/variance"));
  const usable = (row) => !Number.isNaN(estimate[row]) && !Number.isNaN(samplingVariance[row]);
  const rows = rowsWhere(estimate.length, (row) => usable(row) && present(row));
  if (rows.length === 0) refuse("data/too-few", { needed: 1, unit: "effects", found: 0 });
  const absent = rowsWhere(estimate.length, (row) => !present(row)).length;
  const missing = countMissing(estimate) + countMissing(samplingVariance) + absent;
  return {
    estimates: inOrder(estimate, rows),
    variances: inOrder(samplingVariance, rows),
    rows,
    sample: { unit: "effect", used: rows.length, dropped: estimate.length - rows.length, missing }
  };
}
function usableWeightedEffects(columns) {
  const { estimate, samplingVariance, weight, present } = columns;
  if (weight) refuseAll(notAboveZero(weight, "weight", "effect/weight"));
  const has = (column, row) => !column || !Number.isNaN(column[row]);
  const effects = usableEffects(estimate, samplingVariance, (row) => has(weight, row) && has(present, row));
  return weight ? { ...effects, weights: inOrder(weight, effects.rows) } : effects;
}
function notAboveZero(values, column, code) {
  const problems = [];
  for (let row = 0; row < values.length; row++) {
    if (values[row] <= 0) problems.push({ code, values: {}, location: { row: row + 1, column } });
  }
  return problems;
}
function rowsWhere(length, holds) {
  const rows = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) if (holds(row)) rows[count++] = row;
  return rows.subarray(0, count);
}
function countMissing(values) {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) count++;
  return count;
}

// src/numeric/random.ts
var WORDS = 624;
var APART = 397;
var PER_WORD = 23283064365386963e-26;
var FROM_THE_END = 2328306437080797e-25 / 2;
var NORMAL_BITS = 134217728;
var LARGEST2 = 2 ** 31 - 1;
var MOST_LISTED = 1e7;
function randomStream(seed, stream = 0) {
  refuseUnlessWhole("seed", seed, -LARGEST2);
  refuseUnlessWhole("stream", stream, 0);
  const words = stream === 0 ? wordsAsR(seed) : wordsFromKey(seed, stream);
  let next = WORDS;
  function uniform() {
    if (next === WORDS) {
      renew(words);
      next = 0;
    }
    let word = words[next++];
    word ^= word >>> 11;
    word ^= word << 7 & 2636928640;
    word ^= word << 15 & 4022730752;
    word ^= word >>> 18;
    const value = (word >>> 0) * PER_WORD;
    if (value <= 0) return FROM_THE_END;
    return 1 - value <= 0 ? 1 - FROM_THE_END : value;
  }
  function normal() {
    const high = Math.floor(NORMAL_BITS * uniform());
    return normalQuantile((high + uniform()) / NORMAL_BITS);
  }
  function integer(n) {
    refuseUnlessWhole("n", n, 1);
    const mask = n === 1 ? 0 : -1 >>> Math.clz32(n - 1);
    let value = n;
    while (value >= n) {
      value = Math.floor(uniform() * 65536);
      if (n > 32768) value = value * 65536 + Math.floor(uniform() * 65536);
      value &= mask;
    }
    return value;
  }
  return { uniform, normal, integer, sample: (n, size = n, replace = false) => drawSample(integer, n, size, replace) };
}
function refuseUnlessWhole(option, value, lowest) {
  if (Number.isInteger(value) && value >= lowest && value <= LARGEST2) return;
  refuse("option/invalid", { option, expected: `${lowest}-${LARGEST2}` });
}
function drawSample(integer, n, size, replace) {
  if (!replace && size > n) refuse("option/invalid", { option: "size", expected: `at most ${n}` });
  const drawn2 = new Int32Array(size);
  if (replace || size < 2) {
    for (let i = 0; i < size; i++) drawn2[i] = integer(n);
  } else if (n > MOST_LISTED && size <= n / 2) {
    drawUnlisted(integer, n, drawn2);
  } else {
    drawListed(integer, n, drawn2);
  }
  return drawn2;
}
function drawListed(integer, n, drawn2) {
  const list = new Int32Array(n);
  for (let i = 0; i < n; i++) list[i] = i;
  for (let i = 0; i < drawn2.length; i++) {
    const place2 = integer(n - i);
    drawn2[i] = list[place2];
    list[place2] = list[n - i - 1];
  }
}
function drawUnlisted(integer, n, drawn2) {
  const seen = /* @__PURE__ */ new Set();
  for (let i = 0; i < drawn2.length; i++) {
    let value = integer(n);
    while (seen.has(value)) value = integer(n);
    seen.add(value);
    drawn2[i] = value;
  }
}
function wordsAsR(seed) {
  let word = seed | 0;
  for (let k2 = 0; k2 < 51; k2++) word = Math.imul(69069, word) + 1 | 0;
  const words = new Int32Array(WORDS);
  for (let k2 = 0; k2 < WORDS; k2++) words[k2] = word = Math.imul(69069, word) + 1 | 0;
  return words;
}
var UNKEYED = unkeyedWords();
function unkeyedWords() {
  const words = new Int32Array(WORDS);
  words[0] = 19650218;
  for (let k2 = 1; k2 < WORDS; k2++) words[k2] = Math.imul(1812433253, stirred(words[k2 - 1])) + k2;
  return words;
}
function wordsFromKey(seed, stream) {
  const words = UNKEYED.slice();
  let place2 = 1;
  for (let k2 = 0; k2 < WORDS; k2++) {
    const key = k2 % 2 === 0 ? seed : stream + 1;
    words[place2] = (words[place2] ^ Math.imul(stirred(words[place2 - 1]), 1664525)) + key;
    place2 = nextPlace(words, place2);
  }
  for (let k2 = 1; k2 < WORDS; k2++) {
    words[place2] = (words[place2] ^ Math.imul(stirred(words[place2 - 1]), 1566083941)) - place2;
    place2 = nextPlace(words, place2);
  }
  words[0] = 2147483648 | 0;
  return words;
}
function stirred(word) {
  return word ^ word >>> 30;
}
function nextPlace(words, place2) {
  if (place2 < WORDS - 1) return place2 + 1;
  words[0] = words[WORDS - 1];
  return 1;
}
function renew(words) {
  for (let k2 = 0; k2 < WORDS - APART; k2++) words[k2] = words[k2 + APART] ^ twisted(words[k2], words[k2 + 1]);
  for (let k2 = WORDS - APART; k2 < WORDS - 1; k2++) {
    words[k2] = words[k2 + APART - WORDS] ^ twisted(words[k2], words[k2 + 1]);
  }
  words[WORDS - 1] = words[APART - 1] ^ twisted(words[WORDS - 1], words[0]);
}
function twisted(upper, lower) {
  const mixed = upper & 2147483648 | lower & 2147483647;
  return mixed >>> 1 ^ -(lower & 1) & 2567483615;
}

// src/meta/subsets.ts
var BLOCK = 256;
function subsetsOf(k2, most, seed) {
  const all = 2 ** k2 - 1;
  const isComplete = all <= most;
  const count = isComplete ? all : most;
  const size = (block) => Math.min(BLOCK, count - block * BLOCK);
  const fill2 = isComplete ? listed : drawn(seed ?? refuse("option/needed", { option: "seed", with: `subsets < ${all}` }));
  return {
    ...{ isComplete, count, blocks: Math.ceil(count / BLOCK) },
    members: (block) => fill2(new Uint8Array(size(block) * k2), k2, block)
  };
}
function listed(members, k2, block) {
  for (let place2 = 0; place2 < members.length; place2++) {
    const number = block * BLOCK + Math.floor(place2 / k2) + 1;
    members[place2] = Math.floor(number / 2 ** (place2 % k2)) % 2;
  }
  return members;
}
function drawn(seed) {
  return (members, k2, block) => {
    const { uniform } = randomStream(seed, block + 1);
    for (let from = 0; from < members.length; from += k2) {
      const subset = members.subarray(from, from + k2);
      while (tossed(subset, uniform) === 0) ;
    }
    return members;
  };
}
function tossed(subset, uniform) {
  let inside2 = 0;
  for (let i = 0; i < subset.length; i++) {
    subset[i] = uniform() < 0.5 ? 1 : 0;
    inside2 += subset[i];
  }
  return inside2;
}

// src/meta/gosh.ts
var input = z6.strictObject(effectColumns);
var options = z6.strictObject({
  method: refitOptions.method,
  backTransform: refitOptions.backTransform,
  subsets: described(z6.int().min(1).max(2e6).default(1e4), {
    en: "all subsets when there are no more than this, else so many random ones",
    nl: "alle deelverzamelingen als het er niet meer zijn dan dit, anders zoveel willekeurige"
  }),
  seed: shared.seed.optional()
});
var spread = { median: z6.number(), lowest: z6.number(), highest: z6.number() };
var result = resultSchema("gosh", options, {
  isComplete: z6.boolean(),
  subsets: z6.strictObject({
    included: z6.array(z6.string()),
    k: z6.array(z6.int()),
    estimate: z6.array(z6.number()),
    tau2: z6.array(available),
    I2: z6.array(available),
    H2: z6.array(available),
    Q: z6.array(z6.number())
  }),
  estimates: z6.strictObject(spread),
  studies: z6.array(z6.strictObject({ ...place, with: available, without: available, difference: available }))
});
function gosh(data, given = {}, context = {}) {
  const work = prepared(data, given);
  for (let block = 0; block < work.subsets.blocks; block++) fitBlock(work, block, context);
  return finished(work);
}
function prepared(data, given) {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableEffects(columns.estimate, columns.samplingVariance);
  const k2 = effects.estimates.length;
  if (k2 < 2) refuse("data/too-few", { needed: 2, unit: "effects", found: k2 });
  const subsets = subsetsOf(k2, settings.subsets, settings.seed);
  return {
    ...{ effects, settings, subsets, places: placesOf(effects, names) },
    notes: [
      ...rowNotes(effects, names),
      ...notesWhen([!subsets.isComplete, "meta/some-subsets", { count: subsets.count, all: 2 ** k2 - 1 }])
    ],
    start: fitMean(layOut(effects), { method: settings.method, test: "z" }).tau2,
    columns: { included: [], k: [], estimate: [], tau2: [], I2: [], H2: [], Q: [] }
  };
}
function fitBlock(work, block, context) {
  context.signal?.throwIfAborted();
  const members = work.subsets.members(block);
  const k2 = work.effects.estimates.length;
  for (let from = 0; from < members.length; from += k2) fitSubset(work, members.subarray(from, from + k2));
  context.progress?.(work.columns.k.length, work.subsets.count);
}
function fitSubset({ effects, settings, start, columns }, members) {
  const layout = layOut(membersOf(effects, members));
  const { method, backTransform: backTransform2 } = settings;
  const isFixed = method === "FE";
  const { mean, tau2, isRandom } = fitMean(layout, { method, test: "z" }, start);
  const { I2, H2, Q } = heterogeneityOf(layout, isFixed ? null : tau2);
  columns.included.push(members.join(""));
  columns.k.push(layout.k);
  columns.estimate.push(BACK_TRANSFORMS[backTransform2]?.(mean) ?? mean);
  columns.tau2.push(isFixed || isRandom ? tau2 : null);
  columns.I2.push(I2);
  columns.H2.push(H2);
  columns.Q.push(Q);
}
function membersOf({ estimates, variances }, members) {
  let size = 0;
  for (let i = 0; i < members.length; i++) size += members[i];
  const some = { estimates: new Float64Array(size), variances: new Float64Array(size) };
  let next = 0;
  for (let i = 0; i < members.length; i++) {
    if (members[i] === 0) continue;
    some.estimates[next] = estimates[i];
    some.variances[next++] = variances[i];
  }
  return some;
}
function finished({ effects, settings, notes, places, subsets, columns }) {
  const { estimate } = columns;
  return {
    kind: "gosh",
    options: settings,
    sample: effects.sample,
    notes,
    isComplete: subsets.isComplete,
    subsets: columns,
    estimates: { median: median(estimate), ...ends(estimate) },
    studies: places.map(({ study: study2, row }, i) => {
      const pair = { with: meanWhere("1", i, columns), without: meanWhere("0", i, columns) };
      const difference = pair.with === null || pair.without === null ? null : pair.with - pair.without;
      return { study: study2, row, ...pair, difference };
    })
  };
}
function meanWhere(state, study2, { included, estimate }) {
  let sum = 0;
  let count = 0;
  for (let s = 0; s < included.length; s++) {
    if (included[s][study2] !== state) continue;
    sum += estimate[s];
    count++;
  }
  return count > 0 ? sum / count : null;
}
function ends(values) {
  let [lowest, highest2] = [values[0], values[0]];
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest2 = Math.max(highest2, value);
  }
  return { lowest, highest: highest2 };
}
var goshCard = defineStatistic({
  kind: "gosh",
  label: { en: "All subsets of the studies (GOSH)", nl: "Alle deelverzamelingen van de studies (GOSH)" },
  summary: {
    en: "Whether the pooled effect depends on which studies happen to be there.",
    nl: "Of het gepoolde effect afhangt van welke studies er toevallig bij zijn."
  },
  input,
  options,
  result,
  run: gosh,
  tidy: ({ subsets }) => subsets.included.map((term, s) => ({
    ...{ term, k: subsets.k[s], estimate: subsets.estimate[s], tau2: subsets.tau2[s] },
    ...{ I2: subsets.I2[s], H2: subsets.H2[s], Q: subsets.Q[s] }
  })),
  glance: ({ estimates, studies, subsets }) => ({
    ...{ k: studies.length, n: subsets.k.length, median: estimates.median },
    ...{ minimum: estimates.lowest, maximum: estimates.highest }
  }),
  composes: [],
  charts: [],
  source: "Olkin, Dahabreh & Trikalinos (2012)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45],
      samplingVariance: [0.01, 0.02, 8e-3, 0.03],
      study: ["Adams", "Bakker", "Chen", "De Vries"]
    },
    options: { backTransform: "fisherZ" }
  }
});

// src/meta/randomEffects.ts
import { z as z7 } from "zod";

// src/meta/pooledEffects.ts
function pool(layout, settings) {
  const { method, confidenceLevel } = settings;
  const fit = fitMean(layout, settings);
  const alone = layout.k === 1 && method !== "FE";
  const tau2 = alone ? null : fit.tau2;
  const tested = testedMean(fit.mean, standardErrorOf(fit), fit.scale.df, confidenceLevel);
  const estimator = tauSquaredEstimator(method);
  const standardError2 = fit.isRandom ? finiteOrNull(estimator.standardError(layout, fit.tau2) ?? Number.NaN) : null;
  const input3 = { method, tau2: fit.tau2, standardError: standardError2, confidenceLevel };
  const predicted = predictionInput(tested, fit, settings, layout.k - 1);
  const summary = {
    k: layout.k,
    ...tested,
    scale2: fit.scale.scale2,
    tau2,
    tau: tau2 === null ? null : Math.sqrt(tau2),
    standardErrorTau2: standardError2,
    logLikelihood: alone ? null : estimator.logLikelihood?.(layout, fit.tau2) ?? null,
    ...heterogeneityOf(layout, method === "FE" ? null : fit.tau2),
    ...fit.isRandom ? heterogeneityLimits(layout, settings.tau2Interval, input3) : NO_LIMITS,
    ...fit.isRandom ? predictionInterval(predicted, settings.prediction) : NO_PREDICTION,
    predictive: fit.isRandom ? predictiveOf(predicted, settings) : []
  };
  return { summary: { ...summary, ...onOriginalScale(summary, tau2, settings) }, fit };
}
function predictionInput({ estimate, standardError: standardError2 }, { variance, tau2, scale: scale2 }, { confidenceLevel }, residualDf) {
  const unscaledError = Math.sqrt(variance);
  return { estimate, standardError: standardError2, unscaledError, tau2, residualDf, df: scale2.df, confidenceLevel };
}
function predictiveOf(input3, { thresholds, backTransform: backTransform2, prediction: prediction2 }) {
  return thresholds.map((threshold) => ({
    threshold,
    above: probabilityAbove(transformed(threshold, backTransform2), input3, prediction2)
  }));
}
function onOriginalScale(mean, tau2, { backTransform: backTransform2 }) {
  if (!BACK_TRANSFORMS[backTransform2])
    return { transformed: null, meanRho: null, meanRhoLower: null, meanRhoUpper: null };
  const { estimate, lower, upper, predictionLower, predictionUpper } = mean;
  const transformed2 = backTransformed({ estimate, lower, upper, predictionLower, predictionUpper }, backTransform2);
  const averaged = (value) => tau2 === null ? null : meanBackTransformed(value, Math.sqrt(tau2), backTransform2);
  return {
    transformed: transformed2,
    ...{ meanRho: averaged(estimate), meanRhoLower: averaged(lower), meanRhoUpper: averaged(upper) }
  };
}

// src/meta/randomEffects.ts
var input2 = z7.strictObject(weightedEffectColumns);
var options2 = z7.strictObject({
  ...poolingOptions,
  tau2Interval,
  thresholds: described(z7.array(z7.number()).default([0]), {
    en: "how likely is an effect above each of these in a new study (on the scale that is reported)",
    nl: "hoe waarschijnlijk is in een nieuwe studie een effect boven elk van deze (op de schaal van de rapportage)"
  })
});
var limits = { estimate: z7.number(), lower: z7.number(), upper: z7.number() };
var prediction = { predictionLower: available, predictionUpper: available };
var study = z7.strictObject({
  ...place,
  ...limits,
  samplingVariance: z7.number(),
  weight: z7.number(),
  residual: z7.number(),
  standardizedResidual: available,
  transformed: z7.strictObject(limits).nullable()
});
var result2 = resultSchema("randomEffects", options2, {
  k: z7.int(),
  ...limits,
  standardError: z7.number(),
  statistic: available,
  df: available,
  pValue: available,
  scale2: available,
  tau2: available,
  tau: available,
  standardErrorTau2: available,
  tau2Lower: available,
  tau2Upper: available,
  I2: available,
  I2Lower: available,
  I2Upper: available,
  H2: available,
  H2Lower: available,
  H2Upper: available,
  Q: z7.number(),
  dfQ: z7.int(),
  pQ: available,
  ...prediction,
  predictive: z7.array(z7.strictObject({ threshold: z7.number(), above: available })),
  logLikelihood: available,
  transformed: z7.strictObject({ ...limits, ...prediction }).nullable(),
  meanRho: available,
  meanRhoLower: available,
  meanRhoUpper: available,
  studies: z7.array(study)
});
function randomEffects(data, given = {}) {
  const { study: names, ...columns } = read(input2, data);
  const settings = resolve(options2, given);
  const effects = usableWeightedEffects(columns);
  const pooled = pool(layOut(effects), settings);
  const studies = studyRows(effects, pooled, settings, names);
  return {
    kind: "randomEffects",
    options: settings,
    sample: effects.sample,
    notes: notesOf(pooled, effects, settings, names),
    ...pooled.summary,
    studies
  };
}
function studyRows(effects, { summary, fit }, settings, names) {
  const quantile3 = normalUpperQuantile((1 - settings.confidenceLevel) / 2);
  const onOriginalScale2 = originalScale(settings);
  const residualVariance = residualVariances(fit);
  const rows = new Array(effects.rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = effects.rows[i];
    const estimate = effects.estimates[i];
    const samplingVariance = effects.variances[i];
    const margin = quantile3 * Math.sqrt(samplingVariance);
    const lower = estimate - margin;
    const upper = estimate + margin;
    const residual = estimate - summary.estimate;
    const weight = (effects.weights?.[i] ?? 1 / (samplingVariance + fit.tau2)) / fit.totalWeight;
    const variance = residualVariance(samplingVariance, weight);
    const standardizedResidual = summary.k > 1 && variance > 0 ? residual / Math.sqrt(variance) : null;
    const transformed2 = onOriginalScale2({ estimate, lower, upper });
    const name = names?.[row] ?? String(row + 1);
    rows[i] = {
      study: name,
      row: row + 1,
      estimate,
      lower,
      upper,
      samplingVariance,
      weight,
      residual,
      standardizedResidual,
      transformed: transformed2
    };
  }
  return rows;
}
function originalScale({ backTransform: backTransform2 }) {
  const transform = BACK_TRANSFORMS[backTransform2];
  if (!transform) return () => null;
  return ({ estimate, lower, upper }) => ({
    ...{ estimate: transform(estimate), lower: transform(lower), upper: transform(upper) }
  });
}
function notesOf({ summary, fit }, effects, settings, names) {
  const { k: k2, scale2, Q, tau2Upper, df, predictionLower } = summary;
  const scaled = df !== null && scale2 !== null && settings.test !== "t";
  const narrow = scaled && settings.test === "knappHartung" && scale2 > 0 && scale2 < 1;
  return [
    ...rowNotes(effects, names),
    ...notesWhen(
      [k2 === 1, "meta/one-study"],
      [k2 > 1 && k2 < 5 && settings.method !== "FE", "meta/few-studies", { k: k2 }],
      [scaled && settings.method === "FE", "meta/fixed-scaled"],
      [scaled && scale2 === 0, "meta/no-spread"],
      [narrow, "meta/scale-below-one", { scale2: scale2 ?? 0 }],
      [tau2Upper === 0, "meta/no-tau2-fits", { Q }],
      [k2 === 2 && fit.isRandom && predictionLower === null, "meta/no-prediction", { k: k2 }]
    ),
    ...maximaNotes([fit.maxima])
  ];
}
function shownEffect({
  estimate,
  standardError: standardError2,
  lower,
  upper,
  predictionLower,
  predictionUpper,
  transformed: transformed2
}) {
  const own = { estimate, standardError: standardError2, lower, upper, predictionLower, predictionUpper };
  return transformed2 ? { ...own, ...transformed2, standardError: null } : own;
}
function studyRow({
  study: term,
  estimate,
  lower,
  upper,
  samplingVariance,
  weight,
  transformed: transformed2
}) {
  const own = { estimate, lower, upper, samplingVariance };
  return { term, ...transformed2 ?? own, weight };
}
var randomEffectsCard = defineStatistic({
  kind: "randomEffects",
  label: { en: "Random-effects meta-analysis", nl: "Random-effects meta-analyse" },
  summary: {
    en: "The mean effect of independent studies and how much they differ.",
    nl: "Het gemiddelde effect van onafhankelijke studies en hoeveel ze verschillen."
  },
  input: input2,
  options: options2,
  result: result2,
  run: randomEffects,
  tidy: ({ studies }) => studies.map(studyRow),
  glance: (pooled) => ({
    k: pooled.k,
    ...shownEffect(pooled),
    statistic: pooled.statistic,
    df: pooled.df,
    pValue: pooled.pValue,
    tau2: pooled.tau2,
    tau: pooled.tau,
    I2: pooled.I2,
    H2: pooled.H2,
    Q: pooled.Q
  }),
  composes: [],
  charts: ["forestPlot"],
  source: "Viechtbauer (2005); Knapp & Hartung (2003); Viechtbauer (2007)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 8e-3, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"]
    },
    options: { backTransform: "fisherZ" }
  }
});

// test/bench/ev3.tmp.ts
var k = 20;
var v = Float64Array.from({ length: k }, (_, i) => 1 / (27 + i * 37 % 400));
var y = v.map((x, i) => 0.25 + Math.sqrt(x + 0.02) * Math.sin(i * i));
if (process.argv[2] === "g") for (let i = 0; i < 10; i++) gosh({ estimate: y, samplingVariance: v }, { seed: 1 });
else for (let i = 0; i < 2e4; i++) randomEffects({ estimate: y, samplingVariance: v }, { tau2Interval: "none" });
