import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { effectSizes } from "../../src/effects/effectSizes.ts";
import { effectAnova } from "../../src/meta/effectAnova.ts";

/** Runs one command line; gives its exit code and what it said. */
async function betrokken(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await main(args, { ...terminal, width: 100, interactive: false });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** A file coded.csv with this in it. */
function fileWith(csv: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "betrokken-")), "coded.csv");
  writeFileSync(path, csv);
  return path;
}

const SIZES = ["--r", "r", "--n", "n"];
const MEANS = ["--estimate", "z", "--sampling-variance", "v"];
const Z = "study,z,v,year,wave,where\n";
const ROWS =
  "A,0.1,0.02,1,2,home\nB,0.3,0.03,2,4,home\nC,0.2,0.01,3,6,home\nD,0.4,0.02,4,8,home\nE,0.1,0.02,5,10,home\n";

/** What is wrong, the file, the commands that meet it, and what they must say: where, and what would do. */
interface Case {
  readonly name: string;
  readonly csv: string;
  readonly commands: readonly (readonly string[])[];
  readonly en: RegExp;
  readonly nl: RegExp;
}

const SHEET_COMMANDS = [["check"], ["meta"]] as const;

const refused: Case[] = [
  {
    name: "a blank row",
    csv: "study,r,n\nA,0.1,50\n,,\nB,0.2,60\n",
    commands: SHEET_COMMANDS,
    en: /coded\.csv, line 3, row 2: This row is empty: delete it/,
    nl: /coded\.csv, regel 3, rij 2: Deze rij is leeg: verwijder/,
  },
  {
    name: "n of 3",
    csv: "study,r,n\nA,0.1,30\nB,0.2,3\n",
    commands: [...SHEET_COMMANDS, ["effect-sizes", ...SIZES], ["multiverse", ...SIZES]],
    en: /coded\.csv, line 3, row 2, column n: n must be larger than 3/,
    nl: /coded\.csv, regel 3, rij 2, kolom n: n moet groter zijn dan 3/,
  },
  {
    name: "n of 2, to be converted",
    csv: "study,r,n\nA,0.1,30\nB,0.2,2\n",
    commands: [["convert-to-correlation", ...SIZES]],
    en: /coded\.csv, line 3, row 2.*: n must be larger than 2/,
    nl: /coded\.csv, regel 3, rij 2.*: n moet groter zijn dan 2/,
  },
  {
    name: "a correlation of -1",
    csv: "study,r,n\nA,0.1,30\nB,0.2,40\nC,-1,60\n",
    commands: [...SHEET_COMMANDS, ["effect-sizes", ...SIZES], ["convert-to-correlation", ...SIZES]],
    en: /coded\.csv, line 4, row 3, column r: A correlation must lie between -1 and 1, ends excluded/,
    nl: /coded\.csv, regel 4, rij 3, kolom r: Een correlatie moet/,
  },
  {
    name: "text in numbers, in the row where it stands",
    csv: "study,r,n\nA,0.1,30\nB,0.3,40\nC,n.s.,50\n",
    commands: [...SHEET_COMMANDS, ["effect-sizes", ...SIZES], ["multiverse", ...SIZES], ["explain", "--row", "3"]],
    en: /coded\.csv, line 4, row 3, column r: Found text where a number should stand/,
    nl: /coded\.csv, regel 4, rij 3, kolom r: Hier staat tekst/,
  },
  {
    name: "an id that occurs twice",
    csv: "study,effect,r,n\nA,e1,0.1,30\nB,e1,0.3,40\n",
    commands: SHEET_COMMANDS,
    en: /coded\.csv, line 3, row 2, column effect: The same id stands here as in row 1/,
    nl: /coded\.csv, regel 3, rij 2, kolom effect: Hier staat hetzelfde id als in rij 1/,
  },
  {
    name: "no row with both r and n",
    csv: "study,r,n\nA,,30\nB,0.3,\n",
    commands: [["meta"], ["meta", "--matrix", "study,study"]],
    en: /coded\.csv: 1 usable effects needed, 0 found/,
    nl: /coded\.csv: /,
  },
  {
    name: "a moderator without any level",
    csv: "study,r,n,where\nA,0.1,50,\nB,0.2,60,\n",
    commands: [
      ["meta", "--subgroup", "where"],
      ["meta", "--matrix", "study,where"],
    ],
    en: /coded\.csv, column where: No effect has a level of where.*: fill the column in, or choose another/,
    nl: /coded\.csv, kolom where: Geen enkel effect heeft een niveau van where/,
  },
  {
    name: "a factor of one level",
    csv: Z + ROWS,
    commands: [
      ["meta-regression", ...MEANS, "--factors", "where"],
      ["effect-anova", ...MEANS, "--factors", "where"],
    ],
    en: /coded\.csv: Factor where has one level among the effects used: leave it out/,
    nl: /coded\.csv: Factor where heeft één niveau onder de gebruikte effecten: laat hem weg/,
  },
  {
    name: "moderators that depend on each other",
    csv: Z + ROWS,
    commands: [
      ["meta-regression", ...MEANS, "--moderators", "year,wave"],
      ["effect-anova", ...MEANS, "--moderators", "year,wave"],
    ],
    en: /coded\.csv: These depend on the moderators before them.*: wave\. Leave these out/,
    nl: /coded\.csv: Deze hangen vast aan de moderatoren ervoor.*: wave\. Laat deze weg/,
  },
  {
    name: "a variance of 0, under the column's own name",
    csv: `${Z}A,0.1,0.02,1,2,home\nB,0.3,0,2,4,home\n`,
    commands: [
      ["random-effects", ...MEANS],
      ["to-units", ...MEANS, "--study", "study"],
      ["tau-trace", ...MEANS],
    ],
    en: /coded\.csv, line 3, row 2, column v: A sampling variance must be larger than 0/,
    nl: /coded\.csv, regel 3, rij 2, kolom v: /,
  },
];

