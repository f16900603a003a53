/** Draws who is said to have supplied whom, through whom, and who is reported to have the arms later. */

import type { Sankey } from "../contract";
import type { Island } from "../frame";
import { block, finish, label, mark, sheet } from "../lib/canvas";
import { el, svg } from "../lib/dom";
import { lookOf, painted, statusWords } from "../lib/look";
import { counted } from "../lib/words";
import { flowsOf, largest, outline, place, type PlacedBand, type PlacedSpot } from "./sankey-layout";

/** More bands than this cannot be told apart; the table has all. */
const MOST = 60;

const STEPS = { supply: "supplier to recipient", to_via: "supplier to via", from_via: "via to recipient", later: "to a later holder" };

export function island(data: Sankey): Island {
  const names = new Map(data.nodes.map((node) => [node.id, node.label]));
  const { kept, left } = largest(data.links, MOST);
  const notes = [el("p", {}, `Widths: ${data.measure}, each band for one status. They are not added up across statuses.`)];
  if (flowsOf(data.nodes, kept).spots.some((spot) => spot.again)) notes.push(el("p", {}, "↻ stands in another column too."));
  if (left > 0) notes.push(el("p", {}, `The ${MOST} largest are drawn; ${counted(left, "further row")} in the table.`));
  return {
    columns: ["From", "To", "Step", "Status", data.measure, "Rows"],
    rows: data.links.map((link) => ({
      cells: [
        names.get(link.from) ?? link.from, names.get(link.to) ?? link.to, STEPS[link.step],
        statusWords(link.status, link.stance), link.value.toLocaleString("en"), link.rows,
      ],
      href: link.href,
    })),
    noun: "row",
    notes,
    draw: (width) => draw({ ...data, links: kept }, names, width),
  };
}

function draw(data: Sankey, names: Map<string, string>, width: number): SVGSVGElement {
  const page = sheet(width, data.title, data.description);
  const flows = flowsOf(data.nodes, data.links);
  const most = Math.max(...flows.columns.map((column) => flows.spots.filter((spot) => spot.column === column.index).length));
  const height = Math.min(900, Math.max(200, most * 46, data.links.length * 18));
  const { spots, bands } = place(flows, width, height);
  const body = svg("g", { transform: "translate(0 24)" });
  for (const band of [...bands].sort((a, b) => b.width - a.width)) body.append(bandMark(page.uid, band, names));
  const gap = flows.columns.length > 1 ? (width - 10) / (flows.columns.length - 1) : width;
  const last = flows.columns.length - 1;
  for (const spot of spots) body.append(spotMark(spot, spot.column === last, gap * 0.8));
  for (const column of flows.columns) {
    const anchor = column.index === 0 ? "start" : column.index === last ? "end" : "middle";
    const x = column.index === last ? width : column.index * gap + (column.index === 0 ? 0 : 5);
    page.svg.append(label(column.label, x, 13, { size: 12, anchor, className: "axis" }));
  }
  page.svg.append(body);
  return finish(page, height + 32, data.links.map((link) => lookOf(link.status, link.stance)));
}

function bandMark(uid: string, band: PlacedBand, names: Map<string, string>): SVGElement {
  const { link } = band;
  const says = `${names.get(link.from) ?? link.from} to ${names.get(link.to) ?? link.to}: ${statusWords(link.status, link.stance)}, ${link.rows}`;
  return mark(link.href, says, svg("path", { ...painted(uid, lookOf(link.status, link.stance)), d: outline(band) }));
}

function spotMark(spot: PlacedSpot, last: boolean, room: number): SVGElement {
  const name = spot.again ? `${spot.node.label} ↻` : spot.node.label;
  const says = spot.again ? `${spot.node.label}, also in another column` : spot.node.label;
  const rect = svg("rect", {
    class: spot.node.told ? "spot" : "spot untold", x: spot.x0, y: spot.y0, width: spot.x1 - spot.x0,
    height: Math.max(2, spot.y1 - spot.y0),
  });
  const x = last ? spot.x0 - 5 : spot.x1 + 5;
  const words = block(name, x, (spot.y0 + spot.y1) / 2, room, { anchor: last ? "end" : "start", halo: true, most: 2 });
  return mark(spot.node.href, says, rect, words);
}
