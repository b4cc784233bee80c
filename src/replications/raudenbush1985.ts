import published from "../../data/replications/raudenbush1985.json" with { type: "json" };
import { note } from "../foundation/notes.ts";
import { type Language, type Text, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type RandomEffects, randomEffects, randomEffectsCard } from "../meta/randomEffects.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { comparisonRow, type Replication } from "./replication.ts";

/**
 * Raudenbush's 19 experiments on teacher expectancy and pupil IQ: a study table that is known in full, so that what
 * was published can be computed again. Fixed effects and REML with z tests, as published; Knapp-Hartung beside them.
 */
export function raudenbush1985(language: Language): Replication {
  const fixed = pooled({ method: "FE", test: "z" });
  const random = pooled({ method: "REML", test: "z" });
  const today = pooled({ method: "REML", test: "knappHartung" });
  return {
    id: published.id,
    title: published.title,
    citation: published.citation,
    tables: [
      {
        title: COMPARISON,
        columns: ["term", "published", "computed", "difference", "withinRounding", "source"],
        rows: published.published.map((figure) => printedRow(figure, { fixed, random }, language)),
        notes: [note("replication/rounding"), note("replication/plausible-values")],
      },
      {
        title: POOLED,
        columns: [
          "term",
          "k",
          "estimate",
          "standardError",
          "lower",
          "upper",
          "pValue",
          "tau2",
          "I2",
          "predictionLower",
          "predictionUpper",
        ],
        rows: [summaryRow(fixed, "FE, z"), summaryRow(random, "REML, z"), summaryRow(today, "REML, Knapp-Hartung")],
        notes: today.notes,
      },
    ],
    forest: {
      rows: [...randomEffectsCard.tidy(today), { ...summaryRow(today, word("pooled", language)), group: "summary" }],
      measure: { en: "d", nl: "d" },
    },
  };
}

const COMPARISON: Text = { en: "Published and computed", nl: "Gepubliceerd en berekend" };
const POOLED: Text = { en: "The same studies pooled three ways", nl: "Dezelfde studies op drie manieren samengevoegd" };

function pooled(options: { method: "FE" | "REML"; test: "z" | "knappHartung" }): RandomEffects {
  return randomEffects(
    {
      estimate: published.rows.map(({ d }) => d),
      samplingVariance: published.rows.map(({ samplingVariance }) => samplingVariance),
      study: published.rows.map(studyName),
    },
    options,
  );
}

/** Two rows may be two samples of one paper: the number keeps them apart. */
function studyName({ study, author, year }: (typeof published.rows)[number]): string {
  const samples = published.rows.filter((row) => row.author === author && row.year === year);
  return samples.length === 1
    ? `${author} (${year})`
    : `${author} (${year}), ${samples.findIndex((row) => row.study === study) + 1}`;
}

function summaryRow(result: RandomEffects, term: string): Row {
  const { k: _, ...glance } = randomEffectsCard.glance(result);
  return { ...glance, k: result.k, term };
}

interface Fits {
  readonly fixed: RandomEffects;
  readonly random: RandomEffects;
}

/** Each printed figure: its name, and how it follows from the fits. Plausible values: mean -+ 1.96 tau. */
const FIGURES: Readonly<Record<string, { readonly label: Text; readonly from: (fits: Fits) => number }>> = {
  Q: { label: { en: "Q (heterogeneity)", nl: "Q (heterogeniteit)" }, from: ({ fixed }) => fixed.Q },
  zFixed: { label: { en: "z, fixed effects", nl: "z, vaste effecten" }, from: ({ fixed }) => fixed.statistic! },
  meanRandom: {
    label: { en: "Mean, random effects (REML)", nl: "Gemiddelde, toevallige effecten (REML)" },
    from: ({ random }) => random.estimate,
  },
  plausibleLower: {
    label: { en: "Plausible values, lower", nl: "Plausibele waarden, onder" },
    from: ({ random }) => random.estimate - plausibleMargin(random),
  },
  plausibleUpper: {
    label: { en: "Plausible values, upper", nl: "Plausibele waarden, boven" },
    from: ({ random }) => random.estimate + plausibleMargin(random),
  },
};

function plausibleMargin({ tau }: RandomEffects): number {
  return normalUpperQuantile(0.025) * tau!;
}

function printedRow(figure: (typeof published.published)[number], fits: Fits, language: Language): Row {
  const { label, from } = FIGURES[figure.figure]!;
  const { value, decimals, citation } = figure;
  return comparisonRow({ term: label[language], published: value, decimals, source: citation }, from(fits));
}
