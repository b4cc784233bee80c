import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { AnyCard } from "../src/foundation/statistic.ts";
import { frameworksGuide } from "../src/frameworks/frameworksGuide.ts";
import { literatureGuide } from "../src/frameworks/literatureGuide.ts";
import { commandNameOf } from "../src/cli/statisticIndex.ts";
import { loadCard, STATISTIC_NAMES } from "../src/results/registry.ts";
import { codedSheet } from "../src/study/sheetFormat.ts";
import { studyFile } from "../src/study/studyFile.ts";

// Writes what follows from the cards: the JSON Schemas, the package's list of
// statistics, and their table in the guide. Run: npm run generate

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The files that people write; the others are results. */
const WRITTEN_BY_HAND = ["study", "coded-sheet"];

function writeSchema(name: string, title: string, schema: z.ZodType): void {
  const json = { title, ...z.toJSONSchema(schema, { io: WRITTEN_BY_HAND.includes(name) ? "input" : "output", unrepresentable: "any" }) };
  writeFileSync(here(`${name}.schema.json`), `${JSON.stringify(json, null, 2)}\n`);
}

function guideRow({ kind, summary, source, options }: AnyCard): string {
  const defaults = Object.entries(options.parse({}) as object)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(", ") || "none" : value}`)
    .join("; ");
  return `| \`${kind}\` | \`${commandNameOf(kind)}\` | ${summary.en} | ${defaults} | ${source} |`;
}

/** The static list of statistics that the package exports, with their result types. */
function exportLine({ kind }: AnyCard): string {
  const type = kind[0]!.toUpperCase() + kind.slice(1);
  return `export { ${kind}, ${kind}Card, type ${type} } from "./${roomOf(kind)}/${kind}.ts";`;
}

function roomOf(kind: string): string {
  const rooms = ["effects", "inference", "questionnaire", "meta"];
  return rooms.find((room) => existsSync(here(`../src/${room}/${kind}.ts`))) ?? "?";
}

const cards = await Promise.all(STATISTIC_NAMES.map(loadCard));
for (const card of cards) writeSchema(card.kind, card.label.en, card.result);
writeSchema("study", "betrokken study file", studyFile);
writeSchema("coded-sheet", "betrokken coded sheet", codedSheet);

writeFileSync(
  here("../src/statistics.ts"),
  `// Written by npm run generate from the registry.\n${cards.map(exportLine).join("\n")}\n`,
);

mkdirSync(here("../notebooks/guide"), { recursive: true });
writeFileSync(
  here("../notebooks/guide/statistics.md"),
  [
    "# The statistics",
    "",
    "Written by `npm run generate` from the cards in `src/`.",
    "",
    "| function | command | what it tells | defaults | source |",
    "|---|---|---|---|---|",
    ...cards.map(guideRow),
    "",
  ].join("\n"),
);

writeFileSync(here("../notebooks/guide/frameworks.md"), frameworksGuide());
writeFileSync(here("../notebooks/guide/literature.md"), literatureGuide());
