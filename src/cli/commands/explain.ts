import { DIFFERENCE_FORMULAS } from "../../effects/convertRow.ts";
import { refuse } from "../../foundation/errors.ts";
import { type Language, sentence } from "../../foundation/phrases.ts";
import type { Row } from "../../foundation/row.ts";
import { apaTable } from "../../report/apaTable.ts";
import { type ExplainedRow, type ExplainedStep, explainRow } from "../../study/explainRow.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { loadSheet, SHEET_FLAGS } from "../loadSheet.ts";
import { printTables } from "../printTables.ts";

export const explainCommand: Command = {
  name: "explain",
  summary: {
    en: "How the effect of one row of a coded sheet came about: from what was typed to r, z and its variance.",
    nl: "Hoe het effect van één rij van een codeerblad ontstond: van wat is ingevoerd naar r, z en zijn variantie.",
  },
  words: "<coded.csv|meta.yaml>",
  flags: {
    row: {
      type: "string",
      value: "number",
      help: { en: "the row, counting from 1 without the header", nl: "de rij, geteld vanaf 1 zonder de kop" },
    },
    difference: {
      type: "string",
      value: DIFFERENCE_FORMULAS.join("|"),
      fallback: "exact",
      help: { en: "how d becomes r", nl: "hoe d een r wordt" },
    },
    ...SHEET_FLAGS,
  },
  example: "betrokken explain coded.csv --row 3",
  printsResult: true,
  run: async (call) => {
    const { row, difference } = call.flags;
    if (typeof row !== "string") refuse("usage/flag-value", { flag: "--row", expected: "number" });
    const formula = DIFFERENCE_FORMULAS.find((one) => one === (difference ?? "exact"));
    if (!formula) refuse("option/invalid", { option: "difference", expected: DIFFERENCE_FORMULAS.join(" | ") });
    const { sheet, table } = await loadSheet(call);
    const explained = explainRow(sheet, table, Number(row), formula);
    if (call.format === "json") call.terminal.out(JSON.stringify(explained, null, 2));
    else if (call.format === "table") call.terminal.out(explainedText(explained, call.language));
    else await printSteps(explained, call);
    return EXIT.done;
  },
};

/** The derivation as lines to read. */
function explainedText(explained: ExplainedRow, language: Language): string {
  const { steps, typed, assumptions } = explained;
  const shown = typed.map(({ column, value }) => `${column} = ${inLanguage(String(value), language)}`).join(", ");
  return [
    heading(explained, language),
    sentence("explain-typed", { typed: shown }, language),
    ...steps.flatMap((step, i) => stepLines(step, i + 1, language)),
    ...assumptions.map((one) => sentence(`explain-${one.replaceAll(" ", "-") as Assumption}`, {}, language)),
  ].join("\n");
}

type Assumption = "equal-groups" | "logistic-trait" | "approximate" | "beyond-range" | "understated-variance";

function heading({ source, row, line, study }: ExplainedRow, language: Language): string {
  const values = { source, row, line: line ?? row, study: study ?? "" };
  const place = sentence(line === null ? "explain-place" : "explain-place-line", values, language);
  return study === null ? place : `${place}: ${study}`;
}

function stepLines(
  { what, formula, filled, value, source }: ExplainedStep,
  number: number,
  language: Language,
): string[] {
  const indent = "   ";
  return [
    `${number}. ${sentence(`explain-${what}`, {}, language)}${source === null ? "" : ` (${source})`}`,
    `${indent}${formula}`,
    ...(filled === formula ? [] : [`${indent}= ${inLanguage(filled, language)}`]),
    `${indent}= ${inLanguage(String(Number(value.toPrecision(10))), language)}`,
  ];
}

function inLanguage(text: string, language: Language): string {
  return language === "nl" ? text.replaceAll(/(\d)\.(\d)/g, "$1,$2") : text;
}

async function printSteps(explained: ExplainedRow, call: Call): Promise<void> {
  const { language } = call;
  const rows = explained.steps.map(
    ({ what, formula, value, source }): Row => ({
      ...{ term: sentence(`explain-${what}`, {}, language), method: formula, estimate: value, source },
    }),
  );
  const table = apaTable({
    title: heading(explained, language),
    columns: [{ column: "term" }, { column: "method" }, { column: "estimate", decimals: 6 }, { column: "source" }],
    rows,
    language,
  });
  await printTables([table], rows, call);
}
