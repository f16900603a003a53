/** Draws how long truces held: Kaplan and Meier's steps, the interval around them, who was last seen holding, who is at risk. */

import type { Curve, OneCurve } from "../contract";
import type { Island } from "../frame";
import { finish, label, mark, sheet, type Sheet } from "../lib/canvas";
import { el, svg } from "../lib/dom";
import { cut } from "../lib/words";
import { atRisk, axisDays, corners, intervals } from "./curve-layout";

/** More curves than this are not told apart by their dashes. */
const MOST = 6;
const DASHES = [null, "7 4", "2 3", "10 3 2 3", "1 5", "14 5"];
const LEFT = 44;
const TOP = 12;
const HIGH = 240;

const share = (value: number | null): string => (value === null ? "none" : value.toFixed(3));

export function island(data: Curve): Island {
  const notes = [
    el("p", {}, "Upright ticks: last seen holding, the end is not reported. Pale area: 95 % interval; none is drawn where the formula gives none."),
  ];
  if (data.curves.length > MOST) notes.push(el("p", {}, `The first ${MOST} curves are drawn; all are in the table.`));
  return {
    columns: ["Curve", "Days", "At risk", "Ended", "Censored", "Still held", "95 % interval"],
    rows: data.curves.flatMap((curve) =>
      curve.steps.map((step) => ({
        cells: [
          curve.label, String(step.days), String(step.at_risk), String(step.ended), String(step.censored),
          share(step.share), step.low === null || step.high === null ? "none" : `${share(step.low)} to ${share(step.high)}`,
        ],
        href: curve.href,
      })),
    ),
    noun: "step",
    notes,
    draw: (width) => draw({ ...data, curves: data.curves.filter((one) => one.steps.length > 0).slice(0, MOST) }, width),
  };
}

interface Scale {
  x: (days: number) => number;
  y: (share: number) => number;
  days: number[];
}

function draw(data: Curve, width: number): SVGSVGElement {
  const page = sheet(width, data.title, data.description);
  const longest = Math.max(1, ...data.curves.flatMap((curve) => curve.steps.map((step) => step.days)));
  const right = width - 16;
  const scale: Scale = {
    x: (days) => LEFT + ((right - LEFT) * days) / longest,
    y: (value) => TOP + HIGH * (1 - value),
    days: axisDays(longest, Math.max(3, Math.floor(width / 65))),
  };
  axes(page, scale, right);
  data.curves.forEach((curve, index) => page.svg.append(band(curve, scale, index)));
  data.curves.forEach((curve, index) => page.svg.append(line(curve, scale, index)));
  return finish(page, risks(page, data.curves, scale), []);
}

function axes(page: Sheet, scale: Scale, right: number): void {
  for (const quarter of [0, 0.25, 0.5, 0.75, 1]) {
    const y = scale.y(quarter);
    page.svg.append(
      svg("path", { class: quarter === 0 ? "rule" : "faint", d: `M${LEFT} ${y}H${right}` }),
      label(quarter.toFixed(2), LEFT - 6, y + 4, { anchor: "end", className: "axis" }),
    );
  }
  for (const day of scale.days) {
    page.svg.append(label(String(day), scale.x(day), scale.y(0) + 16, { anchor: "middle", className: "axis" }));
  }
  page.svg.append(label("days held", right, scale.y(0) + 32, { anchor: "end", className: "axis" }));
}

function band(curve: OneCurve, scale: Scale, index: number): SVGElement {
  const group = svg("g", { class: `curve-${index}` });
  for (const box of intervals(curve.steps)) {
    const x = scale.x(box.from);
    group.append(
      svg("rect", {
        class: "interval", fill: "currentColor", "fill-opacity": 0.16, x, y: scale.y(box.high),
        width: scale.x(box.to) - x, height: scale.y(box.low) - scale.y(box.high),
      }),
    );
  }
  return group;
}

function line(curve: OneCurve, scale: Scale, index: number): SVGElement {
  const points = corners(curve.steps).map(([days, value]) => `${scale.x(days).toFixed(1)} ${scale.y(value).toFixed(1)}`);
  const ticks = curve.steps.filter((step) => step.censored > 0);
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": 2.2 };
  const median = curve.median === null ? "no median: more than half still held" : `median ${curve.median} days`;
  const group = mark(
    curve.href,
    `${curve.label}: ${median}, ${curve.steps[0]?.at_risk ?? 0} at the start`,
    svg("path", { ...stroke, class: "shape", d: `M${points.join("L")}`, "stroke-dasharray": DASHES[index] ?? null }),
    svg("path", {
      ...stroke, "stroke-width": 1.6,
      d: ticks.map((step) => `M${scale.x(step.days).toFixed(1)} ${(scale.y(step.share) - 6).toFixed(1)}v12`).join(""),
    }),
  );
  group.classList.add(`curve-${index}`);
  return group;
}

/** Under the axis, a line for each curve: its dash, its name, and how many were at risk on the days of the axis. */
function risks(page: Sheet, curves: readonly OneCurve[], scale: Scale): number {
  let y = scale.y(0) + 52;
  page.svg.append(label("still at risk on that day", 0, y, { className: "axis" }));
  curves.forEach((curve, index) => {
    y += 20;
    const d = `M0 ${y - 4}H30`;
    page.svg.append(
      svg("path", {
        class: `curve-${index}`, d, fill: "none", stroke: "currentColor", "stroke-width": 2.2,
        "stroke-dasharray": DASHES[index] ?? null,
      }),
      label(cut(curve.label, page.width - 40, 12), 36, y, { className: "strong" }),
    );
    y += 17;
    for (const day of scale.days) page.svg.append(label(String(atRisk(curve.steps, day)), scale.x(day), y, { anchor: "middle" }));
  });
  return y + 4;
}
