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

/** The first place of each label where it touches neither `taken` nor a label set before; labels without one are left away. */
export function settled<T extends Box>(labels: readonly (readonly T[])[], taken: readonly Box[]): T[] {
  const kept: Box[] = [...taken];
  return labels.flatMap((places) => {
    const free = places.find((box) => !kept.some((one) => touches(box, one)));
    if (!free) return [];
    kept.push(free);
    return [free];
  });
}

function touches(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
