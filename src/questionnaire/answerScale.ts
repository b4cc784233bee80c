import { z } from "zod";
import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { described } from "../foundation/options.ts";
import type { NumberColumns } from "../table/input.ts";

const bound = z.number().nullable().default(null);

/** Options of every statistic that reverses items: which ones, and the declared bounds of the answer scale. */
export const answerScaleOptions = {
  reversed: described(z.array(z.string()).default([]), {
    en: "items to reverse: minimum + maximum - answer",
    nl: "items om te polen: minimum + maximum - antwoord",
  }),
  minimum: described(bound, { en: "lowest answer of the answer scale", nl: "laagste antwoord van de antwoordschaal" }),
  maximum: described(bound, { en: "highest answer of the answer scale", nl: "hoogste antwoord van de antwoordschaal" }),
} as const;

export interface AnswerScale {
  readonly reversed: readonly string[];
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/**
 * Items as they are scored: the named ones reversed against the declared bounds, the others as they are.
 * @param items columns of answers; NaN is missing
 * @param scale items to reverse and bounds of the answer scale; both bounds or none
 * @param reason an option that needs the bounds too, such as "score: pomp"; null when none does
 * @returns one column per item
 * @throws option/needed, option/invalid for the bounds; data/unknown-column for an item to reverse that is not there;
 * data/outside-range for every answer outside the bounds
 */
export function keyedColumns(items: NumberColumns, scale: AnswerScale, reason: string | null = null): Float64Array[] {
  refuseBounds(scale, reason);
  refuseUnknownItems(items, scale.reversed);
  refuseOutside(items, scale);
  const sum = (scale.minimum ?? 0) + (scale.maximum ?? 0);
  return items.columns.map((column, j) =>
    scale.reversed.includes(items.names[j]!) ? column.map((answer) => sum - answer) : column,
  );
}

/** The bounds go together, and reversing cannot do without them. */
function refuseBounds({ reversed, minimum, maximum }: AnswerScale, reason: string | null): void {
  const other = minimum === null ? "maximum" : "minimum";
  const bounded = minimum !== null || maximum !== null;
  const needed = reversed.length > 0 ? "reversed" : (reason ?? (bounded ? other : null));
  if (needed === null) return;
  if (minimum === null) refuse("option/needed", { option: "minimum", with: needed });
  if (maximum === null) refuse("option/needed", { option: "maximum", with: needed });
  if (!(minimum < maximum)) refuse("option/invalid", { option: "maximum", expected: `> ${minimum}` });
}

function refuseUnknownItems({ names }: NumberColumns, reversed: readonly string[]): void {
  const known = names.join(", ");
  const unknown = reversed.filter((name) => !names.includes(name));
  refuseAll(
    unknown.map((column): Problem => ({ code: "data/unknown-column", values: { known }, location: { column } })),
  );
  const twice = reversed.find((name, i) => reversed.indexOf(name) < i);
  if (twice !== undefined) refuse("option/twice", { option: "reversed", value: twice });
}

function refuseOutside({ names, columns }: NumberColumns, { minimum, maximum }: AnswerScale): void {
  if (minimum === null || maximum === null) return;
  const problems = columns.flatMap((column, j) => {
    const rows = [...column.keys()].filter((i) => column[i]! < minimum || column[i]! > maximum);
    return rows.map((i): Problem => {
      return { code: "data/outside-range", values: { minimum, maximum }, location: { row: i + 1, column: names[j]! } };
    });
  });
  refuseAll(problems);
}
