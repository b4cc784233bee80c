import { z } from "zod";
import crosswalkData from "../../data/frameworks/crosswalk.json" with { type: "json" };
import { described, type Given, resolve } from "../foundation/options.ts";
import { componentIds, knownComponent, liesWithin } from "./components.ts";
import { framework } from "./frameworks.ts";
import { crosswalkFile, type Link, type Mappings } from "./link.ts";
import { type Candidate, frameworkOf, nearest, type Step, type Steps, stepsOf } from "./pathSearch.ts";

/** Which links may carry a component from one theory to another. */
export const mappingOptions = z.strictObject({
  mappings: described(z.enum(["stated", "all"]).default("all"), {
    en: "links that a source states, or also those inferred by this project (at most one a path)",
    nl: "verbanden die een bron noemt, of ook afgeleide (hoogstens één per pad)",
  }),
});

export type MappingOptions = Given<typeof mappingOptions>;

/**
 * How it stands with a component under another theory: `own` when it is a component of that theory itself; `stated` or
 * `inferred` when it falls under one component; `ambiguous` when it may fall under several or only overlaps;
 * `unmapped` when no link leads there.
 */
export type Outcome = "own" | "stated" | "inferred" | "ambiguous" | "unmapped";

/** Where a component falls under another theory. */
export interface Mapping {
  readonly component: string;
  readonly framework: string;
  readonly mappings: Mappings;
  readonly outcome: Outcome;
  /** The component of that theory under which it falls; null when ambiguous or unmapped. */
  readonly target: string | null;
  /** The links that lead to the target. */
  readonly path: readonly Step[];
  /** What it may fall under, when that is ambiguous. */
  readonly candidates: readonly Candidate[];
  /** Components of that theory that lie within this one: shown, but a part never stands for the whole. */
  readonly parts: readonly string[];
}

let read: { readonly links: readonly Link[]; readonly steps: Steps } | undefined;

function crosswalkOnce() {
  if (!read) {
    const { links } = crosswalkFile.parse(crosswalkData);
    read = { links, steps: stepsOf(links) };
  }
  return read;
}

/** All links between components of different theories, stated and inferred. */
export function links(): readonly Link[] {
  return crosswalkOnce().links;
}

/**
 * Under which component of another theory a component falls. Only membership carries over: `same`, `narrower`,
 * `elaborates` and the reverse of `broader`; paths may run through other theories, the shortest counts. `overlaps`
 * leaves it ambiguous, other relations never map, and at most one link of a path is inferred. Nothing is guessed.
 * @param id `framework/component` (a dot will do for the slash)
 * @param frameworkId the theory to read it under
 * @param given `mappings`: "stated" or "all" (default)
 * @returns the outcome, its target and path, the candidates when it is ambiguous
 * @throws framework/unknown, framework/unknown-component with what was probably meant
 * @example mapComponent("fan_chen/expectations", "hill_tyson").target // "hill_tyson/academic_socialization"
 */
export function mapComponent(id: string, frameworkId: string, given: MappingOptions = {}): Mapping {
  const { mappings } = resolve(mappingOptions, given);
  const from = knownComponent(id).id;
  const to = framework(frameworkId).id;
  return mappingBy(crosswalkOnce().steps, { from, to, mappings, parts: partsOf(from, to, mappings) });
}

/** Where something that measures one or more components falls under another theory. */
export type JointMapping = Omit<Mapping, "component"> & { readonly components: readonly string[] };

const SUREST = ["own", "stated", "inferred"] as const;

/**
 * Under which component of another theory something falls that measures several: under the one that all of them fall
 * under, as sure as the least sure of them; ambiguous when they fall under several or some fall nowhere, for then a
 * part of it would stand for the whole.
 * @param ids one or more `framework/component`
 * @param frameworkId the theory to read them under
 * @param given `mappings`: "stated" or "all" (default)
 * @throws framework/unknown, framework/unknown-component with what was probably meant
 * @example mapComponents(["fan_chen/communication", "fan_chen/supervision"], "fan_chen").outcome // "ambiguous"
 */
export function mapComponents(ids: readonly string[], frameworkId: string, given: MappingOptions = {}): JointMapping {
  const all = ids.map((id) => mapComponent(id, frameworkId, given));
  const components = all.map(({ component }) => component);
  const parts = [...new Set(all.flatMap((one) => one.parts))];
  const sameTarget = all[0]!.target !== null && all.every(({ target }) => target === all[0]!.target);
  const { component: _, ...least } = all.toSorted((a, b) => certaintyOf(b) - certaintyOf(a))[0]!;
  if (sameTarget || all.length === 1) return { ...least, components, parts };
  const candidates = all.flatMap(candidatesOf);
  const differing = candidates.filter(
    (one, i) => candidates.findIndex(({ component }) => component === one.component) === i,
  );
  const outcome = differing.length === 0 ? "unmapped" : "ambiguous";
  return { ...least, components, parts, outcome, target: null, path: [], candidates: differing };
}

function certaintyOf({ outcome }: Mapping): number {
  const place = SUREST.indexOf(outcome as (typeof SUREST)[number]);
  return place === -1 ? SUREST.length : place;
}

function candidatesOf({ target, outcome, path, candidates }: Mapping): readonly Candidate[] {
  if (target === null) return candidates;
  return [{ component: target, status: outcome === "inferred" ? "inferred" : "stated", member: true, path }];
}

interface Question {
  readonly from: string;
  readonly to: string;
  readonly mappings: Mappings;
  readonly parts: readonly string[];
}

/** The rule itself, over any set of links. */
export function mappingBy(steps: Steps, { from, to, mappings, parts }: Question, within = liesWithin): Mapping {
  const head = { component: from, framework: to, mappings, target: null, path: [], candidates: [], parts };
  if (frameworkOf(from) === to) return { ...head, outcome: "own", target: from, parts: [] };
  const members = innermost(nearest(steps, from, to, { mappings, overlaps: false }), within);
  const any = nearest(steps, from, to, { mappings, overlaps: true });
  const nearer = any.filter((one) => !one.member && length(any) < length(members));
  if (members.length === 1 && nearer.every((one) => one.component === members[0]!.component)) {
    const [{ component, status, path }] = members as [Candidate];
    return { ...head, outcome: status, target: component, path };
  }
  const candidates = members.length === 0 ? innermost(any, within) : [...members, ...nearer];
  return { ...head, outcome: candidates.length === 0 ? "unmapped" : "ambiguous", candidates };
}

function length(candidates: readonly Candidate[]): number {
  return candidates[0]?.path.length ?? Number.POSITIVE_INFINITY;
}

/** What falls under a part falls under the whole: the part says more. */
function innermost(candidates: readonly Candidate[], within: typeof liesWithin): Candidate[] {
  return candidates.filter(
    (one) => !candidates.some((other) => other.member === one.member && within(other.component, one.component)),
  );
}

/** The components of a theory that fall under this one by a single link. */
function partsOf(id: string, frameworkId: string, mappings: Mappings): string[] {
  return componentIds(frameworkId).filter((candidate) =>
    (crosswalkOnce().steps.get(candidate) ?? []).some(
      (step) =>
        step.to === id &&
        step.relation !== "overlaps" &&
        step.relation !== "same" &&
        (mappings === "all" || step.status === "stated"),
    ),
  );
}
