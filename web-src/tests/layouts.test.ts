import { describe, expect, test } from "vitest";
import type { CurveStep, Lane, Place, RelayEdge, RelayNode, SankeyLink, SankeyNode, TimeMark } from "../src/contract";
import { stripOf, unitsOf } from "../src/islands/coverage-layout";
import { atRisk, axisDays, corners, intervals } from "../src/islands/curve-layout";
import { numbered } from "../src/islands/custody-layout";
import { ringDegrees, settled, sideBySide, size } from "../src/islands/map-layout";
import { isOutlineOf } from "../src/islands/outlines-codes";
import { branches } from "../src/islands/relays-layout";
import { flowsOf, largest, outline, place } from "../src/islands/sankey-layout";
import { packed, quiet, scaleOf, spoken } from "../src/islands/timeline-layout";
import { dayNumber } from "../src/lib/days";

const node = (id: string): SankeyNode => ({ id, label: id, href: null, told: true });
const band = (from: string, to: string, step: SankeyLink["step"], value = 1): SankeyLink => ({
  from, to, step, value, status: "occurred", stance: "stated", rows: "", href: "/",
});

describe("flows", () => {
  const nodes = ["a", "b", "c"].map(node);

  test("an actor that gets and gives again stands in both columns, marked", () => {
    const { spots } = flowsOf(nodes, [band("a", "b", "supply"), band("b", "a", "supply")]);
    expect(spots.map((spot) => [spot.node.id, spot.column, spot.again])).toEqual([
      ["a", 0, true], ["b", 1, true], ["b", 0, true], ["a", 1, true],
    ]);
  });

  test("a flow that runs in a circle over all columns can be placed", () => {
    const links = [band("a", "b", "supply", 3), band("b", "c", "later", 2), band("c", "a", "supply", 1), band("a", "a", "later", 1)];
    const placed = place(flowsOf(nodes, links), 400, 200);
    expect(placed.bands).toHaveLength(4);
    for (const one of placed.bands) expect(one.x1).toBeGreaterThan(one.x0);
  });

  test("columns in which nobody stands are left away", () => {
    expect(flowsOf(nodes, [band("a", "b", "supply")]).columns.map((one) => one.label)).toEqual(["supplier", "recipient"]);
    const all = [band("a", "c", "to_via"), band("c", "b", "from_via"), band("b", "a", "later")];
    expect(flowsOf(nodes, all).columns.map((one) => one.label)).toEqual(["supplier", "via", "recipient", "later holder"]);
  });

  test("bands of two statuses between the same two are never one band", () => {
    const links = [band("a", "b", "supply", 3), { ...band("a", "b", "supply", 2), status: "planned" as const }];
    const placed = place(flowsOf(nodes, links), 400, 200);
    expect(placed.bands.map((one) => one.link.status)).toEqual(["occurred", "planned"]);
    expect(placed.bands[0]!.width / placed.bands[1]!.width).toBeCloseTo(1.5);
  });

  test("the same flows give the same drawing", () => {
    const links = [band("a", "b", "supply", 3), band("c", "b", "supply", 2), band("b", "c", "later", 2)];
    const twice = [1, 2].map(() => place(flowsOf(nodes, links), 400, 200).bands.map(outline));
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0]?.[0]).toMatch(/^M[\d. -]+C[\d. -]+L[\d. -]+C[\d. -]+Z$/);
  });

  test("the largest are kept in the order given, and the rest is counted", () => {
    const links = [1, 5, 3, 4].map((value) => band("a", "b", "supply", value));
    expect(largest(links, 2).kept.map((one) => one.value)).toEqual([5, 4]);
    expect(largest(links, 2).left).toBe(2);
    expect(largest(links, 4).left).toBe(0);
  });
});

