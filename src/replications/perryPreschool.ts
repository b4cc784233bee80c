import { note } from "../foundation/notes.ts";
import type { Language } from "../foundation/phrases.ts";
import { comparisonRow, type Replication } from "./replication.ts";

const PROGRAMME = 0.67;
const CONTROL = 0.49;
const SOURCE = "Heckman & Krueger (2003)";
const TERMS = {
  nl: ["Risicoverschil", "Odds-ratio", "Cohens h"],
  en: ["Risk difference", "Odds ratio", "Cohen's h"],
} as const;

/**
 * High-school diplomas in the Perry Preschool experiment, 67% against 49%, as a difference, an odds ratio and Cohen's h.
 * Only the difference was printed; without the group sizes there are no intervals.
 */
export function perryPreschool(language: Language): Replication {
  const [difference, ratio, h] = TERMS[language];
  const odds = (share: number) => share / (1 - share);
  const angle = (share: number) => 2 * Math.asin(Math.sqrt(share));
  const printed = { decimals: 2, source: SOURCE };
  return {
    id: "perry_preschool",
    title: {
      nl: "Perry Preschool: diploma voortgezet onderwijs, 67% tegen 49%",
      en: "Perry Preschool: high-school diploma, 67% against 49%",
    },
    citation: "Heckman, J.J. & Krueger, A.B. (2003), as reported in Lusse (2011)",
    tables: [
      {
        title: { nl: "Gepubliceerd en berekend", en: "Published and computed" },
        columns: ["term", "published", "computed", "difference", "withinRounding", "source"],
        rows: [
          comparisonRow({ term: difference, published: 0.18, ...printed }, PROGRAMME - CONTROL),
          comparisonRow({ term: ratio, published: null, ...printed }, odds(PROGRAMME) / odds(CONTROL)),
          comparisonRow({ term: h, published: null, ...printed }, angle(PROGRAMME) - angle(CONTROL)),
        ],
        notes: [note("replication/no-group-sizes")],
      },
    ],
    forest: {
      rows: [{ term: difference, estimate: PROGRAMME - CONTROL }],
      measure: { nl: "risicoverschil", en: "risk difference" },
    },
  };
}
