import { type CorrelationOf, errorCorrelation, type VariablePair } from "../effects/correlationCovariance.ts";
import { correlationFromZ } from "../effects/fisherZ.ts";
import { refuse } from "../foundation/errors.ts";
import { nestedGroups } from "../inference/mixedDesign.ts";
import { cholesky } from "../numeric/cholesky.ts";
import type { Categories } from "../table/input.ts";
import { blockedEffects, blockFreeWeight, blockLikelihood } from "./blockLikelihood.ts";
import { blocksOf, membersOf } from "./crossedGroups.ts";
import { type MultilevelColumns, type MultilevelEffects, readMultilevel } from "./multilevelRead.ts";

export interface CorrelatedColumns extends MultilevelColumns {
  readonly sample?: Categories | undefined;
  readonly first?: Labels;
  readonly second?: Labels;
}

type Labels = readonly (string | null)[] | undefined;

/** Correlation of the sampling errors of two effects of the same people; null where it does not follow from the data. */
type ErrorCorrelation = (effect: number, other: number) => number | null;

/** Effects whose sampling errors may go together. */
export interface CorrelatedEffects {
  /** As if the errors were independent. */
  readonly effects: MultilevelEffects;
  /** The people each effect was found in, as codes. */
  readonly people: Int32Array;
  /** How many effects share their people with another. */
  readonly sharing: number;
  /** Pairs of effects of the same people; of these with a correlation of errors that follows from reported ones. */
  readonly pairs: number;
  readonly known: number;
  readonly errors: ErrorCorrelation;
}

/**
 * Reads a sample within its outermost group; without samples all effects of that group share their people. Where effects
 * are correlations with named variables, their errors correlate as the reported correlations say.
 * @param fisherZ whether the effects are Fisher's z rather than correlations
 */
export function readCorrelated(columns: CorrelatedColumns, fisherZ: boolean): CorrelatedEffects {
  const { sample, first, second, ...rest } = columns;
  const effects = readMultilevel(rest, sample ? [sample] : []);
  const [outermost, around] = Object.entries(columns.levels)[0]!;
  const groups = sample ? { [outermost]: around, " people": sample } : { [outermost]: around };
  const people = nestedGroups(groups, [...effects.effects.rows]).levels[0]!;
  const { rows, estimates } = effects.effects;
  const pair = (effect: number): VariablePair | null => {
    const [one, other] = [first?.[rows[effect]!], second?.[rows[effect]!]];
    return one && other && one !== other ? [one, other] : null;
  };
  const reported = reportedCorrelations(people, pair, (effect) => {
    return fisherZ ? correlationFromZ(estimates[effect]!) : estimates[effect]!;
  });
  const errors: ErrorCorrelation = (effect, other) => {
    const [own, its] = [pair(effect), pair(other)];
    if (!own || !its || keyOf(...own) === keyOf(...its)) return null;
    return errorCorrelation(own, its, reported(people[effect]!));
  };
  return { effects, people, ...countPairs(people, errors), errors };
}

function keyOf(x: string, y: string): string {
  return JSON.stringify([x, y].sort());
}

/** Per group of people what they report, by names of variables. A correlation reported twice is not known. */
function reportedCorrelations(
  people: Int32Array,
  pair: (effect: number) => VariablePair | null,
  correlationOf: (effect: number) => number,
): (code: number) => CorrelationOf {
  const table = new Map<string, number | null>();
  people.forEach((code, effect) => {
    const own = pair(effect);
    if (own === null) return;
    const key = `${code} ${keyOf(...own)}`;
    const value = correlationOf(effect);
    table.set(key, table.has(key) || !(Math.abs(value) < 1) ? null : value);
  });
  return (code) => (x, y) => (x === y ? 1 : (table.get(`${code} ${keyOf(x, y)}`) ?? null));
}

function countPairs(people: Int32Array, errors: ErrorCorrelation) {
  const members = membersOf(people);
  let [pairs, known] = [0, 0];
  for (const rows of members) {
    rows.forEach((effect, i) => {
      for (const other of rows.slice(i + 1)) {
        pairs += 1;
        if (errors(effect, other) !== null) known += 1;
      }
    });
  }
  const sharing = members.reduce((sum, rows) => sum + (rows.length > 1 ? rows.length : 0), 0);
  return { pairs, known, sharing };
}

/**
 * The same effects when errors of the same people have correlation rho, where none follows from the data.
 * @throws correlated/impossible where these correlations cannot all be true together
 */
export function withCorrelation({ effects, people, errors }: CorrelatedEffects, rho: number): MultilevelEffects {
  const { variances } = effects.effects;
  const knownCovariance = (effect: number, other: number) => {
    if (effect === other) return variances[effect]!;
    if (people[effect] !== people[other]) return 0;
    return (errors(effect, other) ?? rho) * Math.sqrt(variances[effect]! * variances[other]!);
  };
  const blocks = blocksOf(effects.clusters, knownCovariance);
  for (const { rows, variance } of blocks) {
    if (cholesky(variance) === null) refuse("correlated/impossible", {}, { row: effects.effects.rows[rows[0]!]! + 1 });
  }
  const blocked = blockedEffects(effects.nested, blocks);
  const fixed = blockLikelihood(blocked, false);
  return {
    ...effects,
    knownCovariance,
    likelihood: (restricted) => blockLikelihood(blocked, restricted),
    fixed: {
      coefficients: effects.fixed.coefficients,
      Q: fixed.deviance(new Float64Array(fixed.levels)),
      freeWeight: blockFreeWeight(blocked),
    },
  };
}
