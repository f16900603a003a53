/** Lays out who is said to have supplied whom: columns of actors, bands of one status each. */

import { sankey as d3sankey, type SankeyGraph } from "d3-sankey";
import type { SankeyLink, SankeyNode, Step } from "../contract";

/** A column of the drawing. */
export const COLUMNS = ["supplier", "via", "recipient", "later holder"] as const;

const ENDS: Record<Step, [number, number]> = { supply: [0, 2], to_via: [0, 1], from_via: [1, 2], later: [2, 3] };

/** An actor in one column; `again`: it stands in another column too, so the flow comes back to it. */
export interface Spot {
  key: string;
  node: SankeyNode;
  column: number;
  again: boolean;
}

export interface Band {
  source: string;
  target: string;
  value: number;
  link: SankeyLink;
}

export interface Flows {
  spots: Spot[];
  bands: Band[];
  columns: { index: number; label: string }[];
}

/**
 * Puts actors into columns by the steps they take part in. An actor that stands in several columns is drawn in each, so
 * that no flow can run in a circle. Columns that nobody stands in are left away.
 */
export function flowsOf(nodes: readonly SankeyNode[], links: readonly SankeyLink[]): Flows {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const spots = new Map<string, Spot>();
  const spot = (id: string, column: number): string => {
    const key = `${column} ${id}`;
    const node = known.get(id) ?? { id, label: id, href: null, told: true };
    if (!spots.has(key)) spots.set(key, { key, node, column, again: false });
    return key;
  };
  const bands = links.map((link) => {
    const [from, to] = ENDS[link.step];
    return { source: spot(link.from, from), target: spot(link.to, to), value: link.value, link };
  });
  const all = [...spots.values()];
  for (const one of all) one.again = all.some((other) => other !== one && other.node.id === one.node.id);
  const used = [...new Set(all.map((one) => one.column))].sort((a, b) => a - b);
  for (const one of all) one.column = used.indexOf(one.column);
  return { spots: all, bands, columns: used.map((column, index) => ({ index, label: COLUMNS[column] ?? "" })) };
}

/** The largest bands, at most `most`, in the order given; how many are left to the table. */
export function largest(links: readonly SankeyLink[], most: number): { kept: SankeyLink[]; left: number } {
  if (links.length <= most) return { kept: [...links], left: 0 };
  const by = [...links.keys()].sort((a, b) => (links[b]?.value ?? 0) - (links[a]?.value ?? 0) || a - b);
  const chosen = new Set(by.slice(0, most));
  return { kept: links.filter((_, index) => chosen.has(index)), left: links.length - most };
}

export interface PlacedSpot extends Spot {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

export interface PlacedBand extends Band {
  width: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Where spots and bands lie in this width and height. Pure: the same flows always give the same drawing. */
export function place(flows: Flows, width: number, height: number): { spots: PlacedSpot[]; bands: PlacedBand[] } {
  const layout = d3sankey<Spot, Band>()
    .nodeId((spot) => spot.key)
    .nodeAlign((spot) => spot.column)
    .nodeSort(null as unknown as undefined)
    .nodeWidth(10)
    .nodePadding(Math.max(8, Math.min(26, height / 14)))
    .extent([[1, 1], [width - 1, height - 1]]);
  const graph: SankeyGraph<Spot, Band> = layout({
    nodes: flows.spots.map((spot) => ({ ...spot })),
    links: flows.bands.map((band) => ({ ...band })),
  });
  const spots = graph.nodes.map((node) => ({
    key: node.key, node: node.node, column: node.column, again: node.again,
    x0: node.x0 ?? 0, x1: node.x1 ?? 0, y0: node.y0 ?? 0, y1: node.y1 ?? 0,
  }));
  const bands = graph.links.map((link) => {
    const source = link.source as unknown as PlacedSpot;
    const target = link.target as unknown as PlacedSpot;
    return {
      source: source.key, target: target.key, value: link.value, link: link.link, width: Math.max(1, link.width ?? 1),
      x0: source.x1, x1: target.x0, y0: link.y0 ?? 0, y1: link.y1 ?? 0,
    };
  });
  return { spots, bands };
}

/** The outline of a band, a closed path, so that it can be filled with a pattern and have an outline of its own. */
export function outline(band: PlacedBand): string {
  const half = band.width / 2;
  const middle = (band.x0 + band.x1) / 2;
  const over = `M${r(band.x0)} ${r(band.y0 - half)}C${r(middle)} ${r(band.y0 - half)} ${r(middle)} ${r(band.y1 - half)} ${r(band.x1)} ${r(band.y1 - half)}`;
  const under = `L${r(band.x1)} ${r(band.y1 + half)}C${r(middle)} ${r(band.y1 + half)} ${r(middle)} ${r(band.y0 + half)} ${r(band.x0)} ${r(band.y0 + half)}Z`;
  return over + under;
}

function r(value: number): number {
  return Math.round(value * 100) / 100;
}
