import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTable } from "../../src/sources/readTable.ts";
import { toJsonColumns } from "../../src/table/jsonColumns.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "betrokken-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe("agrees with the truth table", () => {
  test.each([
    ["a.csv", "a;b\n1,5;x\n;y"],
    ["b.TXT", "a|b\n1.5|x\n|y"],
    ["c.tsv", "a\tb\n1.5\tx\n\ty"],
    ["d.json", '\ufeff[{ "a": 1.5, "b": "x" }, { "b": "y" }]'],
    ["e.json", '{ "columns": { "a": [1.5, null], "b": ["x", "y"] } }'],
    ["f.ndjson", '{ "a": 1.5, "b": "x" }\r\n\r\n{ "a": null, "b": "y" }\n'],
  ])("%s", async (name, content) => {
    const { table } = await readTable(await file(name, content));
    expect(toJsonColumns(table)).toEqual({ source: name, rows: 2, columns: { a: [1.5, null], b: ["x", "y"] } });
  });
});

describe("always", () => {
  test("what is known beforehand goes to the reader of any kind", async () => {
    const known = { missing: [99, "n.v.t."], source: "ouders" };
    const csv = await readTable(await file("g.csv", "a;b\n1;x\n99;y\nn.v.t.;y"), known);
    const json = await readTable(await file("g.json", '{"columns":{"a":[1,99,"n.v.t."],"b":["x","y","y"]}}'), known);
    expect({ ...csv.table, lines: undefined }).toEqual({ ...json.table, lines: undefined });
    expect(json.table.source).toBe("ouders");
    expect(json.table.fields[0]!.reasons).toEqual({ codes: Uint8Array.of(0, 1, 2), labels: ["99", "n.v.t."] });
  });

  test("rows of JSON lines know their line, and a delimited file tells what was decided", async () => {
    const { table } = await readTable(await file("h.ndjson", '\n{"a":1}\n\n{"a":2}'));
    expect([...table.lines!]).toEqual([2, 4]);
    const { decided } = await readTable(await file("h.csv", "a;b\n1,5;2"));
    expect(decided).toEqual({ encoding: "utf-8", delimiter: ";", decimal: "," });
  });
});

describe("refuses", () => {
  test.each([
    ["i.csv", "", "data/empty", {}],
    ["i.json", " ", "data/empty", {}],
    ["j.json", "[]", "data/empty", {}],
    ["k.json", '[{"a":1},', "file/json", {}],
    ["l.json", '"text"', "file/json-shape", {}],
    ["m.json", '[{"a":1}, 2]', "file/json-shape", { row: 2 }],
    ["n.json", '[{"a":1}, {"a":[2]}]', "file/json-cell", { row: 2, column: "a" }],
    ["o.json", '{"columns":{"a":[1],"b":[1,2]}}', "input/unequal-length", { column: "b" }],
    ["p.ndjson", '{"a":1}\n{a}\n', "file/json", { line: 2 }],
    ["q.ndjson", '{"a":1}\n\n[2]\n', "file/json-shape", { row: 2, line: 3 }],
    ["r.xlsx", "PK", "file/kind", {}],
  ])("%s: %s", async (source, content, code, place) => {
    await expect(readTable(await file(source, content))).rejects.toMatchObject({
      code,
      location: { source, ...place },
    });
  });

  test("all bad lines at once, and no word of what they hold", async () => {
    const path = await file("s.ndjson", '{"a":1}\ngeheim\n{"a":2}\ngeheim');
    const error = await readTable(path).catch((error: unknown) => error);
    expect(error).toMatchObject({ problems: [{ location: { line: 2 } }, { location: { line: 4 } }] });
    expect(String(error)).not.toContain("geheim");
  });

  test("a file that is not there, and a folder", async () => {
    await expect(readTable(join(folder, "no.csv"))).rejects.toMatchObject({ code: "file/not-found" });
    await mkdir(join(folder, "folder.csv"));
    await expect(readTable(join(folder, "folder.csv"))).rejects.toMatchObject({ code: "file/unreadable" });
  });
});
