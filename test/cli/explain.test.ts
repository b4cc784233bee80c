import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { convertToCorrelation } from "../../src/effects/convertToCorrelation.ts";
import { effectSizes } from "../../src/effects/effectSizes.ts";

async function betrokken(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await main(args, { ...terminal, width: 100, interactive: false });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const CSV = `study,r,n,t,d,n1,n2,p,direction,odds ratio,beta,F,df
Adams,0.26,120,,,,,,,,,,
Bakker,,85,2.4,,,,,,,,,
Chen,,,,0.5,40,60,,,,,,
Dekker,,60,,,,,0.03,-1,,,,
Evans,,200,,,,,,,2.5,,,
Faber,,150,,,,,,,,0.3,,
Groot,,,,,,,,1,,,6.2,58
Haan,1,20,,,,,,,,,,
Ince,,30,,,,,,,,,,
`;

const FOLDER = mkdtempSync(join(tmpdir(), "betrokken-"));
const PATH = join(FOLDER, "coded.csv");
writeFileSync(PATH, CSV);

async function explained(row: number) {
  const { out } = await betrokken("explain", PATH, "--row", String(row), "--format", "json");
  const { steps, ...whole } = JSON.parse(out) as {
    steps: { what: string; value: number; filled: string; formula: string }[];
    kind: string;
  };
  return { ...whole, steps, values: Object.fromEntries(steps.map(({ what, value }) => [what, value])) };
}

describe("agrees with the statistics it explains", () => {
  test("r, z and both variances of a correlation", async () => {
    const { values } = await explained(1);
    const [effect] = effectSizes({ r: [0.26], n: [120] }).effects;
    expect(values).toMatchObject({ r: 0.26, z: effect!.estimate, varianceZ: effect!.samplingVariance });
    expect(values.standardErrorZ).toBe(Math.sqrt(1 / 117));
    expect(values.varianceR).toBe(
      effectSizes({ r: [0.26], n: [120] }, { measure: "COR" }).effects[0]!.samplingVariance,
    );
  });

  test.each([
    [2, { t: [2.4], n: [85] }],
    [3, { d: [0.5], n1: [40], n2: [60] }],
    [4, { p: [0.03], n: [60], direction: [-1] }],
    [5, { oddsRatio: [2.5], n: [200] }],
    [6, { beta: [0.3], n: [150] }],
    [7, { F: [6.2], df: [58], direction: [1] }],
  ])("row %i is converted as convertToCorrelation does", async (row, data) => {
    const [effect] = convertToCorrelation(data).effects;
    const { values, kind } = await explained(row);
    expect([values.r, values.varianceR, kind]).toEqual([effect!.r, effect!.samplingVariance, effect!.kind]);
    expect(values.z).toBeCloseTo(Math.atanh(effect!.r), 14);
    if (kind !== "correlation")
      expect(values.varianceZ).toBeCloseTo(effect!.samplingVariance / (1 - effect!.r ** 2) ** 2, 14);
  });
});

describe("always", () => {
  test("a filled-in formula can be worked out as it stands", async () => {
    const { steps } = await explained(2);
    expect(steps[0]).toMatchObject({ formula: "t / sqrt(t^2 + df)", filled: "2.4 / sqrt(2.4^2 + 83)" });
    expect(steps[0]!.value).toBeCloseTo(2.4 / Math.sqrt(2.4 ** 2 + 83), 15);
  });

  test("tells place, what was typed, formulas, sources and assumptions, in both languages", async () => {
    const en = await betrokken("explain", PATH, "--row", "5", "--lang", "en");
    expect(en.code).toBe(0);
    expect(en.out).toMatch(
      /^coded\.csv, line 6, row 5: Evans\nAs typed: odds ratio = 2\.5, n = 200\n1\. Correlation r \(Hasselblad/,
    );
    expect(en.out).toMatch(/Assumed: both groups are of equal size[\s\S]*The variance is understated/);
    const nl = await betrokken("explain", PATH, "--row", "5", "--lang", "nl");
    expect(nl.out).toMatch(
      /^coded\.csv, regel 6, rij 5: Evans\nIngevoerd: odds ratio = 2,5, n = 200\n1\. Correlatie r/,
    );
    expect(nl.out).not.toMatch(/\d\.\d{3}/);
  });

  test("as rows and as Markdown", async () => {
    const csv = await betrokken("explain", PATH, "--row", "1", "--format", "csv", "--lang", "en");
    expect(csv.out.split("\n")).toHaveLength(6);
    const md = await betrokken("explain", PATH, "--row", "1", "--format", "md", "--lang", "en");
    expect(md.out).toContain("| Fisher's z");
  });
});

describe("at the edges", () => {
  test("a sheet that turns signs shows the turn", async () => {
    const meta = join(FOLDER, "meta.yaml");
    writeFileSync(join(FOLDER, "turned.csv"), "id,r,n,rev\nA,0.2,50,1\n");
    writeFileSync(
      meta,
      "betrokken: 1\ntitle: T\nfile: turned.csv\nr: r\nn: n\nstudy: id\nreversed: rev\nturnSigns: true\n",
    );
    const { out } = await betrokken("explain", meta, "--row", "1", "--format", "json");
    const { steps } = JSON.parse(out) as { steps: { what: string; value: number }[] };
    expect(steps.map(({ what }) => what)).toEqual(["r", "varianceR", "turned", "z", "varianceZ", "standardErrorZ"]);
    expect(steps[3]!.value).toBeCloseTo(-Math.atanh(0.2), 15);
  });

  test("another formula for d", async () => {
    const { out } = await betrokken("explain", PATH, "--row", "3", "--difference", "largeSample", "--format", "json");
    expect(JSON.parse(out).steps[0].value).toBe(
      convertToCorrelation({ d: [0.5], n1: [40], n2: [60] }, { difference: "largeSample" }).effects[0]!.r,
    );
  });
});

describe("refuses", () => {
  test.each([
    [["--row", "8"], 1, /coded\.csv, line 9, row 8, column r: A correlation must lie/],
    [["--row", "9"], 1, /coded\.csv, line 10, row 9: None of the columns/],
    [["--row", "10"], 2, /row must be 1-9/],
    [["--row", "x"], 2, /row must be 1-9/],
    [[], 2, /--row needs a value/],
    [["--row", "3", "--difference", "odd"], 2, /difference must be exact \| largeSample/],
  ] as const)("%j", async (flags, code, message) => {
    const result = await betrokken("explain", PATH, ...flags, "--lang", "en");
    expect([result.code, result.err]).toEqual([code, expect.stringMatching(message)]);
  });
});
