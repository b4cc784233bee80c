import { refuse } from "../foundation/errors.ts";
import type { CodedStudies } from "../study/codedPlacement.ts";
import type { PlaceOptions } from "../study/placeInLiterature.ts";
import type { Call, Flag } from "./command.ts";
import { loadSheet } from "./loadSheet.ts";
import { mappingsOf } from "./mappingsFlag.ts";

/** How a study is set beside the literature. */
export const LITERATURE_FLAGS: Readonly<Record<string, Flag>> = {
  literature: {
    type: "boolean",
    help: {
      en: "set the study beside published figures, and beside the coded studies of a sheet named after it",
      nl: "zet het onderzoek naast gepubliceerde cijfers, en naast de gecodeerde studies van een blad dat erachter staat",
    },
  },
  attenuation: {
    type: "string",
    value: "none|x|y|both",
    fallback: "none",
    help: {
      en: "compare r as corrected for the unreliability of x, y or both",
      nl: "vergelijk r zoals gecorrigeerd voor de onbetrouwbaarheid van x, y of beide",
    },
  },
  outcome: {
    type: "string",
    value: "name",
    help: { en: "only the coded studies on this outcome", nl: "alleen de gecodeerde studies naar deze uitkomst" },
  },
};

const SIDES = ["none", "x", "y", "both"] as const;

/** Whether a call asks for the literature: by the flag, or by naming a coded sheet. */
export function wantsLiterature({ flags, words }: Call): boolean {
  return flags.literature === true || words[1] !== undefined;
}

/** What to set beside the study, with the coded sheet where the call names one. */
export async function placeOptions(call: Call): Promise<PlaceOptions> {
  const given = call.flags.attenuation ?? "none";
  const attenuation =
    SIDES.find((side) => side === given) ??
    refuse("usage/flag-value", { flag: "--attenuation", expected: SIDES.join("|") });
  const coded = await codedStudies(call);
  return { mappings: mappingsOf(call), attenuation, ...(coded ? { coded } : {}) };
}

/** A bare file may have a column component beside those of a sheet without a description. */
async function codedStudies(call: Call): Promise<CodedStudies | undefined> {
  const path = call.words[1];
  if (path === undefined) return undefined;
  const { sheet, table } = await loadSheet({ ...call, words: [path], flags: {} });
  const named = sheet.component === undefined && table.fields.some(({ name }) => name === "component");
  const { outcome } = call.flags;
  return {
    sheet: named ? { ...sheet, component: "component" } : sheet,
    table,
    ...(typeof outcome === "string" ? { outcome } : {}),
  };
}
