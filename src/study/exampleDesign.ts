import type { ItemDesign, ScaleDesign, StudyDesign } from "./studyDesign.ts";

/**
 * Seed of the example study that ships with betrokken. It was chosen: the first seed whose sample lies close to the
 * population (data/example-study/README.md says how close, and how many seeds do).
 */
export const EXAMPLE_SEED = 52;

/** Items `stem1`, `stem2` ... of one scale; those named in `reversed` (from 1) are worded the other way round. */
function items(
  stem: string,
  loadings: readonly number[],
  cuts: readonly (readonly number[])[],
  reversed: number[] = [],
) {
  return loadings.map((loading, i): ItemDesign => {
    const item = { column: `${stem}${i + 1}`, loading, thresholds: cuts[i % cuts.length]! };
    return reversed.includes(i + 1) ? { ...item, reversed: true } : item;
  });
}

/** Where the answers 1-4 part: mostly agreement, or evenly spread. */
const AGREE4 = [
  [-1.9, -1.0, 0.4],
  [-1.7, -0.8, 0.6],
];
const EVEN4 = [
  [-1.2, -0.1, 1.0],
  [-0.9, 0.2, 1.3],
];
/** Where the answers 1-5 part. */
const OFTEN5 = [
  [-2.0, -1.2, -0.3, 0.8],
  [-1.7, -0.9, 0.0, 1.1],
];
const EVEN5 = [
  [-1.5, -0.6, 0.3, 1.3],
  [-1.2, -0.3, 0.6, 1.6],
];
const NOT_KNOWN = { code: 9, share: 0.01 };
const ONE = { minimum: 1, step: 1 };

const PARENT_SCALES: readonly ScaleDesign[] = [
  {
    name: "expectations",
    schoolShare: 0.08,
    ...ONE,
    empty: 0.03,
    items: items("verw", [0.8, 0.74, 0.76, 0.7], AGREE4, [3]),
  },
  {
    name: "communication",
    schoolShare: 0.07,
    ...ONE,
    empty: 0.03,
    items: items("prat", [0.74, 0.7, 0.72, 0.64, 0.68], OFTEN5),
  },
  {
    name: "supervision",
    schoolShare: 0.08,
    ...ONE,
    empty: 0.03,
    items: items("toez", [0.7, 0.66, 0.68, 0.62], AGREE4),
  },
  {
    name: "contact",
    schoolShare: 0.12,
    ...ONE,
    empty: 0.03,
    notKnown: NOT_KNOWN,
    items: items("cont", [0.8, 0.78, 0.7, 0.74, 0.76], OFTEN5, [4]),
  },
  { name: "participation", schoolShare: 0.09, ...ONE, empty: 0.03, items: items("deel", [0.76, 0.74, 0.68], EVEN4) },
  {
    name: "engagement",
    schoolShare: 0.08,
    ...ONE,
    empty: 0.03,
    notKnown: NOT_KNOWN,
    items: items("inzet", [0.82, 0.8, 0.76, 0.74, 0.78, 0.7], OFTEN5, [5]),
  },
];

const TEACHER_SCALES: readonly ScaleDesign[] = [
  {
    name: "competence",
    schoolShare: 0.06,
    ...ONE,
    empty: 0.03,
    items: items("vaar", [0.78, 0.76, 0.74, 0.72, 0.7, 0.68], OFTEN5, [6]),
  },
  {
    name: "inclusion",
    schoolShare: 0.12,
    ...ONE,
    empty: 0.03,
    items: items("besl", [0.78, 0.74, 0.72, 0.7, 0.68], EVEN5, [4]),
  },
  {
    name: "teacherContact",
    schoolShare: 0.08,
    ...ONE,
    empty: 0.04,
    items: items("leco", [0.74, 0.7, 0.68, 0.66], OFTEN5),
  },
];

/**
 * The example study: 842 teachers and 319 parents in 40 schools of three types. The sizes are those a Dutch project
 * reports; nothing else in it comes from real respondents. Felt competence and including parents in decisions go
 * together in regular and stimulation schools and against each other in special education.
 */
export const EXAMPLE_DESIGN: StudyDesign = {
  schoolTypes: [
    { name: "regulier", schools: 24, teacherCorrelations: [] },
    { name: "stimulering", schools: 9, teacherCorrelations: [] },
    { name: "speciaal", schools: 7, teacherCorrelations: [["competence", "inclusion", -0.4]] },
  ],
  teachers: 842,
  parents: 319,
  teacherScales: TEACHER_SCALES,
  parentScales: PARENT_SCALES,
  grade: {
    name: "grade",
    column: "cijfer",
    schoolShare: 0.12,
    mean: 6.9,
    standardDeviation: 0.95,
    minimum: 1,
    maximum: 10,
    step: 0.1,
    empty: 0.04,
  },
  parentCorrelations: [
    ["expectations", "communication", 0.3],
    ["expectations", "supervision", 0.2],
    ["expectations", "contact", 0.15],
    ["expectations", "participation", 0.15],
    ["expectations", "engagement", 0.35],
    ["communication", "supervision", 0.4],
    ["communication", "contact", 0.3],
    ["communication", "participation", 0.25],
    ["communication", "engagement", 0.3],
    ["supervision", "contact", 0.2],
    ["supervision", "participation", 0.1],
    ["supervision", "engagement", 0.2],
    ["contact", "participation", 0.45],
    ["contact", "engagement", 0.15],
    ["participation", "engagement", 0.15],
    ["expectations", "grade", 0.448],
    ["communication", "grade", 0.193],
    ["supervision", "grade", 0.158],
    ["contact", "grade", 0.11],
    ["participation", "grade", 0.094],
    ["engagement", "grade", 0.43],
  ],
  teacherCorrelations: [
    ["competence", "inclusion", 0.4],
    ["competence", "teacherContact", 0.3],
    ["inclusion", "teacherContact", 0.3],
  ],
  agreement: { parent: "contact", teacher: "teacherContact", correlation: 0.35 },
};
