/** Numbers the links of chains of custody, and finds for each what joins it to the one before and to others. */

import type { CustodyGroup, CustodyLink, Joint } from "../contract";

/** A link with its number in the figure; `joint`: what stands between it and the link drawn above it. */
export interface Numbered {
  number: number;
  link: CustodyLink;
  joint: Joint | null;
  others: { joint: Joint; to: number | null }[];
}

/** Numbers all links, group after group. A joint to a link that is not drawn right above is kept in `others`. */
export function numbered(groups: readonly CustodyGroup[]): Numbered[][] {
  const numbers = new Map<string, number>();
  for (const group of groups) for (const link of group.links) if (!numbers.has(link.id)) numbers.set(link.id, numbers.size + 1);
  return groups.map((group) =>
    group.links.map((link, at) => {
      const above = group.links[at - 1];
      const mine = group.joints.filter((joint) => joint.right === link.id);
      const joint = mine.find((one) => one.left === above?.id) ?? null;
      const others = mine.filter((one) => one !== joint).map((one) => ({ joint: one, to: numbers.get(one.left) ?? null }));
      return { number: numbers.get(link.id) ?? 0, link, joint, others };
    }),
  );
}

/** The numbers of all links by id, as `numbered` gives them. */
export function numbersOf(rows: readonly Numbered[][]): Map<string, number> {
  return new Map(rows.flat().map((one) => [one.link.id, one.number]));
}
