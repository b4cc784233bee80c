import { z } from "zod";
import type { Problem } from "../foundation/errors.ts";
import type { Text } from "../foundation/phrases.ts";
import { labelColumn, numberColumn } from "../table/input.ts";

/** What a column may hold; `above` and `below` leave their bound out. */
interface Bounds {
  readonly atLeast?: number;
  readonly above?: number;
  readonly below?: number;
}

interface ColumnOfEffects extends Bounds {
  readonly help: Text;
}

function column(en: string, nl: string, bounds: Bounds = {}): ColumnOfEffects {
  return { help: { en, nl }, ...bounds };
}

/** The columns from which effect sizes are made. Each measure needs some of them. */
export const EFFECT_COLUMNS = {
  r: column("correlations, one per effect", "correlaties, één per effect"),
  n: column("sample sizes", "steekproefgroottes", { above: 0 }),
  t: column("t values of a regression coefficient", "t-waarden van een regressiecoëfficiënt"),
  predictors: column(
    "number of predictors in the regression, this one included",
    "aantal voorspellers in de regressie, deze meegeteld",
    { atLeast: 1 },
  ),
  r2: column("R² of the regression", "R² van de regressie", { atLeast: 0, below: 1 }),
  m1: column("mean of the first group", "gemiddelde van de eerste groep"),
  sd1: column("standard deviation of the first group", "standaarddeviatie van de eerste groep", { atLeast: 0 }),
  n1: column("size of the first group", "grootte van de eerste groep", { above: 1 }),
  m2: column("mean of the second group", "gemiddelde van de tweede groep"),
  sd2: column("standard deviation of the second group", "standaarddeviatie van de tweede groep", { atLeast: 0 }),
  n2: column("size of the second group", "grootte van de tweede groep", { above: 1 }),
  a: column("count: first group, outcome present", "aantal: eerste groep, uitkomst aanwezig", { atLeast: 0 }),
  b: column("count: first group, outcome absent", "aantal: eerste groep, uitkomst afwezig", { atLeast: 0 }),
  c: column("count: second group, outcome present", "aantal: tweede groep, uitkomst aanwezig", { atLeast: 0 }),
  d: column("count: second group, outcome absent", "aantal: tweede groep, uitkomst afwezig", { atLeast: 0 }),
  events: column("number of cases with the outcome", "aantal gevallen met de uitkomst", { atLeast: 0 }),
  mean: column("means", "gemiddelden"),
  sd: column("standard deviations", "standaarddeviaties", { atLeast: 0 }),
  alpha: column("Cronbach's alphas", "Cronbachs alfa's", { below: 1 }),
  items: column("number of items of the scale", "aantal items van de schaal", { above: 1 }),
} as const satisfies Record<string, ColumnOfEffects>;

export type EffectColumn = keyof typeof EFFECT_COLUMNS;
export const EFFECT_COLUMN_NAMES = Object.keys(EFFECT_COLUMNS) as readonly EffectColumn[];

const optional = (name: EffectColumn) => numberColumn(EFFECT_COLUMNS[name].help).optional();

/** All of them, as the input of a statistic. */
export const effectInput = z.strictObject({
  r: optional("r"),
  n: optional("n"),
  t: optional("t"),
  predictors: optional("predictors"),
  r2: optional("r2"),
  m1: optional("m1"),
  sd1: optional("sd1"),
  n1: optional("n1"),
  m2: optional("m2"),
  sd2: optional("sd2"),
  n2: optional("n2"),
  a: optional("a"),
  b: optional("b"),
  c: optional("c"),
  d: optional("d"),
  events: optional("events"),
  mean: optional("mean"),
  sd: optional("sd"),
  alpha: optional("alpha"),
  items: optional("items"),
  study: labelColumn({ en: "names of the studies", nl: "namen van de studies" }).optional(),
});

/**
 * What is wrong with one value of a column; nothing when it is missing.
 * @param above what the measure asks beyond the column's own bounds
 */
export function columnProblem(name: EffectColumn, value: number, row: number, above?: number): Problem | null {
  const found = outOfBounds(name, value, above);
  return found === null ? null : { ...found, location: { row, column: name } };
}

function outOfBounds(name: EffectColumn, value: number, given?: number): Omit<Problem, "location"> | null {
  if (name === "r") return Math.abs(value) >= 1 ? { code: "effect/correlation-range", values: {} } : null;
  const { above = Number.NEGATIVE_INFINITY, atLeast, below }: Bounds = EFFECT_COLUMNS[name];
  const minimum = Math.max(above, given ?? Number.NEGATIVE_INFINITY);
  if (value <= minimum)
    return { code: name === "n" ? "effect/sample-size" : "effect/larger-than", values: { minimum } };
  if (atLeast !== undefined && value < atLeast) return { code: "effect/at-least", values: { minimum: atLeast } };
  if (below !== undefined && value >= below) return { code: "effect/smaller-than", values: { maximum: below } };
  return null;
}