describe("curves", () => {
  const step = (days: number, share: number, low: number | null = null, high: number | null = null): CurveStep => ({
    days, share, low, high, at_risk: 10 - days, ended: 1, censored: 0,
  });

  test("the line goes in steps from one", () => {
    expect(corners([step(2, 0.5), step(4, 0.5), step(5, 0)])).toEqual([[0, 1], [2, 1], [2, 0.5], [4, 0.5], [5, 0.5], [5, 0]]);
  });

  test("an interval lasts until the next step, and there is none where none is given", () => {
    expect(intervals([step(2, 0.5, 0.2, 0.8), step(4, 0)])).toEqual([{ from: 2, to: 4, low: 0.2, high: 0.8 }]);
  });

  test("at risk are those who held until just before the day", () => {
    expect([0, 2, 3, 6].map((day) => atRisk([step(2, 0.5), step(4, 0.2)], day))).toEqual([8, 8, 6, 0]);
  });

  test("the axis has round days", () => {
    expect(axisDays(35, 8)).toEqual([0, 5, 10, 15, 20, 25, 30, 35]);
    expect(axisDays(1, 4)).toEqual([0, 1]);
  });
});

describe("coverage", () => {
  const cell = (start: string) => ({ start, count: 2, href: "/" });

  test("what has no article is a gap, at the ends too", () => {
    const strip = stripOf([cell("2031-01-02"), cell("2031-01-05")], "2031-01-01", "2031-01-06", "day");
    expect(strip.bars.map((bar) => bar.at)).toEqual([1, 4]);
    expect(strip.gaps).toEqual([{ at: 0, length: 1 }, { at: 2, length: 2 }, { at: 5, length: 1 }]);
  });

  test("an outlet without articles is one gap", () => {
    expect(stripOf([], "2031-01-06", "2031-01-26", "week")).toEqual({ bars: [], gaps: [{ at: 0, length: 3 }] });
    expect(unitsOf("2031-01-06", "2031-01-26", "week")).toBe(3);
  });

  test("cells outside of the axis do not shift it", () => {
    expect(stripOf([cell("2030-12-31"), cell("2031-01-09")], "2031-01-01", "2031-01-02", "day").bars).toEqual([]);
  });
});

describe("timeline", () => {
  const sign = (start: string, end = start): TimeMark => ({
    start, end, precision: "day", kind: "state", status: null, state: "agreed", stance: "stated", count: 1, label: "", href: "/",
  });
  const lane = (marks: TimeMark[], silences: Lane["silences"] = []): Lane => ({ label: "", href: null, marks, silences });
  const scale = scaleOf("2031-01-01", "2031-01-10", 0, 100);

  test("marks that would touch stand in rows of their own", () => {
    const rows = packed([sign("2031-01-02"), sign("2031-01-03"), sign("2031-01-09"), sign("2031-01-02", "2031-01-08")], scale, 16);
    expect(rows.map((one) => one.row)).toEqual([0, 1, 2, 0]);
    for (const one of rows) expect(one.right - one.left).toBeGreaterThanOrEqual(16);
  });

  test("a day is as wide as its precision says", () => {
    const [one] = packed([sign("2031-01-03", "2031-01-07")], scale, 16);
    expect([one?.left, one?.right]).toEqual([20, 70]);
  });

  test("the line breaks where the source is silent", () => {
    const days = (text: string) => dayNumber(text);
    const source = lane([sign("2031-01-02"), sign("2031-01-08")], [{ from: "2031-01-02", to: "2031-01-08" }]);
    expect(spoken(source)).toEqual([
      { from: days("2031-01-02"), to: days("2031-01-03") }, { from: days("2031-01-08"), to: days("2031-01-09") },
    ]);
    expect(spoken(lane([]))).toEqual([]);
  });

  test("a silence that lasts reaches the end of the axis", () => {
    const found = quiet(lane([], [{ from: "2031-01-04", to: null }, { from: "2031-01-01", to: "2031-01-02" }]), "2031-01-10");
    expect(found).toEqual([{ from: dayNumber("2031-01-05"), to: dayNumber("2031-01-11"), open: true }]);
  });
});

