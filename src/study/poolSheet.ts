import { meant } from "../foundation/closest.ts";
import { refuse, refuseAll } from "../foundation/errors.ts";
import type { Language, Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { type RandomEffects, randomEffects } from "../meta/randomEffects.ts";
import { type Subgroups, subgroups } from "../meta/subgroups.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { checkSheet } from "./checkSheet.ts";
import { codedEffects } from "./codedSheet.ts";
import { inUnits, type Poolable, poolable, type SheetUnits } from "./poolableEffects.ts";
import type { CodedSheet, SheetColumns } from "./sheetFormat.ts";
import { levelLabel, moderatorLevels, moderatorOf, type SheetModerator, sheetModerators } from "./sheetModerators.ts";

type PoolingOptions = NonNullable<Parameters<typeof subgroups>[1]>;

/** What to pool of a sheet, and how. */
export interface SheetPooling
  extends Pick<PoolingOptions, "method" | "test" | "prediction" | "confidenceLevel">,
    SheetUnits {
  /** Moderators by name (component, dimension and outcome are among them), one table each. */
  readonly subgroups?: readonly string[];
  /** Only the effects on this outcome. */
  readonly outcome?: string;
}

/** The effects of a sheet by one moderator, with the labels of its levels. */
export interface SheetSubgroups {
  readonly moderator: string;
  readonly label: Text;
  readonly labels: Readonly<Record<string, Text>>;
  readonly result: Subgroups;
}

/** A coded sheet, pooled. Plain JSON. */
export interface PooledSheet {
  readonly title: Text;
  readonly language: Language;
  readonly source: CodedSheet["source"] | null;
  /** The outcome that was chosen, if one was. */
  readonly outcome: Text | null;
  readonly studies: number;
  /** What counts as one: every effect, or the average of a sample or a study. */
  readonly unit: "effect" | "sample" | "study";
  readonly pooled: RandomEffects;
  readonly subgroups: readonly SheetSubgroups[];
  /** What to know of the sheet itself; the results have notes of their own. */
  readonly notes: readonly Note[];
}

/**
 * Pools the correlations of a coded sheet by Fisher's z: over all effects, and by every moderator that is asked for.
 * Effects of one study count as independent, and a note says so, unless `unit` averages them within samples or studies;
 * by a moderator they are averaged within its levels (the shifting unit of analysis).
 * @param sheet as parseCodedSheet or bareSheet gives it
 * @param table its data, as read
 * @param given subgroups, outcome, unit, rho; method, test, prediction and confidenceLevel as in randomEffects
 * @returns results on both scales: Fisher's z, and in `transformed` r
 * @throws all problems of checkSheet; option/unknown-moderator, option/not-a-category, option/unknown-outcome
 * @see Fisher (1921); Viechtbauer (2005); as randomEffects and subgroups
 */
export function poolSheet(sheet: SheetColumns, table: Table, given: SheetPooling = {}): PooledSheet {
  const { problems, notes } = checkSheet(sheet, table);
  refuseAll(problems);
  const { subgroups: names = [], outcome, unit = "effect", rho, ...options } = given;
  const units = { unit, ...(rho === undefined ? {} : { rho }) };
  const moderators = names.map((name) => moderatorOf(sheet, table, name));
  const chosen = outcome === undefined ? null : outcomeRows(sheet, table, outcome);
  const effects = codedEffects(sheet, table, chosen?.holds);
  const data = poolable(effects, table);
  const settings = { ...options, backTransform: "fisherZ" } as const;
  const whole = inUnits(data, units);
  const pooled = randomEffects({ ...whole.data.columns, study: whole.data.study }, settings);
  return {
    title: sheet.title,
    language: sheet.language,
    source: sheet.source ?? null,
    outcome: chosen?.label ?? null,
    studies: new Set(data.study).size,
    unit,
    pooled,
    subgroups: moderators.map((moderator) => bySubgroup(moderator, table, data, { units, settings })),
    notes: [...notes, ...effects.notes, ...whole.notes],
  };
}

interface BySubgroup {
  readonly units: SheetUnits;
  readonly settings: PoolingOptions;
}

function bySubgroup(
  moderator: SheetModerator,
  table: Table,
  effects: Poolable,
  { units, settings }: BySubgroup,
): SheetSubgroups {
  const ofRows = filledLevels(moderator, table, effects.rows);
  const { data, levels, notes } = inUnits(
    effects,
    units,
    effects.rows.map((row) => ofRows[row]!),
  );
  const { columns, study, r, n } = data;
  const pooled = subgroups({ ...columns, study, r, n, subgroup: levels }, settings);
  const result = { ...pooled, notes: [...notes, ...pooled.notes] };
  return {
    moderator: moderator.name,
    label: moderator.label,
    labels: Object.fromEntries(result.groups.map(({ group }) => [group, levelLabel(moderator, group)])),
    result,
  };
}

/**
 * The level of every row of the table.
 * @throws coded/empty-moderator where none of these rows has one
 */
export function filledLevels(moderator: SheetModerator, table: Table, rows: readonly number[]): (string | null)[] {
  const levels = moderatorLevels(moderator, table);
  if (rows.every((row) => levels[row] === null))
    refuse("coded/empty-moderator", { name: moderator.name }, { source: table.source, column: moderator.column });
  return levels;
}

/** Which rows are about an outcome. */
export function outcomeRows(sheet: SheetColumns, table: Table, name: string) {
  const moderator = sheetModerators(sheet).find((one) => one.name === "outcome");
  const levels = moderator ? categoriesOf(table, moderator.column) : [];
  const known = [...new Set(levels)].filter((level) => level !== null);
  if (!moderator || !known.includes(name))
    return refuse("option/unknown-outcome", { name, known: known.join(", ") || "-", ...meant(name, known) });
  return { holds: (row: number) => levels[row] === name, label: levelLabel(moderator, name) };
}
