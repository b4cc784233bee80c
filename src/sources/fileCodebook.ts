/** What a statistical file says about its own columns and about itself, as found. */
export interface FileCodebook {
  /** Title of the file. */
  readonly label: string | null;
  readonly documents: readonly string[];
  /** The column that weights the rows, where weighting was on when the file was saved. */
  readonly weight: string | null;
  readonly variables: readonly FileVariable[];
  readonly responseSets: readonly ResponseSet[];
  readonly attributes: readonly FileAttribute[];
}

export interface FileVariable {
  readonly name: string;
  readonly label: string | null;
  /** Bytes of a text column; 0 for numbers. */
  readonly width: number;
  /** How the program shows it: F8.2, A20, DATE11. */
  readonly format: string;
  readonly measure: "unknown" | "nominal" | "ordinal" | "scale";
  readonly role: "input" | "target" | "both" | "none" | "partition" | "split" | null;
  readonly valueLabels: readonly { readonly value: number | string; readonly label: string }[];
  readonly missing: DeclaredMissing;
  readonly attributes: readonly FileAttribute[];
}

/** Values declared as no answer: single ones, and a range with both ends in it (null is without end). */
export interface DeclaredMissing {
  readonly values: readonly (number | string)[];
  readonly range: { readonly low: number | null; readonly high: number | null } | null;
}

/** Several columns that are one question with several answers. */
export interface ResponseSet {
  readonly name: string;
  readonly label: string;
  /** Every column an answer given (categories), or every column one option ticked with `counted` (dichotomies). */
  readonly kind: "categories" | "dichotomies";
  readonly counted: string | null;
  readonly columns: readonly string[];
}

export interface FileAttribute {
  readonly name: string;
  readonly values: readonly string[];
}
