import { z } from "zod";
import data from "../../data/frameworks/instruments.json" with { type: "json" };
import { knownComponent } from "./components.ts";
import { bothLanguages } from "./framework.ts";
import { mapComponent } from "./mapComponent.ts";
import { frameworkOf, type Step } from "./pathSearch.ts";

const scale = z.strictObject({
  label: bothLanguages,
  measures: z.array(z.string()).meta({ description: "Components it measures, as this project reads it." }),
  items: z.int().nullable(),
  alpha: z.number().nullable(),
  response: bothLanguages.nullable(),
  seen: z
    .enum(["found", "secondary", "document", "unchecked"])
    .meta({ description: "On a page, by way of another text, in a source document, or from memory (names only)." }),
});

const instrument = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  citation: z.string().min(1),
  respondents: z.array(z.enum(["parent", "teacher", "pupil", "school"])).min(1),
  population: bothLanguages,
  totalItems: z.int().nullable(),
  access: bothLanguages,
  addresses: z.array(z.url()),
  note: bothLanguages.nullable(),
  scales: z.array(scale).min(1),
});

const file = z.strictObject({ about: bothLanguages, instruments: z.array(instrument) });

/** A questionnaire: who answers it, its scales and what they measure; never its items. */
export type Instrument = z.output<typeof instrument>;
export type InstrumentScale = z.output<typeof scale>;

let read: readonly Instrument[] | undefined;

/**
 * The questionnaires on parental involvement that are known here.
 * @example instruments().length // 16
 */
export function instruments(): readonly Instrument[] {
  read ??= file.parse(data).instruments;
  return read;
}

/** A scale that measures a component. */
export interface InstrumentMatch {
  readonly instrument: Instrument;
  readonly scale: InstrumentScale;
  /** What it measures, as this project reads it. */
  readonly component: string;
  /** The links a source states from there to the component asked for; empty when it measures that one itself. */
  readonly path: readonly Step[];
}

/**
 * Which scales measure a component: those read as measuring it, and those that measure a component which falls under
 * it by links that a source states. That a scale measures something is this project's reading, so inferred links are
 * not added to it.
 * @param id `framework/component` (a dot will do for the slash)
 * @throws framework/unknown-component with what was probably meant
 * @example instrumentsFor("seitsinger/services").map(({ instrument }) => instrument.id) // ["seitsinger_q"]
 */
export function instrumentsFor(id: string): InstrumentMatch[] {
  const asked = knownComponent(id).id;
  return instruments().flatMap((one) =>
    one.scales.flatMap((part) =>
      part.measures.flatMap((component) => {
        const { target, path } = mapComponent(component, frameworkOf(asked), { mappings: "stated" });
        return target === asked ? [{ instrument: one, scale: part, component, path }] : [];
      }),
    ),
  );
}
