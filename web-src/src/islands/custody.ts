/** Draws through whose hands arms are told to have gone: joined links, gaps, and what is only compatible. */

import type { Custody, CustodyLink, Joint } from "../contract";
import type { Island, Row } from "../frame";
import { finish, label, mark, sheet, type Sheet } from "../lib/canvas";
import { el, svg } from "../lib/dom";
import { lookOf, painted, statusWords } from "../lib/look";
import { wrap } from "../lib/words";
import { type Numbered, numbered, numbersOf } from "./custody-layout";

const LINE = 16;

const JOINS: Record<Joint["kind"], string> = { joined: "joined", gap: "gap", compatible: "compatible with, not joined" };

export function linkText(link: CustodyLink): string {
  if (link.kind === "holding") return `${link.after ?? link.before ?? "holder not told"} has ${link.arms}`;
  return `${link.before ?? "not told"} → ${link.after ?? "not told"}: ${link.arms}`;
}

export function island(data: Custody): Island {
  const chains = numbered(data.groups);
  const numbers = numbersOf(chains);
  const rows: Row[] = chains.flatMap((chain, at) => chain.map((one) => rowOf(data.groups[at]?.label ?? "", one, numbers)));
  for (const one of data.apart) {
    rows.push({ cells: [one.label, "apart, in no chain", statusWords(one.status, one.stance), one.when, "", "", ""], href: one.href });
  }
  const compatible = data.compatible.map((one) => `${numbers.get(one.left) ?? "?"} and ${numbers.get(one.right) ?? "?"}: ${one.why}`);
  return {
    columns: ["What", "Chain", "Status", "When", "Tied to the one before", "Denied by", "Rows"],
    rows,
    noun: "row",
    notes: [
      el("p", {}, data.notice),
      compatible.length ? el("p", {}, "Compatible with each other, not joined: they may or may not be the same arms.") : null,
      compatible.length ? el("ul", {}, ...compatible.map((line) => el("li", {}, line))) : null,
    ],
    draw: (width) => draw(data, chains, numbers, width),
  };
}

function rowOf(chain: string, one: Numbered, numbers: Map<string, number>): Row {
  const { link, joint } = one;
  const ties = [...(joint ? [joint] : []), ...one.others.map((other) => other.joint)];
  const mode = link.mode ? ` (${link.mode})` : "";
  const told = ties.map((tie) => `${JOINS[tie.kind]} (${numbers.get(tie.left) ?? "?"}): ${tie.why}`).join("; ");
  return {
    cells: [
      `${one.number}. ${linkText(link)}`, chain, `${link.kind}${mode}, ${statusWords(link.status, link.stance)}`, link.when, told,
      String(link.denied), link.rows,
    ],
    href: link.href,
  };
}

function draw(data: Custody, chains: readonly Numbered[][], numbers: Map<string, number>, width: number): SVGSVGElement {
  const page = sheet(width, data.title, data.description);
  let y = 4;
  chains.forEach((chain, at) => {
    y = title(page, data.groups[at]?.label ?? "", y);
    for (const one of chain) {
      if (one.joint) y = joint(page, one.joint, y);
      else if (one !== chain[0]) y += 14;
      y = link(page, one, y);
    }
    y += 12;
  });
  if (data.compatible.length > 0) {
    y = title(page, "Compatible with each other, not joined", y);
    for (const one of data.compatible) y = pair(page, numbers.get(one.left), numbers.get(one.right), one.why, y);
    y += 12;
  }
  if (data.apart.length > 0) {
    y = title(page, "Not told as done, or denied: in no chain", y);
    for (const one of data.apart) {
      const lines = wrap(`${one.label} · ${statusWords(one.status, one.stance)} · ${one.when}`, width - 34, 12, 4);
      const shape = svg("rect", { ...painted(page.uid, lookOf(one.status, one.stance)), x: 2, y: y + 2, width: 18, height: 16 });
      page.svg.append(mark(one.href, `${one.label}: ${statusWords(one.status, one.stance)}, ${one.when}`, shape, ...lines.map((line, index) => label(`${line} `, 30, y + 14 + index * LINE))));
      y += Math.max(24, lines.length * LINE + 8);
    }
  }
  const links = data.groups.flatMap((group) => group.links);
  return finish(page, y, [...links, ...data.apart].map((one) => lookOf(one.status, one.stance)));
}

