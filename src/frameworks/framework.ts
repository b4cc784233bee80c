import { z } from "zod";

/** A text in both languages, neither of them empty. */
export const bothLanguages = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });

/** What sort of system a framework is. */
export const frameworkKind = z.enum([
  "typology",
  "model",
  "goals",
  "process_model",
  "meta_analytic_categories",
  "concept_triad",
  "effects",
  "principles",
  "levels",
  "problem_list",
  "review_model",
  "dichotomy",
  "system_model",
  "components",
  "role_pairs",
  "quality_criteria",
  "phases",
  "ladder",
  "mechanisms",
  "continuum",
  "determinants",
]);

/** Who acts. */
export const perspective = z.enum(["parent", "teacher", "school", "pupil", "community", "both"]);

/** Where it happens. */
export const setting = z.enum(["home", "school", "both", "community"]);

/** What only some frameworks tell of their components. */
export const detailName = z.enum([
  "cluster",
  "facet",
  "positivePole",
  "negativePole",
  "parentRole",
  "schoolRole",
  "deficit",
  "situation",
  "interaction",
  "strength",
  "finding",
  "partnershipGoal",
]);

const component = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  label: bothLanguages,
  definition: bothLanguages.meta({ description: "In our own words, at most 25 words a language." }),
  perspective,
  setting,
  inDocuments: z.boolean().meta({ description: "false: added from outside the source documents." }),
  number: z.int().optional(),
  letter: z.string().optional(),
  level: z.int().optional(),
  partOf: z.string().optional().meta({ description: "The component of the same framework that contains this one." }),
  details: z.partialRecord(detailName, bothLanguages).optional(),
});

/** Where something was read: what the document calls it, which document, and where in it. */
export const citation = z.strictObject({
  citation: z.string().min(1),
  document: z.string(),
  locate: z.string().min(1),
});

const framework = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  label: bothLanguages,
  kind: frameworkKind,
  ordered: z.boolean(),
  perspective: z.array(perspective).min(1),
  tags: z.array(z.string()),
  citations: z.array(citation).min(1),
  original: z.string().nullable().meta({ description: "The publication it comes from, where it is known." }),
  note: bothLanguages.nullable(),
  conflicts: z.array(bothLanguages).meta({ description: "Where sources contradict each other or themselves." }),
  components: z.array(component).min(2),
});

const sourceDocument = z.strictObject({ id: z.string(), short: bothLanguages, citation: z.string().min(1) });

const matrix = z.strictObject({
  framework: z.string(),
  label: bothLanguages,
  citation,
  rows: bothLanguages,
  columns: bothLanguages,
  order: z.array(z.string()),
  outcomes: z.record(z.string(), bothLanguages),
  cells: z.array(z.array(z.string())),
  note: bothLanguages,
});

/** The file of theories. */
export const theoriesFile = z.strictObject({
  about: bothLanguages,
  documents: z.array(sourceDocument),
  frameworks: z.array(framework),
  matrices: z.array(matrix),
});

/** A theory of parental involvement, or a part of one: its components, who says so and where sources disagree. */
export type Framework = z.output<typeof framework>;
export type FrameworkComponent = z.output<typeof component>;
export type FrameworkKind = z.output<typeof frameworkKind>;
export type Perspective = z.output<typeof perspective>;
export type Setting = z.output<typeof setting>;
export type DetailName = z.output<typeof detailName>;
export type SourceDocument = z.output<typeof sourceDocument>;
/** What each pair of components brings together: `cells[row][column]` names one of the outcomes. */
export type FrameworkMatrix = z.output<typeof matrix>;
