import { type Language, sentence, type Text } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { knownComponent } from "../frameworks/components.ts";
import { framework } from "../frameworks/frameworks.ts";
import { OUTCOME_WORDS } from "../frameworks/frameworkWords.ts";
import { pathText } from "../frameworks/pathText.ts";
import type { ApaTable } from "../report/apaTable.ts";
import type { RegroupedVariable, Regrouping } from "./regroupStudy.ts";

const HEADS: readonly Text[] = [
  { nl: "Schaal of item", en: "Scale or item" },
  { nl: "Gegevens", en: "Data" },
  { nl: "Meet", en: "Measures" },
  { nl: "Valt onder", en: "Falls under" },
  { nl: "Hoe zeker", en: "How sure" },
  { nl: "Via", en: "By way of" },
];

/** How every scale of a study falls under a theory, and which of its components nothing measures. */
export function regroupedTable(regrouping: Regrouping, language: Language): ApaTable {
  const { missed } = regrouping;
  const theory = framework(regrouping.framework).label[language];
  const names = missed.map((id) => knownComponent(id).label[language]).join(", ");
  return {
    title: sentence("regroup-title", { theory }, language),
    language,
    columns: HEADS.map((head) => ({ label: head[language], align: "left", symbol: false })),
    body: regrouping.variables.map((one) => lineOf(one, language)),
    notes: [
      sentence(regrouping.mappings === "all" ? "regroup-all" : "regroup-stated", {}, language),
      ...(missed.length > 0 ? [sentence("regroup-missed", { names }, language)] : []),
    ],
  };
}

function lineOf({ label, data, measures, mapping }: RegroupedVariable, language: Language): string[] {
  const outcome = mapping?.outcome ?? "unnamed";
  return [
    label[language],
    data,
    measures.map((id) => knownComponent(id).label[language]).join(", ") || "–",
    targetText(mapping, language),
    OUTCOME_WORDS[outcome][language],
    wayText(mapping, language),
  ];
}

/** The links to where it falls, or to everything it may fall under. */
function wayText(mapping: RegroupedVariable["mapping"], language: Language): string {
  if (mapping === null || mapping.target !== null) return pathText(mapping?.path ?? [], language);
  return mapping.candidates.map(({ path }) => pathText(path, language)).join("; ");
}

function targetText(mapping: RegroupedVariable["mapping"], language: Language): string {
  if (mapping === null) return "–";
  if (mapping.target !== null) return knownComponent(mapping.target).label[language];
  const names = mapping.candidates.map(({ component }) => knownComponent(component).label[language]);
  return names.length === 0 ? "–" : `${names.join(" / ")}?`;
}

/** The same as plain rows, for a file; one row per scale, with the ids. */
export function regroupedRows({ framework: theory, variables }: Regrouping) {
  return variables.map(({ name, kind, data, measures, mapping }) => ({
    name,
    kind,
    data,
    measures: measures.join(" ") || null,
    framework: theory,
    outcome: mapping?.outcome ?? "unnamed",
    target: mapping?.target ?? null,
    candidates: mapping?.candidates.map(({ component }) => component).join(" ") ?? "",
    path: mapping?.path.map(({ to, status }) => `${to} (${status})`).join(" > ") ?? "",
  }));
}

/**
 * What a questionnaire measures of a theory, for coverageChart: per component and data set the number of items and
 * how sure it is that they belong there; a component that nothing measures has a row with no items.
 */
export function coverageRows(regrouping: Regrouping, study: { readonly scales: Items }, language: Language): Row[] {
  return framework(regrouping.framework).components.flatMap(({ id }): Row[] => {
    const component = `${regrouping.framework}/${id}`;
    const rows = regrouping.variables.flatMap((one) => rowOf(one, component, study.scales, language));
    return rows.length > 0 ? rows : [{ term: component, k: 0, mapping: "unmapped" }];
  });
}

type Items = Readonly<Record<string, { readonly items: readonly string[] }>>;

function rowOf(one: RegroupedVariable, component: string, scales: Items, language: Language): Row[] {
  const { mapping, name, kind, data, label } = one;
  if (mapping === null) return [];
  const sure = mapping.target === component;
  if (!sure && !mapping.candidates.some((candidate) => candidate.component === component)) return [];
  const k = kind === "item" ? 1 : (scales[name]?.items.length ?? 0);
  return [{ term: component, with: label[language], group: data, k, mapping: mapping.outcome }];
}

/** The names of a theory's components, for charts. */
export function componentLabels(ids: readonly string[], language: Language): Record<string, string> {
  const label = (id: string): Text => knownComponent(id).label;
  return Object.fromEntries(ids.map((id) => [id, label(id)[language]]));
}
