/** Every sentence the program says in English. A new entry here needs its twin in nl.ts: the types see to it. */
export const en = {
  errors: {
    "statistic/unknown": "Unknown statistic {kind}. Known statistics: {known}.",
    "option/unknown": "Unknown option {option}. Known options: {known}.",
    "option/invalid": "Option {option} must be {expected}.",
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
    "data/too-few": "{needed} usable {unit} needed, {found} found.",
    "data/duplicate-id": "The same id stands here as in row {first}.",
    "effect/correlation-range": "A correlation must lie between -1 and 1, ends excluded.",
    "effect/sample-size": "n must be larger than {minimum} for this effect size.",
    "effect/variance": "A sampling variance must be larger than 0.",
    "model/not-converged": "The computation did not converge after {iterations} steps.",
    "model/singular": "The predictors overlap completely, so their effects cannot be told apart.",
  },
  notes: {
    "missing/listwise": "{dropped} of {total} rows left out: a value was missing in them.",
    "missing/pairwise": "Each pair uses the rows in which both values are present: n runs from {lowest} to {highest}.",
    "column/constant": "{column} has the same value everywhere: no correlation exists.",
    "item/negative":
      "{item} correlates negatively with the rest of its scale ({r}). Nothing was reversed: check its wording and the codebook.",
    "alpha/negative": "Alpha is negative: the items do not measure one thing in one direction.",
    "scale/too-few-items": "Fewer than three items: alpha says little.",
  },
  words: {
    note: "Note",
    missing: "missing",
    table: "Table",
    figure: "Figure",
  },
  sentences: {
    "and-more": "... and {more} more.",
    "correlation-is-not-cause":
      "A correlation is not a cause: these figures do not show that involvement brings about the outcome.",
  },
};

/** The shape both languages share. */
export type Phrases = typeof en;
