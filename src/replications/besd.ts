import { binomialEffectSizeDisplay } from "../effects/binomialEffectSizeDisplay.ts";
import { note } from "../foundation/notes.ts";
import type { Language } from "../foundation/phrases.ts";
import { comparisonRow, type Replication } from "./replication.ts";

const R = 0.3;
const SOURCE = "Rosenthal & Rubin (1982)";
const HALVES = {
  nl: ["Boven de mediaan, minder betrokken helft", "Boven de mediaan, meer betrokken helft"],
  en: ["Above the median, less involved half", "Above the median, more involved half"],
} as const;

/**
 * What r = .30 means as the binomial effect size display reads it: 35% against 65% above the median outcome. A common
 * misreading makes it grades that are 30% higher.
 */
export function besd(language: Language): Replication {
  const { low, high } = binomialEffectSizeDisplay(R);
  const [less, more] = HALVES[language];
  return {
    id: "besd",
    title: {
      nl: "Binomial effect size display van r = ,30",
      en: "Binomial effect size display of r = .30",
    },
    citation:
      "Rosenthal, R. & Rubin, D.B. (1982). A simple, general purpose display of magnitude of experimental effect. Journal of Educational Psychology, 74(2), 166-169; r = .30 is the mean that Lusse (2011) reports of Fan & Chen",
    tables: [
      {
        title: { nl: "Gepubliceerd en berekend", en: "Published and computed" },
        columns: ["term", "published", "computed", "difference", "withinRounding", "source"],
        rows: [
          comparisonRow({ term: less, published: 0.35, decimals: 2, source: SOURCE }, low),
          comparisonRow({ term: more, published: 0.65, decimals: 2, source: SOURCE }, high),
        ],
        notes: [note("literature/besd")],
      },
    ],
    forest: { rows: [{ term: "r", estimate: R }], measure: { nl: "r", en: "r" } },
  };
}
