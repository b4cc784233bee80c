import type { Finding } from "./finding.ts";
import { OWN_MODERATORS } from "./sheetFormat.ts";

/**
 * What does not fit together inside the description of a coded sheet: keys that need another, names used twice.
 * @param sheet the description as it was written, so that it can be looked at also where its shape is not right yet
 */
export function sheetFindings(sheet: unknown): Finding[] {
  if (!isRecord(sheet)) return [];
  return [
    ...needed(isRecord(sheet.outcomes) && Object.keys(sheet.outcomes).length > 0, sheet, "outcomes", "outcome"),
    ...needed(sheet.coder !== undefined, sheet, "coder", "effect"),
    ...needed(sheet.useCoder !== undefined, sheet, "useCoder", "coder"),
    ...twice(sheet),
  ];
}

function needed(given: boolean, sheet: Record<string, unknown>, key: string, other: string): Finding[] {
  const lacks = given && sheet[other] === undefined;
  return lacks ? [{ path: [key], code: "coded/needs-key", values: { key, needed: other } }] : [];
}

/** component, dimension and outcome are moderators of their own where the sheet has them. */
function twice({ moderators, ...sheet }: Record<string, unknown>): Finding[] {
  if (!isRecord(moderators)) return [];
  return OWN_MODERATORS.filter((name) => sheet[name] !== undefined && Object.hasOwn(moderators, name)).map((name) => ({
    path: ["moderators", name],
    code: "study/duplicate-name",
    values: { name, first: name, second: "moderators" },
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
