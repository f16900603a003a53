/** Places marks on a map: what they are centred on, how those at one point stand side by side, and what a ring spans. */

import type { Place } from "../contract";

const EARTH_KM = 6371;

/** A ring for a region whose reach nobody told, in degrees; the figure says that it has no measure. */
export const RING_WITHOUT_MEASURE = 1;

/** The radius of a region in degrees of arc. */
export function ringDegrees(place: Place): number {
  return place.radius_km === null ? RING_WITHOUT_MEASURE : (place.radius_km / EARTH_KM) * (180 / Math.PI);
}

/** Half the side of a mark: its area grows with the value, within bounds that can be seen and hit. */
export function size(value: number, most: number): number {
  return 6 + 8 * Math.sqrt(Math.max(0, value) / Math.max(1, most));
}

export interface Dot {
  place: Place;
  x: number;
  y: number;
  half: number;
}

/** Marks at one point stand side by side, in the order given, so that none hides another. */
export function sideBySide(dots: readonly Dot[]): Dot[] {
  const groups = new Map<string, Dot[]>();
  for (const dot of dots) {
    const key = `${dot.x.toFixed(0)} ${dot.y.toFixed(0)}`;
    groups.set(key, [...(groups.get(key) ?? []), dot]);
  }
  return [...groups.values()].flatMap((group) => {
    const total = group.reduce((sum, dot) => sum + 2 * dot.half + 2, -2);
    let left = (group[0]?.x ?? 0) - total / 2;
    return group.map((dot) => {
      const x = left + dot.half;
      left += 2 * dot.half + 2;
      return { ...dot, x };
    });
  });
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The labels that can be set without touching one set before; the first ones win. */
export function apart<T>(boxes: readonly (Box & { item: T })[]): T[] {
  const kept: (Box & { item: T })[] = [];
  for (const box of boxes) {
    const touches = kept.some((one) => box.x0 < one.x1 && one.x0 < box.x1 && box.y0 < one.y1 && one.y0 < box.y1);
    if (!touches) kept.push(box);
  }
  return kept.map((box) => box.item);
}
