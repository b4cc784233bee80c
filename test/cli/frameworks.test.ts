import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { ROOT } from "../sourceFiles.ts";

async function betrokken(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await main(args.includes("--lang") ? args : [...args, "--lang", "en"], {
    ...terminal,
    width: 100,
    interactive: false,
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const STUDY = join(ROOT, "data", "example-study", "study.yaml");

describe("always", () => {
  test("frameworks lists 53, and those with a tag", async () => {
    expect(JSON.parse((await betrokken("frameworks", "--format", "json")).out)).toHaveLength(53);
    expect((await betrokken("frameworks", "--format", "csv")).out.split("\n")).toHaveLength(54);
    expect((await betrokken("frameworks", "--tag", "core", "--lang", "nl")).out).toMatch(/^Theorieën \(20\)/);
  });

  test("show tells components, sources and what is disputed, in both languages", async () => {
    const dutch = await betrokken("frameworks", "show", "epstein6", "--lang", "nl");
    expect(dutch.code).toBe(0);
    const said = dutch.out.replace(/\s+/g, " ");
    for (const part of ["Opvoeden", "Meebeslissen", "Bronnen spreken elkaar tegen"]) expect(said).toContain(part);
    expect((await betrokken("frameworks", "show", "epstein6", "--format", "md")).out).toContain("Sources disagree");
    expect((await betrokken("frameworks", "show", "deruyter_rules")).out).toContain("Dialogue offering");
  });

  test("crosswalk shows both directions and the links themselves, in every format", async () => {
    const call = ["frameworks", "crosswalk", "lusse2013", "epstein6"];
    expect((await betrokken(...call)).out).toContain("Links between these two");
    const { forward, backward, links } = JSON.parse((await betrokken(...call, "--format", "json")).out);
    expect([forward.length, backward.length, links.length]).toEqual([6, 6, 6]);
    const csv = (await betrokken(...call, "--format", "csv", "--mappings", "stated")).out.split("\n");
    expect(csv[0]).toBe("component,label,framework,outcome,target,candidate,path");
    expect(csv).toContain("epstein6/parenting,Parenting,lusse2013,stated,lusse2013/home,,lusse2013/home (stated)");
    expect((await betrokken(...call, "--format", "md")).out).toContain("| Component |");
  });

  test("crosswalk of several theories, with a page to open", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "betrokken-")), "walk.html");
    const { code, err } = await betrokken(
      "frameworks",
      "crosswalk",
      "fan_chen",
      "hill_tyson",
      "lusse2011",
      "--out",
      file,
    );
    expect([code, err]).toEqual([0, expect.stringContaining("walk.html")]);
    expect(readFileSync(file, "utf8")).toContain("Three types of involvement");
  });

  test("instruments are found by the component they measure", async () => {
    const { out } = await betrokken("frameworks", "instruments", "hill_tyson.home_based_homework");
    expect(out).toContain("nhes_pfi");
    expect((await betrokken("frameworks", "instruments", "vanes_models/diversity")).out).toContain("No scale found");
    expect(JSON.parse((await betrokken("frameworks", "instruments", "--format", "json")).out)).toHaveLength(16);
  });

  test("analyse reads a study under a theory, and says what could not be placed", async () => {
    const { code, out, err } = await betrokken("analyse", STUDY, "--framework", "hill_tyson");
    expect(code).toBe(0);
    for (const part of ["The study under", "Home-based involvement (inferred)", "unmapped", "names no component"])
      expect(out.replace(/\s+/g, " ")).toContain(part);
    expect(err).toContain("different answer scales");
    const json = JSON.parse((await betrokken("analyse", STUDY, "--framework", "fan_chen", "--format", "json")).out);
    expect(json.regrouping).toMatchObject({ framework: "fan_chen", mappings: "all" });
    expect(json.regrouping.study).toBeUndefined();
    expect(json.measures["fan_chen/supervision:parents"]).toEqual(["fan_chen/supervision"]);
  });

  test("analyse without a theory is what it was", async () => {
    const json = JSON.parse((await betrokken("analyse", STUDY, "--format", "json")).out);
    expect(json.regrouping).toBeUndefined();
    expect(Object.keys(json.measures)).toContain("expectations");
  });
});

describe("refuses", () => {
  test.each([
    ["a theory", ["frameworks", "show", "hil_tyson"], 1, /Did you mean hill_tyson\?/],
    ["a component", ["frameworks", "instruments", "fan_chen/suporvision"], 1, /Did you mean fan_chen\/supervision\?/],
    ["a task", ["frameworks", "crosswlk", "a", "b"], 2, /Did you mean crosswalk\?/],
    ["a command", ["analize", "x"], 2, /Did you mean analyse\?/],
    ["an option", ["frameworks", "--mapings", "all"], 2, /Did you mean --mappings\?/],
    ["one theory to cross", ["frameworks", "crosswalk", "epstein6"], 2, /<theory> <theory> is missing/],
    ["a value", ["frameworks", "crosswalk", "epstein6", "lusse2011", "--mappings", "some"], 2, /stated\|all/],
    ["a tag", ["frameworks", "--tag", "kern"], 2, /--tag needs a value: core/],
  ] as const)("%s that does not exist", async (_, args, code, message) => {
    const result = await betrokken(...args);
    expect(result.err).toMatch(message);
    expect([result.code, result.out]).toEqual([code, ""]);
  });
});
