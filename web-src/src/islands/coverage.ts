/** Draws how many articles of each outlet there are by day or week; where there are none, that there are none. */

import type { Coverage, Outlet } from "../contract";
import type { Island } from "../frame";
import { finish, label, mark, sheet, type Sheet } from "../lib/canvas";
import { el, svg } from "../lib/dom";
import { dayNumber, ticks } from "../lib/days";
import { counted, cut, textWidth } from "../lib/words";
import { stripOf, unitsOf } from "./coverage-layout";

const BAR = 30;

export function island(data: Coverage): Island {
  const most = Math.max(0, ...data.outlets.flatMap((outlet) => outlet.cells.map((cell) => cell.count)));
  return {
    columns: ["Outlet", data.unit === "day" ? "Day" : "Week from", "Articles"],
    rows: data.outlets.flatMap((outlet) =>
      outlet.cells.map((cell) => ({ cells: [outlet.label, cell.start, String(cell.count)], href: cell.href })),
    ),
    noun: data.unit,
    notes: [
      el("p", {}, `Heights: articles a ${data.unit}, one scale for all outlets; the highest bar is ${counted(most, "article")}. Hatched: no article of the outlet is in the ledger, whether or not it printed any.`),
    ],
    draw: (width) => draw(data, width, most),
  };
}

function draw(data: Coverage, width: number, most: number): SVGSVGElement {
  const page = sheet(width, data.title, data.description);
  const wide = width >= 560;
  const left = wide ? Math.min(180, width * 0.24) : 0;
  const inner = width - left - 1;
  const unit = inner / unitsOf(data.from, data.to, data.unit);
  page.svg.append(hatch(page.uid));
  let y = 8;
  for (const outlet of data.outlets) {
    if (!wide) y += 18;
    const name = label(cut(outlet.label, wide ? left - 10 : width, 12), 0, wide ? y + BAR - 8 : y - 5);
    page.svg.append(outlet.href === null ? name : mark(outlet.href, `${outlet.label}: all its articles`, name));
    page.svg.append(strip(page, outlet, data, { left, top: y, unit, most }));
    y += BAR + 10;
  }
  const from = dayNumber(data.from);
  const days = dayNumber(data.to) - from + (data.unit === "day" ? 1 : 7);
  for (const tick of ticks(from, dayNumber(data.to), Math.max(2, Math.floor(inner / 80)))) {
    const x = left + ((tick.day - from) / days) * inner;
    const anchor = x > width - 40 ? "end" : x < left + 10 ? "start" : "middle";
    page.svg.append(svg("path", { class: "rule", d: `M${x} ${y}v5` }), label(tick.label, x, y + 18, { anchor, className: "axis" }));
  }
  return finish(page, y + 22, []);
}

interface Place {
  left: number;
  top: number;
  unit: number;
  most: number;
}

function strip(page: Sheet, outlet: Outlet, data: Coverage, place: Place): SVGElement {
  const { bars, gaps } = stripOf(outlet.cells, data.from, data.to, data.unit);
  const group = svg("g", { transform: `translate(${place.left} ${place.top})` });
  for (const gap of gaps) {
    const width = gap.length * place.unit;
    const words = `${counted(gap.length, data.unit)} without`;
    group.append(
      svg("rect", { x: gap.at * place.unit, y: 0, width, height: BAR, fill: `url(#${page.uid}-gap)`, class: "gap" }),
    );
    if (textWidth(words, 11) + 10 < width) {
      const x = gap.at * place.unit + width / 2;
      group.append(label(words, x, BAR / 2 + 4, { size: 11, anchor: "middle", halo: true, className: "soft" }));
    }
  }
  for (const { at, cell } of bars) {
    const height = Math.max(3, (BAR * cell.count) / place.most);
    const width = Math.max(1, place.unit - (place.unit > 4 ? 1 : 0));
    group.append(
      mark(
        cell.href,
        `${outlet.label}, ${data.unit === "week" ? "week from " : ""}${cell.start}: ${counted(cell.count, "article")}`,
        svg("rect", { class: "hit", x: at * place.unit, y: 0, width, height: BAR }),
        svg("rect", { class: "shape look-occurred", fill: "currentColor", x: at * place.unit, y: BAR - height, width, height }),
      ),
    );
  }
  group.append(svg("path", { class: "rule", d: bars.map((bar) => `M${bar.at * place.unit} ${BAR}h${place.unit}`).join("") }));
  return group;
}

function hatch(uid: string): SVGDefsElement {
  const lines = svg("path", { class: "faint", d: "M-2 8L8 -2M3 13L13 3" });
  return svg("defs", {}, svg("pattern", { id: `${uid}-gap`, width: 10, height: 10, patternUnits: "userSpaceOnUse" }, lines));
}
