import { refuse } from "../foundation/errors.ts";
import type { Mappings } from "../frameworks/link.ts";
import type { Call, Flag } from "./command.ts";

/** Which links between theories count. */
export const MAPPINGS_FLAG: Readonly<Record<string, Flag>> = {
  mappings: {
    type: "string",
    value: "stated|all",
    fallback: "all",
    help: {
      en: "links that a source states, or also inferred ones (at most one a path)",
      nl: "verbanden die een bron vermeldt, of ook afgeleide (hoogstens één per pad)",
    },
  },
};

/** What `--mappings` says. */
export function mappingsOf({ flags }: Call): Mappings {
  const given = flags.mappings ?? "all";
  return given === "stated" || given === "all"
    ? given
    : refuse("usage/flag-value", { flag: "--mappings", expected: "stated|all" });
}
