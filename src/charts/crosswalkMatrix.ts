import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { OUTCOME_WORDS, RELATION_WORDS } from "../frameworks/frameworkWords.ts";
import { type ChartOptions, inOrder, type Layer, labelOf, SCHEMA } from "./chart.ts";
import { drawnName } from "./plainText.ts";
import { widest } from "./textWidth.ts";
import { lightTheme } from "./theme.ts";

const LONGEST = 52;
const CELL = { width: 46, height: 28 };

/** How sure a link is has its own shape and filling, so that no colour is needed to tell them apart. */
const SHAPES = { stated: "square", inferred: "circle", ambiguous: "diamond" } as const;
type Sure = keyof typeof SHAPES;
const SURE = Object.keys(SHAPES) as readonly Sure[];

const SIGNS: Readonly<Record<string, string>> = { narrower: "<", broader: ">", same: "=" };

/**
 * Theories held against each other: a mark where a component of one falls under a component of another or holds it.
 * A filled square is stated by a source, an open circle inferred, an open diamond ambiguous; a sign beside the mark
 * tells which falls under which.
 * @param rows `term` (component down the side), `with` (component across), `relation` (narrower, broader, same,
 *   overlaps; null for none), `mapping` (own, stated, inferred, ambiguous, unmapped), and `group`, the theory across,
 *   where there are several: crosswalkChartRows gives them
 * @param options language, labels of the components and theories, title
 * @returns a Vega-Lite spec
 * @example crosswalkMatrix([{ term: "a", with: "b", relation: "same", mapping: "stated" }], { language: "en" }).description // "Crosswalk of 1 by 1 components: 1 stated, 0 inferred and 0 ambiguous links."
 */
export function crosswalkMatrix(rows: readonly Row[], options: ChartOptions): TopLevelSpec {
  const cells = rows.map((row) => cellOf(row, options));
  const groups = inOrder(cells.map(({ group }) => group));
  const head = {
    $schema: SCHEMA,
    description: description(cells, options.language),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    params: [{ name: "componentLabels", value: namesAndLabels(cells) }],
    data: { values: cells.map((cell) => ({ ...cell })) },
    config: lightTheme,
  };
  if (groups.length < 2) return { ...head, ...panelOf(cells, legendOf(cells, options), options.language) };
  return {
    ...head,
    vconcat: groups.map((group, i) =>
      groupPanel(group, cells, i === 0 ? legendOf(cells, options) : [], options.language),
    ),
    spacing: 28,
  };
}

/** One theory across, named above its columns; the first has the legend for all. */
function groupPanel(group: string, all: readonly CrossCell[], legend: readonly Key[], language: Language) {
  const own = all.filter((cell) => cell.group === group);
  return {
    title: { text: group, fontSize: 14, frame: "bounds" as const, offset: 8 },
    transform: [{ filter: { field: "group", equal: group } }],
    ...panelOf(own, legend, language),
  };
}

function panelOf(own: readonly CrossCell[], legend: readonly Key[], language: Language) {
  return {
    width: { step: CELL.width },
    height: { step: CELL.height },
    layer: layers(own, legend, language),
    resolve: { scale: { shape: "independent" as const } },
  };
}

/** An entry of the legend; the first tells what the signs mean. */
interface Key {
  readonly sure: Sure;
  readonly title: string[] | null;
}

function legendOf(cells: readonly CrossCell[], { language }: ChartOptions): Key[] {
  const present = SURE.filter((sure) => cells.some((cell) => cell.sure === sure));
  const signed = cells.some(({ sign }) => sign !== "");
  const title = signed ? sentence("chart-crosswalk-signs", {}, language).split("; ") : null;
  return present.map((sure, i) => ({ sure, title: i === 0 ? title : null }));
}

type CrossCell = ReturnType<typeof cellOf>;

function cellOf(row: Row, { language, labels }: ChartOptions) {
  const relation = typeof row.relation === "string" ? row.relation : "";
  const sure = relation === "" ? "" : sureOf(String(row.mapping ?? ""));
  return {
    down: String(row.term ?? ""),
    across: String(row.with ?? ""),
    downLabel: labelOf(row.term, labels),
    acrossLabel: labelOf(row.with, labels),
    group: labelOf(row.group, labels),
    sure,
    sureText: sure === "" ? "" : OUTCOME_WORDS[sure][language],
    relationText: (RELATION_WORDS as Record<string, { nl: string; en: string }>)[relation]?.[language] ?? "",
    sign: SIGNS[relation] ?? "",
  };
}

