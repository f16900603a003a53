/** Draws events, plans and states of ceasefires in lanes by source; where a source is silent, the lane is. */

import type { Lane, LaneGroup, State, TimeMark, Timeline } from "../contract";
import type { Island } from "../frame";
import { finish, label, mark, sheet, type Sheet, type Sign } from "../lib/canvas";
import { dayNumber, dayText, periodText, ticks } from "../lib/days";
import { el, svg } from "../lib/dom";
import { type Look, lookOf, painted, statusWords } from "../lib/look";
import { STATES, stateSign } from "../lib/states";
import { counted, cut, textWidth } from "../lib/words";
import { isCount, packed, type Placed, quiet, type Scale, scaleOf, spoken } from "./timeline-layout";

const ROW = 20;
const COUNTS = 44;

const KINDS: Record<TimeMark["kind"], string> = { event: "event", plan: "plan", state: "ceasefire", violation: "violation" };

function statusOf(one: TimeMark): string {
  return statusWords(one.state ?? one.status ?? "occurred", one.stance);
}

export function island(data: Timeline): Island {
  const lanes = data.groups.flatMap((group) => group.lanes.map((lane) => ({ group, lane })));
  const counts = lanes.some(({ lane }) => isCount(lane));
  return {
    columns: ["Day", "Lane", "Of", "Kind", "Status or state", "What", "Count"],
    rows: lanes
      .flatMap(({ group, lane }) => lane.marks.map((one) => ({ group, lane, one })))
      .sort((a, b) => a.one.start.localeCompare(b.one.start))
      .map(({ group, lane, one }) => ({
        cells: [
          one.start === one.end ? one.start : `${periodText(one.start, one.end)} (${one.precision})`, lane.label, group.label,
          KINDS[one.kind], statusOf(one), one.label, String(one.count),
        ],
        href: one.href,
      })),
    noun: "mark",
    notes: [
      el("p", {}, "A bar spans the days that the words leave open. A lane's line breaks where the source is not found to have said anything: silence is no news either way."),
      counts ? el("p", {}, "Violations are counted for each monitor by itself, on one scale. They are never added up: monitors may count the same incident.") : null,
    ],
    draw: (width) => draw(data, width),
  };
}

interface Frame {
  page: Sheet;
  data: Timeline;
  scale: Scale;
  left: number;
  most: number;
}

function draw(data: Timeline, width: number): SVGSVGElement {
  const page = sheet(width, data.title, data.description);
  const left = width >= 620 ? Math.min(210, width * 0.25) : 0;
  const marks = data.groups.flatMap((group) => group.lanes.flatMap((lane) => lane.marks));
  const most = Math.max(1, ...marks.filter((one) => one.kind === "violation").map((one) => one.count));
  const frame: Frame = { page, data, scale: scaleOf(data.from, data.to, left + 8, width - 8), left, most };
  const grid = svg("g");
  page.svg.append(grid);
  let y = 4;
  for (const group of data.groups) y = groupOf(frame, group, y);
  axis(frame, grid, y, width);
  const looks = marks.filter((one) => one.state === null).map((one) => lookOf(one.status ?? "occurred", one.stance));
  return finish(page, y + 24, looks as Look[], stateSigns(marks));
}

function stateSigns(marks: readonly TimeMark[]): Sign[] {
  const used = new Set(marks.filter((one) => one.kind !== "violation").map((one) => one.state));
  const shown = STATES.filter((state) => used.has(state));
  return shown.map((state: State) => ({ sign: (x, y) => stateSign(state, "stated", x + 14, y + 8), words: state.replaceAll("_", " ") }));
}

function axis(frame: Frame, grid: SVGElement, y: number, width: number): void {
  const { data, scale, left, page } = frame;
  for (const tick of ticks(dayNumber(data.from), dayNumber(data.to), Math.max(2, Math.floor((width - left) / 80)))) {
    const x = scale(tick.day);
    const anchor = x > width - 40 ? "end" : x < left + 24 ? "start" : "middle";
    grid.append(svg("path", { class: "faint", d: `M${x.toFixed(1)} 0V${y}` }));
    page.svg.append(label(tick.label, x, y + 16, { anchor, className: "axis" }));
  }
}

function groupOf(frame: Frame, group: LaneGroup, top: number): number {
  let y = top + 20;
  frame.page.svg.append(label(cut(group.label, frame.page.width * 0.9, 13), 0, y - 4, { size: 13, className: "strong", halo: true }));
  for (const lane of group.lanes) y = laneOf(frame, group, lane, y);
  return y + 10;
}

