import { refuse } from "../foundation/errors.ts";
import type { Text } from "../foundation/phrases.ts";

/** From this absolute value on, the source uses this word. */
export interface Threshold {
  readonly from: number;
  readonly name: Text;
}

/** What one source calls small and large. */
export interface RuleOfThumb {
  readonly source: string;
  readonly measure: "r" | "d";
  readonly thresholds: readonly Threshold[];
}

function threshold(from: number, en: string, nl: string): Threshold {
  return { from, name: { en, nl } };
}

const THREE_WORDS = [
  ["small", "klein"],
  ["medium", "middelgroot"],
  ["large", "groot"],
] as const;

function smallMediumLarge(...from: readonly [number, number, number]): Threshold[] {
  return THREE_WORDS.map(([en, nl], i) => threshold(from[i]!, en, nl));
}

/** Words for the size of an effect, by who proposed them. They describe; they do not say what matters. */
export const RULES_OF_THUMB = {
  cohen1988: { source: "Cohen (1988)", measure: "r", thresholds: smallMediumLarge(0.1, 0.3, 0.5) },
  cohen1988d: { source: "Cohen (1988)", measure: "d", thresholds: smallMediumLarge(0.2, 0.5, 0.8) },
  gignacSzodorai2016: {
    source: "Gignac & Szodorai (2016)",
    measure: "r",
    thresholds: [
      threshold(0.1, "relatively small", "relatief klein"),
      threshold(0.2, "typical", "doorsnee"),
      threshold(0.3, "relatively large", "relatief groot"),
    ],
  },
  funderOzer2019: {
    source: "Funder & Ozer (2019)",
    measure: "r",
    thresholds: [
      threshold(0.05, "very small", "heel klein"),
      ...smallMediumLarge(0.1, 0.2, 0.3),
      threshold(0.4, "very large", "heel groot"),
    ],
  },
} as const satisfies Record<string, RuleOfThumb>;

export type RuleName = keyof typeof RULES_OF_THUMB;

/**
 * What a source calls an effect of this size.
 * @param effect correlation or d, whichever the rule is about; its sign does not matter
 * @param rule whose words
 * @returns the threshold that was reached; null below the lowest one, for which the source has no word
 * @throws data/not-finite
 * @see Cohen (1988); Gignac & Szodorai (2016); Funder & Ozer (2019)
 * @example ruleOfThumb(-0.32, "cohen1988").name.en // "medium"
 */
export function ruleOfThumb(effect: number, rule: RuleName): Threshold | null {
  if (!Number.isFinite(effect)) refuse("data/not-finite");
  const { thresholds }: RuleOfThumb = RULES_OF_THUMB[rule];
  return thresholds.findLast(({ from }) => Math.abs(effect) >= from) ?? null;
}
