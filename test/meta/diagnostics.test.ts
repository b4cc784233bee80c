import { describe, expect, test } from "vitest";
import { loadCard } from "../../src/results/registry.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const KINDS = [
  "baujat",
  "blups",
  "cumulativeMeta",
  "gosh",
  "henmiCopas",
  "influence",
  "leaveOneOut",
  "mantelHaenszel",
  "metaResiduals",
  "petoOddsRatio",
  "profileLikelihood",
];

describe.each(KINDS)("%s agrees with metafor", (kind) => {
  test.each(fixtureCases(kind))("%s", async (_, { data, options, expected }) => {
    const { run } = await loadCard(kind);
    expect(disagreements(run(data, options), expected, 9)).toEqual([]);
  });
});
