/** Counts articles by day or week along an axis, and finds the stretches of which there is none. */

import type { Cell } from "../contract";
import { dayNumber } from "../lib/days";

/** One unit of the axis that has articles. at: how many units after the first. */
export interface Bar {
  at: number;
  cell: Cell;
}

/** Units without an article, from `at` on, `length` of them. */
export interface Gap {
  at: number;
  length: number;
}

export interface Strip {
  bars: Bar[];
  gaps: Gap[];
}

/** How many units an axis has. */
export function unitsOf(from: string, to: string, unit: "day" | "week"): number {
  return Math.max(1, Math.floor((dayNumber(to) - dayNumber(from)) / (unit === "day" ? 1 : 7)) + 1);
}

/** The bars and the gaps of one outlet. Cells outside of the axis are left away; two of one unit are both kept. */
export function stripOf(cells: readonly Cell[], from: string, to: string, unit: "day" | "week"): Strip {
  const count = unitsOf(from, to, unit);
  const size = unit === "day" ? 1 : 7;
  const bars = cells
    .map((cell) => ({ at: Math.floor((dayNumber(cell.start) - dayNumber(from)) / size), cell }))
    .filter((bar) => bar.at >= 0 && bar.at < count)
    .sort((a, b) => a.at - b.at);
  const filled = new Set(bars.map((bar) => bar.at));
  const gaps: Gap[] = [];
  for (let at = 0; at < count; at += 1) {
    if (filled.has(at)) continue;
    const last = gaps.at(-1);
    if (last && last.at + last.length === at) last.length += 1;
    else gaps.push({ at, length: 1 });
  }
  return { bars, gaps };
}
