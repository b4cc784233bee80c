import { GLOSSARY } from "../foundation/glossary.ts";
import { word } from "../foundation/phrases.ts";
import { confidenceLabel, inOrder, type Layer, labelIfNamed, legendColumns } from "./chart.ts";
import type { ForestLine, ForestOptions } from "./forestLines.ts";
import { drawnName } from "./plainText.ts";

/** Where the texts beside the plot stand, in pixels from the left of the plot. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly columns: readonly { readonly field: keyof ForestLine; readonly head: string; readonly right: number }[];
}

/** How wide the plot itself is, in pixels. */
export const PLOT_WIDTH = 360;

/** The name of a line as far as there is room for it; the tooltip has it whole. */
export function shownName({ name }: ForestLine): string {
  return drawnName(name, 60);
}

/** How far names under a heading stand inward, in pixels. */
export const INDENT = 14;

const DIAMOND = 0.34;
const SMALLEST = 28;
const LARGEST = 230;
const WITHOUT_WEIGHT = 80;

const y = { field: "line", type: "quantitative" as const };

/** The layers of a forest plot, from the back to the front. */
export function forestLayers(lines: readonly ForestLine[], sides: Sides, options: ForestOptions): Layer[] {
  const last = lines.at(-1)?.line ?? 0;
  const has = (kind: ForestLine["kind"]) => lines.some((line) => line.kind === kind);
  const bounded = lines.some((line) => line.kind === "study" && line.lower !== null);
  const pointed = lines.some((line) => line.kind === "study" && line.estimate !== null);
  return [
    headRule(sides),
    ...referenceRule(options, last),
    ...pooledRule(lines, last),
    ...(has("prediction") ? [predictionBar()] : []),
    ...(bounded ? [intervalRule(lines, options)] : []),
    ...(pointed ? [estimateSquare(lines, options)] : []),
    ...diamonds(lines),
    ...names(lines, sides, options),
    ...figures(sides),
    ...heads(sides, options),
  ];
}

function headRule(sides: Sides): Layer {
  return {
    data: { values: [{ line: 0.5 }] },
    mark: { type: "rule", style: "ruler" },
    encoding: { x: { value: sides.left }, x2: { value: sides.right }, y },
  };
}

function verticalRule(at: number, from: number, to: number, style: string): Layer {
  return {
    data: { values: [{ at, from, to }] },
    mark: { type: "rule", style },
    encoding: {
      x: { field: "at", type: "quantitative" },
      y: { field: "from", type: "quantitative" },
      y2: { field: "to" },
    },
  };
}

function referenceRule(options: ForestOptions, last: number): Layer[] {
  const at = options.reference === undefined ? 0 : options.reference;
  return at === null ? [] : [verticalRule(at, 0.5, last + 0.6, "reference")];
}

/** A fine line through the pooled estimate of the whole, when there is exactly one. */
function pooledRule(lines: readonly ForestLine[], last: number): Layer[] {
  const pooled = lines.filter((line) => line.kind === "summary" && !line.indented && line.estimate !== null);
  const only = pooled[0];
  return pooled.length === 1 && only ? [verticalRule(only.estimate!, 0.5, last + 0.6, "pooled")] : [];
}

const kindIs = (kind: ForestLine["kind"]) => ({ filter: { field: "kind", equal: kind } });

function predictionBar(): Layer {
  return {
    transform: [kindIs("prediction")],
    mark: { type: "rule", style: "prediction" },
    encoding: { x: { field: "lower", type: "quantitative" }, x2: { field: "upper" }, y },
  };
}

function intervalRule(lines: readonly ForestLine[], options: ForestOptions): Layer {
  return {
    transform: [kindIs("study"), { filter: { field: "lower", valid: true } }],
    mark: { type: "rule", style: "interval" },
    encoding: {
      x: { field: "lower", type: "quantitative" },
      x2: { field: "upper" },
      y,
      ...sourceColour(lines, options),
      tooltip: tooltip(lines, options),
    },
  };
}

function estimateSquare(lines: readonly ForestLine[], options: ForestOptions): Layer {
  const weighted = lines.some((line) => line.weight !== null);
  return {
    transform: [kindIs("study"), { filter: { field: "estimate", valid: true } }],
    mark: { type: "point", shape: "square", style: "estimate", ...(weighted ? {} : { size: WITHOUT_WEIGHT }) },
    encoding: {
      x: { field: "estimate", type: "quantitative" },
      y,
      ...sourceColour(lines, options),
      ...(weighted ? { size: weightSize(lines) } : {}),
      tooltip: tooltip(lines, options),
    },
  };
}

