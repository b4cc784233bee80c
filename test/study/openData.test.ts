import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { effectSizes } from "../../src/effects/effectSizes.ts";
import { readTable } from "../../src/sources/readTable.ts";
import { analyseStudy } from "../../src/study/analyseStudy.ts";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import { numbersOf, type Table } from "../../src/table/table.ts";
import { ROOT } from "../sourceFiles.ts";

/** Public data sets lie outside the project; where they are not, these tests say so and are skipped. */
const FOLDER = process.env.BETROKKEN_OPEN_DATA ?? join(ROOT, "..", "shared", "open_data");
const present = existsSync(FOLDER);
if (!present) console.info("open data are not here: their tests are skipped (BETROKKEN_OPEN_DATA names the folder)");

/** The total-level correlations of a study file on its data, by predictor. */
async function correlationsOf(name: string): Promise<Map<string, number | null>> {
  const study = parseStudyFile(readFileSync(join(ROOT, "data", "open", name, "study.yaml"), "utf8"), "study.yaml");
  const tables: Record<string, Table> = {};
  for (const [data, { file }] of Object.entries(study.data)) {
    tables[data] = (await readTable(join(FOLDER, name, file))).table;
  }
  const { correlations } = analyseStudy(study, tables);
  const pairs = correlations.filter(({ group }) => group === null).flatMap(({ result }) => result.pairs);
  return new Map(pairs.map(({ x, r }) => [x, r]));
}

describe.skipIf(!present)("agrees with the reference correlations", () => {
  test("NHES 2016: grades with involvement at school .23, at home and outings .12, days of homework help -.06", async () => {
    const r = await correlationsOf("nhes-pfi-2016");
    const values = ["school_event", "school_volunteer", "homework_help_days_0to4"].map((name) =>
      r.get(name)?.toFixed(3),
    );
    expect(values[0]).toBe("0.202");
    expect(values[1]).toBe("0.201");
    const [school, , , homeAndOutings] = [...r.values()];
    expect(school?.toFixed(2)).toBe("0.23");
    expect(homeAndOutings?.toFixed(2)).toBe("0.12");
    expect([...r.values()].some((value) => value?.toFixed(2) === "-0.06")).toBe(true);
  });

  test("UCI Student Performance: final grade with mother's education .217 and with the wish for higher education .182", async () => {
    const r = [...(await correlationsOf("uci-student")).values()].map((value) => value?.toFixed(3));
    expect(r[0]).toBe("0.217");
    expect(r).toContain("0.182");
    expect(r).toContain("-0.039");
  });

  test("fathers and language: 377 correlations, unweighted mean .067, n-weighted .042", async () => {
    const { table } = await readTable(join(FOLDER, "fathers-language", "fathers_language_effects.csv"));
    const { es_correlation: r, es_n: n } = numbersOf(table, ["es_correlation", "es_n"]);
    const { effects } = effectSizes({ r: r!, n: n! });
    const total = effects.reduce((sum, effect) => sum + effect.n, 0);
    expect(effects).toHaveLength(377);
    expect((effects.reduce((sum, effect) => sum + effect.r, 0) / 377).toFixed(3)).toBe("0.067");
    expect((effects.reduce((sum, effect) => sum + effect.r * effect.n, 0) / total).toFixed(3)).toBe("0.042");
  });
});
