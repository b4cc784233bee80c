import type { TopLevelSpec } from "vega-lite";
import type { NumberStyle } from "../foundation/format.ts";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type ChartOptions, cellText, labelOf, numberOf, SCHEMA, tickLabels } from "./chart.ts";
import { drawnName } from "./plainText.ts";
import { domainAround } from "./plane.ts";
import { lightTheme } from "./theme.ts";

const MEASURES = [
  "studentizedResidual",
  "dffits",
  "cooksDistance",
  "covarianceRatio",
  "tau2",
  "Q",
  "hat",
  "weight",
] as const;

type Measure = (typeof MEASURES)[number];

export interface InfluencePanelOptions extends ChartOptions {
  /** Marks beyond which a study counts as influential; both signs where a measure has a sign. */
  readonly cutoffs?: Partial<Record<Measure, number>>;
  readonly decimals?: number;
}

const WIDTH = 104;
const STEP = 19;
const LONGEST = 32;

/**
 * What happens to a meta-analysis when each study is left out: a line per study, a panel per measure, influential
 * studies in another colour and shape.
 * @param rows `term`, the measures that influence gives, and `influential`; a measure without any value is left out
 * @param options language, labels, title; `cutoffs` draws the marks
 * @returns a Vega-Lite spec with the drawn figures only
 * @see Viechtbauer & Cheung (2010), Outlier and influence diagnostics for meta-analysis, figure 2
 * @example influencePanel([{ term: "Chen", hat: 0.5, influential: true }], { language: "en" }).description // "Influence of 1 study on the pooled effect. Influential: Chen."
 */
export function influencePanel(rows: readonly Row[], options: InfluencePanelOptions): TopLevelSpec {
  const { labels } = options;
  const names = rows.map(({ term }) => labelOf(term, labels));
  const measures = MEASURES.filter((measure) => rows.some((row) => numberOf(row[measure]) !== null));
  return {
    $schema: SCHEMA,
    description: description(rows, names, options),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    params: [{ name: "studyNames", value: names.map((name) => drawnName(name, LONGEST)) }],
    bounds: "flush" as const,
    spacing: 26,
    hconcat: measures.map((measure, i) => panel(rows, names, measure, i === 0, options)),
    config: lightTheme,
  } as TopLevelSpec;
}

function panel(
  rows: readonly Row[],
  names: readonly string[],
  measure: Measure,
  isFirst: boolean,
  options: InfluencePanelOptions,
) {
  const { language } = options;
  const { label, shown } = GLOSSARY[measure];
  const style: NumberStyle = { language, decimals: options.decimals ?? 2 };
  const values = rows.flatMap((row, place) => {
    const value = numberOf(row[measure]);
    const marked = row.influential === true;
    return value === null ? [] : [{ place, name: names[place]!, value, text: cellText(value, shown, style), marked }];
  });
  const limits = limitsOf(values.map(({ value }) => value), options.cutoffs?.[measure]); // biome-ignore format: short
  const places = rows.map((_, place) => place);
  const axis = isFirst
    ? { title: null, labelExpr: "studyNames[datum.value]", domain: false, ticks: false, grid: true }
    : { title: null, labels: false, domain: false, ticks: false, grid: true };
  const marks = { domain: [false, true] };
  return {
    width: WIDTH,
    height: { step: STEP },
    layer: [
      {
        data: { values: limits.map((at) => ({ at })) },
        mark: { type: "rule", style: "reference" },
        encoding: { x: { field: "at", type: "quantitative" } },
      },
      {
        data: { values },
        mark: { type: "point", style: "estimate", size: 60 },
        encoding: {
          x: {
            field: "value",
            type: "quantitative",
            scale: {
              domain: [...domainAround([...values.map(({ value }) => value), ...limits])],
              nice: false,
              zero: false,
            },
            axis: {
              title: label[language],
              tickCount: 2,
              labelOverlap: "greedy",
              labelSeparation: 8,
              grid: false,
              labelExpr: tickLabels(language, shown),
            },
          },
          y: { field: "place", type: "nominal", sort: null, scale: { domain: places }, axis },
          color: { field: "marked", type: "nominal", scale: marks, legend: null },
          shape: { field: "marked", type: "nominal", scale: { ...marks, range: ["circle", "diamond"] }, legend: null },
          tooltip: [
            { field: "name", title: word("study", language), type: "nominal" },
            { field: "text", title: label[language], type: "nominal" },
          ],
        },
      },
    ],
  };
}

/** A mark counts for both signs where the values have both; one beyond all values would only squeeze the panel. */
function limitsOf(values: readonly number[], cutoff: number | undefined): number[] {
  if (cutoff === undefined) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [cutoff, -cutoff].filter((at) => at >= low - (high - low) && at <= high + (high - low));
}

function description(rows: readonly Row[], names: readonly string[], { language }: InfluencePanelOptions): string {
  const marked = names.filter((_, i) => rows[i]!.influential === true);
  const whole = sentence("chart-influence", { k: rows.length }, language);
  if (marked.length === 0) return `${whole} ${sentence("chart-influence-none", {}, language)}`;
  return `${whole} ${sentence("chart-influence-marked", { names: marked.join(", ") }, language)}`;
}
