import type { Result } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import { loadCard } from "./registry.ts";

/** One row per term, item, pair or study of any result, also one that was saved and read back. */
export async function tidy(result: Result): Promise<Row[]> {
  const card = await loadCard(result.kind);
  return card.tidy(result as never);
}

/** One row for the whole result. */
export async function glance(result: Result): Promise<Row> {
  const card = await loadCard(result.kind);
  return card.glance(result as never);
}

/** One row per case, for the statistics that have something to say of each; else none. */
export async function augment(result: Result, data: unknown): Promise<Row[]> {
  const card = await loadCard(result.kind);
  return card.augment?.(result as never, data as never) ?? [];
}
