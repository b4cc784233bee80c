import type { Language } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { knownComponent } from "./components.ts";
import type { Crosswalk } from "./crosswalk.ts";
import { framework } from "./frameworks.ts";
import type { Mapping } from "./mapComponent.ts";

/** Rows of a chart with the labels of the names in them. */
export interface LabelledRows {
  readonly rows: readonly Row[];
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * One theory held against others, as rows for crosswalkMatrix: `term` a component of the first, `with` one of another
 * (`group`), `relation` narrower, broader, same or overlaps, `mapping` how sure; a pair without a link has no relation.
 */
export function crosswalkChartRows(walks: readonly Crosswalk[], language: Language): LabelledRows {
  const rows = walks.flatMap((walk) => {
    const across = framework(walk.to).components.map(({ id }) => `${walk.to}/${id}`);
    return walk.forward.flatMap((mapping) =>
      across.map((other): Row => {
        const back = walk.backward.find(({ component }) => component === other)!;
        return { term: mapping.component, with: other, group: walk.to, ...pairOf(mapping, back) };
      }),
    );
  });
  const ids = new Set(rows.flatMap((row) => [String(row.term), String(row.with)]));
  const labels = Object.fromEntries([...ids].map((id) => [id, knownComponent(id).label[language]]));
  const theories = Object.fromEntries(walks.map(({ to }) => [to, framework(to).label[language]]));
  return { rows, labels: { ...labels, ...theories } };
}

/** How two components stand to each other by what either falls under. */
function pairOf(there: Mapping, back: Mapping): Row {
  const falls = there.target === back.component ? there.outcome : null;
  const holds = back.target === there.component ? back.outcome : null;
  if (falls !== null || holds !== null) {
    const relation = falls === null ? "broader" : holds === null ? "narrower" : "same";
    return { relation, mapping: falls ?? holds };
  }
  const open =
    there.candidates.some(({ component }) => component === back.component) ||
    back.candidates.some(({ component }) => component === there.component);
  return open ? { relation: "overlaps", mapping: "ambiguous" } : { relation: null, mapping: "unmapped" };
}
