import { meant } from "../foundation/closest.ts";
import { refuse } from "../foundation/errors.ts";
import type { Text } from "../foundation/phrases.ts";
import type { FrameworkComponent } from "./framework.ts";
import { frameworks } from "./frameworks.ts";

/** A part of a theory that a scale may measure: its id is `framework/component`. */
export interface Component extends FrameworkComponent {
  readonly id: string;
  readonly framework: string;
  readonly frameworkLabel: Text;
}

let byId: ReadonlyMap<string, Component> | undefined;

function components(): ReadonlyMap<string, Component> {
  byId ??= new Map(
    frameworks().flatMap((framework) =>
      framework.components.map((one): [string, Component] => {
        const id = `${framework.id}/${one.id}`;
        return [id, { ...one, id, framework: framework.id, frameworkLabel: framework.label }];
      }),
    ),
  );
  return byId;
}

/** `framework.component` is read as `framework/component`. */
export function componentId(given: string): string {
  return given.includes("/") ? given : given.replace(".", "/");
}

/**
 * A component of a theory by its id.
 * @param id `framework/component`, as a study file writes it under `measures`; a dot will do for the slash
 * @returns undefined when there is none
 * @example component("fan_chen/supervision")?.label.en // "Home supervision"
 */
export function component(id: string): Component | undefined {
  return components().get(componentId(id));
}

/**
 * A component that must exist.
 * @throws framework/unknown-component, with the id that was probably meant
 * @example knownComponent("fan_chen.supervision").framework // "fan_chen"
 */
export function knownComponent(id: string): Component {
  return component(id) ?? refuse("framework/unknown-component", { id, ...meant(componentId(id), componentIds()) });
}

/** The ids of all components, or of those of one framework. */
export function componentIds(framework?: string): string[] {
  return [...components().values()].filter((one) => framework === undefined || one.framework === framework).map(idOf);
}

/** The ids of all frameworks. */
export function frameworkIds(): string[] {
  return frameworks().map(idOf);
}

/** What could have been meant: the components of the same framework, or else the frameworks. */
export function knownBeside(id: string): string[] {
  const siblings = componentIds(componentId(id).split("/")[0] ?? "");
  return siblings.length > 0 ? siblings : frameworkIds().map((framework) => `${framework}/...`);
}

/** Whether one component of a theory lies within another of it. */
export function liesWithin(inner: string, outer: string): boolean {
  for (let one = component(inner); one?.partOf !== undefined; ) {
    const whole = `${one.framework}/${one.partOf}`;
    if (whole === outer) return true;
    one = component(whole);
  }
  return false;
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
