import { Document, isSeq } from "yaml";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Field, NumberField, Table } from "../table/table.ts";
import { type GuessedAnswers, guessBatteries, missingOfOutcome } from "./guessAnswers.ts";
import type { StudyFileInput } from "./studyFile.ts";

/** What a column looks like; the researcher has the last word. */
type Guess = "id" | "cluster" | "item" | "outcome" | "other";
type Items = ReadonlyMap<string, GuessedAnswers>;

/**
 * A first study file for a data file: its columns sorted into id, items, scales and outcomes by how they look, with
 * comments that say what to check. Nothing in it is certain; `check` tells what does not hold.
 * @param table the data as read
 * @param language of the comments
 * @returns YAML text; codes taken for "no answer" are marked as a guess
 */
export function initStudy(table: Table, language: Language): string {
  const batteries = guessBatteries(table.fields.filter((field) => looksLikeAnswers(field, table)) as NumberField[]);
  const items: Items = new Map(batteries.flatMap(({ members, ...answers }) => members.map((name) => [name, answers])));
  const guesses = table.fields.map((field) => [field, guessOf(field, table, items)] as const);
  const fields = (wanted: Guess) => guesses.filter(([, guess]) => guess === wanted).map(([field]) => field);
  const outcomes = fields("outcome") as NumberField[];
  const names = new Set(table.fields.map(({ name }) => name));
  const scales = batteries
    .filter(({ stem, members }) => stem !== null && members.length >= 3)
    .map(({ stem, members }) => ({ name: names.has(stem!) ? `${stem}Scale` : stem!, label: stem!, items: members }));
  const study: StudyFileInput = {
    betrokken: 1,
    title: table.source,
    language,
    data: { survey: { file: table.source, role: "parent", ...oneName("id", fields("id")[0]) } },
    ...clustersOf(fields("cluster")),
    answerScales: answerScalesOf(items),
    items: Object.fromEntries(
      [...items].map(([name, answers]) => [name, { label: name, answerScale: answerScaleName(answers) }]),
    ),
    scales: Object.fromEntries(scales.map(({ name, label, items: members }) => [name, { label, items: [...members] }])),
    outcomes: Object.fromEntries(outcomes.map((field) => [field.name, outcomeOf(field)])),
    ...analysesOf(
      scales.map(({ name }) => name),
      outcomes.map(({ name }) => name),
    ),
  };
  return asYaml(study, language);
}

/** YAML with what to check above it, and a mark beside every list of codes that was guessed. */
function asYaml(study: StudyFileInput, language: Language): string {
  const document = new Document(study, { aliasDuplicateObjects: false });
  for (const section of ["answerScales", "outcomes"] as const) {
    for (const name of Object.keys(study[section] ?? {})) {
      const missing = document.getIn([section, name, "missing"], true);
      if (!isSeq(missing)) continue;
      missing.flow = true;
      missing.comment = ` ${sentence("init-missing-guess", { count: missing.items.length }, language)}`;
    }
  }
  const head = sentence("init-head", {}, language)
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n");
  return `${head}\n${document.toString({ lineWidth: 120 })}`;
}

/** Who belongs together: the school where there is one, else the first that looks like it. */
function clustersOf(candidates: readonly Field[]): Pick<StudyFileInput, "clusters"> {
  const cluster = candidates.find(({ name }) => /school/i.test(name)) ?? candidates[0];
  return cluster ? { clusters: { survey: cluster.name } } : {};
}

/** By its name alone: an id, or what rows have in common. */
function keyOf(field: Field, table: Table): "id" | "cluster" | "other" | undefined {
  if (/(^|_)(id|nr|nummer|code)$/i.test(field.name)) return isUnique(field, table) ? "id" : "cluster";
  if (/school|klas|class/i.test(field.name)) return isUnique(field, table) ? "other" : "cluster";
  return undefined;
}

function looksLikeAnswers(field: Field, table: Table): boolean {
  return field.kind === "number" && keyOf(field, table) === undefined;
}

function guessOf(field: Field, table: Table, items: Items): Guess {
  const key = keyOf(field, table);
  if (key !== undefined || field.kind === "text") return key ?? "other";
  if (items.has(field.name)) return "item";
  return new Set(field.values.filter((value) => !Number.isNaN(value))).size > 1 ? "outcome" : "other";
}

function isUnique(field: Field, { rows }: Table): boolean {
  const values = field.kind === "text" ? field.codes : field.values;
  return new Set(values).size === rows;
}

function answerScaleName({ minimum, maximum }: GuessedAnswers): string {
  return `from${minimum}to${maximum}`;
}

/** Items with the same bounds share an answer scale, and with it the codes that stand outside these bounds. */
function answerScalesOf(items: Items): NonNullable<StudyFileInput["answerScales"]> {
  const all = [...items.values()];
  return Object.fromEntries(
    all.map((answers) => {
      const { minimum, maximum } = answers;
      const alike = all.filter((one) => answerScaleName(one) === answerScaleName(answers));
      const missing = [...new Set(alike.flatMap((one) => one.missing))].sort((a, b) => a - b);
      return [answerScaleName(answers), { minimum, maximum, ...(missing.length > 0 ? { missing } : {}) }];
    }),
  );
}

function outcomeOf(field: NumberField): NonNullable<StudyFileInput["outcomes"]>[string] {
  const missing = missingOfOutcome(field.values);
  return { label: field.name, ...(missing.length > 0 ? { missing } : {}) };
}

function oneName(key: string, field: Field | undefined): Record<string, string> {
  return field ? { [key]: field.name } : {};
}

function analysesOf(predictors: readonly string[], outcomes: readonly string[]): Pick<StudyFileInput, "analyses"> {
  if (predictors.length === 0 || outcomes.length === 0) return {};
  return { analyses: { main: { predictors: [...predictors], outcomes: [...outcomes] } } };
}
