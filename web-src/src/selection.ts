/** Between what is selected in an article and offsets in its text, counted in UTF-16 units as browsers count. */

/** Half-open, as everywhere in enduse; the server turns UTF-16 units into code points. */
export interface Offsets {
  start: number;
  end: number;
}

/** What stands in an article but is not of its text (margin notes, labels) carries this attribute. */
const SKIPPED = "[data-skip]";

function textNodes(article: Element): Text[] {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const skipped = node.parentElement?.closest(SKIPPED);
    if (!skipped || !article.contains(skipped) || skipped === article) found.push(node as Text);
  }
  return found;
}

/** The text that offsets count. */
export function textOf(article: Element): string {
  return textNodes(article).map((node) => node.data).join("");
}

/** Where a range lies in the text of the article; null where it holds none of it. What is selected outside is cut off. */
export function offsetsOf(article: Element, range: Range): Offsets | null {
  let before = 0;
  let start: number | null = null;
  let end = 0;
  for (const node of textNodes(article)) {
    const [from, to] = within(node, range);
    if (from < to) {
      start ??= before + from;
      end = before + to;
    }
    before += node.length;
  }
  return start === null ? null : { start, end };
}

/** Which part of a text node a range covers. */
function within(node: Text, range: Range): [number, number] {
  if (!range.intersectsNode(node)) return [0, 0];
  const from = range.startContainer === node ? range.startOffset : range.comparePoint(node, 0) < 0 ? -1 : 0;
  const to = range.endContainer === node ? range.endOffset : node.length;
  return from < 0 ? [0, 0] : [from, to];
}

/** The range of an article's text between two offsets. RangeError where they lie outside of it. */
export function rangeOf(article: Element, start: number, end: number): Range {
  const nodes = textNodes(article);
  const length = nodes.reduce((sum, node) => sum + node.length, 0);
  if (start < 0 || end < start || end > length) throw new RangeError(`[${start}, ${end}) is not within 0 to ${length}`);
  const range = document.createRange();
  range.setStart(...placeOf(nodes, start, false));
  range.setEnd(...placeOf(nodes, end, true));
  return range;
}

/** The node and the offset in it; at the border of two nodes the first where something ends, the second where it starts. */
function placeOf(nodes: Text[], offset: number, ends: boolean): [Text, number] {
  let before = 0;
  for (const [index, node] of nodes.entries()) {
    const inside = offset - before;
    if (inside < node.length || (inside === node.length && (ends || index === nodes.length - 1))) return [node, inside];
    before += node.length;
  }
  throw new RangeError("the article holds no text");
}

/** The offsets without white space at the ends, and never inside a surrogate pair; null where nothing is left. */
export function trimmed(text: string, start: number, end: number): Offsets | null {
  if (isLow(text, start)) start -= 1;
  if (isLow(text, end)) end += 1;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

/** Whether the unit at an offset is the second half of a pair, so that the offset would cut a letter in two. */
function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}
