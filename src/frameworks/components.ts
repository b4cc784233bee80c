import file from "../../data/frameworks/components.json" with { type: "json" };
import type { Text } from "../foundation/phrases.ts";

/** A part of a theory that a scale may measure: its id is `framework/component`. */
export interface Component {
  readonly id: string;
  readonly framework: string;
  readonly label: Text;
  readonly frameworkLabel: Text;
}

const COMPONENTS: ReadonlyMap<string, Component> = new Map(
  file.frameworks.flatMap((framework) =>
    framework.components.map((component): [string, Component] => {
      const id = `${framework.id}/${component.id}`;
      return [id, { id, framework: framework.id, label: component.label, frameworkLabel: framework.label }];
    }),
  ),
);

/**
 * A component of a theory by its id.
 * @param id `framework/component`, as a study file writes it under `measures`
 * @returns undefined when there is none
 * @example component("fan_chen/supervision")?.label.en // "Home supervision"
 */
export function component(id: string): Component | undefined {
  return COMPONENTS.get(id);
}

/** The ids of all components, or of those of one framework. */
export function componentIds(framework?: string): string[] {
  return [...COMPONENTS.values()].filter((one) => framework === undefined || one.framework === framework).map(idOf);
}

/** The ids of all frameworks. */
export function frameworkIds(): string[] {
  return file.frameworks.map(idOf);
}

/** What could have been meant: the components of the same framework, or else the frameworks. */
export function knownBeside(id: string): string[] {
  const siblings = componentIds(id.split("/")[0] ?? "");
  return siblings.length > 0 ? siblings : frameworkIds().map((framework) => `${framework}/...`);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