const noted: Case[] = [
  {
    name: "one study",
    csv: "study,r,n\nA,0.1,30\nA,0.2,40\n",
    commands: SHEET_COMMANDS,
    en: /coded\.csv: all effects come from one study, so how much studies differ cannot be known/,
    nl: /coded\.csv: alle effecten komen uit één studie/,
  },
  {
    name: "a row that stands twice without an id",
    csv: "study,r,n\nA,0.1,30\nB,0.3,40\nB,0.3,40\n",
    commands: SHEET_COMMANDS,
    en: /coded\.csv: 1 row is the same as another in every column \(row 3 as row 2\).*delete it/s,
    nl: /coded\.csv: 1 rij is in elke kolom gelijk aan een andere \(rij 3 aan rij 2\)/,
  },
  {
    name: "a row without a level",
    csv: "study,r,n,outcome\nA,0.1,30,grades\nB,0.3,40,\nC,0.2,50,tests\n",
    commands: SHEET_COMMANDS,
    en: /coded\.csv: outcome is empty in 1 of 3 rows \(the first is row 2\)/,
    nl: /coded\.csv: outcome is leeg in 1 van de 3 rijen/,
  },
];

/** One line, however the terminal broke it. */
function unbroken(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

describe("refuses", () => {
  const runs = refused.flatMap((one) => one.commands.map((words) => [one.name, words.join(" "), one, words] as const));

  test.each(runs)("%s: %s", async (_name, _words, { csv, en, nl }, [command, ...flags]) => {
    const path = fileWith(csv);
    for (const [language, message] of [
      ["en", en],
      ["nl", nl],
    ] as const) {
      const { code, out, err } = await betrokken(command!, path, ...flags, "--lang", language);
      expect([code, out, err]).toEqual([1, "", expect.stringMatching(message)]);
    }
  });

  test("every problem at once, by a sheet and by a statistic", async () => {
    const path = fileWith("study,r,n\nA,1,30\n,0.3,40\nC,0.2,2\nD,-1.5,9\n");
    const sheet = await betrokken("check", path, "--lang", "en");
    expect(sheet.err).toMatch(/row 2, column study.*\n.*row 1, column r.*\n.*row 4, column r.*\n.*row 3, column n/);
    const statistic = await betrokken("effect-sizes", path, ...SIZES, "--lang", "en");
    expect(statistic.err).toMatch(/row 1, column r[\s\S]*row 4, column r/);
    expect(statistic.err).toMatch(/line 4, row 3, column n/);
    const text = await betrokken("effect-sizes", fileWith("r,n\nx,30\n0.2,y\n"), ...SIZES, "--lang", "en");
    expect(text.err).toMatch(/row 1, column r: Found text.*\n.*row 2, column n: Found text/);
  });

  test("a wrong option is about the call, not about the file", async () => {
    const { code, err } = await betrokken("multiverse", fileWith("r,n\n0.1,30\n"), ...SIZES, "--smallest", "0");
    expect(code).toBe(2);
    expect(err).not.toContain("coded.csv");
  });
});

describe("at the edges", () => {
  const runs = noted.flatMap((one) => one.commands.map((words) => [one.name, words.join(" "), one, words] as const));

  test.each(runs)("%s is noted: %s", async (_name, _words, { csv, en, nl }, [command, ...flags]) => {
    const path = fileWith(csv);
    for (const [language, message] of [
      ["en", en],
      ["nl", nl],
    ] as const) {
      const { code, out, err } = await betrokken(command!, path, ...flags, "--lang", language);
      expect([code, unbroken(`${out}\n${err}`)]).toEqual([0, expect.stringMatching(message)]);
    }
  });

  test("one effect gives its own interval and says what cannot be known", async () => {
    const { code, out } = await betrokken("meta", fileWith("study,r,n\nA,0.3,50\n"), "--lang", "en");
    expect([code, unbroken(out)]).toEqual([0, expect.stringMatching(/One effect: its own estimate and interval/)]);
  });
});

describe("agrees with the sheet it reads", () => {
  const csv =
    "study,sample,dimension,outcome,r,n\nA,1,home,grades,0.2,103\nA,1,school,grades,0.4,103\nA,2,home,tests,0.3,53\nB,1,home,grades,0.1,203\n";

  test.each([
    ["effect", 4],
    ["sample", 3],
    ["study", 2],
  ])("unit %s counts %i", async (unit, k) => {
    const { out } = await betrokken("meta", fileWith(csv), "--unit", unit, "--format", "json");
    expect(JSON.parse(out)).toMatchObject({ kind: "randomEffects", k });
  });

  test("with a moderator the unit shifts: per level one effect per study", async () => {
    const path = fileWith(csv);
    const { out } = await betrokken(
      "meta",
      path,
      "--unit",
      "study",
      "--rho",
      "0.5",
      "--subgroup",
      "dimension",
      "--format",
      "json",
    );
    const [whole, groups] = JSON.parse(out);
    expect(whole.k).toBe(2);
    expect(groups.groups.map(({ group, k }: { group: string; k: number }) => [group, k])).toEqual([
      ["home", 2],
      ["school", 1],
    ]);
    expect(groups.notes.map(({ code }: { code: string }) => code)).toContain("units/across-levels");
  });

  test("the matrix has its gap, in both languages and as rows", async () => {
    const path = fileWith(csv);
    const en = await betrokken("meta", path, "--matrix", "dimension,outcome", "--lang", "en");
    expect(unbroken(en.out)).toMatch(/Total.*home.*school.*–.*1 of 4 combinations were not studied/);
    const nl = await betrokken("meta", path, "--matrix", "dimension,outcome", "--lang", "nl");
    expect(unbroken(nl.out)).toMatch(/Totaal.*1 van de 4 combinaties zijn niet onderzocht/);
    const rows = await betrokken("meta", path, "--matrix", "dimension,outcome", "--format", "csv", "--lang", "en");
    expect(rows.out.split("\n")).toHaveLength(1 + 4 + 2 + 2 + 1);
  });

  test("the analysis of variance is effectAnova over Fisher's z", async () => {
    const path = fileWith(`${csv}C,1,school,tests,0.5,83\nD,1,school,grades,0.35,63\n`);
    const { out } = await betrokken("meta", path, "--anova", "dimension,outcome", "--format", "json");
    const r = [0.2, 0.4, 0.3, 0.1, 0.5, 0.35];
    const expected = effectAnova(
      {
        estimate: effectSizes({ r, n: [103, 103, 53, 203, 83, 63] }).effects.map(({ estimate }) => estimate),
        samplingVariance: [100, 100, 50, 200, 80, 60].map((weight) => 1 / weight),
        factors: {
          dimension: ["home", "school", "home", "home", "school", "school"],
          outcome: ["grades", "grades", "tests", "grades", "tests", "grades"],
        },
      },
      { backTransform: "fisherZ" },
    );
    expect(JSON.parse(out)).toEqual(expected);
    const text = await betrokken("meta", path, "--anova", "dimension,outcome", "--lang", "nl");
    expect(unbroken(text.out)).toMatch(
      /gewogen variantieanalyse.*volgorde.*Alle kenmerken.*Wat overblijft.*6 effecten komen uit 4 studies.*home/,
    );
    const byStudy = await betrokken("meta", path, "--anova", "dimension", "--unit", "study", "--format", "json");
    expect(JSON.parse(byStudy.out)).toMatchObject({ k: 5, partition: { dfBetween: 1, dfTotal: 4 } });
  });

  test("wrong usage: a unit, a rho or a matrix that cannot be", async () => {
    const path = fileWith(csv);
    for (const flags of [
      ["--unit", "school"],
      ["--unit", "study", "--rho", "two"],
      ["--matrix", "dimension"],
    ])
      expect((await betrokken("meta", path, ...flags, "--lang", "en")).code).toBe(2);
  });
});
