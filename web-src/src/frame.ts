/** What stands around every drawing: title, description, buttons, what was left out, the same rows as a table. */

import type { Common } from "./contract";
import { type Child, el, linkTo } from "./lib/dom";
import { rove } from "./lib/rove";
import { download, fileName, png, standalone } from "./lib/save";
import { counted } from "./lib/words";

export interface Row {
  cells: string[];
  href: string | null;
}

/** What an island gives: its rows, how it is drawn in a width, and sentences to be set under the drawing. */
export interface Island {
  columns: string[];
  rows: Row[];
  noun: string;
  draw: (width: number) => SVGSVGElement;
  notes?: Child[];
}

/** Rows up to which the table is made with the figure, so that searching the page finds them. */
const AT_ONCE = 500;

let frames = 0;

/** Replaces what stands in `root` by the island; it is drawn anew when its width changes. */
export function mount(root: HTMLElement, data: Common, island: Island): void {
  const id = `island-${++frames}`;
  const level = Number(root.dataset["heading"] ?? 3);
  const heading = el(`h${Math.min(6, Math.max(1, level || 3))}` as "h3", { id, class: "island-title" }, data.title);
  const parts: Child[] = [heading, el("p", { class: "island-says" }, data.description)];
  if (island.rows.length === 0) parts.push(nothing(data));
  else parts.push(figure(data, island), ...(island.notes ?? []), table(island, id));
  parts.push(leftOut(data), island.rows.length === 0 ? null : searched(data));
  const section = el("section", { class: "island", "aria-labelledby": id }, ...parts);
  root.replaceChildren(section);
}

/** Says that nothing was found, in what, and that this is no news of peace. */
function nothing(data: Common): HTMLElement {
  return el(
    "div",
    { class: "island-empty", role: "note" },
    el("strong", {}, "No data."),
    ` Nothing was found in ${data.searched}. This does not mean that nothing happened.`,
  );
}

function searched(data: Common): HTMLElement {
  return el("p", { class: "island-searched" }, `Found in ${data.searched}. `, data.href === null ? "" : linkTo(data.href, "All rows"));
}

function leftOut(data: Common): HTMLElement | null {
  const kept = data.left_out.filter((one) => one.count > 0);
  if (kept.length === 0) return null;
  const items = kept.map((one) => el("li", {}, linkTo(one.href, `${one.count.toLocaleString("en")}: ${one.reason}`)));
  return el("div", { class: "island-left-out" }, el("p", {}, "Left out of the figure:"), el("ul", {}, ...items));
}

function figure(data: Common, island: Island): HTMLElement {
  const readout = el("p", { class: "island-readout", "aria-hidden": "true" });
  const hint = "Arrow keys go from mark to mark; Enter opens its rows.";
  const place = el("div", { class: "island-drawing" });
  let drawn = 0;
  let drawing: SVGSVGElement | null = null;
  const draw = (): void => {
    const width = Math.floor(place.clientWidth) || 640;
    if (width === drawn) return;
    drawn = width;
    drawing = island.draw(width);
    rove(drawing, (text) => readout.replaceChildren(text));
    place.replaceChildren(drawing);
    readout.replaceChildren(drawing.querySelector("a[data-mark]") ? hint : "");
  };
  // The first observation comes once the element is laid out, later ones when the window or a panel changes.
  if (typeof ResizeObserver === "undefined") draw();
  else new ResizeObserver(draw).observe(place);
  return el("figure", { class: "island-figure" }, place, readout, buttons(data, island.notes ?? [], () => drawing));
}

function buttons(data: Common, notes: Child[], drawing: () => SVGSVGElement | null): HTMLElement {
  const said = notes.map((note) => (note instanceof Node ? (note.textContent ?? "") : (note ?? ""))).filter(Boolean);
  const caption = [data.description, ...said, `Found in ${data.searched}.`, `enduse, ${location.href}`];
  const text = (): string => {
    const shown = drawing();
    if (!shown) throw new Error("there is no drawing yet");
    return standalone(shown, data.title, caption);
  };
  const says = el("span", { class: "island-saved", role: "status" });
  const button = (label: string, save: () => Promise<void>): HTMLElement => {
    const made = el("button", { type: "button", class: "island-button" }, label);
    made.addEventListener("click", () => {
      save().then(
        () => says.replaceChildren(""),
        (error: unknown) => says.replaceChildren(`Not saved: ${error instanceof Error ? error.message : "unknown reason"}`),
      );
    });
    return made;
  };
  const name = fileName(data.title);
  return el(
    "div",
    { class: "island-buttons" },
    button("Save as SVG", async () => download(new Blob([text()], { type: "image/svg+xml" }), `${name}.svg`)),
    button("Save as PNG", async () => download(await png(text()), `${name}.png`)),
    says,
  );
}

/** The twin: the same rows, for those who do not see the drawing or want to read it. */
function table(island: Island, id: string): HTMLElement {
  const head = el("tr", {}, ...island.columns.map((column) => el("th", { scope: "col" }, column)));
  const body = el("tbody");
  const fill = (): void => {
    const cells = (row: Row): Child[] =>
      row.cells.map((cell, index) => el("td", {}, index === 0 ? linkTo(row.href, cell || "not told") : cell));
    if (body.rows.length === 0) body.append(...island.rows.map((row) => el("tr", {}, ...cells(row))));
  };
  const name = `The same ${counted(island.rows.length, island.noun)} as a table`;
  const inner = el("table", {}, el("caption", {}, name), el("thead", {}, head), body);
  const scroll = { class: "island-scroll", tabindex: "0", role: "region", "aria-labelledby": `${id}-table` };
  const twin = el("details", { class: "island-table" }, el("summary", { id: `${id}-table` }, name), el("div", scroll, inner));
  if (island.rows.length <= AT_ONCE) fill();
  else twin.addEventListener("toggle", fill); // a long table costs more than the figure, and few open it
  return twin;
}
