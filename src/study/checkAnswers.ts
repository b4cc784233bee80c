import type { Problem } from "../foundation/errors.ts";
import { placeOf } from "../table/fields.ts";
import type { Table } from "../table/table.ts";
import { type ColumnRule, columnRule, columnValues, isPossible } from "./columnValues.ts";
import type { StudyFile } from "./studyFile.ts";

/** How many problems of one kind in one column are told one by one. */
const MOST_TOLD = 5;

type Tables = Readonly<Record<string, Table>>;

/** Text among numbers, and answers that cannot be given, in every column of an item or outcome. */
export function checkAnswers(study: StudyFile, tables: Tables): Problem[] {
  const sections = ["items", "outcomes"] as const;
  return sections.flatMap((section) =>
    Object.keys(study[section]).flatMap((name) => {
      const rule = columnRule(study, section, name);
      return rule ? columnProblems(tables, rule) : [];
    }),
  );
}

function columnProblems(tables: Tables, rule: ColumnRule): Problem[] {
  const table = tables[rule.data];
  if (!table?.fields.some(({ name }) => name === rule.column)) return [];
  const { values, notNumbers } = columnValues(table, rule);
  const impossible = [...values.keys()].filter((row) => !isPossible(values[row]!, rule));
  return [
    ...textProblem(table, rule.column, notNumbers),
    ...capped(impossible.map((row) => impossibleAnswer(table, rule, row))),
  ];
}

function textProblem(table: Table, column: string, rows: readonly number[]): Problem[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [{ code: "study/text-cells", values: { count: rows.length }, location: placeOf(table, first, column) }];
}

function impossibleAnswer(table: Table, rule: ColumnRule, row: number): Problem {
  const location = placeOf(table, row, rule.column);
  if (!rule.whole) return { code: "data/outside-range", values: rangeOf(rule), location };
  return { code: "data/not-a-code", values: { expected: expectedAnswers(rule) }, location };
}

/** At most five problems of one kind in one column, and then how many more. */
export function capped(problems: readonly Problem[]): Problem[] {
  const told = problems.slice(0, MOST_TOLD);
  const more = problems.length - told.length;
  if (more === 0) return told;
  const { source, column } = problems[0]!.location!;
  return [...told, { code: "study/more", values: { more }, location: { source: source!, column: column! } }];
}

function rangeOf({ minimum, maximum }: ColumnRule) {
  return {
    minimum: Number.isFinite(minimum) ? minimum : "-∞",
    maximum: Number.isFinite(maximum) ? maximum : "∞",
  };
}

function expectedAnswers({ minimum, maximum, missing }: ColumnRule): string {
  return [`${minimum}-${maximum}`, ...missing].join(", ");
}
