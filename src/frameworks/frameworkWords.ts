import type { Text } from "../foundation/phrases.ts";
import type { DetailName, FrameworkKind, Perspective, Setting } from "./framework.ts";
import type { Relation } from "./link.ts";
import type { Outcome } from "./mapComponent.ts";

/** What each sort of framework is called. */
export const KIND_WORDS: Readonly<Record<FrameworkKind, Text>> = {
  typology: { nl: "typologie", en: "typology" },
  model: { nl: "model", en: "model" },
  goals: { nl: "doelen", en: "goals" },
  process_model: { nl: "procesmodel", en: "process model" },
  meta_analytic_categories: { nl: "indeling van een meta-analyse", en: "categories of a meta-analysis" },
  concept_triad: { nl: "drie begrippen", en: "three concepts" },
  effects: { nl: "effecten", en: "effects" },
  principles: { nl: "uitgangspunten", en: "principles" },
  levels: { nl: "niveaus", en: "levels" },
  problem_list: { nl: "knelpunten", en: "list of problems" },
  review_model: { nl: "model uit een overzicht", en: "model of a review" },
  dichotomy: { nl: "tweedeling", en: "dichotomy" },
  system_model: { nl: "systeemmodel", en: "system model" },
  components: { nl: "bestanddelen", en: "components" },
  role_pairs: { nl: "rollenparen", en: "pairs of roles" },
  quality_criteria: { nl: "kwaliteitskenmerken", en: "quality criteria" },
  phases: { nl: "fasen", en: "phases" },
  ladder: { nl: "ladder", en: "ladder" },
  mechanisms: { nl: "mechanismen", en: "mechanisms" },
  continuum: { nl: "continuüm", en: "continuum" },
  determinants: { nl: "invloeden", en: "determinants" },
};

/** Who acts. */
export const PERSPECTIVE_WORDS: Readonly<Record<Perspective, Text>> = {
  parent: { nl: "ouder", en: "parent" },
  teacher: { nl: "leraar", en: "teacher" },
  school: { nl: "school", en: "school" },
  pupil: { nl: "leerling", en: "pupil" },
  community: { nl: "buurt", en: "community" },
  both: { nl: "beide kanten", en: "both sides" },
};

/** Where it happens. */
export const SETTING_WORDS: Readonly<Record<Setting, Text>> = {
  home: { nl: "thuis", en: "home" },
  school: { nl: "school", en: "school" },
  both: { nl: "thuis en school", en: "home and school" },
  community: { nl: "buurt", en: "community" },
};

/** What a framework may tell of a component. */
export const DETAIL_WORDS: Readonly<Record<DetailName, Text>> = {
  cluster: { nl: "groep", en: "cluster" },
  facet: { nl: "kant", en: "facet" },
  positivePole: { nl: "gunstige pool", en: "favourable pole" },
  negativePole: { nl: "ongunstige pool", en: "unfavourable pole" },
  parentRole: { nl: "rol van ouders", en: "role of parents" },
  schoolRole: { nl: "rol van de school", en: "role of the school" },
  deficit: { nl: "tekort loopt", en: "deficit runs" },
  situation: { nl: "via de situatie", en: "by the situation" },
  interaction: { nl: "via de omgang", en: "by the interaction" },
  strength: { nl: "sterkte", en: "strength" },
  finding: { nl: "effect volgens de bron", en: "effect according to the source" },
  partnershipGoal: { nl: "doel van partnerschap", en: "goal of partnership" },
};

/** How a link reads: from ... to. */
export const RELATION_WORDS: Readonly<Record<Relation, Text>> = {
  same: { nl: "is hetzelfde als", en: "is the same as" },
  narrower: { nl: "is smaller dan", en: "is narrower than" },
  broader: { nl: "is breder dan", en: "is broader than" },
  elaborates: { nl: "werkt uit", en: "elaborates" },
  overlaps: { nl: "overlapt met", en: "overlaps with" },
  servesGoal: { nl: "dient het doel", en: "serves the goal" },
  appliesTo: { nl: "geldt voor", en: "applies to" },
  connectsTo: { nl: "hangt samen met", en: "is connected with" },
  describedBy: { nl: "wordt beschreven met", en: "is described by" },
  closestTo: { nl: "staat het dichtst bij", en: "is closest to" },
  restsOn: { nl: "steunt op", en: "rests on" },
  originOf: { nl: "is de oorsprong van", en: "is the origin of" },
  lessRecognisedFormOf: { nl: "is een minder herkende vorm van", en: "is a less recognised form of" },
  teacherSideOf: { nl: "is de kant van de leraar van", en: "is the teacher’s side of" },
  addresses: { nl: "pakt aan", en: "addresses" },
  opposes: { nl: "staat tegenover", en: "opposes" },
  kin: { nl: "is verwant aan", en: "is kin to" },
};

/** The same links read from the other end, for the relations that carry membership. */
export const REVERSED_WORDS: Readonly<Partial<Record<Relation, Text>>> = {
  same: RELATION_WORDS.same,
  broader: RELATION_WORDS.narrower,
  overlaps: RELATION_WORDS.overlaps,
};

/** How sure a mapping is. */
export const OUTCOME_WORDS: Readonly<Record<Outcome | "unnamed", Text>> = {
  own: { nl: "eigen onderdeel", en: "own component" },
  stated: { nl: "vermeld", en: "stated" },
  inferred: { nl: "afgeleid", en: "inferred" },
  ambiguous: { nl: "niet eenduidig", en: "ambiguous" },
  unmapped: { nl: "niet te plaatsen", en: "unmapped" },
  unnamed: { nl: "noemt geen onderdeel", en: "names no component" },
};