/** A component under its own theory is as sure as can be. */
function sureOf(mapping: string): Sure | "" {
  return mapping === "own" ? "stated" : (SURE.find((one) => one === mapping) ?? "");
}

function namesAndLabels(cells: readonly CrossCell[]): Record<string, string> {
  return Object.fromEntries(
    cells.flatMap(({ down, downLabel, across, acrossLabel }) => [
      [down, drawnName(downLabel, LONGEST)],
      [across, drawnName(acrossLabel, LONGEST)],
    ]),
  );
}

function layers(cells: readonly CrossCell[], legend: readonly Key[], language: Language): Layer[] {
  const place = places(cells, language);
  const present = SURE.filter(
    (sure) => cells.some((cell) => cell.sure === sure) || legend.some((key) => key.sure === sure),
  );
  return [
    { mark: { type: "rect", style: "emptyCell" }, encoding: place },
    ...present.map((sure) =>
      marksOf(
        { sure, text: OUTCOME_WORDS[sure][language] },
        place,
        legend.find((key) => key.sure === sure),
      ),
    ),
    ...(cells.some(({ sign }) => sign !== "") ? [signs(place)] : []),
  ];
}

/** The marks of one kind: its own shape and filling, in the cells and in the legend. */
function marksOf({ sure, text }: { sure: Sure; text: string }, place: Places, key: Key | undefined): Layer {
  const shown = { orient: "right" as const, title: key?.title ?? null, titleLineHeight: 18, symbolSize: 110 };
  return {
    transform: [{ filter: { field: "sure", equal: sure } }],
    mark: { type: "point", style: sure, size: 110, xOffset: -6 },
    encoding: {
      ...place,
      shape: {
        field: "sureText",
        type: "nominal",
        scale: { domain: [text], range: [SHAPES[sure]] },
        legend: key ? shown : null,
      },
    },
  };
}

function signs(place: Places): Layer {
  return {
    transform: [{ filter: "datum.sign !== ''" }],
    mark: { type: "text", style: "cellText", fontSize: 13, dx: 11 },
    encoding: { ...place, text: { field: "sign", type: "nominal" } },
  };
}

function places(cells: readonly CrossCell[], language: Language) {
  const labels = cells.map(({ acrossLabel }) => drawnName(acrossLabel, LONGEST));
  const level = widest(labels, 13) < CELL.width - 6;
  const shared = { labelExpr: "componentLabels[datum.value]", title: null, domain: false, ticks: false };
  return {
    x: {
      field: "across",
      type: "nominal" as const,
      sort: inOrder(cells.map((cell) => cell.across)),
      axis: { ...shared, labelAngle: level ? 0 : -45, labelOverlap: false },
    },
    y: {
      field: "down",
      type: "nominal" as const,
      sort: inOrder(cells.map((cell) => cell.down)),
      axis: { ...shared, labelOverlap: false },
    },
    tooltip: tooltips(language),
  };
}

type Places = ReturnType<typeof places>;

function tooltips(language: Language) {
  const entries: [keyof CrossCell, string][] = [
    ["downLabel", GLOSSARY.term.label[language]],
    ["relationText", GLOSSARY.relation.label[language]],
    ["acrossLabel", GLOSSARY.with.label[language]],
    ["sureText", GLOSSARY.mapping.label[language]],
  ];
  return entries.map(([field, title]) => ({ field, title, type: "nominal" as const }));
}

function description(cells: readonly CrossCell[], language: Language): string {
  const count = (sure: Sure) => cells.filter((cell) => cell.sure === sure).length;
  const values = {
    rows: inOrder(cells.map(({ down }) => down)).length,
    columns: inOrder(cells.map(({ across }) => across)).length,
    stated: count("stated"),
    inferred: count("inferred"),
    ambiguous: count("ambiguous"),
  };
  return sentence("chart-crosswalk", values, language);
}
