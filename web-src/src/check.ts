/** Holds what the server sent to the contract; an error names the field, so that a reader can report it. */

import type * as C from "./contract";

export class ShapeError extends Error {}

/** Takes a value that nobody has looked at, and where it stands; gives it back as what it is, or throws ShapeError. */
export type Check<T> = (value: unknown, at: string) => T;

function fail(at: string, wanted: string): never {
  throw new ShapeError(`${at} must be ${wanted}`);
}

export const text: Check<string> = (value, at) => (typeof value === "string" ? value : fail(at, "a string"));

export const flag: Check<boolean> = (value, at) => (typeof value === "boolean" ? value : fail(at, "true or false"));

export const number: Check<number> = (value, at) =>
  typeof value === "number" && Number.isFinite(value) ? value : fail(at, "a number");

const atLeast =
  (low: number): Check<number> =>
  (value, at) =>
    number(value, at) >= low ? (value as number) : fail(at, `a number of at least ${low}`);

const positive: Check<number> = (value, at) => (number(value, at) > 0 ? (value as number) : fail(at, "above 0"));

export const day: Check<string> = (value, at) => {
  const good = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
  const parsed = good ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
  const kept = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value as string);
  return kept ? (value as string) : fail(at, "a day as 2031-04-12");
};

export function oneOf<T extends string>(...values: T[]): Check<T> {
  return (value, at) => (values.includes(value as T) ? (value as T) : fail(at, `one of ${values.join(", ")}`));
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value, at) => (value === null ? null : check(value, at));
}

export function listOf<T>(check: Check<T>): Check<T[]> {
  return (value, at) =>
    Array.isArray(value) ? value.map((one, index) => check(one, `${at}[${index}]`)) : fail(at, "a list");
}

export function object<T>(fields: { [K in keyof T]: Check<T[K]> }): Check<T> {
  return (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(at || "the answer", "an object");
    const given = value as Record<string, unknown>;
    const names = Object.keys(fields) as (keyof T & string)[];
    return Object.fromEntries(
      names.map((name) => [name, fields[name](given[name], at ? `${at}.${name}` : name)]),
    ) as T;
  };
}

const status = oneOf<C.Status>(
  "called_for", "refused", "risk", "considered", "planned", "promised", "halted", "occurred",
);
const stance = oneOf<C.Stance>("stated", "alleged", "denied");
const state = oneOf<C.State>("proposed", "rejected", "agreed", "in_force", "violated", "extended", "collapsed");
const href = orNull(text);
const leftOut = listOf(object<C.LeftOut>({ count: atLeast(0), reason: text, href }));
const common = { title: text, description: text, searched: text, href, left_out: leftOut };

const sankey = object<C.Sankey>({
  ...common,
  island: oneOf("sankey"),
  measure: text,
  nodes: listOf(object<C.SankeyNode>({ id: text, label: text, href, told: flag })),
  links: listOf(
    object<C.SankeyLink>({
      from: text, to: text, step: oneOf<C.Step>("supply", "to_via", "from_via", "later"),
      status, stance, value: positive, rows: text, href: text,
    }),
  ),
});

const map = object<C.PlaceMap>({
  ...common,
  island: oneOf("map"),
  measure: text,
  places: listOf(
    object<C.Place>({
      label: text, precision: oneOf<C.PlacePrecision>("country", "region", "town", "site"), country: orNull(text),
      lat: orNull(number), lon: orNull(number), radius_km: orNull(positive),
      what: text, status, stance, value: positive, rows: text, href: text,
    }),
  ),
});

const timeline = object<C.Timeline>({
  ...common,
  island: oneOf("timeline"),
  from: day,
  to: day,
  groups: listOf(
    object<C.LaneGroup>({
      label: text,
      lanes: listOf(
        object<C.Lane>({
          label: text,
          href,
          marks: listOf(
            object<C.TimeMark>({
              start: day, end: day, precision: text,
              kind: oneOf<C.MarkKind>("event", "plan", "state", "violation"),
              status: orNull(status), state: orNull(state), stance, count: atLeast(1), label: text, href: text,
            }),
          ),
          silences: listOf(object<C.Silence>({ from: day, to: orNull(day) })),
        }),
      ),
    }),
  ),
});

const relays = object<C.Relays>({
  ...common,
  island: oneOf("relays"),
  nodes: listOf(
    object<C.RelayNode>({
      id: text, label: text, day: orNull(day), text, status, stance, root: flag, held: flag, href: text,
    }),
  ),
  edges: listOf(
    object<C.RelayEdge>({
      from: text, to: text, how: oneOf<C.RelayHow>("credit", "copy", "wording", "number"), why: text,
      changes: listOf(object<C.Change>({ kind: text, before: text, after: text })),
    }),
  ),
  roots: object({ minimum: atLeast(0), maximum: atLeast(0) }),
});

const curve = object<C.Curve>({
  ...common,
  island: oneOf("curve"),
  curves: listOf(
    object<C.OneCurve>({
      label: text,
      median: orNull(number),
      steps: listOf(
        object<C.CurveStep>({
          days: atLeast(0), at_risk: atLeast(0), ended: atLeast(0), censored: atLeast(0), share: atLeast(0),
          low: orNull(number), high: orNull(number),
        }),
      ),
      href: text,
    }),
  ),
});

const coverage = object<C.Coverage>({
  ...common,
  island: oneOf("coverage"),
  unit: oneOf<"day" | "week">("day", "week"),
  from: day,
  to: day,
  outlets: listOf(
    object<C.Outlet>({ label: text, href, cells: listOf(object<C.Cell>({ start: day, count: positive, href: text })) }),
  ),
});

const custody = object<C.Custody>({
  ...common,
  island: oneOf("custody"),
  notice: text,
  groups: listOf(
    object<C.CustodyGroup>({
      label: text,
      links: listOf(
        object<C.CustodyLink>({
          id: text, kind: oneOf<C.LinkKind>("transfer", "diversion", "seizure", "holding"), before: orNull(text),
          after: orNull(text), arms: text, when: text, stance, status, mode: orNull(text), denied: atLeast(0), rows: text,
          href: text, point: orNull(text),
        }),
      ),
      joints: listOf(
        object<C.Joint>({
          left: text, right: text, kind: oneOf<C.Joint["kind"]>("joined", "gap", "compatible"), why: text, href,
        }),
      ),
    }),
  ),
  compatible: listOf(object<C.Compatible>({ left: text, right: text, why: text })),
  apart: listOf(object<C.Apart>({ id: text, label: text, status, stance, when: text, href: text })),
});

const CHECKS = { sankey, map, timeline, relays, curve, coverage, custody };
export type IslandName = keyof typeof CHECKS;
type DataOf = { [K in IslandName]: ReturnType<(typeof CHECKS)[K]> };

export function isIsland(name: string): name is IslandName {
  return Object.hasOwn(CHECKS, name);
}

/** The data of an island as its type, or ShapeError naming the first field that is wrong. */
export function checked<K extends IslandName>(name: K, value: unknown): DataOf[K] {
  return (CHECKS[name] as unknown as Check<DataOf[K]>)(value, "");
}
