import type { Field, MissingReasons, Table } from "./table.ts";

/** A table of some rows of another, by their places; place -1 gives a row of missing values. */
export function takeRows(table: Table, places: Int32Array): Table {
  const taken = { ...table, rows: places.length, fields: table.fields.map((field) => takeCells(field, places)) };
  return table.lines === undefined ? taken : { ...taken, lines: places.map((place) => table.lines![place] ?? 0) };
}

function takeCells(field: Field, places: Int32Array): Field {
  const reasons = field.reasons && { reasons: takeReasons(field.reasons, places) };
  if (field.kind === "number")
    return { ...field, values: Float64Array.from(places, (place) => field.values[place] ?? Number.NaN), ...reasons };
  return { ...field, ...takeLevels(field, places), ...reasons };
}

/** Levels that no longer occur are dropped, and the rest stand in order of first appearance again. */
function takeLevels({ codes, levels }: Field & { kind: "text" }, places: Int32Array) {
  const renumbered = new Int32Array(levels.length).fill(-1);
  const kept: string[] = [];
  const taken = places.map((place) => {
    const code = codes[place] ?? -1;
    if (code >= 0 && renumbered[code]! < 0) renumbered[code] = kept.push(levels[code]!) - 1;
    return code < 0 ? -1 : renumbered[code]!;
  });
  return { codes: taken, levels: kept };
}

function takeReasons({ codes, labels }: MissingReasons, places: Int32Array): MissingReasons {
  return { codes: Uint8Array.from(places, (place) => codes[place] ?? 0), labels };
}
