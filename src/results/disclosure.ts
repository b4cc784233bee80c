import type { ColumnName } from "../foundation/glossary.ts";
import type { Cell, Row } from "../foundation/row.ts";

/** How much a shown table may tell of small groups: the smallest n that is shown. */
export type Profile = "strict" | "school" | "public";

export const SMALLEST_SHOWN: Readonly<Record<Profile, number>> = { strict: 10, school: 6, public: 0 };

/** Columns that show one respondent's value. */
const INDIVIDUAL: readonly ColumnName[] = ["minimum", "maximum"];

/** Columns that say what a row is about, not what was found. */
const NAMES: readonly ColumnName[] = [
  ...(["term", "with", "level", "group", "method", "source", "mapping"] as const),
  ...(["study", "sample", "effect", "component", "dimension", "outcome"] as const),
];

/**
 * Makes rows about respondents safe to show: a row that rests on fewer than the profile's n loses its figures and is
 * marked, and single respondents' extremes are left out. Rows without n are about something else and stay.
 * @param rows tidy rows of a statistic whose sample unit is the respondent
 * @param profile "strict" (n of 10 and more), "school" (6 and more) or "public" (everything)
 * @returns rows of the same length; `suppressed` marks the hidden ones
 * @see spec of the ONS/ACRO safe threshold 10; Nationaal Cohortonderzoek Onderwijs, groups of 5 or fewer
 * @example disclose([{ term: "grade", n: 4, mean: 6.5 }], "strict") // [{ term: "grade", n: null, mean: null, suppressed: true }]
 */
export function disclose(rows: readonly Row[], profile: Profile): Row[] {
  if (profile === "public") return [...rows];
  return rows.map((row) => (isSmall(row, profile) ? hidden(row) : withoutExtremes(row)));
}

function isSmall({ n }: Row, profile: Profile): boolean {
  return typeof n === "number" && n < SMALLEST_SHOWN[profile];
}

function hidden(row: Row): Row {
  const cells = Object.entries(row).map(([name, cell]) => [name, keepsName(name, cell) ? cell : null]);
  return { ...Object.fromEntries(cells), suppressed: true };
}

function keepsName(name: string, cell: Cell): boolean {
  return typeof cell === "string" && NAMES.includes(name as ColumnName);
}

function withoutExtremes(row: Row): Row {
  const extremes = INDIVIDUAL.filter((name) => row[name] !== undefined);
  return extremes.length === 0 ? row : { ...row, ...Object.fromEntries(extremes.map((name) => [name, null])) };
}
