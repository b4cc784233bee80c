import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { OUTCOME_WORDS } from "../frameworks/frameworkWords.ts";
import { type ChartOptions, inOrder, type Layer, labelOf, numberOf, SCHEMA } from "./chart.ts";
import { drawnName } from "./plainText.ts";
import { lightTheme } from "./theme.ts";

const LONGEST = 60;
/** A full bar belongs there for sure, an outlined one by an inferred link, a dashed one perhaps. */
const SURE = ["stated", "inferred", "ambiguous"] as const;
type Sure = (typeof SURE)[number];

/**
 * Which components of a theory a questionnaire measures, by how many items and how sure, and which it misses.
 * @param rows per component (`term`) and scale (`with`): `k` items, `mapping` own, stated, inferred or ambiguous, and
 *   where there are several data sets `group`; a component with no items has `k` 0: coverageRows gives them
 * @param options language, labels of the components and data sets, title
 * @returns a Vega-Lite spec; every bar has its number, its scales and how sure in words beside it
 * @example coverageChart([{ term: "a", k: 3, with: "s", mapping: "stated" }, { term: "b", k: 0 }], { language: "en" }).description // "1 of 2 components is measured. Not measured for sure: b."
 */
export function coverageChart(rows: readonly Row[], options: ChartOptions): TopLevelSpec {
  const lines = linesOf(rows, options);
  const bars = lines.flatMap((line) => line.bars);
  const texts = lines.map(({ line, label, end, text }) => ({ line, label, end, text }));
  return {
    $schema: SCHEMA,
    description: description(rows, options),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    params: [{ name: "componentLabels", value: Object.fromEntries(lines.map((one) => [one.line, one.label])) }],
    width: 260,
    height: { step: 26 },
    layer: [
      ...SURE.filter((sure) => bars.some((bar) => bar.sure === sure)).map((sure) =>
        barLayer(sure, bars, lines, options),
      ),
      {
        data: { values: texts },
        mark: { type: "text", style: "label", dx: 6 },
        encoding: { y: yOf(lines), x: xOf(bars, "end"), text: { field: "text", type: "nominal" } },
      },
    ],
    config: lightTheme,
  };
}

interface Bar {
  readonly line: string;
  readonly label: string;
  readonly sure: Sure;
  readonly sureText: string;
  readonly start: number;
  readonly end: number;
  readonly k: number;
  readonly scales: string;
}

interface Line {
  readonly line: string;
  readonly label: string;
  readonly end: number;
  readonly text: string;
  readonly bars: readonly Bar[];
}

/** One line per component and data set, its bars one behind the other. */
function linesOf(rows: readonly Row[], options: ChartOptions): Line[] {
  const keys = inOrder(rows.map(keyOf));
  const several = new Set(rows.flatMap((row) => (row.group == null ? [] : [String(row.group)]))).size > 1;
  return keys.map((line) => {
    const own = rows.filter((row) => keyOf(row) === line);
    const { term, group } = own[0]!;
    const place = several && group != null ? ` (${labelOf(group, options.labels).toLowerCase()})` : "";
    const label = drawnName(`${labelOf(term, options.labels)}${place}`, LONGEST);
    const bars = barsOf(own, line, label, options.language);
    const none = sentence("chart-coverage-none", {}, options.language);
    const words = bars.map((bar) =>
      sentence("chart-coverage-items", { k: bar.k, mapping: bar.sureText, names: bar.scales }, options.language),
    );
    const text = words.length === 0 ? none : words.join("; ");
    return { line, label, end: bars.at(-1)?.end ?? 0, text: drawnName(text, 90), bars };
  });
}

function keyOf(row: Row): string {
  return row.group == null ? String(row.term ?? "") : `${row.term}:${row.group}`;
}

function barsOf(rows: readonly Row[], line: string, label: string, language: Language): Bar[] {
  let start = 0;
  return SURE.flatMap((sure) => {
    const own = rows.filter((row) => sureOf(row) === sure);
    const k = own.reduce((sum, row) => sum + (numberOf(row.k) ?? 0), 0);
    if (k === 0) return [];
    const scales = inOrder(own.map((row) => labelOf(row.with))).join(", ");
    const bar = { line, label, sure, sureText: OUTCOME_WORDS[sure][language], start, end: start + k, k, scales };
    start += k;
    return [bar];
  });
}

/** A component of the theory itself is as sure as can be. */
function sureOf({ mapping }: Row): Sure | undefined {
  return mapping === "own" ? "stated" : SURE.find((one) => one === mapping);
}

function barLayer(sure: Sure, bars: readonly Bar[], lines: readonly Line[], { language }: ChartOptions): Layer {
  const tooltip = [
    { field: "label", title: GLOSSARY.term.label[language], type: "nominal" as const },
    { field: "scales", title: GLOSSARY.with.label[language], type: "nominal" as const },
    { field: "k", title: "Items", type: "quantitative" as const },
    { field: "sureText", title: GLOSSARY.mapping.label[language], type: "nominal" as const },
  ];
  return {
    data: { values: bars.filter((bar) => bar.sure === sure).map((bar) => ({ ...bar })) },
    mark: { type: "bar", style: sure, height: 14 },
    encoding: { y: yOf(lines), x: xOf(bars, "start"), x2: { field: "end" }, tooltip },
  };
}

function yOf(lines: readonly { readonly line: string }[]) {
  const axis = { labelExpr: "componentLabels[datum.value]", title: null, domain: false, ticks: false };
  return { field: "line", type: "nominal" as const, sort: inOrder(lines.map(({ line }) => line)), axis };
}

function xOf(bars: readonly Bar[], field: "start" | "end") {
  const most = Math.max(1, ...bars.map(({ end }) => end));
  const axis = {
    title: "Items",
    format: "d",
    tickMinStep: 1,
    tickCount: Math.min(6, most),
    labelFlush: false,
    grid: false,
  };
  return { field, type: "quantitative" as const, scale: { domain: [0, most], nice: false }, axis };
}

function description(rows: readonly Row[], { language, labels }: ChartOptions): string {
  const all = inOrder(rows.map((row) => String(row.term ?? "")));
  const sure = (row: Row) => ["own", "stated", "inferred"].includes(String(row.mapping)) && (numberOf(row.k) ?? 0) > 0;
  const measured = new Set(rows.filter(sure).map((row) => String(row.term)));
  const missed = all.filter((term) => !measured.has(term));
  if (missed.length === 0) return sentence("chart-coverage-whole", { total: all.length }, language);
  const names = missed.map((term) => labelOf(term, labels)).join(", ");
  return sentence("chart-coverage", { measured: measured.size, total: all.length, names }, language);
}
