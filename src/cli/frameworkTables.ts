import type { Language, Text } from "../foundation/phrases.ts";
import type { Framework, FrameworkComponent, FrameworkMatrix } from "../frameworks/framework.ts";
import { sourceDocument } from "../frameworks/frameworks.ts";
import { DETAIL_WORDS, KIND_WORDS, PERSPECTIVE_WORDS, SETTING_WORDS } from "../frameworks/frameworkWords.ts";
import type { ApaTable } from "../report/apaTable.ts";
import type { CsvRows } from "./printShown.ts";

const HEADS = {
  list: [
    { nl: "Id", en: "Id" },
    { nl: "Theorie", en: "Theory" },
    { nl: "Soort", en: "Kind" },
    { nl: "Onderdelen", en: "Components" },
    { nl: "Bron", en: "Source" },
  ],
  components: [
    { nl: "Id", en: "Id" },
    { nl: "Onderdeel", en: "Component" },
    { nl: "In onze woorden", en: "In our words" },
    { nl: "Wie", en: "Who" },
    { nl: "Waar", en: "Where" },
  ],
} satisfies Record<string, readonly Text[]>;

const WORDS = {
  nl: {
    theories: "Theorieën",
    sources: "Bronnen",
    original: "Oorspronkelijk",
    disputed: "Bronnen spreken elkaar tegen",
    added: "toegevoegd van buiten de bronnen",
    part: "deel van",
    level: "niveau",
    ordered: "de volgorde telt",
  },
  en: {
    theories: "Theories",
    sources: "Sources",
    original: "Originally",
    disputed: "Sources disagree",
    added: "added from outside the sources",
    part: "part of",
    level: "level",
    ordered: "the order matters",
  },
} as const;

/** A table of texts only. */
export function textTable(
  title: string,
  heads: readonly Text[],
  body: readonly (readonly string[])[],
  language: Language,
  notes: readonly string[] = [],
): ApaTable {
  const columns = heads.map((head) => ({ label: head[language], align: "left" as const, symbol: false }));
  return { title, language, columns, body, notes };
}

export function listTable(all: readonly Framework[], language: Language): ApaTable {
  const body = all.map((one) => [
    one.id,
    one.label[language],
    KIND_WORDS[one.kind][language],
    String(one.components.length),
    one.citations[0]!.citation,
  ]);
  return textTable(`${WORDS[language].theories} (${all.length})`, HEADS.list, body, language);
}

export function listRows(all: readonly Framework[], language: Language): CsvRows {
  return all.map((one) => ({
    id: one.id,
    label: one.label[language],
    kind: one.kind,
    components: one.components.length,
    tags: one.tags.join(" "),
    citation: one.citations[0]!.citation,
  }));
}

/** One theory: its components, its sources and conflicts as notes, and its matrix where it has one. */
export function frameworkTables(one: Framework, matrix: FrameworkMatrix | undefined, language: Language): ApaTable[] {
  const body = one.components.map((part) => [
    part.id,
    part.label[language],
    [part.definition[language], ...remarks(part, one, language)].join(" · "),
    PERSPECTIVE_WORDS[part.perspective][language],
    SETTING_WORDS[part.setting][language],
  ]);
  const title = `${one.label[language]} [${one.id}]`;
  const table = textTable(title, HEADS.components, body, language, notesOf(one, language));
  return matrix === undefined ? [table] : [table, matrixTable(matrix, one, language)];
}

function remarks(part: FrameworkComponent, one: Framework, language: Language): string[] {
  const words = WORDS[language];
  const whole = one.components.find(({ id }) => id === part.partOf);
  const details = Object.entries(part.details ?? {}) as [keyof typeof DETAIL_WORDS, Text][];
  return [
    ...(part.inDocuments ? [] : [words.added]),
    ...(whole ? [`${words.part} ${whole.label[language]}`] : []),
    ...(part.level === undefined ? [] : [`${words.level} ${part.level}`]),
    ...details.map(([name, text]) => `${DETAIL_WORDS[name][language]}: ${text[language]}`),
  ];
}

function notesOf(one: Framework, language: Language): string[] {
  const words = WORDS[language];
  const sources = one.citations.map(
    ({ citation, document, locate }) => `${citation} (${sourceDocument(document).short[language]}, ${locate})`,
  );
  const kind = KIND_WORDS[one.kind][language];
  return [
    `${capital(kind)}${one.ordered ? `; ${words.ordered}` : ""}.`,
    `${words.sources}: ${sources.join("; ")}.`,
    ...(one.original === null ? [] : [`${words.original}: ${one.original}.`]),
    ...(one.note === null ? [] : [one.note[language]]),
    ...one.conflicts.map((text) => `${words.disputed}: ${text[language]}`),
  ];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function matrixTable(matrix: FrameworkMatrix, one: Framework, language: Language): ApaTable {
  const label = (id: string) => one.components.find((part) => part.id === id)!.label;
  const corner = { nl: `${matrix.rows.nl} ↓ ${matrix.columns.nl} →`, en: `${matrix.rows.en} ↓ ${matrix.columns.en} →` };
  const body = matrix.cells.map((cells, i) => [
    label(matrix.order[i]!)[language],
    ...cells.map((cell) => matrix.outcomes[cell]![language]),
  ]);
  const { citation, document, locate } = matrix.citation;
  const source = `${citation} (${sourceDocument(document).short[language]}, ${locate}).`;
  const heads = [corner, ...matrix.order.map(label)];
  return textTable(matrix.label[language], heads, body, language, [source, matrix.note[language]]);
}

export function frameworkRows(one: Framework, language: Language): CsvRows {
  return one.components.map((part) => ({
    id: `${one.id}/${part.id}`,
    label: part.label[language],
    definition: part.definition[language],
    perspective: part.perspective,
    setting: part.setting,
    inDocuments: part.inDocuments,
    partOf: part.partOf === undefined ? null : `${one.id}/${part.partOf}`,
  }));
}
