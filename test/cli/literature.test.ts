import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";

async function betrokken(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const whole = args.includes("--lang") ? args : [...args, "--lang", "en"];
  const code = await main(whole, { ...terminal, width: 100, interactive: false });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("betrokken literature", () => {
  test("shows figures with their source, and contradictions where they matter, in both languages", async () => {
    const { code, out } = await betrokken("literature", "--component", "fan_chen.expectations");
    expect(code).toBe(0);
    const said = out.replace(/\s+/g, " ");
    for (const part of ["r = .39", "24,826", "Lusse (2011)", "Sources contradict each other"])
      expect(said).toContain(part);
    const dutch = await betrokken("literature", "--component", "fan_chen.expectations", "--lang", "nl");
    for (const part of ["r = ,39", "24.826", "Bronnen spreken elkaar tegen"])
      expect(dutch.out.replace(/\s+/g, " ")).toContain(part);
  });

  test("JSON and CSV hold what was asked, by sector, age and outcome", async () => {
    const json = JSON.parse(
      (await betrokken("literature", "--sector", "secondary", "--age", "12", "--format", "json")).out,
    );
    expect(json.length).toBeGreaterThan(0);
    const csv = (await betrokken("literature", "--outcome", "reading", "--format", "csv")).out.split("\n");
    expect(csv[0]).toBe(
      "id,components,match,subject,outcome,measure,value,lower,upper,r,k,n,population,sector,certainty,year,citation",
    );
  });

  test("nothing found is said; what does not exist is refused with what was meant", async () => {
    expect((await betrokken("literature", "--component", "vanes_models.diversity")).out).toContain(
      "No published figure",
    );
    const wrong = await betrokken("literature", "--framework", "hil_tyson");
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining("hill_tyson")]);
    expect((await betrokken("literature", "--age", "old")).code).toBeGreaterThan(0);
  });
});
