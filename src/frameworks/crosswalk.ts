import { framework } from "./frameworks.ts";
import type { Link, Mappings } from "./link.ts";
import { links, type Mapping, type MappingOptions, mapComponent } from "./mapComponent.ts";
import { frameworkOf } from "./pathSearch.ts";

/** Two theories side by side. */
export interface Crosswalk {
  readonly from: string;
  readonly to: string;
  readonly mappings: Mappings;
  /** Every component of the first under the second. */
  readonly forward: readonly Mapping[];
  /** Every component of the second under the first. */
  readonly backward: readonly Mapping[];
  /** The links between the two themselves, of every relation and either direction, as the data have them. */
  readonly links: readonly Link[];
}

/**
 * Two theories held against each other, in both directions: which component falls under which, by which path, how
 * sure, and what cannot be said.
 * @param from a theory, such as "lusse2013"
 * @param to another
 * @param given `mappings`: "stated" or "all" (default)
 * @throws framework/unknown with what was probably meant
 * @example crosswalk("epstein6", "lusse2013").forward.map(({ target }) => target)[1] // "lusse2013/cooperation"
 */
export function crosswalk(from: string, to: string, given: MappingOptions = {}): Crosswalk {
  const forward = mapAll(from, to, given);
  const ends = [framework(from).id, framework(to).id];
  return {
    from,
    to,
    mappings: given.mappings ?? "all",
    forward,
    backward: mapAll(to, from, given),
    links: links().filter(
      (link) =>
        (given.mappings !== "stated" || link.status === "stated") &&
        ends.includes(frameworkOf(link.from)) &&
        ends.includes(frameworkOf(link.to)),
    ),
  };
}

function mapAll(from: string, to: string, given: MappingOptions): Mapping[] {
  return framework(from).components.map(({ id }) => mapComponent(`${from}/${id}`, to, given));
}

/** What became of a list of codes under another theory. */
export interface MappedCodes {
  /** Per code the component it falls under; null when it cannot be said. */
  readonly targets: readonly (string | null)[];
  /** Every different code once, with how it was mapped. */
  readonly codes: readonly Mapping[];
}

/**
 * The codes of a sheet, one component per effect size, read under another theory: what cannot be mapped is null and
 * listed, so that effects can be pooled by that theory's components.
 * @param codes component ids, one per effect; null where none was coded
 * @param frameworkId the theory to read them under
 * @param given `mappings`: "stated" or "all" (default)
 * @throws framework/unknown, framework/unknown-component with what was probably meant
 * @example mapCodes(["fan_chen/expectations", null], "hill_tyson").targets // ["hill_tyson/academic_socialization", null]
 */
export function mapCodes(
  codes: readonly (string | null)[],
  frameworkId: string,
  given: MappingOptions = {},
): MappedCodes {
  const different = [...new Set(codes)].filter((code) => code !== null);
  const found = new Map(different.map((code) => [code, mapComponent(code, frameworkId, given)]));
  return {
    targets: codes.map((code) => (code === null ? null : (found.get(code)?.target ?? null))),
    codes: [...found.values()],
  };
}
