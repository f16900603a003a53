/** The JSON that each island reads, as docs/islands.md tells it; `check.ts` holds data to these types. */

export type Status =
  "called_for" | "refused" | "risk" | "considered" | "planned" | "promised" | "halted" | "occurred";
export type Stance = "stated" | "alleged" | "denied";
export type State = "proposed" | "rejected" | "agreed" | "in_force" | "violated" | "extended" | "collapsed";

export interface LeftOut {
  count: number;
  reason: string;
  href: string | null;
}

/** What every island has. searched: what was looked through, in words. */
export interface Common {
  title: string;
  description: string;
  searched: string;
  href: string | null;
  left_out: LeftOut[];
}

export interface SankeyNode {
  id: string;
  label: string;
  href: string | null;
  told: boolean;
}

export type Step = "supply" | "to_via" | "from_via" | "later";

/** One band: one row of one status and one stance. */
export interface SankeyLink {
  from: string;
  to: string;
  step: Step;
  status: Status;
  stance: Stance;
  value: number;
  rows: string;
  href: string;
}

export interface Sankey extends Common {
  island: "sankey";
  measure: string;
  nodes: SankeyNode[];
  links: SankeyLink[];
}

export type PlacePrecision = "country" | "region" | "town" | "site";

export interface Place {
  label: string;
  precision: PlacePrecision;
  country: string | null;
  lat: number | null;
  lon: number | null;
  radius_km: number | null;
  what: string;
  status: Status;
  stance: Stance;
  value: number;
  rows: string;
  href: string;
}

export interface PlaceMap extends Common {
  island: "map";
  measure: string;
  places: Place[];
}

export type MarkKind = "event" | "plan" | "state" | "violation";

export interface TimeMark {
  start: string;
  end: string;
  precision: string;
  kind: MarkKind;
  status: Status | null;
  state: State | null;
  stance: Stance;
  count: number;
  label: string;
  href: string;
}

export interface Silence {
  from: string;
  to: string | null;
}

export interface Lane {
  label: string;
  href: string | null;
  marks: TimeMark[];
  silences: Silence[];
}

export interface LaneGroup {
  label: string;
  lanes: Lane[];
}

export interface Timeline extends Common {
  island: "timeline";
  from: string;
  to: string;
  groups: LaneGroup[];
}

export type RelayHow = "credit" | "copy" | "wording" | "number";

export interface RelayNode {
  id: string;
  label: string;
  day: string | null;
  text: string;
  status: Status;
  stance: Stance;
  root: boolean;
  held: boolean;
  href: string;
}

export interface Change {
  kind: string;
  before: string;
  after: string;
}

export interface RelayEdge {
  from: string;
  to: string;
  how: RelayHow;
  why: string;
  changes: Change[];
}

export interface Relays extends Common {
  island: "relays";
  nodes: RelayNode[];
  edges: RelayEdge[];
  roots: { minimum: number; maximum: number };
}

export interface CurveStep {
  days: number;
  at_risk: number;
  ended: number;
  censored: number;
  share: number;
  low: number | null;
  high: number | null;
}

export interface OneCurve {
  label: string;
  median: number | null;
  steps: CurveStep[];
  href: string;
}

export interface Curve extends Common {
  island: "curve";
  curves: OneCurve[];
}

export interface Cell {
  start: string;
  count: number;
  href: string;
}

export interface Outlet {
  label: string;
  href: string | null;
  cells: Cell[];
}

export interface Coverage extends Common {
  island: "coverage";
  unit: "day" | "week";
  from: string;
  to: string;
  outlets: Outlet[];
}

export type LinkKind = "transfer" | "diversion" | "seizure" | "holding";

export interface CustodyLink {
  id: string;
  kind: LinkKind;
  before: string | null;
  after: string | null;
  arms: string;
  when: string;
  stance: Stance;
  status: Status;
  mode: string | null;
  denied: number;
  rows: string;
  href: string;
  point: string | null;
}

export interface Joint {
  left: string;
  right: string;
  kind: "joined" | "gap" | "compatible";
  why: string;
  href: string | null;
}

export interface CustodyGroup {
  label: string;
  links: CustodyLink[];
  joints: Joint[];
}

export interface Compatible {
  left: string;
  right: string;
  why: string;
}

export interface Apart {
  id: string;
  label: string;
  status: Status;
  stance: Stance;
  when: string;
  href: string;
}

export interface Custody extends Common {
  island: "custody";
  notice: string;
  groups: CustodyGroup[];
  compatible: Compatible[];
  apart: Apart[];
}

export type IslandData = Sankey | PlaceMap | Timeline | Relays | Curve | Coverage | Custody;
