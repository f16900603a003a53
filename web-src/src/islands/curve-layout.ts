/** The points of a survival curve: steps, the interval around them, and how many were still at risk when. */

import type { CurveStep } from "../contract";

export interface Box {
  from: number;
  to: number;
  low: number;
  high: number;
}

/** The corners of the step line, from everything holding on day 0. */
export function corners(steps: readonly CurveStep[]): [number, number][] {
  const found: [number, number][] = [[0, 1]];
  let share = 1;
  for (const step of steps) {
    found.push([step.days, share]);
    if (step.share !== share) found.push([step.days, step.share]);
    share = step.share;
  }
  return found;
}

/** The interval of each step until the next one; none where the formula gives none. */
export function intervals(steps: readonly CurveStep[]): Box[] {
  return steps.flatMap((step, at) => {
    const to = steps[at + 1]?.days ?? step.days;
    return step.low === null || step.high === null || to <= step.days
      ? []
      : [{ from: step.days, to, low: step.low, high: step.high }];
  });
}

/** How many had held until just before a day. */
export function atRisk(steps: readonly CurveStep[], day: number): number {
  return steps.find((step) => step.days >= day)?.at_risk ?? 0;
}

/** Round days for an axis that ends at the longest. */
export function axisDays(longest: number, most: number): number[] {
  const powers = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
  const step = powers.find((one) => longest / one <= most) ?? 10_000;
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, index) => index * step);
}
