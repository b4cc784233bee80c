import { z } from "zod";
import { bothLanguages } from "./framework.ts";

/** How two components relate; read as "`from` is `relation` of (than, with) `to`". */
export const relation = z.enum([
  "same",
  "narrower",
  "broader",
  "elaborates",
  "overlaps",
  "servesGoal",
  "appliesTo",
  "connectsTo",
  "describedBy",
  "closestTo",
  "restsOn",
  "originOf",
  "lessRecognisedFormOf",
  "teacherSideOf",
  "addresses",
  "opposes",
  "kin",
]);

/** `stated`: a source document says so. `inferred`: a reasonable reading of this project. */
export const linkStatus = z.enum(["stated", "inferred"]);

const link = z.strictObject({
  from: z.string(),
  relation,
  to: z.string(),
  status: linkStatus,
  document: z.string().nullable().meta({ description: "Source document of a stated link." }),
  locate: z.string().nullable().meta({ description: "Where in that document." }),
  note: bothLanguages.nullable(),
  conflict: z.boolean().default(false).meta({ description: "true: another source says otherwise." }),
});

/** The file of links between components. */
export const crosswalkFile = z.strictObject({ about: bothLanguages, links: z.array(link) });

/** A link between two components of different theories. */
export type Link = z.output<typeof link>;
export type Relation = z.output<typeof relation>;
export type LinkStatus = z.output<typeof linkStatus>;
/** Which links count: those a source states, or also those inferred by this project. */
export type Mappings = "stated" | "all";
