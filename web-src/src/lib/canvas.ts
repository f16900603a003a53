/** What every drawing is made of: the sheet with its title, marks that lead to their rows, labels, a legend. */

import type { Child } from "./dom";
import { safeHref, svg } from "./dom";
import { LOOKS, type Look, lookWords, painted, patterns } from "./look";
import { textWidth, wrap } from "./words";

export interface Sheet {
  svg: SVGSVGElement;
  uid: string;
  width: number;
}

let sheets = 0;

/** An empty drawing that says what it is; its height is set by `finish`. */
export function sheet(width: number, title: string, description: string): Sheet {
  const uid = `i${++sheets}`;
  const drawing = svg(
    "svg",
    { class: "figure", role: "group", width, "aria-labelledby": `${uid}-t`, "aria-describedby": `${uid}-d` },
    svg("title", { id: `${uid}-t` }, title),
    svg("desc", { id: `${uid}-d` }, description),
  );
  return { svg: drawing, uid, width };
}

/** One sign of the legend: `sign` draws it into a box of 26 by 16 units at its place. */
export interface Sign {
  sign: (x: number, y: number) => SVGElement;
  words: string;
}

/** Adds the legend of the looks used and of other signs, and gives the drawing its height. */
export function finish(page: Sheet, height: number, looks: Iterable<Look>, others: Sign[] = []): SVGSVGElement {
  const used = new Set(looks);
  page.svg.insertBefore(patterns(page.uid, used), page.svg.childNodes[2] ?? null);
  const signs = LOOKS.filter((look) => used.has(look)).map((look) => ({
    sign: (x: number, y: number) => svg("rect", { ...painted(page.uid, look), x: x + 1, y: y + 1, width: 26, height: 14 }),
    words: lookWords(look),
  }));
  const below = legend(page, height + 12, [...signs, ...others]);
  page.svg.setAttribute("height", String(Math.ceil(below)));
  page.svg.setAttribute("viewBox", `0 0 ${page.width} ${Math.ceil(below)}`);
  return page.svg;
}

function legend(page: Sheet, top: number, signs: Sign[]): number {
  if (signs.length === 0) return top;
  const places = flow(signs.map((one) => 34 + textWidth(one.words, 12) + 14), page.width);
  const group = svg("g", { class: "legend", "aria-hidden": "true" });
  signs.forEach((one, index) => {
    const { x, line } = places[index] ?? { x: 0, line: 0 };
    const y = top + line * 22;
    group.append(one.sign(x, y), label(one.words, x + 34, y + 12, { size: 12 }));
  });
  page.svg.append(group);
  return top + ((places.at(-1)?.line ?? 0) + 1) * 22;
}

/** Where things of these widths stand when they are set in lines, as words are. */
export function flow(widths: number[], width: number): { x: number; line: number }[] {
  let x = 0;
  let line = 0;
  return widths.map((wide) => {
    if (x > 0 && x + wide > width) {
      x = 0;
      line += 1;
    }
    const place = { x, line };
    x += wide;
    return place;
  });
}

export interface LabelOptions {
  size?: number;
  anchor?: "start" | "middle" | "end";
  className?: string;
  halo?: boolean;
}

/** One line of text. */
export function label(text: string, x: number, y: number, options: LabelOptions = {}): SVGTextElement {
  const classes = ["label", options.halo ? "halo" : "", options.className ?? ""].filter(Boolean).join(" ");
  return svg(
    "text",
    { class: classes, x, y, "font-size": options.size ?? 12, "text-anchor": options.anchor ?? "start" },
    text,
  );
}

/** Several lines of text, centred on y; gives the element, which is to be appended. */
export function block(text: string, x: number, y: number, width: number, options: LabelOptions & { most?: number } = {}) {
  const size = options.size ?? 12;
  const lines = wrap(text, width, size, options.most ?? 2);
  const group = svg("g");
  lines.forEach((line, index) => {
    group.append(label(index < lines.length - 1 ? `${line} ` : line, x, y + (index - (lines.length - 1) / 2) * size * 1.2 + size * 0.35, options));
  });
  return group;
}

/**
 * A mark that leads to its rows: a link whose title says in words what it shows. Where words stand in the drawing of the
 * mark they are its name as well; an aria-label would replace what people see by something else.
 */
export function mark(href: string | null, says: string, ...shapes: Child[]): SVGElement {
  const safe = safeHref(href);
  const title = svg("title", {}, says);
  const worded = shapes.some((shape) => shape instanceof Element && (shape.matches("text") || shape.querySelector("text")));
  const name = { class: "mark", "aria-label": worded ? null : says };
  return safe === null
    ? svg("g", { ...name, role: worded ? null : "img" }, title, ...shapes)
    : svg("a", { ...name, href: safe, "data-mark": "" }, title, ...shapes);
}

/** What a mark says. */
export function saysOf(mark: Element): string {
  return mark.querySelector("title")?.textContent ?? "";
}
