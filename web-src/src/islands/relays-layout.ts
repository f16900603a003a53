/** Turns relays into a tree that is read from top to bottom: who is repeated stands above who repeats. */

import type { RelayEdge, RelayNode } from "../contract";

/** One line of the tree. edge: how it repeats the one above; null for a root. also: further ones that it repeats. */
export interface Branch {
  node: RelayNode;
  depth: number;
  edge: RelayEdge | null;
  parent: number | null;
  also: RelayEdge[];
}

const RANK: Record<RelayEdge["how"], number> = { credit: 0, copy: 1, number: 2, wording: 3 };

/**
 * Each node once, below the one that it repeats by the strongest sign; what else it repeats is kept in `also`.
 * Nodes that repeat nothing come first, by day; a ring is broken where it was entered.
 */
export function branches(nodes: readonly RelayNode[], edges: readonly RelayEdge[]): Branch[] {
  const known = new Set(nodes.map((node) => node.id));
  const sound = edges.filter((edge) => known.has(edge.from) && known.has(edge.to) && edge.from !== edge.to);
  const into = new Map<string, RelayEdge[]>();
  for (const edge of sound) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  for (const list of into.values()) list.sort((a, b) => RANK[a.how] - RANK[b.how]);
  const ordered = [...nodes].sort((a, b) => key(a).localeCompare(key(b)));
  const found: Branch[] = [];
  const seen = new Set<string>();
  const visit = (node: RelayNode, depth: number, edge: RelayEdge | null, parent: number | null): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    const also = (into.get(node.id) ?? []).filter((one) => one !== edge);
    const at = found.push({ node, depth, edge, parent, also }) - 1;
    for (const next of ordered) {
      const by = into.get(next.id)?.[0];
      if (by?.from === node.id) visit(next, depth + 1, by, at);
    }
  };
  for (const node of ordered) if (!into.has(node.id)) visit(node, 0, null, null);
  for (const node of ordered) visit(node, 0, null, null); // what is left stands in rings
  return found;
}

function key(node: RelayNode): string {
  return `${node.day ?? "9999"} ${node.id}`;
}
