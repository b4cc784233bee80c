import type { TopLevelSpec } from "vega-lite";
import { darkTheme, lightTheme } from "../charts/theme.ts";
import { type Language, word } from "../foundation/phrases.ts";
import { jsonForScript } from "./escapeHtml.ts";
import type { ChartBlock } from "./report.ts";

/** The texts of the programs that draw, each made to run as a plain script. */
export interface VegaRuntime {
  readonly vega: string;
  readonly vegaLite: string;
  readonly vegaEmbed: string;
}

/** The scripts of a page with charts: the programs once, the charts as data, and the few lines that bring them together. */
export function chartScripts(charts: readonly ChartBlock[], runtime: VegaRuntime, language: Language): string[] {
  const words = { svg: word("save-as-svg", language), png: word("save-as-png", language) };
  const specs = charts.map((chart) => withoutTheme(chart.spec));
  return [
    dataElement("charts", specs),
    dataElement("themes", { light: lightTheme, dark: darkTheme }),
    dataElement("words", words),
    ...[runtime.vega, runtime.vegaLite, runtime.vegaEmbed, DRAW].map(
      (text) => `<script>${inlineScript(text)}</script>`,
    ),
  ];
}

function dataElement(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${jsonForScript(value)}</script>`;
}

/** The page gives every chart its theme and its caption, so the spec leaves both out; settings of its own stay. */
function withoutTheme(spec: TopLevelSpec): TopLevelSpec {
  const { title: _, config = {}, ...rest } = spec;
  const theme = lightTheme as Readonly<Record<string, unknown>>;
  const own = Object.entries(config).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(theme[key]));
  return { ...rest, ...(own.length > 0 ? { config: Object.fromEntries(own) } : {}) } as TopLevelSpec;
}

/**
 * A program's text as it may stand in a page: it cannot end its own element, points to no source map, and holds
 * nothing that reads like an address of another page.
 * @example inlineScript("a='</script>'\n//# sourceMappingURL=a.map") // "a='<\\/script>'\n"
 */
export function inlineScript(text: string): string {
  return text
    .replace(/\/\/# sourceMappingURL=\S*/g, "")
    .replace(/<\/(script)/gi, "<\\/$1")
    .replace(/(src|href)="(?=(?:https?:)?\/\/)/gi, "$1=\\x22");
}

/**
 * Draws every chart for the reader's scheme, then for the other one, which printing or a change of scheme may show. On
 * a narrow page a drawing shrinks a little, so that its letters can be read, and then scrolls. Where drawing fails, the
 * description and the numbers take its place.
 */
const DRAW = `
(async () => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const charts = read("charts"), themes = read("themes"), words = read("words");
  const places = [...document.querySelectorAll("[data-chart]")];
  const save = (view, figure, type) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words[type];
    button.onclick = async () => {
      const link = document.createElement("a");
      link.href = await view.toImageURL(type, type === "png" ? 2 : 1);
      link.download = figure.id + "." + type;
      link.click();
    };
    return button;
  };
  let drawn = 0;
  const draw = async (place, scheme) => {
    const options = { mode: "vega-lite", ast: true, renderer: "svg", actions: false, config: themes[scheme], tooltip: { theme: scheme } };
    const holder = place.querySelector("." + scheme);
    const target = holder.appendChild(document.createElement("div"));
    const { view } = await vegaEmbed(target, charts[Number(place.dataset.chart)], options);
    const svg = target.querySelector("svg");
    svg.style.minWidth = Math.round(0.8 * Number(svg.getAttribute("width"))) + "px";
    const row = holder.appendChild(document.createElement("div"));
    row.className = "save";
    row.append(save(view, place.closest("figure"), "svg"), save(view, place.closest("figure"), "png"));
  };
  const drawAll = async (scheme) => {
    for (const place of places) {
      try { await draw(place, scheme); drawn += 1; }
      catch {
        place.querySelector("." + scheme).replaceChildren(place.getAttribute("aria-label"));
        place.closest("figure").querySelector("details")?.setAttribute("open", "");
      }
    }
  };
  const first = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  await drawAll(first);
  await drawAll(first === "dark" ? "light" : "dark");
  document.documentElement.dataset.drawn = String(drawn);
})();
`;
