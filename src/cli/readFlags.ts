import { refuse } from "../foundation/errors.ts";
import { type Profile, SMALLEST_SHOWN } from "../results/disclosure.ts";
import type { Call, Flag } from "./command.ts";

/** How a data file is read, where it cannot be told from the file itself. */
export const READ_FLAGS: Readonly<Record<string, Flag>> = {
  delimiter: {
    type: "string",
    value: '";"|","|tab',
    help: { en: "what separates the columns", nl: "wat de kolommen scheidt" },
  },
  decimal: { type: "string", value: '","|"."', help: { en: "the decimal sign", nl: "het decimaalteken" } },
  codes: {
    type: "string",
    value: "99,n.v.t.",
    help: { en: "values that mean missing", nl: "waarden die ontbrekend betekenen" },
  },
};

export const DISCLOSURE_FLAG: Readonly<Record<string, Flag>> = {
  disclosure: {
    type: "string",
    value: "strict|school|public",
    fallback: "strict",
    help: {
      en: "how small groups are hidden in what is shown",
      nl: "hoe kleine groepen verborgen worden in wat getoond wordt",
    },
  },
};

/** The reading options of a call. */
export function readOptions({ flags }: Call) {
  const delimiter = flags.delimiter === "tab" ? "\t" : flags.delimiter;
  return {
    ...(typeof delimiter === "string" ? { delimiter } : {}),
    ...(typeof flags.decimal === "string" ? { decimal: flags.decimal as "," | "." } : {}),
    ...(typeof flags.codes === "string" ? { missing: flags.codes.split(",") } : {}),
  };
}

/** The disclosure profile of a call. */
export function profileOf({ flags }: Call): Profile {
  const given = flags.disclosure ?? "strict";
  const profile = (Object.keys(SMALLEST_SHOWN) as Profile[]).find((candidate) => candidate === given);
  return profile ?? refuse("usage/flag-value", { flag: "--disclosure", expected: "strict|school|public" });
}
