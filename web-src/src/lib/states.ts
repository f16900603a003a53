/** The signs of a ceasefire's states: each has a shape of its own. */

import type { Stance, State } from "../contract";
import { svg } from "./dom";

export const STATES: readonly State[] = ["proposed", "rejected", "agreed", "in_force", "violated", "extended", "collapsed"];

/** Paths in a box of 14 by 14 units, centred on 0, 0; `full` ones are filled. */
const SHAPES: Record<State, { d: string; full: boolean; dashes?: string }> = {
  proposed: { d: "M-6 0A6 6 0 1 0 6 0A6 6 0 1 0 -6 0Z", full: false, dashes: "2 2" },
  rejected: { d: "M-6 0A6 6 0 1 0 6 0A6 6 0 1 0 -6 0ZM-4.2 4.2L4.2 -4.2", full: false },
  agreed: { d: "M0 -7L7 0L0 7L-7 0Z", full: false },
  in_force: { d: "M-6 -6H6V6H-6Z", full: true },
  violated: { d: "M0 -7L7 6H-7ZM0 -2V3", full: false },
  extended: { d: "M-6 -6L7 0L-6 6Z", full: true },
  collapsed: { d: "M-6 -6L6 6M6 -6L-6 6", full: false },
};

/** A state at a point. Denied ones are struck through and never filled; alleged ones have a dotted outline. */
export function stateSign(state: State, stance: Stance, x: number, y: number): SVGElement {
  const shape = SHAPES[state];
  const denied = stance === "denied";
  const full = shape.full && stance === "stated";
  const path = svg("path", {
    class: full ? "shape" : "shape hollow", d: shape.d, fill: full ? "currentColor" : "none", stroke: "currentColor",
    "stroke-width": state === "collapsed" ? 3 : 1.8, "stroke-dasharray": stance === "alleged" ? "1.5 2" : (shape.dashes ?? null),
  });
  const strike = denied ? svg("path", { d: "M-9 0H9", stroke: "currentColor", "stroke-width": 2.4 }) : null;
  return svg("g", { class: `state-${state}`, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` }, path, strike);
}
