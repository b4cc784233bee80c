import { z } from "zod";
import { described, shared } from "../foundation/options.ts";
import { available } from "../foundation/result.ts";
import { categoryColumns, numberColumn, numberColumns } from "../table/input.ts";
import { BACK_TRANSFORM_NAMES } from "./backTransform.ts";
import { SANDWICH_CORRECTIONS } from "./blockSandwich.ts";

/** What statistics of effects that belong together take, offer and give. */
export const multilevelColumns = {
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  levels: categoryColumns({
    en: "what effects belong to, the outermost first: study, effect",
    nl: "waar effecten bij horen, het buitenste eerst: studie, effect",
  }),
  crossed: categoryColumns({
    en: "further groups that lie across these, each with a variance: measure, country",
    nl: "verdere groepen die dwars hierop staan, elk met een variantie: meetinstrument, land",
  }).optional(),
  moderators: numberColumns({ en: "moderators that are numbers", nl: "moderatoren die getallen zijn" }).optional(),
  factors: categoryColumns({ en: "moderators that are categories", nl: "moderatoren die categorieën zijn" }).optional(),
} as const;

export const multilevelOptions = {
  method: described(z.enum(["REML", "ML"]).default("REML"), {
    en: "restricted maximum likelihood, or maximum likelihood to compare models with other moderators",
    nl: "restricted maximum likelihood, of maximum likelihood om modellen met andere moderatoren te vergelijken",
  }),
  test: described(z.enum(["contain", "residual", "z"]).default("contain"), {
    en: "t with degrees of freedom by the level a moderator varies at, t with effects less coefficients, or z",
    nl: "t met vrijheidsgraden naar het niveau waarop een moderator varieert, t met effecten min coëfficiënten, of z",
  }),
  robust: described(z.enum([...SANDWICH_CORRECTIONS, "none"]).default("CR2"), {
    en: "tests beside it that are robust to dependence within the outermost level (J groups, N effects, p coefficients): CR2, CR3, CR0, or CR1 times J/(J-1), CR1p times J/(J-p), CR1S times J(N-1)/((J-1)(N-p))",
    nl: "toetsen ernaast die robuust zijn tegen afhankelijkheid binnen het buitenste niveau (J groepen, N effecten, p coëfficiënten): CR2, CR3, CR0, of CR1 maal J/(J-1), CR1p maal J/(J-p), CR1S maal J(N-1)/((J-1)(N-p))",
  }),
  varianceIntervals: described(z.enum(["profile", "none"]).default("profile"), {
    en: "intervals of the variances: from the profile of the likelihood, or none (saves time)",
    nl: "intervallen van de varianties: uit het profiel van de likelihood, of geen (bespaart tijd)",
  }),
  confidenceLevel: shared.confidenceLevel,
  backTransform: described(z.enum(BACK_TRANSFORM_NAMES).default("none"), {
    en: "also give the mean on the original scale; fisherZ: estimates are Fisher z, give correlations",
    nl: "geef het gemiddelde ook op de oorspronkelijke schaal; fisherZ: schattingen zijn Fishers z, geef correlaties",
  }),
} as const;

const tested = {
  standardError: available,
  statistic: available,
  df: available,
  pValue: available,
  lower: available,
  upper: available,
};

const together = { statistic: available, df: z.int(), dfError: available, pValue: available };

const level = z.strictObject({
  level: z.string(),
  groups: z.int(),
  variance: z.number(),
  standardDeviation: z.number(),
  lower: available,
  upper: available,
  I2: z.number(),
  statistic: z.number(),
  pValue: z.number(),
  boundaryPValue: z.number(),
});

const prediction = { predictionLower: available, predictionUpper: available };

export const multilevelFields = {
  k: z.int(),
  clusters: z.int(),
  coefficients: z.array(
    z.strictObject({ term: z.string(), estimate: z.number(), ...tested, robust: z.strictObject(tested).nullable() }),
  ),
  tests: z.array(z.strictObject({ term: z.string(), ...together, robust: z.strictObject(together).nullable() })),
  references: z.record(z.string(), z.string()),
  levels: z.array(level),
  tau2: z.number(),
  I2: z.number(),
  Q: z.number(),
  dfQ: z.int(),
  pQ: z.number(),
  logLikelihood: z.number(),
  parameters: z.int(),
  AIC: z.number(),
  BIC: z.number(),
  AICc: z.number(),
  ...prediction,
  transformed: z.strictObject({ estimate: z.number(), lower: available, upper: available, ...prediction }).nullable(),
  converged: z.boolean(),
} as const;
