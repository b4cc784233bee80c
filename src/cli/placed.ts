import { BetrokkenError, type Problem } from "../foundation/errors.ts";
import { placeOf } from "../table/fields.ts";
import type { Table } from "../table/table.ts";

/**
 * Runs something on the columns of a table. What it refuses comes with the file, and for a row with its line.
 * @param columnOf which column of the file goes by a name
 * @throws what `run` throws, each problem in its place
 */
export function placed<R>(table: Table, columnOf: (name: string) => string, run: () => R): R {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof BetrokkenError) || isUsage(error)) throw error;
    const [first, ...rest] = error.problems.map((problem) => inFile(problem, table, columnOf));
    throw new BetrokkenError([first!, ...rest]);
  }
}

/** About the call, not about the data. */
function isUsage({ code }: BetrokkenError): boolean {
  return ["usage/", "option/", "input/"].some((area) => code.startsWith(area));
}

function inFile(problem: Problem, table: Table, columnOf: (name: string) => string): Problem {
  const { row, column, ...more } = problem.location ?? {};
  const place = row === undefined ? { source: table.source } : placeOf(table, row - 1);
  return { ...problem, location: { ...more, ...place, ...(column === undefined ? {} : { column: columnOf(column) }) } };
}
