import { existsSync, readFileSync } from "node:fs";
import type { Text } from "../foundation/phrases.ts";
import { loadCard, STATISTIC_NAMES, type StatisticName } from "../results/registry.ts";

export interface StatisticEntry {
  readonly name: string;
  readonly summary: Text;
}

const INDEX = new URL("./statisticIndex.json", import.meta.url);

/** cronbachAlpha is the command cronbach-alpha; a single letter such as F stays as it is. */
export function commandNameOf(kind: string): string {
  return kind.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function statisticNameOf(command: string): StatisticName | undefined {
  return STATISTIC_NAMES.find((kind) => commandNameOf(kind) === command);
}

/** What the help says of each statistic: from the index made at build, or from the cards where there is none. */
export async function readStatisticIndex(): Promise<StatisticEntry[]> {
  if (existsSync(INDEX)) return JSON.parse(readFileSync(INDEX, "utf8")) as StatisticEntry[];
  return makeStatisticIndex();
}

/** The index from the cards themselves. */
export async function makeStatisticIndex(): Promise<StatisticEntry[]> {
  const cards = await Promise.all(STATISTIC_NAMES.map(loadCard));
  return cards.map(({ kind, summary }) => ({ name: commandNameOf(kind), summary }));
}
