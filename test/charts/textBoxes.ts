import { textWidth } from "../../src/charts/textWidth.ts";

/** Where a text stands in a drawing, in pixels. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const TAGS = /<(\/?)(g|text)\b([^>]*?)(\/?)>([^<]*)/g;

/** The boxes of all upright texts of a Vega SVG. */
export function textBoxes(svg: string): TextBox[] {
  const places: [number, number][] = [[0, 0]];
  const boxes: TextBox[] = [];
  for (const [, closing, tag, attributes = "", single, content = ""] of svg.matchAll(TAGS)) {
    if (tag === "g" && closing) places.pop();
    else if (tag === "g" && !single) places.push(added(places.at(-1)!, moved(attributes)));
    else if (tag === "text" && !closing && content !== "" && !attributes.includes("rotate"))
      boxes.push(boxOf(content, attributes, added(places.at(-1)!, moved(attributes))));
  }
  return boxes;
}

function added([a, b]: [number, number], [c, d]: [number, number]): [number, number] {
  return [a + c, b + d];
}

function moved(attributes: string): [number, number] {
  const found = /translate\((-?[\d.e-]+),\s*(-?[\d.e-]+)\)/.exec(attributes);
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
}

function boxOf(content: string, attributes: string, [x, base]: [number, number]): TextBox {
  const text = content.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 11);
  const width = textWidth(text, size, attributes.includes('font-weight="bold"'));
  const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? "start";
  const left = x - width * ({ start: 0, middle: 0.5, end: 1 }[anchor] ?? 0);
  return { text, left, right: left + width, top: base - size * 0.75, bottom: base };
}

/** Pairs of texts that lie over each other. */
export function overlaps(svg: string): string[] {
  const boxes = textBoxes(svg);
  const meet = (a: TextBox, b: TextBox) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (meet(a, b) ? [`${a.text} / ${b.text}`] : [])));
}
