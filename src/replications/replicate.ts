import { refuse } from "../foundation/errors.ts";
import type { Language } from "../foundation/phrases.ts";
import { besd } from "./besd.ts";
import { fanChenLusse } from "./fanChenLusse.ts";
import { hillTyson2009 } from "./hillTyson2009.ts";
import { perryPreschool } from "./perryPreschool.ts";
import { raudenbush1985 } from "./raudenbush1985.ts";
import type { Replication } from "./replication.ts";

/** Published analyses that can be re-run, by id. */
export const REPLICATIONS: Readonly<Record<string, (language: Language) => Replication>> = {
  fan_chen_lusse: fanChenLusse,
  raudenbush1985,
  besd,
  hill_tyson_2009: hillTyson2009,
  perry_preschool: perryPreschool,
};

/**
 * Re-runs a published analysis.
 * @throws replication/unknown with the ids there are
 * @example replicate("raudenbush1985", "en").tables[0].rows[0].published // 35.85
 */
export function replicate(id: string, language: Language): Replication {
  const run = REPLICATIONS[id] ?? refuse("replication/unknown", { id, known: Object.keys(REPLICATIONS).join(", ") });
  return run(language);
}
