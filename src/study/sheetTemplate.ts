import { stringify } from "yaml";
import type { z } from "zod";
import { LANGUAGES, type Language, sentence } from "../foundation/phrases.ts";
import type { Cell } from "../foundation/row.ts";
import type { codedSheet } from "./sheetFormat.ts";

/** A first coded sheet: its rows, and the text of its description. */
export interface SheetTemplate {
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly description: string;
}

const SHEET = {
  file: "coded.csv",
  ...{ r: "r", n: "n", study: "study", sample: "sample", effect: "effect" },
  ...{ component: "component", dimension: "dimension", outcome: "outcome" },
  outcomes: {
    grades: { label: { nl: "cijfers", en: "grades" }, high: "better" },
    absence: { label: { nl: "verzuim", en: "absence" }, high: "worse" },
  },
  ...{ reliabilityX: "reliability_x", reliabilityY: "reliability_y", reversed: "reversed" },
  turnSigns: true,
  coder: "coder",
  moderators: {
    informant: {
      label: { nl: "Wie antwoordde", en: "Who answered" },
      labels: {
        parent: { nl: "ouder", en: "parent" },
        teacher: { nl: "leraar", en: "teacher" },
        pupil: { nl: "leerling", en: "pupil" },
      },
    },
    year: { kind: "number", label: { nl: "Jaar van publicatie", en: "Year of publication" } },
  },
} as const;

/**
 * A first coded sheet to fill in: a header with every column that a sheet may have, two example rows that say that they
 * are examples, and the description of the columns with comments.
 * @param language of the marks and the comments
 * @example sheetTemplate("en").rows.map(({ study }) => study) // ["EXAMPLE 1 (delete this row)", "EXAMPLE 2 (delete this row)"]
 */
export function sheetTemplate(language: Language): SheetTemplate {
  const head = sentence("sheet-head", {}, language)
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n");
  const title = sentence("sheet-title", {}, language);
  const description: z.input<typeof codedSheet> = { betrokken: 1, title, language, ...SHEET };
  return {
    rows: [
      {
        ...{ study: exampleStudy(1, language), sample: 1, effect: "e1", component: "fan_chen/expectations" },
        ...{ dimension: sentence("sheet-example-dimension", {}, language), outcome: "grades", r: 0.31, n: 148 },
        ...{ reliability_x: 0.82, reliability_y: 0.9, reversed: 0, coder: "AB", informant: "parent", year: 2019 },
      },
      {
        ...{ study: exampleStudy(2, language), sample: 1, effect: "e2", component: "fan_chen/supervision" },
        ...{ dimension: sentence("sheet-example-dimension", {}, language), outcome: "absence", r: -0.12, n: 96 },
        ...{ reliability_x: 0.75, reliability_y: null, reversed: 0, coder: "AB", informant: "teacher", year: 2022 },
      },
    ],
    description: `${head}\n\n${stringify(description, { lineWidth: 120, aliasDuplicateObjects: false })}`,
  };
}

function exampleStudy(number: number, language: Language): string {
  return sentence("sheet-example-study", { number }, language);
}

const EXAMPLE_STUDIES = LANGUAGES.flatMap((language) => [1, 2].map((number) => exampleStudy(number, language)));

/** Whether a study is one of the template's examples, which must not stay in a sheet. */
export function isExampleStudy(study: string | null): boolean {
  return study !== null && EXAMPLE_STUDIES.includes(study);
}
