import type { Finding } from "./finding.ts";
import { type CodedSheet, OWN_MODERATORS } from "./sheetFormat.ts";

/** What does not fit together inside the description of a coded sheet: keys that need another, names used twice. */
export function sheetFindings(sheet: CodedSheet): Finding[] {
  return [
    ...needed(Object.keys(sheet.outcomes).length > 0 && sheet.outcome === undefined, "outcomes", "outcome"),
    ...needed(sheet.coder !== undefined && sheet.effect === undefined, "coder", "effect"),
    ...needed(sheet.useCoder !== undefined && sheet.coder === undefined, "useCoder", "coder"),
    ...twice(sheet),
  ];
}

function needed(lacks: boolean, key: string, other: string): Finding[] {
  return lacks ? [{ path: [key], code: "coded/needs-key", values: { key, needed: other } }] : [];
}

/** component, dimension and outcome are moderators of their own where the sheet has them. */
function twice({ moderators, ...sheet }: CodedSheet): Finding[] {
  return OWN_MODERATORS.filter((name) => sheet[name] !== undefined && Object.hasOwn(moderators, name)).map((name) => ({
    path: ["moderators", name],
    code: "study/duplicate-name",
    values: { name, first: name, second: "moderators" },
  }));
}
