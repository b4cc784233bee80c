import { describe, expect, test } from "vitest";
import { loadCard } from "../../src/results/registry.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const KINDS = ["alphaLevels", "guttmanLambdas", "omegaHierarchical", "ordinalAlpha"];

describe.each(KINDS)("%s agrees with R", (kind) => {
  test.each(fixtureCases(kind))("%s", async (_, { data, options, expected }) => {
    const { run } = await loadCard(kind);
    expect(disagreements(run(data, options), expected, 8)).toEqual([]);
  });
});

describe("mcdonaldOmega agrees with lavaan", () => {
  test.each(fixtureCases("mcdonaldOmega"))("%s", async (_, { data, options, expected }) => {
    const { run } = await loadCard("mcdonaldOmega");
    const { values } = expected as { values: { omega: number; observedOmega: number } };
    const { omega, observedOmega } = run(data, options) as never as { omega: number; observedOmega: number };
    expect(
      disagreements({ omega, observedOmega }, { omega: values.omega, observedOmega: values.observedOmega }, 7),
    ).toEqual([]);
  });
});
