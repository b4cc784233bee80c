import { describe, expect, test } from "vitest";
import { betaLower, betaQuantile } from "../../src/numeric/betaDistribution.ts";
import { bivariateNormalLower } from "../../src/numeric/bivariateNormal.ts";
import { chiSquareLower, chiSquareQuantile, chiSquareUpper } from "../../src/numeric/chiSquare.ts";
import { digamma } from "../../src/numeric/digamma.ts";
import { fLower, fQuantile, fUpper } from "../../src/numeric/fDistribution.ts";
import { gammaLower, gammaQuantile } from "../../src/numeric/gammaDistribution.ts";
import { logGamma } from "../../src/numeric/gammaFunction.ts";
import { noncentralChiSquareLower } from "../../src/numeric/noncentralChiSquare.ts";
import { noncentralFLower } from "../../src/numeric/noncentralF.ts";
import { noncentralTLower } from "../../src/numeric/noncentralT.ts";
import { normalLower, normalQuantile, normalUpper } from "../../src/numeric/normal.ts";
import { studentizedRangeLower, studentizedRangeQuantile } from "../../src/numeric/studentizedRange.ts";
import { studentTLower, studentTQuantile } from "../../src/numeric/studentT.ts";
import { truthTable, worstPoint } from "./truthTable.ts";

/** Every function of the 40-digit table, and the digits it must keep at its worst point. */
const FUNCTIONS: readonly [string, (...args: number[]) => number, number][] = [
  ["pnorm", normalLower, 13],
  ["pnorm_upper", normalUpper, 13],
  ["qnorm", normalQuantile, 13],
  ["pt", studentTLower, 12],
  ["qt", studentTQuantile, 12],
  ["pchisq", chiSquareLower, 12],
  ["pchisq_upper", chiSquareUpper, 12],
  ["qchisq", chiSquareQuantile, 12],
  ["pf", fLower, 12],
  ["pf_upper", fUpper, 12],
  ["qf", fQuantile, 12],
  ["pbeta", betaLower, 12],
  ["qbeta", betaQuantile, 12],
  ["pgamma", (x, shape) => gammaLower(x!, shape!), 12],
  ["qgamma", (p, shape) => gammaQuantile(p!, shape!), 12],
  ["lgamma", logGamma, 11],
  ["digamma", digamma, 11],
  ["bvn", bivariateNormalLower, 8],
  ["pchisq_nc", noncentralChiSquareLower, 11],
  ["pf_nc", noncentralFLower, 11],
  ["pt_nc", noncentralTLower, 8],
  ["ptukey", studentizedRangeLower, 8],
  ["qtukey", studentizedRangeQuantile, 8],
];

describe("agrees with the truth table", () => {
  test.each(FUNCTIONS)("%s", (name, compute, digits) => {
    // The table has no value where its own computation overflowed.
    const known = truthTable(name).filter(({ expected }) => expected !== null);
    expect(known.length).toBeGreaterThan(20);
    const worst = worstPoint(known, compute);
    expect(worst.digits, JSON.stringify(worst)).toBeGreaterThanOrEqual(digits);
  });
});
