import { formatCoefficient, formatCount, formatNumber } from "../foundation/format.ts";
import type { Language, Text } from "../foundation/phrases.ts";
import { OUTCOME_WORDS } from "../frameworks/frameworkWords.ts";
import { contradictionsAmong, contradictionText, type LiteratureRow } from "../frameworks/literature.ts";
import type { ApaTable } from "../report/apaTable.ts";
import { textTable } from "./frameworkTables.ts";
import type { CsvRows } from "./printShown.ts";

const HEADS: readonly Text[] = [
  { nl: "Waarover", en: "About" },
  { nl: "Uitkomst", en: "Outcome" },
  { nl: "Gevonden", en: "Found" },
  { nl: "k", en: "k" },
  { nl: "n", en: "n" },
  { nl: "Wie", en: "Who" },
  { nl: "Bron", en: "Source" },
  { nl: "Hoe zeker", en: "How sure" },
];

const CERTAINTY: Readonly<Record<LiteratureRow["certainty"], Text>> = {
  high: { nl: "zeker", en: "sure" },
  fairlyHigh: { nl: "vrij zeker", en: "fairly sure" },
  medium: { nl: "matig zeker", en: "moderately sure" },
  asListed: { nl: "zoals vermeld in een lijst", en: "as listed" },
};

const WORDS = {
  nl: {
    title: "Gepubliceerde cijfers",
    none: "Geen gepubliceerd cijfer gevonden.",
    read: "Bij welk onderdeel een rij hoort is een lezing van dit project, tenzij de bron die theorie zelf is. Wat niet gepubliceerd is of niet is nagegaan staat er niet. Een samenhang is geen oorzaak.",
    converted: "r uit d: r = d / √(d² + 4), alsof beide groepen even groot zijn.",
    disputed: "Bronnen spreken elkaar tegen",
  },
  en: {
    title: "Published figures",
    none: "No published figure found.",
    read: "Which component a row belongs to is a reading of this project, unless the source is that theory itself. What was not published, or not checked, is not there. A correlation is not a cause.",
    converted: "r from d: r = d / √(d² + 4), as if both groups were equally large.",
    disputed: "Sources contradict each other",
  },
} as const;

/** The figures as a table, with the contradictions that concern them below it. */
export function literatureTables(rows: readonly LiteratureRow[], language: Language): ApaTable[] {
  const words = WORDS[language];
  const notes = [
    words.read,
    ...(rows.some(({ conversion }) => conversion !== null) ? [words.converted] : []),
    ...contradictionsAmong(rows).map((one) => `${words.disputed}: ${contradictionText(one, language)}`),
  ];
  const body = rows.map((row) => lineOf(row, language));
  return [textTable(words.title, HEADS, body, language, rows.length === 0 ? [words.none] : notes)];
}

function lineOf(row: LiteratureRow, language: Language): string[] {
  const { subject, outcome, k, n, population, source, certainty, match } = row;
  const whole = (count: number | null) => (count === null ? "–" : formatCount(count, language));
  const linked = match === "stated" || match === "inferred" ? `; ${OUTCOME_WORDS[match][language]}` : "";
  return [
    subject[language],
    outcome.label[language],
    foundText(row, language),
    whole(k),
    whole(n),
    population?.[language] ?? "–",
    source.name[language],
    `${CERTAINTY[certainty][language]}${linked}`,
  ];
}

/** The figure itself: the measure with its value and interval, and r where it was made from d. */
function foundText({ measure, value, ci, range, direction, r, conversion }: LiteratureRow, language: Language): string {
  const style = { language, decimals: 2 };
  const figure = (size: number) => (measure === "d" ? formatNumber(size, style) : formatCoefficient(size, style));
  const between = range === null ? "" : `${figure(range[0])} – ${figure(range[1])}`;
  if (value === null) return direction?.[language] ?? `${measure} = ${between}`;
  const limits = ci === null ? "" : ` [${figure(ci[0])}${language === "nl" ? "; " : ", "}${figure(ci[1])}]`;
  const made = conversion === null || r === null ? "" : ` (r = ${formatCoefficient(r, style)})`;
  return `${measure} = ${figure(value)}${limits}${made}`;
}

/** One row per figure, with ids. */
export function literatureCsv(rows: readonly LiteratureRow[], language: Language): CsvRows {
  return rows.map((row) => ({
    id: row.id,
    components: row.components.join(" "),
    match: row.match,
    subject: row.subject[language],
    outcome: row.outcome.id,
    measure: row.measure,
    value: row.value,
    lower: row.ci?.[0] ?? null,
    upper: row.ci?.[1] ?? null,
    r: row.r,
    k: row.k,
    n: row.n,
    population: row.population?.[language] ?? null,
    sector: row.sector.join(" "),
    certainty: row.certainty,
    year: row.year,
    citation: row.source.citation,
  }));
}
