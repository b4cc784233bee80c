import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { ROOT } from "../sourceFiles.ts";

const EXAMPLE = join(ROOT, "data", "example-study");

/** Runs one command line; gives its exit code and what it said. */
async function betrokken(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    width: 100,
  };
  const code = await main([...args, "--lang", "en"], { ...terminal, interactive: false });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

function fileWith(content: string, name = "data.csv"): string {
  const path = join(mkdtempSync(join(tmpdir(), "betrokken-")), name);
  writeFileSync(path, content);
  return path;
}

describe("always", () => {
  test("check finds nothing wrong with the example study", async () => {
    const { code, out } = await betrokken("check", join(EXAMPLE, "study.yaml"));
    expect(out).toMatch(/^No problems in 2 files: 1,161 rows/);
    expect(code).toBe(0);
  });

  test("analyse shows reliability, and correlations in total, within and between schools", async () => {
    const { code, out, err } = await betrokken("analyse", join(EXAMPLE, "study.yaml"));
    expect(code).toBe(0);
    for (const part of ["Reliability of the scales", "Total", "Within clusters", "Between clusters"])
      expect(out).toContain(part);
    expect(err).toContain("A correlation is not a cause");
  });

  test("an option that may be left out takes a number", async () => {
    const file = fileWith("a;b;c\n1;2;3\n2;3;4\n4;4;5\n");
    const words = ["--items", "a,b,c", "--score", "pomp", "--minimum", "1", "--maximum", "5", "--format", "json"];
    const { out } = await betrokken("scale-scores", file, ...words);
    expect(JSON.parse(out)).toMatchObject({ options: { minimum: 1, maximum: 5 }, scores: [25, 50, 83.33333333333333] });
  });

  test("the result of a statistic as JSON is its Result; CSV in Dutch opens in a Dutch Excel", async () => {
    const path = fileWith("a;b;c\n1;2;1\n2;2;3\n3;4;3\n4;4;5\n");
    const json = await betrokken("cronbach-alpha", path, "--items", "a,b,c", "--format", "json");
    expect(JSON.parse(json.out)).toMatchObject({ kind: "cronbachAlpha", sample: { used: 4 } });
    const out: string[] = [];
    const args = [
      "cronbach-alpha",
      path,
      "--items",
      "a,b,c",
      "--format",
      "csv",
      "--lang",
      "nl",
      "--disclosure",
      "public",
    ];
    await main(args, { out: (text) => void out.push(text), err: () => {}, width: 100, interactive: false });
    expect(out.join("")).toMatch(/^\ufeff?term;.*\r\na;4;0;2,5;/);
  });

  test("init makes a study file that check accepts, and never writes over one", async () => {
    const path = fileWith(
      "ouder_id;q1;q2;q3;cijfer\n1;1;2;1;6,5\n2;2;2;3;7,1\n3;3;4;3;8,2\n4;4;4;2;5,9\n",
      "ouders.csv",
    );
    const study = join(path, "..", "study.yaml");
    expect((await betrokken("init", path, "--out", study)).code).toBe(0);
    expect((await betrokken("check", study)).code).toBe(0);
    const before = readFileSync(study, "utf8");
    expect((await betrokken("init", path, "--out", study)).code).toBe(1);
    expect(readFileSync(study, "utf8")).toBe(before);
  });

  test("simulate with the shipped seed writes the shipped files, byte for byte", async () => {
    const folder = mkdtempSync(join(tmpdir(), "betrokken-"));
    expect((await betrokken("simulate", folder)).code).toBe(0);
    for (const name of ["ouders.csv", "leraren.csv"]) {
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(EXAMPLE, name)))).toBe(true);
    }
  });

  test("report writes one file that names nothing outside itself and holds no respondent's id", async () => {
    const folder = mkdtempSync(join(tmpdir(), "betrokken-"));
    const { code } = await betrokken("report", join(EXAMPLE, "study.yaml"), "--out", join(folder, "r.html"));
    const page = readFileSync(join(folder, "r.html"), "utf8");
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual(["r.html"]);
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page).not.toMatch(/\bO\d{3}\b|\bL\d{3}\b/);
    expect(page).toContain("Synthetic data");
  });

  test("meta pools a coded sheet, and per subgroup", async () => {
    const path = fileWith("study,r,n,kind\nA,0.4,100,x\nB,0.3,120,x\nC,0.1,90,y\nD,0.2,200,y\n");
    const { code, out } = await betrokken("meta", path, "--study", "study", "--subgroup", "kind", "--format", "json");
    expect(code).toBe(0);
    const [whole, parts] = JSON.parse(out);
    expect([whole.kind, whole.k, parts.kind, parts.groups.length]).toEqual(["randomEffects", 4, "subgroups", 2]);
  });

  test("replicate lists and re-runs", async () => {
    expect((await betrokken("replicate")).out).toContain("raudenbush1985");
    expect((await betrokken("replicate", "raudenbush1985")).out).toMatch(/35\.850\s+35\.830/);
  });
});

