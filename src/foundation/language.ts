export type Language = "nl" | "en";
export const LANGUAGES: readonly Language[] = ["nl", "en"];

/** A text in both languages. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}
