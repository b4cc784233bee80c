import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { main } from "../../src/cli/main.ts";
import { codedSheet } from "../../src/study/codedSheet.ts";
import { ROOT } from "../sourceFiles.ts";

/** Runs one command line; gives its exit code and what it said. */
async function betrokken(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await main(args, { ...terminal, width: 100, interactive: false });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** A folder with these files in it. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "betrokken-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const CSV =
  "study,effect,r,n,kind,outcome\nA,1,0.4,100,x,grades\nA,2,0.3,120,y,absence\nB,3,0.1,90,y,grades\nC,4,0.2,200,x,grades\n";
const META = `betrokken: 1
title: { en: Pilot, nl: Proef }
language: nl
file: coded.csv
r: r
n: n
study: study
effect: effect
outcome: outcome
moderators:
  sort: { column: kind, label: { en: Sort, nl: Soort }, labels: { x: { en: one, nl: een }, y: { en: other, nl: ander } } }
`;

describe("always", () => {
  test("a description gives the same figures as the bare file, in the language of the sheet or the one asked for", async () => {
    const folder = folderWith({ "coded.csv": CSV, "meta.yaml": META });
    const described = await betrokken("meta", join(folder, "meta.yaml"), "--subgroup", "sort");
    expect([described.code, described.out]).toEqual([0, expect.stringMatching(/^Proef\n[\s\S]*Naar moderator: Soort/)]);
    const english = await betrokken("meta", join(folder, "meta.yaml"), "--subgroup", "sort", "--lang", "en");
    expect(english.out).toMatch(/^Pilot\n[\s\S]*By moderator: Sort[\s\S]*other/);
    const json = ["--format", "json", "--lang", "en"];
    const [whole, parts] = JSON.parse(
      (await betrokken("meta", join(folder, "meta.yaml"), "--subgroup", "sort", ...json)).out,
    );
    const [bareWhole, bareParts] = JSON.parse(
      (await betrokken("meta", join(folder, "coded.csv"), "--subgroup", "kind", ...json)).out,
    );
    expect(whole).toEqual(bareWhole);
    expect(parts).toEqual(bareParts);
    expect(english.out).toMatch(
      /4\s+effects\s+come\s+from\s+3\s+studies,\s+but\s+are\s+treated\s+as\s+if\s+they\s+were\s+independent/,
    );
  });

  test("JSON does for YAML, --data names the folder of the data, --outcome one outcome", async () => {
    const description = folderWith({ "meta.json": JSON.stringify(parse(META)) });
    const data = folderWith({ "coded.csv": CSV });
    const path = join(description, "meta.json");
    const { code, out } = await betrokken("meta", path, "--data", data, "--outcome", "grades", "--format", "json");
    expect([code, JSON.parse(out).k]).toEqual([0, 3]);
    expect((await betrokken("check", path, "--data", data, "--lang", "en")).out).toBe(
      "No problems in coded.csv: 4 effects from 3 studies.",
    );
  });

  test("CSV holds the effects, or the subgroups where these are asked for", async () => {
    const path = join(folderWith({ "coded.csv": CSV }), "coded.csv");
    const effects = await betrokken("meta", path, "--format", "csv", "--lang", "en");
    expect(effects.out.split("\n")).toHaveLength(5);
    const parts = await betrokken("meta", path, "--subgroup", "kind,outcome", "--format", "csv", "--lang", "en");
    expect(parts.out.split("\n").map((line) => line.split(",").slice(0, 2).join(" "))).toEqual([
      "group term",
      "kind x",
      "kind y",
      "kind Total",
      "outcome grades",
      "outcome absence",
      "outcome Total",
    ]);
  });

  test("init --meta writes a template that check and meta take, that says it is one, and that fits the JSON Schema", async () => {
    for (const lang of ["nl", "en"]) {
      const folder = folderWith({});
      expect((await betrokken("init", "--meta", folder, "--lang", lang)).code).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(["coded.csv", "meta.yaml"]);
      const path = join(folder, "meta.yaml");
      const checked = await betrokken("check", path, "--lang", lang);
      expect(checked.code).toBe(0);
      expect(checked.err).toMatch(lang === "nl" ? /2 rijen zijn verzonnen/ : /2 rows are invented/);
      expect((await betrokken("meta", path, "--lang", lang)).out).toMatch(/verzonnen|invented/);
      const schema = JSON.parse(readFileSync(join(ROOT, "schemas", "coded-sheet.schema.json"), "utf8"));
      const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
      expect(validate(parse(readFileSync(path, "utf8"))), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...parse(META), nonsense: 1 })).toBe(false);
    }
  });

  test("the JSON Schema of the description is the one in the tree", () => {
    const schema = JSON.parse(readFileSync(join(ROOT, "schemas", "coded-sheet.schema.json"), "utf8"));
    expect(schema).toMatchObject(JSON.parse(JSON.stringify(z.toJSONSchema(codedSheet, { io: "input" }))));
  });

  test("init --meta writes over nothing: with one of the files there, neither is written", async () => {
    const folder = folderWith({ "meta.yaml": "mine" });
    const { code, err } = await betrokken("init", "--meta", folder, "--lang", "en");
    expect([code, err]).toEqual([1, expect.stringContaining("meta.yaml: This file exists already")]);
    expect(readdirSync(folder)).toEqual(["meta.yaml"]);
    expect(readFileSync(join(folder, "meta.yaml"), "utf8")).toBe("mine");
  });
});