describe("refuses", () => {
  const cases: [string, string, string[], number, RegExp][] = [
    [
      "an unknown column",
      "a,b\n1,2\n2,3\n",
      ["describe", "--variables", "a,zz"],
      1,
      /column zz: There is no such column\. Columns: a, b/,
    ],
    ["text in a number", "a,b\n1,2\nx,3\n", ["describe", "--variables", "a"], 1, /row \d+, column a: Found text/],
    ["an empty file", "", ["describe", "--variables", "a"], 1, /data\.csv: There are no data rows/],
    [
      "a correlation of 1",
      "r,n\n0.3,50\n1,40\n",
      ["effect-sizes", "--r", "r", "--n", "n"],
      1,
      /row 2.*between -1 and 1/,
    ],
    ["n of 3", "r,n\n0.3,3\n", ["effect-sizes", "--r", "r", "--n", "n"], 1, /row 1.*n must be larger than 3/],
    [
      "an unknown option",
      "a\n1\n2\n",
      ["describe", "--variables", "a", "--nonsense", "3"],
      2,
      /Unknown option --nonsense/,
    ],
    [
      "an impossible option",
      "a\n1\n2\n",
      ["describe", "--variables", "a", "--confidence-level", "95"],
      2,
      /confidenceLevel must be/,
    ],
  ];

  test.each(cases)(
    "%s, with a clear word and the right exit code",
    async (_, content, [command, ...flags], code, message) => {
      const result = await betrokken(command!, fileWith(content), ...flags);
      expect(result.err).toMatch(message);
      expect([result.code, result.out]).toEqual([code, ""]);
    },
  );

  test("a constant column is not refused but noted", async () => {
    const path = fileWith("a,b\n1,2\n1,3\n1,4\n1,6\n");
    const { code, out } = await betrokken("pearson-correlation", path, "--variables", "a,b", "--disclosure", "public");
    expect(code).toBe(0);
    expect(out).toContain("one of them does not vary, so no correlation exists");
  });

  test("one study is not refused but noted", async () => {
    const { code, out } = await betrokken("meta", fileWith("r,n\n0.3,50\n"));
    expect(code).toBe(0);
    expect(out).toMatch(/one (study|effect)/i);
  });

  test("duplicate ids and answers outside the scale, all at once, without the answer", async () => {
    const folder = join(fileWith("id,q1,q2\n1,1,2\n1,2,7\n2,3,3\n", "d.csv"), "..");
    const study = join(folder, "study.yaml");
    writeFileSync(
      study,
      "betrokken: 1\ntitle: T\ndata: { d: { file: d.csv, role: parent, id: id } }\nanswerScales: { s: { minimum: 1, maximum: 4 } }\nitems: { q1: { label: a, answerScale: s }, q2: { label: b, answerScale: s } }\n",
    );
    const { code, err } = await betrokken("check", study);
    expect(code).toBe(1);
    expect(err).toMatch(/d\.csv, line 3, row 2, column id/);
    expect(err).toMatch(/d\.csv, line 3, row 2, column q2/);
    expect(err).not.toContain("7");
  });

  test("a command that does not exist", async () => {
    const { code, err } = await betrokken("frobnicate");
    expect([code, err]).toEqual([2, "There is no command frobnicate. betrokken --help lists them."]);
  });
});
