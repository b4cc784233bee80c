import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { readTable } from "../../src/sources/readTable.ts";
import { analyseStudy } from "../../src/study/analyseStudy.ts";
import { parseCodedSheet } from "../../src/study/codedSheet.ts";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import { poolSheet } from "../../src/study/poolSheet.ts";
import type { Table } from "../../src/table/table.ts";
import { disagreements } from "../fixtures/readFixture.ts";
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

  test("every study file checks and analyses without a problem", async () => {
    for (const name of ["nhes-pfi-2016", "uci-student"]) {
      const study = join(ROOT, "data", "open", name, "study.yaml");
      for (const command of ["check", "analyse"]) {
        const { code, out } = await betrokken(command, study, "--data", join(FOLDER, name), "--lang", "en");
        expect([code, out === ""], `${command} ${name}`).toEqual([0, false]);
      }
    }
  }, 20_000);
});

describe.skipIf(!present)("the fathers-and-language sheet runs whole", () => {
  const meta = join(ROOT, "data", "open", "fathers-language", "meta.yaml");
  const sheet = [meta, "--data", join(FOLDER, "fathers-language")];
  const resultsOf = async (...flags: string[]) =>
    JSON.parse((await betrokken("meta", ...sheet, "--format", "json", "--lang", "en", ...flags)).out);

  test("its description fits its data: 377 effects from 46 studies, and nothing to doubt", async () => {
    const { code, out, err } = await betrokken("check", ...sheet, "--lang", "en");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe("No problems in fathers_language_effects.csv: 377 effects from 46 studies.");
  });

  test("the published table: 377 effects, 46 studies, unweighted mean .067, n-weighted .042, from -.65 to .73", async () => {
    const [{ studies }, { total }] = await resultsOf("--subgroup", "type");
    const r = (studies as { transformed: { estimate: number } }[]).map(({ transformed }) => transformed.estimate);
    expect([total.k, total.studies]).toEqual([377, 46]);
    expect(total.unweightedMean.toFixed(3)).toBe("0.067");
    expect(total.weightedMean.toFixed(3)).toBe("0.042");
    expect([Math.min(...r).toFixed(2), Math.max(...r).toFixed(2)]).toEqual(["-0.65", "0.73"]);
  });

  // metafor 5.2.1: escalc("ZCOR"), rma(yi, vi, test = "knha", control = list(threshold = 1e-14)), predict; per subgroup too
  test("the pooled correlation is metafor's", async () => {
    const [whole, parts] = await resultsOf("--subgroup", "type");
    const { estimate, lower, upper, predictionLower, predictionUpper } = whole.transformed;
    const expected = {
      k: 377,
      estimate: 0.0723359763986394,
      dfQ: 376,
      tau2: 0.0324960314957435,
      I2: 0.853918529828727,
      Q: 2055.76697479279,
    };
    expect(disagreements(whole, expected, 10)).toEqual([]);
    expect(
      disagreements(
        [estimate, lower, upper, predictionLower, predictionUpper],
        [0.0722100740636715, 0.0496518780113898, 0.0946946346530041, -0.275534700696137, 0.403242796421826],
        10,
      ),
    ).toEqual([]);
    const means = Object.fromEntries(
      parts.groups.map((one: { group: string; transformed: { estimate: number } }) => [
        one.group,
        one.transformed.estimate,
      ]),
    );
    const subgroups = {
      support: 0.168568964360468,
      teaching: 0.041903267455525,
      "negative parenting": -0.0488539200198803,
    };
    expect(disagreements(means, subgroups, 10)).toEqual([]);
    expect(disagreements(parts.differences.separate, { statistic: 146.618106990687, df: 10 }, 10)).toEqual([]);
  });

  test("signs stay as coded with a note; turned, the mean is metafor's for the turned signs", async () => {
    const whole = await resultsOf();
    expect(whole.notes).toContainEqual({ code: "coded/not-turned", values: { count: 10, total: 377 } });
    expect(whole.notes).toContainEqual({ code: "meta/dependent-effects", values: { k: 377, studies: 46 } });
    const { table } = await readTable(join(FOLDER, "fathers-language", "fathers_language_effects.csv"));
    const described = { ...parseCodedSheet(readFileSync(meta, "utf8"), "meta.yaml"), turnSigns: true };
    const { pooled } = poolSheet(described, table);
    expect(disagreements(pooled.transformed, { estimate: 0.0787906685512866 }, 10)).toEqual([]);
  });

  test("every moderator with categories makes a table of at most 100 columns, with labels in Dutch", async () => {
    const names = "type,quality,informant,assessment,language,longitudinal,experiment,partial,country,larger_study";
    const { code, out } = await betrokken("meta", ...sheet, "--subgroup", names, "--lang", "nl");
    expect(code).toBe(0);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out.replace(/\s+/g, " ")).toContain("377 effecten komen uit 46 studies, maar zijn behandeld alsof ze");
    expect(out).toMatch(/Naar moderator: Wat de vader doet[\s\S]*negatief opvoeden/);
    expect(out).not.toMatch(/vervolg|bookreading/);
  });
});

/** Runs one command line on a screen of 100 columns. */
async function betrokken(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await main(args, { ...terminal, width: 100, interactive: false });
  return { code, out: out.join("\n"), err: err.join("\n") };
}
