import { Ajv } from "ajv";
import { loader, logger, parse, View, Warn } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import schema from "vega-lite/vega-lite-schema.json" with { type: "json" };
import { lightTheme } from "../../src/charts/theme.ts";

const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

/** What Vega-Lite's own schema has against a spec. */
export function schemaProblems(spec: TopLevelSpec): string[] {
  validate(JSON.parse(JSON.stringify(spec)));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** Draws a spec outside a browser: its SVG and every warning on the way, of Vega-Lite and of Vega. */
export async function drawn(spec: TopLevelSpec): Promise<{ svg: string; warnings: string[] }> {
  const warnings: string[] = [];
  const log = logger(Warn);
  log.warn = (...words: readonly unknown[]) => {
    warnings.push(words.join(" "));
    return log;
  };
  log.error = log.warn;
  const vega = compile(spec, { logger: log }).spec;
  const view = new View(parse(vega), { renderer: "none", logger: log, loader: loader() });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}

/** A spec as a golden file keeps it: numbers to six digits, the theme by its name. */
export function goldenText(spec: TopLevelSpec): string {
  const theme = lightTheme as Readonly<Record<string, unknown>>;
  const config = Object.entries(spec.config ?? {});
  const own = config.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(theme[key]));
  const themed = own.length + Object.keys(theme).length === config.length;
  const kept = themed ? { ...spec, config: { theme: "lightTheme", ...Object.fromEntries(own) } } : spec;
  return `${JSON.stringify(kept, rounded, 1)}\n`;
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(6)) : value;
}

/** Every text that a chart carries in its data. */
export function textsOf(spec: unknown): string[] {
  if (typeof spec === "string") return [spec];
  if (typeof spec !== "object" || spec === null) return [];
  return Object.values(spec).flatMap(textsOf);
}

/** All rows of data in a spec, of the whole and of its layers. */
export function dataOf(spec: unknown): Record<string, unknown>[] {
  if (typeof spec !== "object" || spec === null) return [];
  const own = (spec as { data?: { values?: Record<string, unknown>[] } }).data?.values ?? [];
  const nested = Object.entries(spec).filter(([key]) => key !== "data");
  return [...own, ...nested.flatMap(([, value]) => dataOf(value))];
}
