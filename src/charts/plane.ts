import type { Shown } from "../foundation/glossary.ts";
import type { Language } from "../foundation/phrases.ts";
import { type Layer, tickLabels } from "./chart.ts";
import { drawnName } from "./plainText.ts";
import { textWidth } from "./textWidth.ts";

/** A dot between two number lines: where it stands and what it is called. */
export interface PlaneDot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Relative area, from 0 to 1; null draws all dots alike. */
  readonly size: number | null;
  readonly xText: string;
  readonly yText: string;
}

/** A number line: its ends, its title and how its numbers are written. */
export interface PlaneAxis {
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly shown: Shown;
  /** Whether it runs downwards or to the left. */
  readonly reversed?: boolean;
}

export interface Plane {
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
}

export const PLANE = { width: 440, height: 320 } as const;

/** The ends of a number line around all that is drawn on it, with a little room; room without values. */
export function domainAround(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) * 0.06 : Math.max(0.5, Math.abs(low) / 10);
  return [low - room, high + room];
}

/** The two axes as an encoding that all layers share. */
export function planeEncoding({ x, y }: Plane, language: Language) {
  return { x: channel(x, language), y: channel(y, language) };
}

function channel({ title, domain, shown, reversed }: PlaneAxis, language: Language) {
  return {
    type: "quantitative" as const,
    scale: { domain: [...domain], nice: false, zero: false, ...(reversed ? { reverse: true } : {}) },
    axis: { title, labelExpr: tickLabels(language, shown), labelFlush: false, grid: false, tickCount: 6 },
  };
}

/** The dots, with their figures on hover. */
export function dotLayer(dots: readonly PlaneDot[], titles: Readonly<Record<"name" | "x" | "y", string>>): Layer[] {
  if (dots.length === 0) return [];
  const sized = dots.some(({ size }) => size !== null);
  return [
    {
      data: { values: dots.map((dot) => ({ ...dot })) },
      mark: {
        type: "point",
        shape: "circle",
        style: "estimate",
        opacity: 0.8,
        clip: true,
        ...(sized ? {} : { size: 55 }),
      },
      encoding: {
        x: { field: "x", type: "quantitative" },
        y: { field: "y", type: "quantitative" },
        ...(sized
          ? { size: { field: "size", type: "quantitative", scale: { domain: [0, 1], range: [12, 420] }, legend: null } }
          : {}),
        tooltip: [
          { field: "name", title: titles.name, type: "nominal" },
          { field: "xText", title: titles.x, type: "nominal" },
          { field: "yText", title: titles.y, type: "nominal" },
        ],
      },
    },
  ];
}

/** A straight or broken line through points, in a style of the theme. */
export function lineLayer(points: readonly (readonly [number, number])[], style: string): Layer {
  return {
    data: { values: points.map(([x, y], order) => ({ x, y, order })) },
    mark: { type: "line", style, clip: true },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
      order: { field: "order", type: "quantitative" },
    },
  };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LONGEST = 26;
const LETTER = 12;
const APART = 9;
const DOT = 4;

/** Names beside their dots, in the order given, each only where it covers no dot, no other name and not the edge. */
export function nameLayers(named: readonly PlaneDot[], dots: readonly PlaneDot[], plane: Plane): Layer[] {
  const taken: Box[] = dots.map((dot) => dotBox(placeOf(dot, plane)));
  const values = named.flatMap((dot) => {
    const text = drawnName(dot.name, LONGEST);
    const [x, y] = placeOf(dot, plane);
    const width = textWidth(text, LETTER);
    const free = [x + APART, x - APART - width]
      .map((left) => ({ left, right: left + width, top: y - LETTER / 2 - 1, bottom: y + LETTER / 2 + 1 }))
      .find((box) => box.left >= 0 && box.right <= PLANE.width && !taken.some((other) => meet(box, other)));
    if (free === undefined) return [];
    taken.push(free);
    return [{ text, left: free.left, at: y }];
  });
  return values.map(({ text, left, at }) => ({
    data: { values: [{ text }] },
    mark: { type: "text", style: "label", fontSize: LETTER },
    encoding: {
      x: { value: Math.round(left) },
      y: { value: Math.round(at) },
      text: { field: "text", type: "nominal" },
    },
  }));
}

function placeOf({ x, y }: PlaneDot, plane: Plane): readonly [number, number] {
  return [pixel(x, plane.x, PLANE.width, false), pixel(y, plane.y, PLANE.height, true)];
}

function dotBox([x, y]: readonly [number, number]): Box {
  return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT };
}

function pixel(value: number, { domain, reversed }: PlaneAxis, length: number, isVertical: boolean): number {
  const share = (value - domain[0]) / (domain[1] - domain[0]);
  return length * (isVertical === (reversed === true) ? share : 1 - share);
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom && b.top < a.bottom;
}
