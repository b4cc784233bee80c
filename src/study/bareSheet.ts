import type { Language } from "../foundation/phrases.ts";
import type { Table } from "../table/table.ts";
import type { SheetColumns } from "./sheetFormat.ts";

/** Which column is what, where it does not bear the usual name. */
export interface ColumnNames {
  readonly r?: string;
  readonly n?: string;
  readonly study?: string;
  readonly effect?: string;
}

/**
 * A data file without a description as a coded sheet: columns r and n, and study, sample, effect, dimension and
 * outcome where there are columns of these names.
 * @param table the data, as read
 * @param names of the columns that are called otherwise
 * @example bareSheet({ source: "x.csv", rows: 0, fields: [] }, { r: "correlation" }, "en").r // "correlation"
 */
export function bareSheet(table: Table, names: ColumnNames, language: Language): SheetColumns {
  const ifThere = (key: "study" | "sample" | "effect" | "dimension" | "outcome") => {
    const own = key === "study" || key === "effect" ? names[key] : undefined;
    const column = own ?? key;
    return own !== undefined || table.fields.some(({ name }) => name === column) ? { [key]: column } : {};
  };
  return {
    betrokken: 1,
    title: { nl: table.source, en: table.source },
    language,
    file: table.source,
    r: names.r ?? "r",
    n: names.n ?? "n",
    ...ifThere("study"),
    ...ifThere("sample"),
    ...ifThere("effect"),
    ...ifThere("dimension"),
    ...ifThere("outcome"),
    outcomes: {},
    moderators: {},
    turnSigns: false,
  };
}