function laneOf(frame: Frame, group: LaneGroup, lane: Lane, top: number): number {
  const { page, left } = frame;
  const above = left === 0 ? 17 : 0;
  const placed = packed(lane.marks, frame.scale, isCount(lane) ? 5 : 16);
  const rows = Math.max(1, ...placed.map((one) => one.row + 1));
  const height = isCount(lane) ? COUNTS : rows * ROW + 6;
  const name = label(cut(lane.label, left === 0 ? page.width : left - 8, 12), 0, above ? top + 13 : top + ROW / 2 + 7, { halo: true });
  page.svg.append(lane.href === null ? name : mark(lane.href, `${lane.label}: all its rows`, name));
  const y = top + above;
  const line = isCount(lane) ? y + height - 4 : y + ROW / 2 + 3;
  for (const one of spoken(lane)) page.svg.append(svg("path", { class: "rule", d: `M${frame.scale(one.from).toFixed(1)} ${line}H${frame.scale(one.to).toFixed(1)}` }));
  silences(frame, lane, line);
  for (const one of placed) page.svg.append(isCount(lane) ? bar(frame, lane, one, line) : sign(frame, group, lane, one, y));
  return y + height;
}

function silences(frame: Frame, lane: Lane, line: number): void {
  for (const one of quiet(lane, frame.data.to)) {
    const from = frame.scale(one.from);
    const width = frame.scale(one.to) - from;
    const words = one.open ? `silent since ${dayText(one.from - 1)}` : `silent ${counted(one.to - one.from, "day")}`;
    const d = `M${from.toFixed(1)} ${line - 4}v8${one.open ? "" : `M${(from + width).toFixed(1)} ${line - 4}v8`}`;
    frame.page.svg.append(svg("path", { class: "faint", d }));
    if (textWidth(words, 11) + 8 > width) continue;
    frame.page.svg.append(label(words, from + width / 2, line + 4, { size: 11, anchor: "middle", className: "soft", halo: true }));
  }
}

function says(lane: Lane, one: TimeMark): string {
  const days = one.start === one.end ? one.start : `${periodText(one.start, one.end)} (${one.precision})`;
  return `${days}, ${lane.label}: ${statusOf(one)}, ${one.label}`;
}

function bar(frame: Frame, lane: Lane, one: Placed, line: number): SVGElement {
  const height = Math.max(2, (one.mark.count / frame.most) * (COUNTS - 16));
  const box = { x: one.left, width: Math.max(2, one.right - one.left - 1) };
  const look = lookOf("occurred", one.mark.stance);
  const count = counted(one.mark.count, "violation");
  const shapes = [
    svg("rect", { class: "hit", ...box, y: line - COUNTS + 8, height: COUNTS - 8 }),
    svg("rect", { ...painted(frame.page.uid, look), class: `shape look-${look} bar`, ...box, y: line - height, height }),
    box.width > 14 ? label(String(one.mark.count), one.left + box.width / 2, line - height - 3, { size: 10, anchor: "middle", halo: true }) : null,
  ];
  return mark(one.mark.href, `${says(lane, one.mark)}: ${count} by ${lane.label}`, ...shapes);
}

function sign(frame: Frame, group: LaneGroup, lane: Lane, one: Placed, top: number): SVGElement {
  const y = top + one.row * ROW + ROW / 2 + 3;
  const hit = svg("rect", { class: "hit", x: one.left - 2, y: y - 10, width: one.right - one.left + 4, height: 20 });
  const words = `${says(lane, one.mark)} (${group.label})`;
  const { state, stance, status } = one.mark;
  const span = one.right - one.left > 17;
  if (state !== null) {
    const middle = (one.left + one.right) / 2;
    const reach = span ? svg("path", { class: "rule", "stroke-dasharray": "2 2", d: `M${one.left.toFixed(1)} ${y - 5}v10m0 -5H${one.right.toFixed(1)}m0 -5v10` }) : null;
    return mark(one.mark.href, words, hit, reach, stateSign(state, stance, middle, y));
  }
  const box = { x: one.left + 1, y: y - 7, width: one.right - one.left - 2, height: 14, rx: one.mark.kind === "plan" ? 7 : 1 };
  return mark(one.mark.href, words, hit, svg("rect", { ...painted(frame.page.uid, lookOf(status ?? "occurred", stance)), ...box }));
}