describe("relays", () => {
  const report = (id: string, day: string | null): RelayNode => ({
    id, day, label: id, text: "", status: "planned", stance: "stated", root: false, held: true, href: "/",
  });
  const edge = (from: string, to: string, how: RelayEdge["how"] = "credit"): RelayEdge => ({ from, to, how, why: "", changes: [] });
  const shape = (nodes: RelayNode[], edges: RelayEdge[]) => branches(nodes, edges).map((one) => `${" ".repeat(one.depth)}${one.node.id}`);

  test("who repeats stands below whom it repeats", () => {
    const nodes = [report("c", "2031-01-03"), report("b", "2031-01-02"), report("a", "2031-01-01"), report("d", null)];
    expect(shape(nodes, [edge("a", "b"), edge("b", "c")])).toEqual(["a", " b", "  c", "d"]);
  });

  test("of several that it may repeat the surest is drawn, the others are kept", () => {
    const nodes = [report("a", "2031-01-01"), report("b", "2031-01-01"), report("c", "2031-01-02")];
    const [, , last] = branches(nodes, [edge("a", "c", "wording"), edge("b", "c", "copy")]);
    expect([last?.edge?.from, last?.also.map((one) => one.from)]).toEqual(["b", ["a"]]);
  });

  test("a ring is broken, and nobody is lost", () => {
    const nodes = ["a", "b", "c"].map((id) => report(id, "2031-01-01"));
    expect(shape(nodes, [edge("a", "b"), edge("b", "c"), edge("c", "a")])).toEqual(["a", " b", "  c"]);
    expect(shape(nodes, [edge("a", "a"), edge("x", "b")])).toEqual(["a", "b", "c"]);
  });
});

describe("map", () => {
  const spot = (radius_km: number | null): Place => ({
    label: "", precision: "region", country: null, lat: 0, lon: 0, radius_km, what: "", status: "occurred", stance: "stated", value: 1, rows: "", href: "/",
  });

  test("a ring reaches as far as the region", () => {
    expect(ringDegrees(spot(111.2))).toBeCloseTo(1, 2);
    expect(ringDegrees(spot(null))).toBe(1);
  });

  test("areas grow with the value, within bounds", () => {
    expect([size(0, 9), size(9, 9)]).toEqual([6, 14]);
  });

  test("marks at one point do not hide each other", () => {
    const dots = sideBySide([5, 5, 5].map((half) => ({ place: spot(null), x: 10, y: 10, half })));
    expect(dots.map((dot) => dot.x)).toEqual([-2, 10, 22]);
  });

  test("a label takes its second place where the first is taken, and is left away where both are", () => {
    const box = (x0: number) => ({ x0, x1: x0 + 10, y0: 0, y1: 10 });
    const set = settled([[box(0), box(50)], [box(5), box(20)], [box(0), box(52)]], [box(-8)]);
    expect(set.map((one) => one.x0)).toEqual([50, 5]);
  });

  test("outlines are found by ISO's number, and Kosovo by its name", () => {
    expect(isOutlineOf("gl", "304", "Greenland")).toBe(true);
    expect(isOutlineOf("AF", "004", "Afghanistan")).toBe(true);
    expect(isOutlineOf("xk", undefined, "Kosovo")).toBe(true);
    expect(isOutlineOf("sg", undefined, "Somaliland")).toBe(false);
    expect(isOutlineOf("al", "012", "Algeria")).toBe(false);
  });
});

describe("custody", () => {
  const link = (id: string) => ({
    id, kind: "transfer" as const, before: null, after: null, arms: "", when: "", stance: "stated" as const, status: "occurred" as const,
    mode: null, denied: 0, rows: "", href: "/", point: null,
  });
  const joint = (left: string, right: string, kind: "joined" | "gap" | "compatible") => ({ left, right, kind, why: "", href: null });

  test("what ties a link to the one above is drawn there, what ties it to others is kept", () => {
    const joints = [joint("a", "b", "joined"), joint("a", "c", "gap")];
    const [chain] = numbered([{ label: "", links: ["a", "b", "c"].map(link), joints }]);
    expect(chain?.map((one) => [one.number, one.joint?.kind ?? null, one.others.map((other) => other.to)])).toEqual([
      [1, null, []], [2, "joined", []], [3, null, [1]],
    ]);
  });
});
