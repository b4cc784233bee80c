import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { covariances, itemRest } from "../numeric/covariances.ts";
import { univariate } from "../numeric/univariate.ts";
import type { Table } from "../table/table.ts";
import { columnRule, columnValues } from "./columnValues.ts";
import { itemValues } from "./itemValues.ts";
import type { StudyFile } from "./studyFile.ts";

type Tables = Readonly<Record<string, Table>>;

/** Items and outcomes that nobody answered, or everybody in the same way: each once, however many scales it is in. */
export function columnNotes(study: StudyFile, tables: Tables): Note[] {
  const sections = ["items", "outcomes"] as const;
  return sections.flatMap((section) =>
    Object.keys(study[section]).flatMap((name) => {
      const rule = columnRule(study, section, name);
      const table = rule ? tables[rule.data] : undefined;
      if (!rule || !table?.fields.some((field) => field.name === rule.column)) return [];
      const { n, min, max } = univariate(columnValues(table, rule).values);
      return notesWhen(
        [n < 2 && table.rows > 1, "column/too-few", { column: name, n }],
        [n > 1 && min === max, "column/constant", { column: name }],
      );
    }),
  );
}

/** Doubts about scales: items that run against them, that count twice, that stand alone. */
export function itemNotes(study: StudyFile, tables: Tables): Note[] {
  return [...inTwoScales(study), ...Object.keys(study.scales).flatMap((name) => scaleNotes(study, tables, name))];
}

/** Scales that are sums of the same items, wholly or in part, are related because of it. */
function inTwoScales(study: StudyFile): Note[] {
  return Object.keys(study.items).flatMap((item) => {
    const scales = Object.keys(study.scales).filter((scale) => study.scales[scale]!.items.includes(item));
    return notesWhen([scales.length > 1, "study/item-in-two-scales", { item, scales: scales.join(", ") }]);
  });
}

function scaleNotes(study: StudyFile, tables: Tables, name: string): Note[] {
  const { items } = study.scales[name]!;
  if (items.length === 1) return [note("study/single-item", { scale: name })];
  const columns = items.map((item) => itemValues(study, tables, item));
  if (!columns.every((column) => column !== undefined)) return [];
  const moments = covariances(columns, "pairwise");
  return items.flatMap((item, j) => {
    const r = itemRest(moments.matrix, j);
    const code = study.items[item]!.reversed ? "item/negative-reversed" : "item/negative";
    return notesWhen([r < 0, code, { item, r }]);
  });
}
