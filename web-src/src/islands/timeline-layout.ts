/** Sets marks of a lane in rows where they do not overlap, and finds where a source speaks and where it is silent. */

import type { Lane, TimeMark } from "../contract";
import { dayNumber } from "../lib/days";

/** A mark with its place: x from `left` to `right`, in the row `row` of its lane. */
export interface Placed {
  mark: TimeMark;
  left: number;
  right: number;
  row: number;
}

export type Scale = (day: number) => number;

/** A scale of days over a width; the last day has its own width, so that a mark on it is inside. */
export function scaleOf(from: string, to: string, left: number, right: number): Scale {
  const first = dayNumber(from);
  const days = Math.max(1, dayNumber(to) - first + 1);
  return (day) => left + ((right - left) * (day - first)) / days;
}

/** The first row in which a mark does not touch the one before it. A mark of one day is `least` wide, centred on it. */
export function packed(marks: readonly TimeMark[], scale: Scale, least: number): Placed[] {
  const ends: number[] = [];
  const ordered = [...marks].sort((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end));
  return ordered.map((mark) => {
    let left = scale(dayNumber(mark.start));
    let right = scale(dayNumber(mark.end) + 1);
    if (right - left < least) {
      const middle = (left + right) / 2;
      left = middle - least / 2;
      right = middle + least / 2;
    }
    const free = ends.findIndex((end) => end + 2 <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = right;
    return { mark, left, right, row };
  });
}

/** Days from `from` to before `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** Where a lane's line is drawn: from its first mark to its last, less the silences. */
export function spoken(lane: Lane): Stretch[] {
  if (lane.marks.length === 0) return [];
  const first = Math.min(...lane.marks.map((mark) => dayNumber(mark.start)));
  const last = Math.max(...lane.marks.map((mark) => dayNumber(mark.end) + 1));
  let found: Stretch[] = [{ from: first, to: last }];
  for (const silence of lane.silences) {
    const cut = { from: dayNumber(silence.from) + 1, to: silence.to === null ? Infinity : dayNumber(silence.to) };
    found = found.flatMap((one) => {
      if (cut.to <= one.from || cut.from >= one.to) return [one];
      const parts = [{ from: one.from, to: cut.from }, { from: cut.to, to: one.to }];
      return parts.filter((part) => part.from < part.to);
    });
  }
  return found;
}

/** The silences of a lane on an axis that ends at `end`: those without an end last until there. */
export function quiet(lane: Lane, end: string): (Stretch & { open: boolean })[] {
  return lane.silences
    .map((one) => ({ from: dayNumber(one.from) + 1, to: dayNumber(one.to ?? end) + (one.to === null ? 1 : 0), open: one.to === null }))
    .filter((one) => one.from < one.to);
}

/** Whether a lane is drawn as bars of counts: violations, each monitor for itself. */
export function isCount(lane: Lane): boolean {
  return lane.marks.length > 0 && lane.marks.every((mark) => mark.kind === "violation");
}
