import { populationValues } from "./populationValues.ts";
import type { StudyDesign } from "./studyDesign.ts";

const ABOUT = [
  "SYNTHETIC. The true values of the simulated example study; no parent, teacher or school in it exists.",
  "design: what the simulation was told. Every latent variable is standard normal; latent correlations are the same between and within schools; an answer is the lowest answer plus the number of thresholds that its latent variable passes, in steps; answers are left out at random.",
  "population: what an infinite sample with complete answers would give for the scores as they are (means of answers in steps), computed from bivariate normal probabilities, not simulated. total: over everyone; within: deviations from true school means; between: true school means.",
];

/** Digits that do not depend on the machine. */
const DECIMALS = 6;

/**
 * A simulated study's design and true values, as a document to put beside its data.
 * @param seed the seed its data were made with
 * @returns JSON text, the same on every machine
 */
export function populationDocument(seed: number, design: StudyDesign): string {
  const document = { synthetic: true, about: ABOUT, seed, design, population: populationValues(design) };
  const text = JSON.stringify(document, (_, value) => (typeof value === "number" ? rounded(value) : value), 2);
  return `${withShortLists(text)}\n`;
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

/** Lists of numbers, and pairs of names with a number, on one line each. */
function withShortLists(text: string): string {
  return text.replace(/\[\s+((?:-?[\d.]+|"\w+")(?:,\s+(?:-?[\d.]+|"\w+"))*)\s+\]/g, (_, inside: string) => {
    return `[${inside.replace(/\s+/g, " ")}]`;
  });
}
