import { describe, expect, test } from "vitest";
import { componentIds, knownComponent } from "../../src/frameworks/components.ts";
import { framework, frameworks } from "../../src/frameworks/frameworks.ts";
import type { Link, LinkStatus, Mappings, Relation } from "../../src/frameworks/link.ts";
import { links, type Mapping, mapComponent, mappingBy } from "../../src/frameworks/mapComponent.ts";
import { type Step, stepsOf } from "../../src/frameworks/pathSearch.ts";

function link(from: string, relation: Relation, to: string, status: LinkStatus = "stated"): Link {
  return { from, relation, to, status, document: null, locate: null, note: null, conflict: false };
}

/** Maps over made-up links, in which `t/part` lies within `t/whole`. */
function mapped(all: readonly Link[], from: string, to: string, mappings: Mappings = "all") {
  const within = (inner: string, outer: string) => inner === "t/part" && outer === "t/whole";
  return mappingBy(stepsOf(all), { from, to, mappings, parts: [] }, within);
}

describe("agrees with the rule", () => {
  test.each([
    ["same", "a/x", "t/y"],
    ["narrower", "a/x", "t/y"],
    ["elaborates", "a/x", "t/y"],
    ["same", "t/y", "a/x"],
    ["broader", "t/y", "a/x"],
  ] as const)("%s carries membership (%s to %s)", (relation, from, to) => {
    expect(mapped([link(from, relation, to)], "a/x", "t")).toMatchObject({ outcome: "stated", target: "t/y" });
  });

  test.each([
    ["broader", "a/x", "t/y"],
    ["narrower", "t/y", "a/x"],
    ["elaborates", "t/y", "a/x"],
    ["kin", "a/x", "t/y"],
    ["servesGoal", "a/x", "t/y"],
    ["closestTo", "a/x", "t/y"],
    ["opposes", "a/x", "t/y"],
  ] as const)("%s does not (%s to %s)", (relation, from, to) => {
    expect(mapped([link(from, relation, to)], "a/x", "t")).toMatchObject({ outcome: "unmapped", target: null });
  });

  test("overlaps leaves it ambiguous, from either end", () => {
    for (const one of [link("a/x", "overlaps", "t/y"), link("t/y", "overlaps", "a/x")]) {
      const { outcome, target, candidates } = mapped([one], "a/x", "t");
      expect([outcome, target, candidates.map(({ component }) => component)]).toEqual(["ambiguous", null, ["t/y"]]);
    }
  });

  test("paths run through other theories; the shortest counts", () => {
    const all = [
      link("a/x", "narrower", "b/x"),
      link("b/x", "same", "c/x"),
      link("c/x", "narrower", "t/far"),
      link("b/x", "narrower", "t/near"),
    ];
    expect(mapped(all, "a/x", "t")).toMatchObject({ target: "t/near" });
    expect(mapped(all, "a/x", "t").path.map(({ to }) => to)).toEqual(["b/x", "t/near"]);
    expect(mapped(all.slice(0, 3), "a/x", "t")).toMatchObject({ target: "t/far" });
  });

  test("at most one link of a path is inferred, and none with mappings: stated", () => {
    const one = [link("a/x", "same", "b/x", "inferred"), link("b/x", "same", "t/y")];
    const two = [link("a/x", "same", "b/x", "inferred"), link("b/x", "same", "t/y", "inferred")];
    expect(mapped(one, "a/x", "t")).toMatchObject({ outcome: "inferred", target: "t/y" });
    expect(mapped(one, "a/x", "t", "stated").outcome).toBe("unmapped");
    expect(mapped(two, "a/x", "t").outcome).toBe("unmapped");
  });

  test("the surest of equally short paths to one target counts", () => {
    const all = [
      link("a/x", "same", "b/x", "inferred"),
      link("b/x", "same", "t/y"),
      link("a/x", "same", "c/x"),
      link("c/x", "same", "t/y"),
    ];
    expect(mapped(all, "a/x", "t")).toMatchObject({ outcome: "stated", target: "t/y" });
  });

  test("several targets at the same distance are ambiguous, unless one contains the other", () => {
    const two = [link("a/x", "narrower", "t/y"), link("a/x", "narrower", "t/z")];
    expect(mapped(two, "a/x", "t")).toMatchObject({ outcome: "ambiguous", target: null });
    const nested = [link("a/x", "narrower", "t/whole"), link("a/x", "narrower", "t/part")];
    expect(mapped(nested, "a/x", "t")).toMatchObject({ outcome: "stated", target: "t/part", candidates: [] });
  });

  test("a nearer overlap with another component unsettles a longer chain, an equally near one does not", () => {
    const chain = [link("a/x", "same", "b/x"), link("b/x", "same", "t/y")];
    expect(mapped([...chain, link("a/x", "overlaps", "t/z")], "a/x", "t").outcome).toBe("ambiguous");
    expect(mapped([...chain, link("a/x", "overlaps", "t/y")], "a/x", "t").target).toBe("t/y");
    expect(mapped([link("a/x", "same", "t/y"), link("a/x", "overlaps", "t/z")], "a/x", "t").target).toBe("t/y");
  });

  test("a path never leads back into the own theory", () => {
    const all = [link("a/x", "same", "b/x"), link("b/x", "same", "a/other"), link("a/other", "same", "t/y")];
    expect(mapped(all, "a/x", "t").outcome).toBe("unmapped");
  });
});

