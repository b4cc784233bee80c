import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { VegaRuntime } from "../report/renderHtml.ts";

const require = createRequire(import.meta.url);

/**
 * The texts of the three programs that draw a report's charts, from the installed packages, each under its licence, so
 * that a report can carry them with it.
 * @returns vega, vega-lite and vega-embed as scripts that set `vega`, `vegaLite` and `vegaEmbed`
 * @see the packages vega, vega-lite and vega-embed (BSD-3-Clause)
 */
export function vegaRuntime(): VegaRuntime {
  return { vega: scriptOf("vega"), vegaLite: scriptOf("vega-lite"), vegaEmbed: scriptOf("vega-embed") };
}

/** The minified file stands beside the entry, but the packages do not name it among their exports. */
function scriptOf(name: string): string {
  const build = dirname(require.resolve(name));
  const licence = readFileSync(join(build, "..", "LICENSE"), "utf8").replace(/\*\//g, "* /");
  const script = readFileSync(join(build, `${name}.min.js`), "utf8");
  return `/*! ${name}\n${licence}*/\n${script}`;
}
