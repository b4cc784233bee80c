import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeFileWhole } from "../../src/sources/writeFile.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "betrokken-"));
});

afterEach(() => rm(folder, { recursive: true }));

describe("always", () => {
  test("text and bytes arrive whole, and nothing else is left behind", async () => {
    await writeFileWhole(join(folder, "a.csv"), "é");
    await writeFileWhole(join(folder, "b.bin"), Uint8Array.of(0, 255));
    expect(await readFile(join(folder, "a.csv"), "utf8")).toBe("é");
    expect([...(await readFile(join(folder, "b.bin")))]).toEqual([0, 255]);
    expect((await readdir(folder)).sort()).toEqual(["a.csv", "b.bin"]);
  });

  test("a file is replaced only when asked", async () => {
    const path = join(folder, "a.csv");
    await writeFile(path, "old");
    await expect(writeFileWhole(path, "new")).rejects.toMatchObject({
      code: "file/exists",
      location: { source: path },
    });
    expect(await readFile(path, "utf8")).toBe("old");
    await writeFileWhole(path, "new", { overwrite: true });
    expect(await readFile(path, "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["a.csv"]);
  });

  test("of two that write at once without leave to replace, one wins and one is told", async () => {
    const path = join(folder, "a.csv");
    const both = await Promise.allSettled([writeFileWhole(path, "one"), writeFileWhole(path, "two")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await readdir(folder)).toEqual(["a.csv"]);
  });
});

describe("refuses", () => {
  test("a folder that is not there, and a name that is a folder", async () => {
    await expect(writeFileWhole(join(folder, "no", "a.csv"), "x")).rejects.toMatchObject({ code: "file/unwritable" });
    await expect(writeFileWhole(folder, "x", { overwrite: true })).rejects.toMatchObject({ code: "file/unwritable" });
    expect(await readdir(folder)).toEqual([]);
  });
});