describe("refuses", () => {
  const cases: [string, string, RegExp, RegExp][] = [
    [
      "a blank row",
      "study,r,n\nA,0.1,50\n,,\nB,0.2,60\n",
      /line 3, row 2: This row is empty/,
      /regel 3, rij 2: Deze rij is leeg/,
    ],
    [
      "n of 3",
      "study,r,n\nA,0.1,3\nB,0.2,60\n",
      /row 1, column n: n must be larger than 3/,
      /rij 1, kolom n: n moet groter zijn dan 3/,
    ],
    [
      "a correlation of 1",
      "study,r,n\nA,0.1,30\nB,1,60\n",
      /row 2, column r: A correlation must lie/,
      /rij 2, kolom r: Een correlatie moet/,
    ],
    [
      "text in a number",
      "study,r,n\nA,0.1,30\nB,0.3,many\n",
      /row 2, column n: Found text/,
      /rij 2, kolom n: Hier staat tekst/,
    ],
    [
      "an effect id that occurs twice",
      "study,effect,r,n\nA,e1,0.1,30\nB,e1,0.3,40\n",
      /row 2, column effect: The same id stands here as in row 1/,
      /rij 2, kolom effect: Hier staat hetzelfde id als in rij 1/,
    ],
    [
      "an unknown column",
      "study,corr,n\nA,0.1,30\n",
      /column r: There is no such column\. Columns: study, corr, n/,
      /kolom r: Deze kolom is er niet/,
    ],
    [
      "all at once",
      "study,r,n\nA,2,1\n,0.3,40\n",
      /no study\.[\s\S]*correlation[\s\S]*n must/,
      /geen studie\.[\s\S]*correlatie[\s\S]*n moet/,
    ],
  ];

  test.each(cases)("%s, by check and by meta, in both languages", async (_, csv, english, dutch) => {
    const path = join(folderWith({ "coded.csv": csv }), "coded.csv");
    for (const command of ["check", "meta"]) {
      const en = await betrokken(command, path, "--lang", "en");
      expect([en.code, en.out, en.err]).toEqual([1, "", expect.stringMatching(english)]);
      const nl = await betrokken(command, path, "--lang", "nl");
      expect([nl.code, nl.out, nl.err]).toEqual([1, "", expect.stringMatching(dutch)]);
    }
  });

  test("one study and an empty level are not refused but noted", async () => {
    const csv = "study,r,n,kind\nA,0.1,30,x\nA,0.2,40,\n";
    const folder = folderWith({
      "coded.csv": csv,
      "meta.yaml": META.replace(/effect: effect\noutcome: outcome\n/, ""),
    });
    const en = await betrokken("check", join(folder, "meta.yaml"), "--lang", "en");
    expect(en.code).toBe(0);
    expect(en.err).toMatch(/all effects come from one study/);
    expect(en.err).toMatch(/kind is empty in 1 of 2 rows \(the first is row 2\)/);
    expect(en.err).toMatch(/no row of kind has y/);
    const nl = await betrokken("check", join(folder, "meta.yaml"), "--lang", "nl");
    expect(nl.err).toMatch(/alle effecten komen uit één studie[\s\S]*kind is leeg in 1 van de 2 rijen/);
  });

  test("wrong usage with exit code 2: a moderator or outcome that does not exist, an unknown method, no file", async () => {
    const path = join(folderWith({ "coded.csv": CSV }), "coded.csv");
    const wrong: [string[], RegExp][] = [
      [["--subgroup", "kin"], /no moderator kin[\s\S]*Did you mean kind\?/],
      [["--outcome", "grade"], /no outcome grade\. Known: grades, absence/],
      [["--method", "REMLL"], /Option method must be/],
    ];
    for (const [flags, message] of wrong) {
      const { code, err } = await betrokken("meta", path, ...flags, "--lang", "en");
      expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    }
    expect((await betrokken("meta", "--lang", "en")).code).toBe(2);
  });

  test("mistakes in the description, with their lines, and a data file that is not there", async () => {
    const folder = folderWith({ "meta.yaml": `${META}nonsense: 1\nuseCoder: A\n`, "fine.yaml": META });
    const wrong = await betrokken("meta", join(folder, "meta.yaml"), "--lang", "en");
    expect([wrong.code, wrong.err]).toEqual([
      1,
      expect.stringMatching(
        /line 12, column nonsense: Unknown key[\s\S]*line 13, column useCoder: useCoder needs coder/,
      ),
    ]);
    const absent = await betrokken("check", join(folder, "fine.yaml"), "--lang", "en");
    expect([absent.code, absent.err]).toEqual([1, expect.stringMatching(/coded\.csv: There is no such file/)]);
  });
});
