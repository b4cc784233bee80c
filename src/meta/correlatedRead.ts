import { nestedGroups } from "../inference/mixedDesign.ts";
import { zeros } from "../numeric/matrices.ts";
import type { Categories } from "../table/input.ts";
import { blockFreeWeight, blockLikelihood, type KnownBlock } from "./blockLikelihood.ts";
import { type MultilevelColumns, type MultilevelEffects, readMultilevel } from "./multilevelRead.ts";

export interface CorrelatedColumns extends MultilevelColumns {
  readonly sample?: Categories | undefined;
}

/** Effects whose sampling errors may go together. */
export interface CorrelatedEffects {
  /** As if the errors were independent. */
  readonly effects: MultilevelEffects;
  /** The people each effect was found in, as codes. */
  readonly people: Int32Array;
  /** How many effects share their people with another. */
  readonly sharing: number;
}

/** Reads a sample within its outermost group; without samples all effects of that group share their people. */
export function readCorrelated({ sample, ...columns }: CorrelatedColumns): CorrelatedEffects {
  const effects = readMultilevel(columns, sample ? [sample] : []);
  const [outermost, around] = Object.entries(columns.levels)[0]!;
  const groups = sample ? { [outermost]: around, " people": sample } : { [outermost]: around };
  const nested = nestedGroups(groups, [...effects.effects.rows]);
  const people = nested.levels[0]!;
  const sizes = new Map<number, number>();
  for (const code of people) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  const sharing = people.filter((code) => sizes.get(code)! > 1).length;
  return { effects, people, sharing };
}

/** The same effects when errors of the same people have correlation rho. */
export function withCorrelation({ effects, people }: CorrelatedEffects, rho: number): MultilevelEffects {
  const { variances } = effects.effects;
  const knownCovariance = (effect: number, other: number) => {
    if (effect === other) return variances[effect]!;
    return people[effect] === people[other] ? rho * Math.sqrt(variances[effect]! * variances[other]!) : 0;
  };
  const blocks = blocksOf(effects.nested.levels.at(-1)!, knownCovariance);
  const fixed = blockLikelihood(effects.nested, blocks, false);
  return {
    ...effects,
    knownCovariance,
    likelihood: (restricted) => blockLikelihood(effects.nested, blocks, restricted),
    fixed: {
      coefficients: effects.fixed.coefficients,
      Q: fixed.deviance(new Float64Array(fixed.levels)),
      freeWeight: blockFreeWeight(effects.nested, blocks),
    },
  };
}

function blocksOf(codes: Int32Array, covarianceOf: (effect: number, other: number) => number): KnownBlock[] {
  const members: number[][] = [];
  codes.forEach((code, i) => {
    members[code] ??= [];
    members[code].push(i);
  });
  return members.map((rows) => {
    const size = rows.length;
    const variance = zeros(size, size);
    rows.forEach((row, i) => {
      rows.forEach((other, j) => {
        variance.data[i * size + j] = covarianceOf(row, other);
      });
    });
    return { rows, variance };
  });
}
