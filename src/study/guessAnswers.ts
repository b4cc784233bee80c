import type { NumberField } from "../table/table.ts";

/** What the answers of an item seem to be: their bounds, and codes that seem to stand for no answer. */
export interface GuessedAnswers {
  readonly minimum: number;
  readonly maximum: number;
  readonly missing: readonly number[];
}

/** Columns that seem to be items with the same answers: those that share a name but for its number, or one alone. */
export interface GuessedBattery extends GuessedAnswers {
  /** The name they share; null for a column alone. */
  readonly stem: string | null;
  readonly members: readonly string[];
}

const MOST_ANSWERS = 7;
const HIGHEST_ANSWER = 10;
/** Numbers that questionnaires use for "no answer" or "don't know", when they stand apart from the other answers. */
const MISSING_CODES: readonly number[] = [8, 9, 88, 97, 98, 99, 888, 998, 999, -1, -2, -8, -9, -88, -99, -999];

/**
 * Which columns look like questionnaire items, and with which answers. Columns that share a name are looked at
 * together: an answer nobody gave to one of them may occur in another, and a code that is alone in one stands apart
 * from the answers of the others.
 * @param fields columns of numbers
 * @returns the batteries in the order of the columns; a column that does not look like an item is in none
 */
export function guessBatteries(fields: readonly NumberField[]): GuessedBattery[] {
  const groups = new Map<string, NumberField[]>();
  for (const field of fields) {
    const key = stemOf(field.name) ?? `${field.name} `;
    groups.set(key, [...(groups.get(key) ?? []), field]);
  }
  return [...groups.values()].flatMap((members) => {
    const together = members.length > 1 ? batteryOf(members, stemOf(members[0]!.name)) : [];
    return together.length > 0 ? together : members.flatMap((one) => batteryOf([one], null));
  });
}

/** A name without the number at its end; null when it has none. */
function stemOf(name: string): string | null {
  const stem = name.replace(/[_.\-\s]?\d+[a-z]?$/i, "");
  return stem === name || stem === "" ? null : stem;
}

/** Small whole answers, a few different ones: what questionnaire items look like. */
function batteryOf(members: readonly NumberField[], stem: string | null): GuessedBattery[] {
  const found = distinct(members.flatMap(({ values }) => [...values]));
  const missing = codesApart(found);
  const answers = found.filter((value) => !missing.includes(value));
  const few = answers.length >= 2 && answers.length <= MOST_ANSWERS;
  if (!few || !answers.every((value) => Number.isInteger(value) && value >= 0 && value <= HIGHEST_ANSWER)) return [];
  const [minimum, maximum] = [answers[0]!, answers.at(-1)!];
  return [{ stem, members: members.map(({ name }) => name), minimum, maximum, missing }];
}

/** Codes outside the answers, beyond every answer that follows the one before it. */
function codesApart(found: readonly number[]): number[] {
  const ordinary = found.filter((value) => !MISSING_CODES.includes(value));
  if (ordinary.length < 2) return [];
  let low = ordinary[0]!;
  let high = ordinary.at(-1)!;
  while (found.includes(high + 1)) high += 1;
  while (found.includes(low - 1)) low -= 1;
  return found.filter((value) => MISSING_CODES.includes(value) && (value > high || value < low));
}

/**
 * Codes of an outcome that seem to stand for no answer: 99 where nothing else is above 10, -9 where nothing else is
 * below 0.
 */
export function missingOfOutcome(values: Float64Array): number[] {
  const found = distinct([...values]);
  const ordinary = found.filter((value) => !MISSING_CODES.includes(value) || value === 8 || value === 9);
  if (ordinary.length < 2) return [];
  const [low, high] = [ordinary[0]!, ordinary.at(-1)!];
  const isFar = (value: number) => (value < 0 ? low >= 0 && low - value > 1 : value - high > high - low);
  return found.filter((value) => !ordinary.includes(value) && isFar(value));
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values.filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b);
}
