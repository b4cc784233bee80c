import published from "../../data/replications/fan_chen_lusse.json" with { type: "json" };
import { binomialEffectSizeDisplay } from "../effects/binomialEffectSizeDisplay.ts";
import { dFromR } from "../effects/correlationToD.ts";
import { effectSizes } from "../effects/effectSizes.ts";
import { formatCoefficient } from "../foundation/format.ts";
import { note } from "../foundation/notes.ts";
import type { Language } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import type { Replication } from "./replication.ts";

/**
 * Fan & Chen as reported by Lusse (2011): the three figures with their k and n, and beside them what follows from
 * these figures alone. The studies behind them are not listed in the source, so nothing can be pooled again.
 */
export function fanChenLusse(language: Language): Replication {
  const rows = published.rows.map((row) => dimensionRow(row, language));
  return {
    id: published.id,
    title: published.title,
    citation: published.citation,
    tables: [
      {
        title: published.title,
        columns: ["term", "k", "n", "r", "lower", "upper", "d", "lowGroupShare", "highGroupShare"],
        rows: [...rows, weightedMeanRow(language), overallRow(language)],
        notes: [
          note("literature/one-homogeneous-sample"),
          note("literature/mean-differs", meanFigures(language)),
          note("literature/besd"),
        ],
      },
    ],
    forest: { rows: rows.map((row) => ({ ...row, estimate: row.r! })), measure: { en: "r", nl: "r" } },
  };
}

type PublishedRow = (typeof published.rows)[number];

function dimensionRow({ label, k, n, r }: PublishedRow, language: Language): Row {
  const { lower, upper } = homogeneousInterval(r, n);
  const { low, high } = binomialEffectSizeDisplay(r);
  return {
    term: label[language],
    k,
    n,
    r,
    lower,
    upper,
    d: dFromR(r),
    lowGroupShare: low,
    highGroupShare: high,
    source: published.title[language],
  };
}

/** The interval there would be if n were one homogeneous sample: Fisher's z. */
function homogeneousInterval(r: number, n: number) {
  const effect = effectSizes({ r: [r], n: [n] }).effects[0]!;
  const margin = normalUpperQuantile(0.025) * Math.sqrt(effect.samplingVariance);
  return { lower: Math.tanh(effect.estimate - margin), upper: Math.tanh(effect.estimate + margin) };
}

function weightedMeanRow(language: Language): Row {
  return { term: WEIGHTED[language], n: null, k: null, r: weightedMean() };
}

function overallRow(language: Language): Row {
  return { term: OVERALL[language], k: published.overall.k, n: null, r: published.overall.r };
}

const WEIGHTED = { en: "n-weighted mean of the three", nl: "n-gewogen gemiddelde van de drie" };
const OVERALL = { en: "Mean as reported", nl: "Gemiddelde zoals gerapporteerd" };

function weightedMean(): number {
  const total = published.rows.reduce((sum, { n }) => sum + n, 0);
  return published.rows.reduce((sum, { r, n }) => sum + r * n, 0) / total;
}

function meanFigures(language: Language) {
  const shown = (value: number, decimals: number) => formatCoefficient(value, { language, decimals });
  return { weighted: shown(weightedMean(), 3), reported: shown(published.overall.r, 2) };
}

/** The figures as reported, one per component, to set a study's own beside. */
export function reportedCorrelations(language: Language) {
  return published.rows.map((row) => {
    const { label, component, r, n } = row;
    return { component, label: label[language], r, n, ...homogeneousInterval(r, n), source: published.title[language] };
  });
}
