import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { ROOT } from "../sourceFiles.ts";

const STUDY = join(ROOT, "data", "example-study", "study.yaml");

/** Runs one command line; gives its exit code and what it said. */
async function betrokken(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    width: 100,
  };
  const code = await main(args, { ...terminal, interactive: false });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

function fileWith(content: string, name: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "betrokken-")), name);
  writeFileSync(path, content);
  return path;
}

const CODED = `study,component,r,n
A,fan_chen/expectations,0.31,148
B,fan_chen/expectations,0.40,210
C,fan_chen/supervision,0.05,300
`;

describe("analyse --literature", () => {
  test("the study beside published figures, with what may be concluded, in both languages", async () => {
    const dutch = await betrokken("analyse", STUDY, "--literature", "--lang", "nl");
    expect(dutch.code).toBe(0);
    expect(dutch.out).toContain("Uw onderzoek in de literatuur");
    expect(dutch.out).toMatch(/Verwachtingen, in dit onderzoek: r = ,39.*valt niet te concluderen/);
    const english = await betrokken("analyse", STUDY, "--literature", "--lang", "en");
    expect(english.out).toMatch(/Expectations, in this study: r = \.39.*cannot be concluded/);
    const without = await betrokken("analyse", STUDY, "--lang", "en");
    expect(without.out).not.toContain("in this study");
  });

  test("a coded sheet named after it: pooled without and with the study; as JSON all of it", async () => {
    const coded = fileWith(CODED, "coded.csv");
    const { out } = await betrokken("analyse", STUDY, "--literature", coded, "--format", "json", "--lang", "en");
    const { literature } = JSON.parse(out);
    const [expectations] = literature.effects;
    expect(expectations.effect).toMatchObject({ x: "expectations", method: "CR2", clusters: 40 });
    expect(expectations.coded.map((one: { before: { k: number } }) => one.before.k)).toEqual([2]);
    expect(expectations.coded[0].after.k).toBe(3);
  });

  test("under another theory the study is placed by its own components; stated links only, when asked", async () => {
    const words = ["analyse", STUDY, "--framework", "hill_tyson", "--literature", "--format", "json", "--lang", "en"];
    const own = JSON.parse((await betrokken(...words)).out);
    expect(own.regrouping.framework).toBe("hill_tyson");
    expect(own.literature.effects[0].effect.component).toBe("fan_chen/expectations");
    const stated = JSON.parse((await betrokken(...words, "--mappings", "stated")).out);
    expect(stated.literature.mappings).toBe("stated");
  });

  test("refuses what is no side of attenuation, and a sheet that is not there", async () => {
    const wrong = await betrokken("analyse", STUDY, "--literature", "--attenuation", "full", "--lang", "en");
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("none|x|y|both")]);
    const absent = await betrokken("analyse", STUDY, "--literature", "nothing.csv", "--lang", "en");
    expect([absent.code, absent.err]).toEqual([1, expect.stringContaining("no such file")]);
  });
});

describe("report", () => {
  test("has the place in the literature, with the coded studies where a sheet is named", async () => {
    const coded = fileWith(CODED, "coded.csv");
    const path = fileWith("", "report.html");
    const { code } = await betrokken("report", STUDY, coded, "--out", path, "--lang", "en");
    expect(code).toBe(0);
    const html = readFileSync(path, "utf8");
    expect(html).toContain("Your study in the literature");
    expect(html).toContain("Coded studies + this study");
    expect(html).toContain("Expectations, in this study:");
  });
});

describe("to-effect-rows", () => {
  test("its CSV is a coded sheet for meta: the effective n gives the clustered variance", async () => {
    const rows = ["school,talk,grade"];
    for (let i = 0; i < 36; i++) rows.push(`s${i % 9},${(i * 7) % 10},${((i * 5) % 8) + (i % 9)}`);
    const data = fileWith(rows.join("\n"), "data.csv");
    const words = ["--x", "talk", "--y", "grade", "--cluster", "school", "--reliabilities", "talk=0.8,grade=0.9"];
    const csv = await betrokken("to-effect-rows", data, ...words, "--study", "Ours", "--format", "csv", "--lang", "en");
    expect(csv.err).toBe("");
    const sheet = fileWith(csv.out, "effects.csv");
    const json = await betrokken(
      "to-effect-rows",
      data,
      ...words,
      "--study",
      "Ours",
      "--format",
      "json",
      "--lang",
      "en",
    );
    const [row] = JSON.parse(json.out).rows;
    expect(row).toMatchObject({ reliabilityX: 0.8, reliabilityY: 0.9, clusters: 9, study: "Ours" });
    const meta = await betrokken("meta", sheet, "--n", "effectiveN", "--format", "json", "--lang", "en");
    const [study] = JSON.parse(meta.out).studies;
    expect(study.study).toBe("Ours");
    expect(study.samplingVariance / row.samplingVariance).toBeCloseTo(1, 9);
  });
});
