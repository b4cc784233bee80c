import { knownComponent, liesWithin } from "../frameworks/components.ts";
import type { Mappings } from "../frameworks/link.ts";
import { type JointMapping, mapComponents } from "../frameworks/mapComponent.ts";
import type { Step } from "../frameworks/pathSearch.ts";

/** How a measure comes to fall under a component; `path` is empty within one theory. */
export interface ComponentMatch {
  readonly component: string;
  readonly outcome: "own" | "stated" | "inferred";
  readonly path: readonly Step[];
}

/**
 * Whether what measures some components measures a certain one: through the crosswalk it falls under that component,
 * or under a part of it.
 * @returns null when it does not for sure, so also when that is ambiguous
 * @example matchOf(["fan_chen/expectations"], "hill_tyson/home_based", "all") // null
 */
export function matchOf(components: readonly string[], under: string, mappings: Mappings): ComponentMatch | null {
  const { target, outcome, path } = mapComponents(components, knownComponent(under).framework, { mappings });
  if (target === null || outcome === "ambiguous" || outcome === "unmapped") return null;
  const whole = knownComponent(under).id;
  return target === whole || liesWithin(target, whole) ? { component: whole, outcome, path } : null;
}

/** A theory in which the literature has figures, but under whose components a measure does not fall for sure. */
export interface Elsewhere {
  readonly framework: string;
  readonly outcome: "ambiguous" | "unmapped";
  readonly candidates: readonly string[];
}

/** Where what measures some components does not fall for sure, among some theories. */
export function elsewhereOf(
  components: readonly string[],
  frameworks: readonly string[],
  mappings: Mappings,
): Elsewhere[] {
  return frameworks
    .map((id) => mapComponents(components, id, { mappings }))
    .filter((mapping): mapping is JointMapping & { outcome: "ambiguous" | "unmapped" } => mapping.target === null)
    .map(({ framework, outcome, candidates }) => ({
      framework,
      outcome,
      candidates: candidates.map((one) => one.component),
    }));
}
