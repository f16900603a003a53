/** Draws who repeats whom in an event, and on each edge what the relay made of it. */

import type { Change, RelayEdge, Relays } from "../contract";
import type { Island } from "../frame";
import { finish, label, mark, sheet, type Sheet } from "../lib/canvas";
import { el, svg } from "../lib/dom";
import { lookOf, painted, statusWords } from "../lib/look";
import { counted, wrap } from "../lib/words";
import { type Branch, branches } from "./relays-layout";

const LINE = 16;

const HOW: Record<RelayEdge["how"], string> = {
  credit: "credits it", copy: "copies its text", wording: "perhaps from it, by the wording", number: "perhaps from it, by a number",
};

export function island(data: Relays): Island {
  const tree = branches(data.nodes, data.edges);
  const names = new Map(data.nodes.map((node) => [node.id, node.label]));
  const { minimum, maximum } = data.roots;
  const roots = minimum === maximum ? counted(minimum, "root") : `${minimum} to ${maximum} roots`;
  return {
    columns: ["Who", "Day", "Status", "Repeats", "How", "Changed"],
    rows: tree.map((branch) => {
      const by = [...(branch.edge ? [branch.edge] : []), ...branch.also];
      return {
        cells: [
          branch.node.held ? branch.node.label : `${branch.node.label} (its text is not in the ledger)`,
          branch.node.day ?? "not known", statusWords(branch.node.status, branch.node.stance),
          by.map((edge) => names.get(edge.from) ?? edge.from).join("; ") || "nobody, as far as can be seen",
          by.map((edge) => `${HOW[edge.how]}: ${edge.why}`).join("; "),
          by.flatMap((edge) => edge.changes.map(changeText)).join("; "),
        ],
        href: branch.node.href,
      };
    }),
    noun: "report",
    notes: [el("p", {}, `Behind it stand ${roots}: the fewest if all that may hang together does, the most if only what is credited or copied does.`)],
    draw: (width) => draw(data, tree, names, width),
  };
}

export function changeText(change: Change): string {
  const kind = change.kind.replaceAll("_", " ");
  return `${kind}: ${change.before || "nothing"} → ${change.after || "nothing"}`;
}

interface Lines {
  branch: Branch;
  x: number;
  y: number;
  bottom: number;
  head: number;
}

function draw(data: Relays, tree: readonly Branch[], names: Map<string, string>, width: number): SVGSVGElement {
  const page = sheet(width, data.title, data.description);
  const indent = width < 560 ? 18 : 40;
  const placed: Lines[] = [];
  let y = 6;
  for (const branch of tree) {
    const x = Math.min(branch.depth * indent, width * 0.4);
    const lines: Lines = { branch, x, y, bottom: y, head: y };
    placed.push(lines);
    const content = svg("g");
    y = said(content, edgeLines(branch, names), x + 26, y, width, "soft");
    lines.head = y + 8;
    const node = nodeMark(page, lines, width);
    page.svg.append(content, node.element);
    y = node.bottom + 12;
    lines.bottom = y;
  }
  const wires = svg("g");
  for (const lines of placed) {
    const parent = lines.branch.parent === null ? null : placed[lines.branch.parent];
    if (parent && lines.branch.edge) wires.append(wire(parent, lines, lines.branch.edge));
  }
  page.svg.insertBefore(wires, page.svg.childNodes[2] ?? null);
  return finish(page, y, tree.map(({ node }) => lookOf(node.status, node.stance)));
}

function edgeLines(branch: Branch, names: Map<string, string>): string[] {
  if (!branch.edge) return [];
  const also = branch.also.map((edge) => `also ${HOW[edge.how]}: ${names.get(edge.from) ?? edge.from}`);
  return [`${HOW[branch.edge.how]} (${branch.edge.why})`, ...branch.edge.changes.map((one) => `▸ ${changeText(one)}`), ...also];
}

function said(group: SVGElement, lines: string[], x: number, top: number, width: number, className: string): number {
  let y = top;
  for (const text of lines) {
    const strong = text.startsWith("▸");
    for (const line of wrap(text, (width - x - 4) * (strong ? 0.9 : 1), 12, 4)) {
      y += LINE;
      group.append(label(`${line} `, x, y - 4, { className: strong ? "strong" : className }));
    }
  }
  return y;
}

function nodeMark(page: Sheet, lines: Lines, width: number): { element: SVGElement; bottom: number } {
  const { node } = lines.branch;
  const { x, head } = lines;
  const status = statusWords(node.status, node.stance);
  const name = `${node.label}${node.root ? " · root" : ""}${node.held ? "" : " · text not in the ledger"}`;
  const words = svg("g");
  let y = head;
  for (const line of wrap(name, (width - x - 30) * 0.9, 13, 2)) {
    y += LINE;
    words.append(label(`${line} `, x + 26, y - 4, { size: 13, className: "strong" }));
  }
  y = said(words, [[node.day ?? "day not known", status].join(" · "), ...(node.text ? [`“${node.text}”`] : [])], x + 26, y, width, "");
  const box = { x: x + 2, y: head + 1, width: 16, height: 16 };
  const shape = node.held
    ? svg("rect", { ...painted(page.uid, lookOf(node.status, node.stance)), ...box })
    : svg("rect", { class: "spot untold", ...box });
  return { element: mark(node.href, `${name}: ${status}, ${node.day ?? "day not known"}`, shape, words), bottom: y };
}

/** Solid where the text itself says or shows it, dashed where it is only suggested. */
function wire(parent: Lines, lines: Lines, edge: RelayEdge): SVGElement {
  const x = parent.x + 10;
  const sure = edge.how === "credit" || edge.how === "copy";
  const d = `M${x} ${parent.head + 18}V${lines.head + 9}H${lines.x}`;
  return svg("path", { class: "rule", d, "stroke-width": 1.5, "stroke-dasharray": sure ? null : "3 4" });
}