describe("agrees with the data", () => {
  test.each([
    ["fan_chen/expectations", "hill_tyson", "stated", "hill_tyson/academic_socialization"],
    ["fan_chen.communication", "hill_tyson", "inferred", "hill_tyson/home_based"],
    ["fan_chen/expectations", "lusse2011", "stated", "lusse2011/support"],
    ["fan_chen/expectations", "lusse2013", "inferred", "lusse2013/home_learning"],
    ["catsambis_vo/parenting_vo", "lusse2013", "stated", "lusse2013/home"],
    ["dewit_roles/partner", "dewit6", "stated", "dewit6/equal_worth"],
    ["dewit_roles/partner", "tett", "inferred", "tett/partnership"],
    ["hill_tyson/school_based", "hill_tyson", "own", "hill_tyson/school_based"],
    ["lusse2011/participation", "fan_chen", "ambiguous", null],
    ["lusse2013/home", "epstein6", "unmapped", null],
    ["dewit_roles/helper", "epstein6", "unmapped", null],
  ] as const)("%s under %s: %s", (id, theory, outcome, target) => {
    expect(mapComponent(id, theory)).toMatchObject({ outcome, target });
  });

  test("Epstein's community is where the sources disagree: participation or contact", () => {
    const { outcome, candidates } = mapComponent("epstein6/community", "lusse2011");
    expect(outcome).toBe("ambiguous");
    expect(candidates.map(({ component, status, member }) => [component, status, member])).toEqual([
      ["lusse2011/participation", "inferred", true],
      ["lusse2011/contact", "stated", false],
    ]);
  });

  test("a whole is told what lies within it, but is not mapped to a part", () => {
    expect(mapComponent("lusse2013/home", "epstein6").parts).toEqual([
      "epstein6/parenting",
      "epstein6/learning_at_home",
    ]);
  });
});

/** Every component under every theory. */
function everyMapping(mappings: Mappings): Mapping[] {
  return componentIds().flatMap((id) => frameworks().map((theory) => mapComponent(id, theory.id, { mappings })));
}

function waysOf({ path, candidates }: Mapping): (readonly Step[])[] {
  return [path, ...candidates.map((one) => one.path)];
}

describe("always", () => {
  test.each(["stated", "all"] as const)("%s: a mapping is sure, open or absent, and says which", (mappings) => {
    const wrong = everyMapping(mappings).filter(({ framework: theory, outcome, target, path, candidates }) => {
      const sure = ["own", "stated", "inferred"].includes(outcome);
      const inferred = path.some(({ status }) => status === "inferred");
      return (
        (target !== null) !== sure ||
        candidates.length > 0 !== (outcome === "ambiguous") ||
        (target !== null && knownComponent(target).framework !== theory) ||
        inferred !== (outcome === "inferred")
      );
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ["stated", 0],
    ["all", 1],
  ] as const)("%s: a path is whole and holds at most %i inferred links", (mappings, most) => {
    const wrong = everyMapping(mappings).filter((mapping) =>
      waysOf(mapping).some(
        (way) =>
          way.filter(({ status }) => status === "inferred").length > most ||
          way.some((step, i) => step.from !== (i === 0 ? mapping.component : way[i - 1]!.to)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("every step of a path is a link of the data that carries membership, or overlaps", () => {
    const carried = new Set(
      links().flatMap(({ from, relation, to }) => [
        ...(["same", "narrower", "elaborates", "overlaps"].includes(relation) ? [`${from} ${to}`] : []),
        ...(["same", "broader", "overlaps"].includes(relation) ? [`${to} ${from}`] : []),
      ]),
    );
    const steps = everyMapping("all").flatMap(waysOf).flat();
    expect(steps.length).toBeGreaterThan(300);
    expect(steps.filter(({ from, to }) => !carried.has(`${from} ${to}`))).toEqual([]);
  });

  test("so many are mapped by the data: 67 stated, 168 inferred, 105 ambiguous", () => {
    const count = (mappings: Mappings, kind: string) =>
      everyMapping(mappings).filter(({ outcome }) => outcome === kind).length;
    expect(["own", "stated", "inferred", "ambiguous"].map((kind) => count("all", kind))).toEqual([234, 67, 168, 105]);
    expect(["own", "stated", "inferred"].map((kind) => count("stated", kind))).toEqual([234, 67, 0]);
  });

  test("what the stated links place, the inferred ones do not move, and it stays stated", () => {
    for (const id of componentIds())
      for (const theory of frameworks()) {
        const stated = mapComponent(id, theory.id, { mappings: "stated" });
        if (stated.outcome !== "stated") continue;
        expect(mapComponent(id, theory.id)).toMatchObject({ outcome: "stated", target: stated.target });
      }
  });

  test("is plain JSON", () => {
    const one = mapComponent("fan_chen/expectations", "lusse2011");
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });
});

describe("refuses", () => {
  test("an id that does not exist, with what was probably meant", () => {
    expect(() => mapComponent("fan_chen/expectation", "hill_tyson")).toThrow(/Did you mean fan_chen\/expectations\?/);
    expect(() => mapComponent("fan_chen/expectations", "hil_tyson")).toThrow(/Did you mean hill_tyson\?/);
    expect(() => framework("zzzz")).toThrow(/There is no theory zzzz\. betrokken frameworks lists them\.$/);
  });

  test("mappings that are neither stated nor all", () => {
    expect(() => mapComponent("fan_chen/expectations", "hill_tyson", { mappings: "some" as "all" })).toThrow(
      /mappings/,
    );
  });
});
