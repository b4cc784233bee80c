import { effectSizes } from "../effects/effectSizes.ts";
import { meant } from "../foundation/closest.ts";
import { refuse, refuseAll } from "../foundation/errors.ts";
import type { Language, Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { type RandomEffects, randomEffects } from "../meta/randomEffects.ts";
import { type Subgroups, subgroups } from "../meta/subgroups.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { checkSheet } from "./checkSheet.ts";
import { type CodedEffects, codedEffects } from "./codedSheet.ts";
import type { CodedSheet, SheetColumns } from "./sheetFormat.ts";
import { levelLabel, moderatorLevels, moderatorOf, type SheetModerator, sheetModerators } from "./sheetModerators.ts";

type PoolingOptions = NonNullable<Parameters<typeof subgroups>[1]>;

/** What to pool of a sheet, and how. */
export interface SheetPooling extends Pick<PoolingOptions, "method" | "test" | "prediction" | "confidenceLevel"> {
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
  readonly pooled: RandomEffects;
  readonly subgroups: readonly SheetSubgroups[];
  /** What to know of the sheet itself; the results have notes of their own. */
  readonly notes: readonly Note[];
}

/**
 * Pools the correlations of a coded sheet by Fisher's z: over all effects, and by every moderator that is asked for.
 * Effects of one study count as independent, and a note says so.
 * @param sheet as parseCodedSheet or bareSheet gives it
 * @param table its data, as read
 * @param given subgroups, outcome; method, test, prediction and confidenceLevel as in randomEffects
 * @returns results on both scales: Fisher's z, and in `transformed` r
 * @throws all problems of checkSheet; option/unknown-moderator, option/not-a-category, option/unknown-outcome
 * @see Fisher (1921); Viechtbauer (2005); as randomEffects and subgroups
 */
export function poolSheet(sheet: SheetColumns, table: Table, given: SheetPooling = {}): PooledSheet {
  const { problems, notes } = checkSheet(sheet, table);
  refuseAll(problems);
  const { subgroups: names = [], outcome, ...options } = given;
  const moderators = names.map((name) => moderatorOf(sheet, table, name));
  const chosen = outcome === undefined ? null : outcomeRows(sheet, table, outcome);
  const effects = codedEffects(sheet, table, chosen?.holds);
  const data = poolable(effects);
  const settings = { ...options, backTransform: "fisherZ" } as const;
  const pooled = randomEffects({ ...data.columns, study: data.study }, settings);
  return {
    title: sheet.title,
    language: sheet.language,
    source: sheet.source ?? null,
    outcome: chosen?.label ?? null,
    studies: new Set(data.study).size,
    pooled,
    subgroups: moderators.map((moderator) => bySubgroup(moderator, table, data, settings)),
    notes: [...notes, ...effects.notes],
  };
}

interface Poolable {
  readonly columns: { readonly estimate: number[]; readonly samplingVariance: number[] };
  readonly study: string[];
  readonly r: number[];
  readonly n: number[];
  /** The row of the table each came from, counting from 0. */
  readonly rows: number[];
}

/** The effects that have both r and n; a row without a study is one of its own. */
function poolable({ r, n, study, rows }: CodedEffects): Poolable {
  const names = study.map((name, i) => name ?? `row ${rows[i]! + 1}`);
  const { effects } = effectSizes({ r, n, study: names });
  return {
    columns: {
      estimate: effects.map(({ estimate }) => estimate),
      samplingVariance: effects.map(({ samplingVariance }) => samplingVariance),
    },
    study: effects.map((effect) => effect.study),
    r: effects.map((effect) => effect.r),
    n: effects.map((effect) => effect.n),
    rows: effects.map(({ row }) => rows[row - 1]!),
  };
}

function bySubgroup(moderator: SheetModerator, table: Table, data: Poolable, settings: PoolingOptions): SheetSubgroups {
  const levels = moderatorLevels(moderator, table);
  const { columns, study, r, n, rows } = data;
  const result = subgroups({ ...columns, study, r, n, subgroup: rows.map((row) => levels[row]!) }, settings);
  return {
    moderator: moderator.name,
    label: moderator.label,
    labels: Object.fromEntries(result.groups.map(({ group }) => [group, levelLabel(moderator, group)])),
    result,
  };
}

/** Which rows are about an outcome. */
function outcomeRows(sheet: SheetColumns, table: Table, name: string) {
  const moderator = sheetModerators(sheet).find((one) => one.name === "outcome");
  const levels = moderator ? categoriesOf(table, moderator.column) : [];
  const known = [...new Set(levels)].filter((level) => level !== null);
  if (!moderator || !known.includes(name))
    return refuse("option/unknown-outcome", { name, known: known.join(", ") || "-", ...meant(name, known) });
  return { holds: (row: number) => levels[row] === name, label: levelLabel(moderator, name) };
}
