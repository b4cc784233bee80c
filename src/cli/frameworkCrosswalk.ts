import { crosswalkMatrix } from "../charts/crosswalkMatrix.ts";
import { type Language, sentence, type Text } from "../foundation/phrases.ts";
import { knownComponent } from "../frameworks/components.ts";
import type { Crosswalk } from "../frameworks/crosswalk.ts";
import { crosswalkChartRows } from "../frameworks/crosswalkRows.ts";
import { framework } from "../frameworks/frameworks.ts";
import { OUTCOME_WORDS, RELATION_WORDS } from "../frameworks/frameworkWords.ts";
import type { Mapping } from "../frameworks/mapComponent.ts";
import { pathText, sourceText } from "../frameworks/pathText.ts";
import type { ApaTable } from "../report/apaTable.ts";
import type { Call } from "./command.ts";
import { textTable } from "./frameworkTables.ts";
import type { CsvRows } from "./printShown.ts";

const FALLS: readonly Text[] = [
  { nl: "Onderdeel", en: "Component" },
  { nl: "Valt onder", en: "Falls under" },
  { nl: "Hoe zeker", en: "How sure" },
  { nl: "Via", en: "By way of" },
];
const DIRECT: readonly Text[] = [
  { nl: "Onderdeel", en: "Component" },
  { nl: "Verband", en: "Relation" },
  { nl: "Met", en: "With" },
  { nl: "Bron", en: "Source" },
  { nl: "Opmerking", en: "Remark" },
];
const WORDS = {
  nl: { under: "onder", links: "Verbanden tussen deze twee", wider: "breder dan", none: "Geen verband." },
  en: { under: "under", links: "Links between these two", wider: "wider than", none: "No link." },
} as const;

/** Two theories in both directions, and the links between them as the sources have them. */
export function crosswalkTables(walk: Crosswalk, language: Language): ApaTable[] {
  const notes = [sentence(walk.mappings === "all" ? "regroup-all" : "regroup-stated", {}, language)];
  const one = (mappings: readonly Mapping[], from: string, to: string) =>
    textTable(
      `${label(from, language)} ${WORDS[language].under} ${label(to, language)}`,
      FALLS,
      mappings.map((mapping) => lineOf(mapping, language)),
      language,
      notes,
    );
  return [
    one(walk.forward, walk.from, walk.to),
    one(walk.backward, walk.to, walk.from),
    textTable(
      WORDS[language].links,
      DIRECT,
      walk.links.map((link) => [
        knownComponent(link.from).label[language],
        RELATION_WORDS[link.relation][language],
        knownComponent(link.to).label[language],
        sourceText(link, language),
        link.note?.[language] ?? "",
      ]),
      language,
      walk.links.length === 0 ? [WORDS[language].none] : [],
    ),
  ];
}

function label(id: string, language: Language): string {
  return framework(id).label[language];
}

function lineOf(mapping: Mapping, language: Language): string[] {
  const { component, outcome, target, path, candidates, parts } = mapping;
  const names = (ids: readonly string[]) => ids.map((id) => knownComponent(id).label[language]).join(", ");
  const ways = candidates.map((one) => `${names([one.component])}: ${pathText(one.path, language)}`);
  const wider = parts.length === 0 ? [] : [`${WORDS[language].wider} ${names(parts)}`];
  const maybe = candidates.length === 0 ? "–" : `${names(candidates.map((one) => one.component))}?`;
  return [
    knownComponent(component).label[language],
    target === null ? maybe : names([target]),
    OUTCOME_WORDS[outcome][language],
    [...(path.length > 0 ? [pathText(path, language)] : []), ...ways, ...wider].join("; "),
  ];
}

/** One row per component and target or candidate, in both directions. */
export function crosswalkRows({ forward, backward }: Crosswalk, language: Language): CsvRows {
  return [...forward, ...backward].flatMap((mapping): CsvRows => {
    const { component, framework: under, outcome, target, path, candidates } = mapping;
    const head = { component, label: knownComponent(component).label[language], framework: under, outcome };
    const way = (steps: Mapping["path"]) => steps.map(({ to, status }) => `${to} (${status})`).join(" > ");
    if (candidates.length === 0) return [{ ...head, target, candidate: null, path: way(path) }];
    return candidates.map((one) => ({ ...head, target: null, candidate: one.component, path: way(one.path) }));
  });
}

/** A page with the matrix and its tables. */
export async function crosswalkReport(walks: readonly Crosswalk[], file: string, call: Call): Promise<void> {
  const { writeReport } = await import("./commands/report.ts");
  const { language } = call;
  const ids = [...new Set(walks.flatMap(({ from, to }) => [from, to]))];
  const title = ids.map((id) => label(id, language)).join(" – ");
  const { rows, labels } = crosswalkChartRows(walks, language);
  const spec = crosswalkMatrix(rows, { language, labels });
  const tables = walks.flatMap((walk) => crosswalkTables(walk, language));
  const path = await writeReport(
    {
      title,
      language,
      marks: [],
      blocks: [
        { kind: "chart", spec, title, description: String(spec.description ?? title) },
        ...tables.map((table) => ({ kind: "table" as const, table })),
      ],
    },
    file,
  );
  call.terminal.err(sentence("report-ready", { path }, language));
}
