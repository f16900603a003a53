/** How a status is drawn, so that no two are alike even without colour: outline, dashes, and a pattern of its own. */

import type { Stance, State, Status } from "../contract";
import { svg } from "./dom";

export type Look =
  | "occurred" | "occurred-alleged" | "promised" | "planned" | "considered" | "called_for" | "risk" | "halted"
  | "refused" | "denied";

/** What a status with its stance is drawn as. A denial is drawn as a denial, whatever it denies. */
export function lookOf(status: Status, stance: Stance): Look {
  if (stance === "denied") return "denied";
  return status === "occurred" && stance === "alleged" ? "occurred-alleged" : status;
}

/** The order in which looks are listed: what is told as done first, what is denied last. */
export const LOOKS: readonly Look[] = [
  "occurred", "occurred-alleged", "halted", "promised", "planned", "considered", "called_for", "risk", "refused",
  "denied",
];

const WORDS: Record<Look, string> = {
  occurred: "reported as done",
  "occurred-alleged": "alleged as done",
  halted: "halted",
  promised: "promised",
  planned: "planned",
  considered: "considered",
  called_for: "called for",
  risk: "feared",
  refused: "refused",
  denied: "denied",
};

export function lookWords(look: Look): string {
  return WORDS[look];
}

/** Status and stance in words, both kept: "planned, alleged". */
export function statusWords(status: Status | State, stance: Stance): string {
  const words = status.replaceAll("_", " ");
  return stance === "stated" ? words : `${words}, ${stance}`;
}

const DASHES: Partial<Record<Look, string>> = {
  promised: "8 3", planned: "5 4", considered: "2 3", called_for: "1 4", risk: "8 3 1 3",
};

/** d of the lines of a pattern on a square of 8 units; width of the lines. Dots are lines without length. */
const PATTERNS: Partial<Record<Look, { d: string; width: number; background?: boolean }>> = {
  "occurred-alleged": { d: "M2 0V8M6 0V8", width: 2.4 },
  halted: { d: "M4 0V8", width: 1.2, background: true },
  promised: { d: "M-2 2L2 -2M-2 6L6 -2M-2 10L10 -2M2 10L10 2M6 10L10 6", width: 1.3 },
  planned: { d: "M-2 6L2 10M-2 -2L10 10M6 -2L10 2", width: 1.1 },
  considered: { d: "M2 2H2.01M6 6H6.01", width: 2 },
  called_for: { d: "M0 4H8", width: 1 },
  risk: { d: "M0 6L2 2L4 6L6 2L8 6", width: 1 },
  refused: { d: "M1 4H5", width: 1.6 },
  denied: { d: "M2 2L6 6M6 2L2 6", width: 1.1 },
};

/** The patterns of the looks that a drawing uses; `uid` keeps the ids of several drawings on a page apart. */
export function patterns(uid: string, looks: Iterable<Look>): SVGDefsElement {
  const defs = svg("defs");
  for (const look of new Set(looks)) {
    const pattern = PATTERNS[look];
    if (!pattern) continue;
    defs.append(
      svg(
        "pattern",
        { id: `${uid}-${look}`, class: `look-${look}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        svg("rect", { class: "ground", width: 8, height: 8 }),
        pattern.background ? svg("rect", { width: 8, height: 8, fill: "currentColor", "fill-opacity": 0.35 }) : null,
        svg("path", {
          d: pattern.d, fill: "none", stroke: "currentColor", "stroke-width": pattern.width, "stroke-linecap": "round",
        }),
      ),
    );
  }
  return defs;
}

/** The attributes that draw a shape in a look. */
export function painted(uid: string, look: Look): Record<string, string> {
  const dashes = DASHES[look];
  return {
    class: `shape look-${look}`,
    fill: PATTERNS[look] ? `url(#${uid}-${look})` : "currentColor",
    stroke: "currentColor",
    "stroke-width": look === "denied" || look === "refused" ? "2" : "1.5",
    ...(dashes ? { "stroke-dasharray": dashes } : {}),
  };
}
