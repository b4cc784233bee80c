import { z } from "zod";
import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described } from "../foundation/options.ts";
import type { Note } from "../foundation/result.ts";
import { type DisagreementKind, disagreementWeights } from "./disagreementWeights.ts";

/** Options of every statistic that compares ratings in categories. */
export const ratingOptions = {
  categories: described(z.array(z.union([z.string(), z.number()])).default([]), {
    en: "the categories in their order, also those nobody used; left out: those that occur",
    nl: "de categorieën op volgorde, ook die niemand gebruikte; weggelaten: die welke voorkomen",
  }),
  spacing: described(z.enum(["ranks", "codes"]).default("ranks"), {
    en: "distance between categories for the weights: steps between them, or the difference of their codes",
    nl: "afstand tussen categorieën voor de gewichten: stappen ertussen, of het verschil van hun codes",
  }),
} as const;

/** More different values than this are no categories. */
const MOST = 100;

export interface RatingSettings {
  readonly categories: readonly (string | number)[];
  readonly spacing: "ranks" | "codes";
  readonly weights: DisagreementKind;
}

/** The categories in order, and how far each two disagree (0 to 1). */
export interface CategoryScale {
  readonly labels: readonly string[];
  /** Whether the order means something: it was declared, or the categories are numbers. */
  readonly ordered: boolean;
  readonly disagreement: readonly (readonly number[])[];
  readonly notes: readonly Note[];
}

/**
 * Puts the categories that occur in order and weighs their disagreements.
 * @param used every category that occurs, once
 * @throws data/too-many-categories; option/twice; option/needed for an order or codes that weights need
 */
export function categoryScale(used: readonly string[], settings: RatingSettings): CategoryScale {
  if (used.length > MOST) refuse("data/too-many-categories", { most: MOST });
  const declared = settings.categories.map(String);
  const twice = declared.find((label, i) => declared.indexOf(label) < i);
  if (twice !== undefined) refuse("option/twice", { option: "categories", value: twice });
  const labels = declared.length > 0 ? declared : sorted(used);
  const numeric = labels.every(isNumber);
  const ordered = declared.length > 0 || numeric;
  return {
    labels,
    ordered,
    disagreement: disagreementWeights(settings.weights, scoresOf(labels, ordered, settings)),
    notes: declared.length > 0 || !numeric ? [] : gapNotes(labels.map(Number)),
  };
}

/** Where the categories lie: at their rank, or at their code. Without weights it makes no difference. */
function scoresOf(labels: readonly string[], ordered: boolean, { weights, spacing }: RatingSettings): number[] {
  const ranks = labels.map((_, i) => i + 1);
  if (weights === "none") return ranks;
  if (!ordered) refuse("option/needed", { option: "categories", with: "weights" });
  if (spacing === "ranks" && weights !== "ratio") return ranks;
  const lowest = weights === "ratio" ? 0 : Number.NEGATIVE_INFINITY;
  const fits = labels.every((label) => isNumber(label) && Number(label) >= lowest);
  if (!fits) refuse("option/invalid", { option: "categories", expected: lowest === 0 ? "number[] ≥ 0" : "number[]" });
  return labels.map(Number);
}

/**
 * Place of every label among the declared categories.
 * @throws data/not-a-code with the first row of each rating that is not among them
 */
export function placesOf(labels: readonly (string | null)[], scale: CategoryScale, column: string): Int32Array {
  const places = new Map(scale.labels.map((label, i) => [label, i]));
  const problems: Problem[] = [];
  const found = Int32Array.from(labels, (label, i) => {
    if (label === null) return -1;
    const place = places.get(label);
    const expected = scale.labels.join(", ");
    if (place === undefined)
      problems.push({ code: "data/not-a-code", values: { expected }, location: { row: i + 1, column } });
    return place ?? -1;
  });
  refuseAll(problems);
  return found;
}

/** Whole numbers that nobody used, between those that were: weights and the number of categories pass over them. */
function gapNotes(codes: readonly number[]): Note[] {
  if (codes.length < 2 || !codes.every(Number.isInteger)) return [];
  const [first, last] = [codes[0]!, codes.at(-1)!];
  const unused = last - first + 1 - codes.length;
  if (unused === 0 || last - first >= MOST) return [];
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const skipped = all.filter((code) => !codes.includes(code));
  return notesWhen([true, "ratings/gap", { skipped: skipped.join(", "), used: codes.length }]);
}

function isNumber(label: string): boolean {
  return label.trim() !== "" && Number.isFinite(Number(label));
}

/** Numbers by size, texts by their letters: the order of the rows makes no difference. */
function sorted(labels: readonly string[]): string[] {
  const byText = [...labels].sort((a, b) => (a < b ? -1 : 1));
  return labels.every(isNumber) ? byText.sort((a, b) => Number(a) - Number(b)) : byText;
}
