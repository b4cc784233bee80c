import type { Location, Problem } from "../foundation/errors.ts";
import type { ErrorCode, Values } from "../foundation/phrases.ts";

/** Something wrong in a study file, by its path in the file; parsing adds the line. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly code: ErrorCode;
  readonly values: Values;
}

/** A finding as a problem: its path stands where a table has its column. */
export function problemOf({ path, code, values }: Finding, location: Location = {}): Problem {
  const column = path.map(String).join(".");
  const place = column === "" ? location : { ...location, column };
  return Object.keys(place).length === 0 ? { code, values } : { code, values, location: place };
}
