import { cholesky } from "../numeric/cholesky.ts";
import { fromRows } from "../numeric/matrices.ts";
import { type RandomStream, randomStream } from "../numeric/random.ts";
import { textFieldOf } from "../table/fields.ts";
import type { Table } from "../table/table.ts";
import { EXAMPLE_DESIGN } from "./exampleDesign.ts";
import { answerFields, numberedIds } from "./simulateAnswers.ts";
import { correlationMatrix, parentVariables, type StudyDesign, teacherMatrix } from "./studyDesign.ts";

/** The two files of a simulated study, as a researcher would receive them: raw answers, reversed items as worded. */
export interface SimulatedStudy {
  readonly parents: Table;
  readonly teachers: Table;
}

interface School {
  readonly id: string;
  readonly type: number;
  readonly size: number;
  /** The school's latent deviations, one per variable, standard normal. */
  readonly parents: Float64Array;
  readonly teachers: Float64Array;
}

interface Teacher {
  readonly id: string;
  readonly school: School;
  /** Latent deviations from the school, one per variable, standard normal. */
  readonly own: Float64Array;
}

interface Parent extends Teacher {
  readonly teacher: Teacher;
}

/** Draws standard normal variables that correlate as a matrix says. */
type Draw = (stream: RandomStream) => Float64Array;

/**
 * A made-up study of parents and teachers in schools, with known population values: for teaching, for trying the
 * software, and for checking that an analysis finds what was put in.
 * @param seed whole number; the same seed and design always give the same data
 * @param design sizes, scales and latent correlations; by default that of the example study
 * @returns tables `parents` and `teachers` with raw answers; every parent has a teacher of the same school
 * @see populationValues for what an infinite sample would give
 * @example simulateStudy(1).teachers.rows // 842
 */
export function simulateStudy(seed: number, design: StudyDesign = EXAMPLE_DESIGN): SimulatedStudy {
  const schools = makeSchools(design, randomStream(seed, 0));
  const teachers = makeTeachers(design, schools, randomStream(seed, 1));
  const parents = makeParents(design, teachers, randomStream(seed, 2));
  return {
    parents: parentTable(design, parents, randomStream(seed, 3)),
    teachers: teacherTable(design, teachers, randomStream(seed, 4)),
  };
}

function drawer(correlations: readonly (readonly number[])[]): Draw {
  const lower = cholesky(fromRows(correlations))!;
  return (stream) => {
    const independent = Float64Array.from(correlations, () => stream.normal());
    return independent.map((_, i) => {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += lower.data[i * lower.columns + j]! * independent[j]!;
      return sum;
    });
  };
}

function parentMatrix(design: StudyDesign): number[][] {
  const names = parentVariables(design).map(({ name }) => name);
  return correlationMatrix(names, design.parentCorrelations);
}

function makeSchools(design: StudyDesign, stream: RandomStream): School[] {
  const types = design.schoolTypes.flatMap(({ schools }, type) => Array<number>(schools).fill(type));
  const drawParents = drawer(parentMatrix(design));
  const drawTeachers = design.schoolTypes.map((type) => drawer(teacherMatrix(design, type)));
  const ids = numberedIds("S", types.length);
  return types.map((type, i) => ({
    id: ids[i]!,
    type,
    size: 0.5 + stream.uniform(),
    parents: drawParents(stream),
    teachers: drawTeachers[type]!(stream),
  }));
}

/** The first teacher of every school, then the others spread by the size of the schools. */
function makeTeachers(design: StudyDesign, schools: readonly School[], stream: RandomStream): Teacher[] {
  const draws = design.schoolTypes.map((type) => drawer(teacherMatrix(design, type)));
  return numberedIds("L", design.teachers).map((id, i) => {
    const school = schools[i] ?? pickBySize(schools, stream);
    return { id, school, own: draws[school.type]!(stream) };
  });
}

function pickBySize(schools: readonly School[], stream: RandomStream): School {
  const total = schools.reduce((sum, { size }) => sum + size, 0);
  let rest = stream.uniform() * total;
  return schools.find(({ size }) => (rest -= size) < 0) ?? schools.at(-1)!;
}

/** A parent's contact follows in part the teacher's; everything else is the parent's own. */
function makeParents(design: StudyDesign, teachers: readonly Teacher[], stream: RandomStream): Parent[] {
  const { parent, teacher, correlation } = design.agreement;
  const shared = parentVariables(design).findIndex(({ name }) => name === parent);
  const theirs = design.teacherScales.findIndex(({ name }) => name === teacher);
  const rest = parentMatrix(design);
  rest[shared]![shared]! -= correlation ** 2;
  const draw = drawer(rest);
  return numberedIds("O", design.parents).map((id) => {
    const one = teachers[stream.integer(teachers.length)]!;
    const own = draw(stream);
    own[shared]! += correlation * one.own[theirs]!;
    return { id, school: one.school, teacher: one, own };
  });
}

function parentTable(design: StudyDesign, parents: readonly Parent[], stream: RandomStream): Table {
  const latent = parents.map(({ school, own }) => ({ school: school.parents, own }));
  return {
    source: "ouders.csv",
    rows: parents.length,
    fields: [
      textFieldOf(
        "ouder_id",
        parents.map(({ id }) => id),
      ),
      textFieldOf(
        "leraar_id",
        parents.map(({ teacher }) => teacher.id),
      ),
      ...schoolFields(design, parents),
      ...parentVariables(design).flatMap((scale, j) => answerFields(scale, j, latent, stream)),
    ],
  };
}

function teacherTable(design: StudyDesign, teachers: readonly Teacher[], stream: RandomStream): Table {
  const latent = teachers.map(({ school, own }) => ({ school: school.teachers, own }));
  return {
    source: "leraren.csv",
    rows: teachers.length,
    fields: [
      textFieldOf(
        "leraar_id",
        teachers.map(({ id }) => id),
      ),
      ...schoolFields(design, teachers),
      ...design.teacherScales.flatMap((scale, j) => answerFields(scale, j, latent, stream)),
    ],
  };
}

function schoolFields(design: StudyDesign, people: readonly Teacher[]) {
  return [
    textFieldOf(
      "school_id",
      people.map(({ school }) => school.id),
    ),
    textFieldOf(
      "schooltype",
      people.map(({ school }) => design.schoolTypes[school.type]!.name),
    ),
  ];
}
