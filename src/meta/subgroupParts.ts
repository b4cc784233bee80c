import type { Categories } from "../table/input.ts";
import { type EffectLayout, layOut } from "./effectLayout.ts";
import type { UsableEffects } from "./readEffects.ts";

/** Some of the effects: a subgroup, or all of them. */
export interface Part {
  readonly group: string;
  /** Rows of the data, counting from 0. */
  readonly rows: readonly number[];
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
  readonly layout: EffectLayout;
}

/** The effects by subgroup, levels without any effect left out, and all of them laid out with a mean per subgroup. */
export function partsOf(
  effects: UsableEffects,
  { levels, codes }: Categories,
): { parts: Part[]; grouped: EffectLayout } {
  const members = levels.map((): number[] => []);
  effects.rows.forEach((row, i) => {
    members[codes[row]!]!.push(i);
  });
  const own = Int32Array.from(effects.rows, () => 0);
  const present = levels.flatMap((group, code) =>
    members[code]!.length > 0 ? [{ group, places: members[code]! }] : [],
  );
  present.forEach(({ places }, p) => {
    for (const i of places) own[i] = p;
  });
  return {
    parts: present.map(({ group, places }) => partOf(group, effects, places)),
    grouped: layOut(effects, own, present.length),
  };
}

/** The effects at some places among the usable ones. */
export function partOf(group: string, effects: UsableEffects, places: readonly number[]): Part {
  const estimates = Float64Array.from(places, (i) => effects.estimates[i]!);
  const variances = Float64Array.from(places, (i) => effects.variances[i]!);
  const rows = places.map((i) => effects.rows[i]!);
  return { group, rows, estimates, variances, layout: layOut({ estimates, variances }) };
}
