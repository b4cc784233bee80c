/** An item: how strongly it follows its scale (loading), and where on the normal scale its answers part. */
export interface ItemDesign {
  readonly column: string;
  readonly loading: number;
  readonly thresholds: readonly number[];
  readonly reversed?: boolean;
}

/** A scale: its items, the share of its latent variance between schools, its answers and what is left empty. */
export interface ScaleDesign {
  readonly name: string;
  readonly schoolShare: number;
  readonly minimum: number;
  readonly step: number;
  readonly empty: number;
  /** A code that stands for "don't know", and how often it is given. */
  readonly notKnown?: { readonly code: number; readonly share: number };
  readonly items: readonly ItemDesign[];
}

/** A grade: a normal variable in steps, cut off at its bounds. */
export interface GradeDesign {
  readonly name: string;
  readonly column: string;
  readonly schoolShare: number;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly empty: number;
}

/** Latent correlations of two variables, the same between and within schools: [first, second, correlation]. */
export type LatentCorrelation = readonly [string, string, number];

export interface SchoolTypeDesign {
  readonly name: string;
  readonly schools: number;
  /** What differs in this type of school from `teacherCorrelations`. */
  readonly teacherCorrelations: readonly LatentCorrelation[];
}

/** Everything a simulated study needs. All latent variables are standard normal. */
export interface StudyDesign {
  readonly schoolTypes: readonly SchoolTypeDesign[];
  readonly teachers: number;
  readonly parents: number;
  readonly teacherScales: readonly ScaleDesign[];
  readonly parentScales: readonly ScaleDesign[];
  readonly grade: GradeDesign;
  readonly parentCorrelations: readonly LatentCorrelation[];
  readonly teacherCorrelations: readonly LatentCorrelation[];
  /** What a parent and the linked teacher share: a scale of each, and the latent correlation within schools. */
  readonly agreement: { readonly parent: string; readonly teacher: string; readonly correlation: number };
}

/** The grade as a scale of one perfect item: its thresholds lie halfway between neighbouring grades. */
export function gradeAsScale(grade: GradeDesign): ScaleDesign {
  const steps = Math.round((grade.maximum - grade.minimum) / grade.step);
  const cut = (i: number) => (grade.minimum + (i + 0.5) * grade.step - grade.mean) / grade.standardDeviation;
  const thresholds = Array.from({ length: steps }, (_, i) => cut(i));
  const { name, column, schoolShare, minimum, step, empty } = grade;
  return { name, schoolShare, minimum, step, empty, items: [{ column, loading: 1, thresholds }] };
}

/** A correlation matrix from its pairs; a pair that is not named is uncorrelated, a later pair replaces an earlier one. */
export function correlationMatrix(names: readonly string[], pairs: readonly LatentCorrelation[]): number[][] {
  const matrix = names.map((_, i) => names.map((_, j) => Number(i === j)));
  for (const [a, b, correlation] of pairs) {
    const i = names.indexOf(a);
    const j = names.indexOf(b);
    matrix[i]![j] = matrix[j]![i] = correlation;
  }
  return matrix;
}

/** Names of the latent variables of parents: their scales and the grade. */
export function parentVariables(design: StudyDesign): ScaleDesign[] {
  return [...design.parentScales, gradeAsScale(design.grade)];
}

/** The teachers' latent correlations in one type of school. */
export function teacherMatrix(design: StudyDesign, type: SchoolTypeDesign): number[][] {
  const names = design.teacherScales.map(({ name }) => name);
  return correlationMatrix(names, [...design.teacherCorrelations, ...type.teacherCorrelations]);
}

/** The same study with more schools, teachers and parents. */
export function enlarged(design: StudyDesign, times: number): StudyDesign {
  return {
    ...design,
    schoolTypes: design.schoolTypes.map((type) => ({ ...type, schools: type.schools * times })),
    teachers: design.teachers * times,
    parents: design.parents * times,
  };
}
