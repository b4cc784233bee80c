import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { type NestedGroups, nestedGroups } from "../inference/mixedDesign.ts";
import { fromColumns, type Matrix } from "../numeric/matrices.ts";
import type { Categories, NumberColumns } from "../table/input.ts";
import { blockedEffects, blockLikelihood } from "./blockLikelihood.ts";
import { blocksOf, type CrossedGroups, connectedRows, crossedGroups } from "./crossedGroups.ts";
import { type ModeratorDesign, moderatorDesign } from "./moderatorDesign.ts";
import { type NestedEffects, type NestedLikelihood, nestedLikelihood } from "./nestedLikelihood.ts";
import { type UsableEffects, usableEffects } from "./readEffects.ts";
import { fitAt, type RegressionFit } from "./regressionFit.ts";

/** The fit without random effects: where the search begins, and what Q and I2 rest on. */
export type FixedFit = Pick<RegressionFit, "coefficients" | "Q" | "freeWeight">;

/** The columns of a multilevel meta-analysis, read. */
export interface MultilevelColumns {
  readonly estimate: Float64Array;
  readonly samplingVariance: Float64Array;
  readonly levels: Readonly<Record<string, Categories>>;
  readonly crossed?: Readonly<Record<string, Categories>> | undefined;
  readonly moderators?: NumberColumns | undefined;
  readonly factors?: Readonly<Record<string, Categories>> | undefined;
}

/** Usable effects with their places in the levels, ready to be fitted. */
export interface MultilevelEffects {
  readonly effects: UsableEffects;
  readonly design: ModeratorDesign;
  /** Crossed levels come first, then the nested ones, the outermost last. */
  readonly groups: CrossedGroups;
  /** Effects that no variance connects with others: the outermost groups, or where levels cross what connects these. */
  readonly clusters: readonly (readonly number[])[];
  readonly fixed: FixedFit;
  readonly nested: NestedEffects;
  readonly likelihood: (restricted: boolean) => NestedLikelihood;
  /** Known covariance of the sampling errors of two effects, counted from 0 among those used. */
  readonly knownCovariance: (effect: number, other: number) => number;
  /** Mean square of what the fixed fit leaves over. */
  readonly meanSquare: number;
  /** What was taken from the moderators before fitting. */
  readonly centres: readonly number[];
  /** log |X'X|, which metafor counts in the restricted likelihood. */
  readonly logCross: number;
}

/**
 * Keeps the rows in which everything is present, reads inner ids within the outer ones and lays the effects out.
 * @param further categories that every row needs besides
 * @throws effect/variance with its row; data/too-few; mixed/same-groups where two levels have the same groups;
 * moderator/dependent, moderator/one-level
 */
export function readMultilevel(columns: MultilevelColumns, further: readonly Categories[] = []): MultilevelEffects {
  const { estimate, samplingVariance, levels, crossed = {}, moderators, factors = {} } = columns;
  const names = Object.keys(levels);
  if (names.length === 0) refuse("input/too-few-columns", { input: "levels", minimum: 1, found: 0 });
  const present = (row: number) =>
    (moderators?.columns ?? []).every((column) => !Number.isNaN(column[row]!)) &&
    [levels, crossed, factors]
      .flatMap((some) => Object.values(some))
      .concat(further)
      .every(({ codes }) => codes[row]! >= 0);
  const effects = usableEffects(estimate, samplingVariance, present);
  const design = moderatorDesign(moderators, factors, [], effects.rows);
  const k = effects.rows.length;
  const p = design.names.length;
  if (k <= p) refuse("data/too-few", { needed: p + 1, unit: "effects", found: k });
  const inside = nestedGroups(levels, [...effects.rows]);
  refuseAll(levelProblems(inside));
  const groups = crossedGroups(inside, crossed, effects.rows);
  const fixed = fitAt({ estimates: effects.estimates, variances: effects.variances, design: design.matrix }, 0);
  if (fixed.dependent.length > 0) {
    refuse("moderator/dependent", { names: fixed.dependent.map((j) => design.names[j]!).join(", ") });
  }
  const { nested, ...rest } = laidOut(effects, design.matrix, groups, fixed);
  const clusters = connectedRows(groups);
  const knownCovariance = (effect: number, other: number) => (effect === other ? effects.variances[effect]! : 0);
  return {
    ...{ effects, design, groups, clusters, fixed, nested, knownCovariance },
    ...rest,
    likelihood: (restricted) =>
      groups.crossed === 0
        ? nestedLikelihood(nested, restricted)
        : blockLikelihood(blockedEffects(nested, blocksOf(clusters, knownCovariance)), restricted),
  };
}

/** What no likelihood can tell apart: fewer than two groups, or two levels with the same ones. */
function levelProblems({ names, counts }: NestedGroups): Problem[] {
  return counts.flatMap((count, l): Problem[] => {
    const level = names[l]!;
    if (count < 2) return [{ code: "data/too-few", values: { needed: 2, unit: level, found: count } }];
    if (l > 0 && counts[l - 1] === count) {
      return [{ code: "mixed/same-groups", values: { inner: names[l - 1]!, outer: level } }];
    }
    return [];
  });
}

/** Moderators about their means; the outcome is what the fixed fit leaves over, so that no digits are lost. */
function laidOut(effects: UsableEffects, design: Matrix, groups: NestedGroups, fixed: RegressionFit) {
  const { rows: k, columns: p } = design;
  const values = new Float64Array(k * p);
  const centres = Array.from({ length: p - 1 }, (_, j) => centreOf(design, j + 1));
  let squares = 0;
  for (let i = 0; i < k; i++) {
    let left = effects.estimates[i]!;
    for (let j = 0; j < p; j++) left -= fixed.coefficients[j]! * design.data[i * p + j]!;
    for (let j = 1; j < p; j++) values[i * p + j - 1] = design.data[i * p + j]! - centres[j - 1]!;
    values[i * p + p - 1] = left;
    squares += left * left;
  }
  const weights = effects.variances.map((variance) => 1 / variance);
  const nested = { values, width: p, weights, levels: groups.levels, counts: groups.counts };
  return { nested, centres, logCross: logCrossOf(values, k, p), meanSquare: squares / k };
}

function centreOf({ rows, columns, data }: Matrix, column: number): number {
  let rough = 0;
  for (let i = 0; i < rows; i++) rough += data[i * columns + column]!;
  rough /= rows;
  let rest = 0;
  for (let i = 0; i < rows; i++) rest += data[i * columns + column]! - rough;
  return rough + rest / rows;
}

/** Logarithm of |X'X|: that of the centred moderators times the number of rows, by Gram and Schmidt. */
function logCrossOf(values: Float64Array, k: number, p: number): number {
  const { data } = fromColumns(
    Array.from({ length: p - 1 }, (_, j) => Float64Array.from({ length: k }, (__, i) => values[i * p + j]!)),
  );
  const size = p - 1;
  let sum = Math.log(k);
  for (let j = 0; j < size; j++) {
    const square = productOf(data, size, j, j);
    sum += Math.log(square);
    for (let next = j + 1; next < size; next++) {
      const share = productOf(data, size, j, next) / square;
      for (let i = 0; i < k; i++) data[i * size + next]! -= share * data[i * size + j]!;
    }
  }
  return sum;
}

function productOf(data: Float64Array, columns: number, a: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < data.length; i += columns) sum += data[i + a]! * data[i + b]!;
  return sum;
}
