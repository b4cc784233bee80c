import { refuse } from "../foundation/errors.ts";
import type { LiteratureQuery } from "../frameworks/literature.ts";
import type { Call } from "./command.ts";

const NAMES = ["component", "framework", "outcome", "sector", "measure", "mappings"] as const;

/** What the flags ask of the literature. */
export function inputOf({ flags }: Call): LiteratureQuery {
  const given = Object.fromEntries(
    NAMES.flatMap((name) => (typeof flags[name] === "string" ? [[name, flags[name]]] : [])),
  );
  if (typeof flags.age !== "string") return given;
  const age = Number(flags.age.replace(",", "."));
  if (!Number.isFinite(age)) refuse("usage/flag-value", { flag: "--age", expected: "0-30" });
  return { ...given, age };
}
