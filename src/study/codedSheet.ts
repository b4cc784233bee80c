import { z } from "zod";
import { refuseAll } from "../foundation/errors.ts";
import { note } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { placeOf } from "../table/fields.ts";
import { categoriesOf, numbersOf, type Table } from "../table/table.ts";
import { readYaml } from "./parseStudyFile.ts";
import { shapeFindings } from "./shapeFindings.ts";
import { studySource, studyText } from "./studyFile.ts";

const column = z.string().min(1);

const moderator = z.strictObject({
  column: column.optional().meta({ description: "Its column; the moderator's own name when left out." }),
  label: studyText,
  kind: z.enum(["category", "number"]).default("category"),
  labels: z.record(z.string(), studyText).default({}).meta({ description: "What its levels mean." }),
});

/** What the columns of a coded sheet mean: one row per correlation that a study reported. */
export const codedSheet = z.strictObject({
  betrokken: z.literal(1).meta({ description: "Version of this file format." }),
  title: studyText,
  language: z.enum(["nl", "en"]).default("nl"),
  source: studySource.optional().meta({ description: "Where the data come from, and on what terms." }),
  file: z.string().min(1).meta({ description: "File, seen from the folder of this file." }),
  r: column.meta({ description: "Column with the correlation." }),
  n: column.meta({ description: "Column with the sample size." }),
  study: column.meta({ description: "Column that tells studies apart; effects of one study depend on each other." }),
  effect: column.optional().meta({ description: "Column with the id of the effect." }),
  reversed: column
    .optional()
    .meta({ description: "Column with 1 where a high score means little, so that the sign stands the other way." }),
  turnSigns: z.boolean().default(false).meta({ description: "true: turn the sign where reversed is 1." }),
  moderators: z.record(z.string(), moderator).default({}),
});

export type CodedSheet = z.output<typeof codedSheet>;

/** The columns of a coded sheet, ready for effectSizes, randomEffects and subgroups. */
export interface CodedEffects {
  readonly r: Float64Array;
  readonly n: Float64Array;
  readonly study: readonly (string | null)[];
  readonly effect: readonly (string | null)[] | null;
  /** Per moderator its number or category in every row. */
  readonly moderators: Readonly<Record<string, Float64Array | readonly (string | null)[]>>;
  readonly notes: readonly Note[];
}

/**
 * Reads the description of a coded sheet. YAML or JSON.
 * @param text the file's text
 * @param source its name, for messages
 * @throws all mistakes at once, each with its line, as parseStudyFile
 * @example parseCodedSheet("{ betrokken: 1, title: Pilot, file: x.csv, r: r, n: n, study: id }", "meta.yaml").turnSigns // false
 */
export function parseCodedSheet(text: string, source: string): CodedSheet {
  const { value, located } = readYaml(text, source);
  refuseAll(shapeFindings(codedSheet, value).map(located));
  return codedSheet.parse(value);
}

/**
 * The effects of a coded sheet. Signs stay as coded unless the sheet says turnSigns; either way a note counts them.
 * @param sheet as parseCodedSheet gives it
 * @param table its data, as read
 * @throws data/unknown-column, data/not-a-number; data/not-a-code where `reversed` is not 0 or 1
 */
export function codedEffects(sheet: CodedSheet, table: Table): CodedEffects {
  const { r, n } = correlationsAndSizes(table, sheet);
  const reversed = reversedRows(sheet, table);
  const count = reversed.reduce((sum, value) => sum + value, 0);
  const turned = sheet.turnSigns ? r.map((value, row) => (reversed[row] === 1 ? -value : value)) : r;
  const code = sheet.turnSigns ? "coded/turned" : "coded/not-turned";
  return {
    r: turned,
    n,
    study: categoriesOf(table, sheet.study),
    effect: sheet.effect === undefined ? null : categoriesOf(table, sheet.effect),
    moderators: Object.fromEntries(
      Object.entries(sheet.moderators).map(([name, { column: own = name, kind }]) => [
        name,
        kind === "number" ? numbersOf(table, [own])[own]! : categoriesOf(table, own),
      ]),
    ),
    notes: count > 0 ? [note(code, { count, total: table.rows })] : [],
  };
}

function correlationsAndSizes(table: Table, sheet: CodedSheet): { r: Float64Array; n: Float64Array } {
  const columns = numbersOf(table, [sheet.r, sheet.n]);
  return { r: columns[sheet.r]!, n: columns[sheet.n]! };
}

/** 1 where the sign stands the other way, else 0. */
function reversedRows({ reversed }: CodedSheet, table: Table): Float64Array {
  if (reversed === undefined) return new Float64Array(table.rows);
  const values = numbersOf(table, [reversed])[reversed]!;
  const wrong = [...values.keys()].filter((row) => values[row] !== 0 && values[row] !== 1);
  const expected = { expected: "0, 1" };
  refuseAll(
    wrong.map((row) => ({ code: "data/not-a-code", values: expected, location: placeOf(table, row, reversed) })),
  );
  return values;
}
