import { stringify } from "yaml";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Field, NumberField, Table } from "../table/table.ts";
import type { StudyFileInput } from "./studyFile.ts";

/** What a column looks like; the researcher has the last word. */
type Guess = "id" | "cluster" | "item" | "outcome" | "other";

const MOST_ANSWERS = 7;
/** Numbers that questionnaires use for "no answer" or "don't know", when they stand apart from the other answers. */
const MISSING_CODES: readonly number[] = [8, 9, 88, 97, 98, 99, 888, 998, 999, -1, -2, -8, -9, -88, -99, -999];

/**
 * A first study file for a data file: its columns sorted into id, items, scales and outcomes by how they look, with
 * comments that say what to check. Nothing in it is certain; `check` tells what does not hold.
 * @param table the data as read
 * @param language of the comments
 * @returns YAML text
 */
export function initStudy(table: Table, language: Language): string {
  const guesses = table.fields.map((field) => [field, guessOf(field, table)] as const);
  const fields = (wanted: Guess) => guesses.filter(([, guess]) => guess === wanted).map(([field]) => field);
  const items = fields("item") as NumberField[];
  const outcomes = fields("outcome");
  const scales = scalesOf(items);
  const study: StudyFileInput = {
    betrokken: 1,
    title: table.source,
    language,
    data: { survey: { file: table.source, role: "parent", ...oneName("id", fields("id")[0]) } },
    ...clustersOf(fields("cluster")),
    answerScales: answerScalesOf(items),
    items: Object.fromEntries(
      items.map((item) => [item.name, { label: item.name, answerScale: answerScaleName(item) }]),
    ),
    scales: Object.fromEntries(scales.map(([name, members]) => [name, { label: name, items: members }])),
    outcomes: Object.fromEntries(outcomes.map(({ name }) => [name, { label: name }])),
    ...analysesOf(scales, outcomes),
  };
  const head = sentence("init-head", {}, language)
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n");
  return `${head}\n${stringify(study, { lineWidth: 120 })}`;
}

/** Who belongs together: the school where there is one, else the first that looks like it. */
function clustersOf(candidates: readonly Field[]): Pick<StudyFileInput, "clusters"> {
  const cluster = candidates.find(({ name }) => /school/i.test(name)) ?? candidates[0];
  return cluster ? { clusters: { survey: cluster.name } } : {};
}

function guessOf(field: Field, table: Table): Guess {
  if (/(^|_)(id|nr|nummer|code)$/i.test(field.name)) return isUnique(field, table) ? "id" : "cluster";
  if (/school|klas|class/i.test(field.name)) return isUnique(field, table) ? "other" : "cluster";
  if (field.kind === "text") return "other";
  return isItem(field) ? "item" : "outcome";
}

function isUnique(field: Field, { rows }: Table): boolean {
  const values = field.kind === "text" ? field.codes : field.values;
  return new Set(values).size === rows;
}

/** Whole answers, a few different ones: what a questionnaire item looks like. */
function isItem(field: NumberField): boolean {
  const { answers } = answersOf(field);
  return (
    answers.length >= 2 &&
    answers.length <= MOST_ANSWERS &&
    answers.every((value) => Number.isInteger(value) && value >= 0)
  );
}

/** The different answers from low to high, without those that look like codes for no answer. */
function answersOf({ values }: NumberField): { answers: number[]; missing: number[] } {
  const found = [...new Set(values.filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b);
  const ordinary = found.filter((value) => !MISSING_CODES.includes(value));
  if (ordinary.length < 2) return { answers: found, missing: [] };
  let low = ordinary[0]!;
  let high = ordinary.at(-1)!;
  while (found.includes(high + 1)) high += 1;
  while (found.includes(low - 1)) low -= 1;
  const missing = found.filter((value) => MISSING_CODES.includes(value) && (value > high || value < low));
  return { answers: found.filter((value) => !missing.includes(value)), missing };
}

function boundsOf(item: NumberField): readonly [number, number] {
  const { answers } = answersOf(item);
  return [answers[0]!, answers.at(-1)!];
}

function answerScaleName(item: NumberField): string {
  return `from${boundsOf(item).join("to")}`;
}

function answerScalesOf(items: readonly NumberField[]): NonNullable<StudyFileInput["answerScales"]> {
  const names = [...new Set(items.map(answerScaleName))];
  return Object.fromEntries(
    names.map((name) => {
      const members = items.filter((item) => answerScaleName(item) === name);
      const [minimum, maximum] = boundsOf(members[0]!);
      const missing = [...new Set(members.flatMap((item) => answersOf(item).missing))].sort((a, b) => a - b);
      return [name, { minimum, maximum, ...(missing.length > 0 ? { missing } : {}) }];
    }),
  );
}

/** Items that share a name but for a number at its end, at least three of them, are taken for a scale. */
function scalesOf(items: readonly NumberField[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const { name } of items) {
    const stem = name.replace(/[_.\-\s]?\d+[a-z]?$/i, "");
    if (stem !== name && stem !== "") groups.set(stem, [...(groups.get(stem) ?? []), name]);
  }
  return [...groups].filter(([, members]) => members.length >= 3);
}

function oneName(key: string, field: Field | undefined): Record<string, string> {
  return field ? { [key]: field.name } : {};
}

function analysesOf(
  scales: readonly [string, string[]][],
  outcomes: readonly Field[],
): Pick<StudyFileInput, "analyses"> {
  if (scales.length === 0 || outcomes.length === 0) return {};
  const predictors = scales.map(([name]) => name);
  return { analyses: { main: { predictors, outcomes: outcomes.map(({ name }) => name) } } };
}
