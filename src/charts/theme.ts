import type { Config } from "vega-lite";

/** The colours of one scheme, light or dark. */
interface Palette {
  readonly background: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly grid: string;
  readonly summary: string;
  readonly prediction: string;
  readonly empty: string;
  readonly onStrong: string;
  readonly category: string[];
  readonly diverging: string[];
  readonly bands: string[];
}

/** Arial, Helvetica and Liberation Sans have the same widths, so a chart is laid out alike everywhere. */
export const FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif";

/** Blue and orange differ in lightness and hue for every common form of colour blindness; so do the categories. */
const LIGHT: Palette = {
  background: "#ffffff",
  ink: "#1c2430",
  quiet: "#5a6675",
  line: "#8c97a4",
  grid: "#e6eaee",
  summary: "#1c2430",
  prediction: "#9aa6b4",
  empty: "#eceff2",
  onStrong: "#ffffff",
  category: ["#2b6ca3", "#c8500a", "#2a8a6a", "#8a5aa8", "#6b7480", "#a67c00"],
  diverging: ["#9c3f00", "#d9761c", "#f3b982", "#f7f5f2", "#9fc5e0", "#3f86bd", "#124a7c"],
  bands: ["#eceff2", "#dde2e7", "#cbd2d9"],
};

const DARK: Palette = {
  background: "#14181e",
  ink: "#e4e9ef",
  quiet: "#a3aebb",
  line: "#77828f",
  grid: "#2a313a",
  summary: "#e4e9ef",
  prediction: "#5f6b79",
  empty: "#22282f",
  onStrong: "#10141a",
  category: ["#6cb0e8", "#f59a52", "#58c3a0", "#c39be0", "#a3aebb", "#e0bb4a"],
  diverging: ["#ffb066", "#c97a35", "#6b4a2e", "#262b32", "#2c4f6c", "#4488bb", "#8cc8f5"],
  bands: ["#22282f", "#2c343d", "#38424d"],
};

function theme(palette: Palette): Config {
  return {
    background: palette.background,
    font: FONT,
    padding: 8,
    view: { stroke: null },
    title: {
      anchor: "start",
      frame: "group",
      fontSize: 16,
      fontWeight: "bold",
      color: palette.ink,
      subtitleColor: palette.quiet,
      offset: 14,
    },
    axis: axisOf(palette),
    legend: {
      labelColor: palette.ink,
      titleColor: palette.quiet,
      labelFontSize: 13,
      titleFontSize: 13,
      titleFontWeight: "normal",
      labelLimit: 0,
      titleLimit: 0,
      symbolStrokeColor: palette.line,
      gradientLabelOffset: 6,
    },
    header: { labelFontSize: 14, labelFontWeight: "bold", labelColor: palette.ink, labelLimit: 0, title: null },
    range: { category: palette.category, diverging: palette.diverging, ordinal: palette.bands },
    style: stylesOf(palette),
  };
}

function axisOf(palette: Palette): NonNullable<Config["axis"]> {
  return {
    domainColor: palette.line,
    tickColor: palette.line,
    gridColor: palette.grid,
    labelColor: palette.ink,
    titleColor: palette.quiet,
    labelFontSize: 13,
    titleFontSize: 13,
    titleFontWeight: "normal",
    labelLimit: 0,
    titleLimit: 0,
    labelPadding: 6,
    titlePadding: 10,
  };
}

/** Every mark says by name what it is; the scheme says how that looks. A report swaps the scheme, not the chart. */
function stylesOf(palette: Palette): NonNullable<Config["style"]> {
  const text = { color: palette.ink, fontSize: 13, baseline: "middle" as const };
  return {
    label: { ...text, align: "left" },
    strongLabel: { ...text, align: "left", fontWeight: "bold" },
    columnHead: { ...text, color: palette.quiet, fontSize: 12 },
    figure: { ...text, align: "right" },
    strongFigure: { ...text, align: "right", fontWeight: "bold" },
    ruler: { color: palette.line, strokeWidth: 1 },
    reference: { color: palette.line, strokeWidth: 1, strokeDash: [4, 3] },
    pooled: { color: palette.summary, strokeWidth: 1, strokeDash: [1, 3] },
    interval: { color: palette.category[0]!, strokeWidth: 1.6 },
    estimate: { color: palette.category[0]!, filled: true, opacity: 1 },
    summary: { color: palette.summary, opacity: 1 },
    prediction: { color: palette.prediction, strokeWidth: 5 },
    band: { color: palette.empty, strokeWidth: 0 },
    fitted: { color: palette.summary, strokeWidth: 1.8 },
    stated: { color: palette.category[0]!, filled: true, opacity: 1 },
    inferred: { color: palette.category[0]!, filled: false, opacity: 1, strokeWidth: 1.8 },
    ambiguous: { color: palette.category[1]!, filled: false, opacity: 1, strokeWidth: 1.8, strokeDash: [3, 2] },
    cell: { stroke: palette.background, strokeWidth: 1.5 },
    emptyCell: { color: palette.empty, stroke: palette.background, strokeWidth: 1.5 },
    cellText: { color: palette.ink, baseline: "middle", align: "center" },
    strongCellText: { color: palette.onStrong, baseline: "middle", align: "center" },
  };
}

/** The look of every chart: quiet, with generous letters, safe for colour-blind readers. */
export const lightTheme: Config = theme(LIGHT);
/** The same on a dark page. */
export const darkTheme: Config = theme(DARK);
