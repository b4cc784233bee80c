import { describe, expect, test } from "vitest";
import { problemText } from "../../src/foundation/errors.ts";
import { notePhrase } from "../../src/foundation/phrases.ts";
import { checkStudy } from "../../src/study/checkStudy.ts";
import { scoreStudy } from "../../src/study/scoreStudy.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import { exampleTables, STUDY } from "./exampleStudy.ts";
import { PILOT, type PilotChanges, pilotTables } from "./pilotStudy.ts";

const NAN = Number.NaN;

function problems(changes: PilotChanges) {
  return checkStudy(PILOT, pilotTables(changes)).problems;
}

/** What a reader is told, in both languages. */
function told(changes: PilotChanges): string[][] {
  return problems(changes).map((problem) => [problemText(problem, "nl"), problemText(problem, "en")]);
}

function notes(changes: PilotChanges) {
  return checkStudy(PILOT, pilotTables(changes)).notes;
}

describe("finds, with file, row and column, in both languages", () => {
  test("an answer outside its scale", () => {
    expect(told({ numbers: { talk1: [5, 4, 2, 3, 1, 4, 6, 2] } })).toEqual([
      [
        "p.csv, rij 7, kolom talk1: Hier staat een antwoord dat niet op de antwoordschaal voorkomt (1-5, 9).",
        "p.csv, row 7, column talk1: Found an answer that is not on the answer scale (1-5, 9).",
      ],
    ]);
  });

  test("half an answer, where only whole ones can be given", () => {
    expect(problems({ numbers: { talk1: [5, 4, 2.5, 3, 1, 4, 5, 2] } })).toMatchObject([
      { code: "data/not-a-code", location: { source: "p.csv", row: 3, column: "talk1" } },
    ]);
  });

  test("a grade outside its bounds", () => {
    expect(told({ numbers: { grade: [8, 7, 5, 66, 4, 7, 9, 5] } })).toEqual([
      [
        "p.csv, rij 4, kolom grade: Hier staat een waarde buiten 1 tot 10.",
        "p.csv, row 4, column grade: Found a value outside 1 to 10.",
      ],
    ]);
  });

  test("text among numbers: how often, and where first; a number written as text is a number", () => {
    expect(told({ texts: { grade: ["8", "7,5", "ziek", "6", "?", null, "9", "5.5"] } })).toEqual([
      [
        "p.csv, rij 3, kolom grade: In 2 cellen staat tekst waar een getal hoort; dit is de eerste.",
        "p.csv, row 3, column grade: 2 cells hold text where a number should stand; this is the first.",
      ],
    ]);
  });

  test("an id twice", () => {
    expect(told({ texts: { nr: ["1", "2", "2", "4", "5", null, null, "8"] } })).toEqual([
      [
        "p.csv, rij 3, kolom nr: Hier staat hetzelfde id als in rij 2.",
        "p.csv, row 3, column nr: The same id stands here as in row 2.",
      ],
    ]);
  });

  test("a teacher who is not in the file of teachers; no teacher at all is no mistake", () => {
    expect(told({ texts: { teacher: ["x", "y", "z", "y", null, "y", "x", "y"] } })).toEqual([
      [
        "p.csv, rij 3, kolom teacher: Dit verwijst naar geen enkele rij van teachers.code.",
        "p.csv, row 3, column teacher: This refers to no row of teachers.code.",
      ],
    ]);
  });

  test("a column that is not there", () => {
    const { parents, teachers } = pilotTables();
    const without = { ...parents!, fields: parents!.fields.filter(({ name }) => name !== "school") };
    const [problem, ...rest] = checkStudy(PILOT, { parents: without, teachers: teachers! }).problems;
    expect(rest).toEqual([]);
    expect(problemText(problem!, "nl")).toBe(
      "p.csv, kolom school: Deze kolom is er niet. Kolommen: nr, teacher, kind, talk1, talk2, talk3, grade.",
    );
    expect(problemText(problem!, "en")).toBe(
      "p.csv, column school: There is no such column. Columns: nr, teacher, kind, talk1, talk2, talk3, grade.",
    );
  });

  test("a file without rows", () => {
    const names = ["nr", "teacher", "school", "kind"];
    const numbers = ["talk1", "talk2", "talk3", "grade"].map((name) => numberFieldOf(name, []));
    const empty = { source: "p.csv", rows: 0, fields: [...names.map((name) => textFieldOf(name, [])), ...numbers] };
    const tables = { ...pilotTables(), parents: empty };
    expect(checkStudy(PILOT, tables).problems.map((problem) => problemText(problem, "en"))).toEqual([
      "p.csv: There are no data rows.",
    ]);
    expect(problemText(checkStudy(PILOT, tables).problems[0]!, "nl")).toBe("p.csv: Er zijn geen gegevensrijen.");
    expect(() => scoreStudy(PILOT, tables)).toThrow(expect.objectContaining({ code: "data/empty" }));
  });

  test("a data set whose file was not read", () => {
    const { parents } = pilotTables();
    expect(checkStudy(PILOT, { parents: parents! }).problems.map((problem) => problemText(problem, "nl"))).toEqual([
      "De tabel van gegevensbestand teachers is er niet.",
    ]);
  });

  test("everything at once; of one kind in one column the first five, and how many more", () => {
    const many = problems({
      numbers: { talk1: [7, 7, 7, 7, 7, 7, 7, 7] },
      texts: { nr: ["1", "1", "3", "4", "5", "6", "7", "8"], grade: ["a", "7", "5", "6", "4", "7", "9", "5"] },
    });
    expect(many.map(({ code, location }) => `${code} ${location?.row ?? ""}`)).toEqual([
      "data/not-a-code 1",
      "data/not-a-code 2",
      "data/not-a-code 3",
      "data/not-a-code 4",
      "data/not-a-code 5",
      "study/more ",
      "study/text-cells 1",
      "data/duplicate-id 2",
    ]);
    expect(problemText(many[5]!, "nl")).toBe("p.csv, kolom talk1: Nog 3 van dezelfde soort in deze kolom.");
  });
});