function weightSize(lines: readonly ForestLine[]) {
  const largest = Math.max(...lines.map((line) => line.weight ?? 0));
  return {
    field: "weight",
    type: "quantitative" as const,
    scale: { domain: [0, largest], range: [SMALLEST, LARGEST] },
    legend: null,
  };
}

const COLOURS = 6;

/**
 * One colour per source; the own study takes the colour that stands out. With one source the theme's own will do, and
 * with more sources than colours none would tell them apart.
 */
function sourceColour(lines: readonly ForestLine[], options: ForestOptions) {
  const named = inOrder(lines.flatMap((line) => (line.source === null ? [] : [line.source])));
  if (named.length < 2 || named.length > COLOURS) return {};
  const own = labelIfNamed(options.ownSource, options.labels);
  const others = named.filter((source) => source !== own);
  const domain = own !== null && named.includes(own) ? [others[0]!, own, ...others.slice(1)] : named;
  const legend = {
    orient: "top" as const,
    title: null,
    symbolType: "square",
    direction: "horizontal" as const,
    columns: legendColumns(named, PLOT_WIDTH + 160),
  };
  return { color: { field: "source", type: "nominal" as const, scale: { domain }, legend } };
}

/** Three corners a pooled result: a diamond is an area that opens at its estimate and closes at its limits. */
function diamonds(lines: readonly ForestLine[]): Layer[] {
  const corners = lines.flatMap((entry) => {
    const { kind, line, name, estimate, lower, upper, estimateText, intervalText } = entry;
    if (kind !== "summary" || estimate === null || lower === null || upper === null) return [];
    const corner = (at: number, half: number) => ({
      name,
      line,
      at,
      top: line - half,
      bottom: line + half,
      estimateText,
      intervalText,
    });
    return [corner(lower, 0), corner(estimate, DIAMOND), corner(upper, 0)];
  });
  const layer: Layer = {
    data: { values: corners },
    mark: { type: "area", style: "summary", interpolate: "linear" },
    encoding: {
      x: { field: "at", type: "quantitative" },
      y: { field: "top", type: "quantitative" },
      y2: { field: "bottom" },
      detail: { field: "line", type: "nominal" },
    },
  };
  return corners.length > 0 ? [layer] : [];
}

/** Names of studies, bold for headings, pooled results and the own study; under a heading they stand a little inward. */
function names(lines: readonly ForestLine[], sides: Sides, options: ForestOptions): Layer[] {
  const own = labelIfNamed(options.ownSource, options.labels) ?? "";
  const isStrong = (line: ForestLine) => line.kind === "heading" || line.kind === "summary" || line.source === own;
  return (["strongLabel", "label"] as const).flatMap((style) =>
    [false, true].flatMap((indented): Layer[] => {
      const shown = lines.filter((line) => line.indented === indented && isStrong(line) === (style === "strongLabel"));
      const values = shown.map((line) => ({ line: line.line, name: shownName(line) }));
      const x = { value: sides.left + (indented ? INDENT : 0) };
      return values.length === 0
        ? []
        : [
            {
              data: { values },
              mark: { type: "text", style },
              encoding: { x, y, text: { field: "name", type: "nominal" } },
            },
          ];
    }),
  );
}

function figures(sides: Sides): Layer[] {
  return sides.columns.flatMap(({ field, right }) =>
    (["strongFigure", "figure"] as const).map((style): Layer => {
      const pooled = { field: "kind", equal: "summary" };
      return {
        transform: [{ filter: style === "strongFigure" ? pooled : { not: pooled } }],
        mark: { type: "text", style },
        encoding: { x: { value: right }, y, text: { field, type: "nominal" } },
      };
    }),
  );
}

function heads(sides: Sides, options: ForestOptions): Layer[] {
  const head = (text: string, at: number, align: "left" | "right"): Layer => ({
    data: { values: [{ line: 0, text }] },
    mark: { type: "text", style: "columnHead", align },
    encoding: { x: { value: at }, y, text: { field: "text", type: "nominal" } },
  });
  return [
    head(word("study", options.language), sides.left, "left"),
    ...sides.columns.map((column) => head(column.head, column.right, "right")),
  ];
}

function tooltip(lines: readonly ForestLine[], options: ForestOptions) {
  const { language } = options;
  const entries: [keyof ForestLine, string][] = [
    ["name", word("study", language)],
    ["source", GLOSSARY.source.label[language]],
    ["estimateText", options.measure ?? word("estimate", language)],
    ["intervalText", confidenceLabel(options.confidenceLevel ?? 0.95, language)],
    ["nText", GLOSSARY.n.label[language]],
    ["weightText", GLOSSARY.weight.label[language]],
  ];
  return entries
    .filter(([field]) => lines.some((line) => line[field] !== "" && line[field] !== null))
    .map(([field, title]) => ({ field, title, type: "nominal" as const }));
}
