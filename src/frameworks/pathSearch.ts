import type { Link, LinkStatus, Mappings, Relation } from "./link.ts";

/** One link of a path, in the direction in which it is walked; `reversed` when the link was written the other way. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly reversed: boolean;
  readonly status: LinkStatus;
  readonly document: string | null;
  readonly locate: string | null;
  readonly conflict: boolean;
}

/** A way from a component to one of another theory. */
export interface Candidate {
  readonly component: string;
  /** `inferred` when one of its links is. */
  readonly status: LinkStatus;
  /** false when a link only says that two components overlap. */
  readonly member: boolean;
  readonly path: readonly Step[];
}

/** Who is a member of whom: what is measured by `from` is also measured by `to`. */
const FORWARD: ReadonlySet<Relation> = new Set(["same", "narrower", "elaborates", "overlaps"]);
const BACKWARD: ReadonlySet<Relation> = new Set(["same", "broader", "overlaps"]);

/** The steps that lead on from every component; other relations never map. */
export type Steps = ReadonlyMap<string, readonly Step[]>;

/** Links as steps: membership, and overlaps in both directions. */
export function stepsOf(links: readonly Link[]): Steps {
  const steps = new Map<string, Step[]>();
  const add = (step: Step) => steps.set(step.from, [...(steps.get(step.from) ?? []), step]);
  for (const { note: _, ...link } of links) {
    if (FORWARD.has(link.relation)) add({ ...link, reversed: false });
    if (BACKWARD.has(link.relation)) add({ ...link, from: link.to, to: link.from, reversed: true });
  }
  return steps;
}

interface Walk {
  readonly at: string;
  readonly inferred: number;
  readonly overlaps: number;
  readonly path: readonly Step[];
}

/**
 * The nearest components of a theory that can be reached from a component, breadth first: all that lie at the shortest
 * distance, with at most one inferred link and at most one overlap on a path, and never back into the own theory.
 * @param steps the links, as stepsOf gives them
 * @param from where to start, `framework/component`
 * @param framework where to arrive
 * @param allowed which links may be walked; whether overlaps may
 * @returns per component the surest of its shortest paths; empty when there is none
 */
export function nearest(
  steps: Steps,
  from: string,
  framework: string,
  allowed: { readonly mappings: Mappings; readonly overlaps: boolean },
): Candidate[] {
  const own = frameworkOf(from);
  const seen = new Set([key({ at: from, inferred: 0, overlaps: 0, path: [] })]);
  let walks: Walk[] = [{ at: from, inferred: 0, overlaps: 0, path: [] }];
  while (walks.length > 0) {
    const next: Walk[] = [];
    for (const walk of walks.flatMap((one) => walkedOn(one, steps, allowed))) {
      if (frameworkOf(walk.at) === own || seen.has(key(walk))) continue;
      seen.add(key(walk));
      next.push(walk);
    }
    const arrived = next.filter(({ at }) => frameworkOf(at) === framework);
    if (arrived.length > 0) return surest(arrived);
    walks = next;
  }
  return [];
}

function walkedOn(walk: Walk, steps: Steps, { mappings, overlaps }: { mappings: Mappings; overlaps: boolean }): Walk[] {
  return (steps.get(walk.at) ?? []).flatMap((step) => {
    const inferred = walk.inferred + (step.status === "inferred" ? 1 : 0);
    const overlapping = walk.overlaps + (step.relation === "overlaps" ? 1 : 0);
    const open = inferred <= (mappings === "all" ? 1 : 0) && overlapping <= (overlaps ? 1 : 0);
    return open ? [{ at: step.to, inferred, overlaps: overlapping, path: [...walk.path, step] }] : [];
  });
}

/** One candidate per component: membership before overlap, stated before inferred. */
function surest(arrived: readonly Walk[]): Candidate[] {
  const ordered = [...arrived].sort((a, b) => a.overlaps - b.overlaps || a.inferred - b.inferred);
  const found = new Map<string, Candidate>();
  for (const { at, inferred, overlaps, path } of ordered) {
    if (found.has(at)) continue;
    found.set(at, { component: at, status: inferred > 0 ? "inferred" : "stated", member: overlaps === 0, path });
  }
  return [...found.values()];
}

export function frameworkOf(component: string): string {
  return component.slice(0, component.indexOf("/"));
}

function key({ at, inferred, overlaps }: Walk): string {
  return `${at} ${inferred} ${overlaps}`;
}
