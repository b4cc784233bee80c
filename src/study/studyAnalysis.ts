import type { Language, Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import type { Describe } from "../inference/describe.ts";
import type { PearsonCorrelation } from "../inference/pearsonCorrelation.ts";
import type { CronbachAlpha } from "../questionnaire/cronbachAlpha.ts";
import type { IntraclassCorrelation } from "../questionnaire/intraclassCorrelation.ts";
import type { StudyFile } from "./studyFile.ts";

/** A data set as it was analysed. */
export interface StudySample {
  readonly data: string;
  readonly label: Text;
  readonly role: StudyFile["data"][string]["role"];
  readonly rows: number;
  /** Number of schools or classes; null where none are declared. */
  readonly clusters: number | null;
  /** The groups in it with their labels and rows; null where none are declared. */
  readonly groups: Readonly<Record<string, { readonly label: Text; readonly rows: number }>> | null;
  /** What the groups are: a type of school. */
  readonly groupedBy: Text | null;
}

/** The correlations of one analysis, over all rows or within one group of them. */
export interface StudyCorrelations {
  readonly name: string;
  readonly label: Text;
  readonly data: string;
  /** The group it is about; null for all rows. */
  readonly group: Text | null;
  readonly predictors: readonly string[];
  readonly outcomes: readonly string[];
  readonly result: PearsonCorrelation;
}

/** Scales and outcomes of one data set described, over all rows or group by group. */
export interface StudyDescriptives {
  readonly data: string;
  readonly byGroup: boolean;
  readonly result: Describe;
}

/** How much of a scale or outcome lies between the clusters of its data set. */
export interface StudyClustering {
  readonly variable: string;
  readonly data: string;
  readonly result: IntraclassCorrelation;
}

/** What came out of a study: plain JSON, not yet made safe to show. */
export interface StudyAnalysis {
  readonly title: Text;
  readonly synthetic: boolean;
  readonly language: Language;
  readonly disclosure: StudyFile["disclosure"];
  readonly samples: readonly StudySample[];
  readonly labels: Readonly<Record<string, Text>>;
  /** The theory components that each scale measures, where the file names them. */
  readonly measures: Readonly<Record<string, readonly string[]>>;
  readonly mainOutcome: string | null;
  readonly reliability: readonly { readonly scale: string; readonly result: CronbachAlpha }[];
  readonly descriptives: readonly StudyDescriptives[];
  readonly clustering: readonly StudyClustering[];
  readonly correlations: readonly StudyCorrelations[];
  readonly notes: readonly Note[];
}