function title(page: Sheet, words: string, y: number): number {
  for (const line of wrap(words, page.width * 0.9, 13, 2)) {
    page.svg.append(label(line, 0, y + 14, { size: 13, className: "strong" }));
    y += 18;
  }
  return y + 6;
}

function link(page: Sheet, one: Numbered, top: number): number {
  const told = one.link;
  const x = 38;
  const says = `${one.number}. ${linkText(told)}`;
  const mode = told.mode ? `, ${told.mode}` : "";
  const status = `${told.kind}${mode} · ${statusWords(told.status, told.stance)} · ${told.when}`;
  const lines = [
    ...wrap(says, (page.width - x - 8) * 0.86, 12.5, 3).map((line) => ({ line, className: "strong" })),
    ...wrap(`${status} · ${told.rows}`, page.width - x - 8, 12, 3).map((line) => ({ line, className: "" })),
    ...(told.denied > 0 ? [{ line: `denied by ${told.denied}`, className: "strong" }] : []),
    ...(told.point === null ? [] : wrap(`▲ point of diversion: ${told.point}`, page.width - x - 8, 12, 3).map((line) => ({ line, className: "" }))),
    ...one.others.flatMap(({ joint: tie, to }) =>
      wrap(`${JOINS[tie.kind]} (${to ?? "?"}): ${tie.why}`, page.width - x - 8, 12, 2).map((line) => ({ line, className: "soft" })),
    ),
  ];
  const height = lines.length * LINE + 12;
  const box = svg("rect", { class: "box", x: 1, y: top, width: page.width - 2, height, rx: 4 });
  const shape = svg("rect", { ...painted(page.uid, lookOf(told.status, told.stance)), x: 8, y: top + 8, width: 20, height: 18 });
  const words = lines.map(({ line, className }, index) => label(`${line} `, x, top + 18 + index * LINE, { size: 12.5, className }));
  page.svg.append(mark(told.href, `${says}. ${status}. ${told.rows}`, box, shape, ...words));
  return top + height;
}

/** An arrow where the same arms are told of; a line with a hole for a gap; a row of dots without an arrow for compatible. */
function joint(page: Sheet, tie: Joint, top: number): number {
  const lines = wrap(`${JOINS[tie.kind]}: ${tie.why}`, page.width - 50, 12, 3);
  const height = Math.max(34, lines.length * LINE + 14);
  const end = top + height;
  const drawn = {
    joined: { d: `M18 ${top}V${end - 1}M13 ${end - 8}L18 ${end - 1}L23 ${end - 8}`, dashes: null },
    gap: { d: `M18 ${top}v7M12 ${top + 7}h12M12 ${end - 8}h12M18 ${end - 8}v7`, dashes: null },
    compatible: { d: `M15 ${top + 3}V${end - 3}M21 ${top + 3}V${end - 3}`, dashes: "1 5" },
  }[tie.kind];
  const path = svg("path", { class: "rule", "stroke-width": 2, "stroke-linecap": "round", d: drawn.d, "stroke-dasharray": drawn.dashes });
  const first = top + height / 2 - ((lines.length - 1) * LINE) / 2 + 4;
  const words = lines.map((line, index) => label(`${line} `, 38, first + index * LINE, { className: tie.kind === "joined" ? "" : "soft" }));
  page.svg.append(tie.href === null ? svg("g", {}, path, ...words) : mark(tie.href, `${JOINS[tie.kind]}: ${tie.why}`, path, ...words));
  return end;
}

function pair(page: Sheet, left: number | undefined, right: number | undefined, why: string, top: number): number {
  const box = (x: number, number: number | undefined) => [
    svg("rect", { class: "box", x, y: top + 2, width: 28, height: 20, rx: 4 }),
    label(String(number ?? "?"), x + 14, top + 16, { anchor: "middle" }),
  ];
  const dots = svg("path", { class: "rule", "stroke-width": 2, "stroke-linecap": "round", "stroke-dasharray": "1 5", d: `M34 ${top + 9}H66M34 ${top + 15}H66` });
  const lines = wrap(why, page.width - 112, 12, 3);
  page.svg.append(svg("g", {}, ...box(2, left), dots, ...box(72, right), ...lines.map((line, index) => label(line, 110, top + 16 + index * LINE))));
  return top + Math.max(30, lines.length * LINE + 12);
}
