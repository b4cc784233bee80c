import type { Table } from "../table/table.ts";
import { columnRule, columnValues } from "./columnValues.ts";
import type { StudyFile } from "./studyFile.ts";

/**
 * An item as it is scored: codes read, declared missing codes missing, reversed against the declared bounds where the
 * study file says so. Undefined when its column is not there.
 */
export function itemValues(
  study: StudyFile,
  tables: Readonly<Record<string, Table>>,
  item: string,
): Float64Array | undefined {
  const rule = columnRule(study, "items", item);
  const table = rule ? tables[rule.data] : undefined;
  if (!rule || !table?.fields.some(({ name }) => name === rule.column)) return undefined;
  const { values } = columnValues(table, rule);
  return study.items[item]!.reversed ? values.map((value) => rule.minimum + rule.maximum - value) : values;
}