describe("notes what does not stop the work, in both languages", () => {
  test("the same answer everywhere, and no answer at all; each once", () => {
    const found = notes({ numbers: { talk1: Array(8).fill(3), grade: [NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN] } });
    const texts = found.map(({ code, values }) => [notePhrase(code, values, "nl"), notePhrase(code, values, "en")]);
    expect(texts).toContainEqual([
      "talk1 heeft overal dezelfde waarde: er bestaat geen correlatie.",
      "talk1 has the same value everywhere: no correlation exists.",
    ]);
    expect(found.filter(({ code }) => code === "column/constant")).toHaveLength(1);
    expect(found.find(({ code }) => code === "column/too-few")?.values).toEqual({ column: "grade", n: 0 });
  });

  test("rows without an id, a school or a group are counted", () => {
    const found = notes({
      texts: {
        nr: ["1", null, "3", "4", "5", "6", "7", "8"],
        school: ["A", null, null, "B", "B", "B", "C", "C"],
        kind: ["special", "regular", "regular", "regular", "regular", "regular", "regular", null],
      },
    });
    const texts = found.map(({ code, values }) => notePhrase(code, values, "nl"));
    expect(texts).toEqual([
      "1 van de 8 rijen van parents hebben geen id.",
      "In 2 van de 8 rijen van parents is school leeg: ze tellen niet mee waar die kolom nodig is.",
      "In 1 van de 8 rijen van parents is kind leeg: ze tellen niet mee waar die kolom nodig is.",
    ]);
  });

  test("an item that runs against its scale, in other words when it was turned over", () => {
    const against = notes({ numbers: { talk1: [1, 2, 4, 3, 5, 2, 1, 4] } });
    expect(against.map(({ code, values }) => `${code} ${values.item}`)).toContain("item/negative talk1");
    const turned = notes({ numbers: { talk2: [5, 4, 2, 9, 1, 5, 4, 3] } });
    expect(turned.map(({ code, values }) => `${code} ${values.item}`)).toContain("item/negative-reversed talk2");
  });
});

describe("always", () => {
  test("nothing that is told holds an answer", () => {
    const texts = told({ numbers: { grade: [8, 7, 5, 66, 4, 7, 9, 5] }, texts: { talk1: Array(8).fill("geheim") } });
    expect(texts).toHaveLength(2);
    expect(texts.flat().filter((text) => /66|geheim/.test(text))).toEqual([]);
  });

  test("a sound study has no problems: the pilot and the example", async () => {
    expect(problems({})).toEqual([]);
    const { problems: found, notes: doubts } = checkStudy(STUDY, await exampleTables());
    expect(found).toEqual([]);
    expect(doubts.map(({ code }) => code)).toEqual(["study/synthetic"]);
  });
});
