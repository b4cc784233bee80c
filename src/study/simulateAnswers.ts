import type { RandomStream } from "../numeric/random.ts";
import { numberFieldOf } from "../table/fields.ts";
import type { NumberField } from "../table/table.ts";
import type { ItemDesign, ScaleDesign } from "./studyDesign.ts";

/** A respondent's latent deviations: of the school, and from the school. */
export interface Latent {
  readonly school: Float64Array;
  readonly own: Float64Array;
}

/** The answers of everyone to the items of one scale; `place` is the scale's place among the latent variables. */
export function answerFields(
  scale: ScaleDesign,
  place: number,
  people: readonly Latent[],
  stream: RandomStream,
): NumberField[] {
  const levels = people.map(({ school, own }) => levelOf(scale, school[place]!, own[place]!));
  return scale.items.map((item) =>
    numberFieldOf(
      item.column,
      levels.map((level) => answer(scale, item, level, stream)),
    ),
  );
}

function levelOf({ schoolShare }: ScaleDesign, school: number, own: number): number {
  return Math.sqrt(schoolShare) * school + Math.sqrt(1 - schoolShare) * own;
}

/** The number of thresholds passed, turned over where the item is; or empty, or "don't know". */
function answer(scale: ScaleDesign, item: ItemDesign, level: number, stream: RandomStream): number {
  const own = item.loading * level + Math.sqrt(1 - item.loading ** 2) * stream.normal();
  const chance = stream.uniform();
  if (chance < scale.empty) return Number.NaN;
  if (scale.notKnown && chance < scale.empty + scale.notKnown.share) return scale.notKnown.code;
  const passed = item.thresholds.reduce((count, threshold) => count + Number(own > threshold), 0);
  return inSteps(scale, item.reversed ? item.thresholds.length - passed : passed);
}

/** The answer without the dust that adding steps of 0.1 leaves. */
function inSteps({ minimum, step }: ScaleDesign, count: number): number {
  const perUnit = Math.round(1 / step);
  return (minimum * perUnit + count) / perUnit;
}

/** S01, S02 ...: as many digits as the last one needs. */
export function numberedIds(letter: string, count: number): string[] {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, i) => letter + String(i + 1).padStart(digits, "0"));
}
