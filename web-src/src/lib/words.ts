/** Fits words into drawings: how wide they will be, where they break, how they are cut. */

const NARROW = new Set([..."iIjl.,:;'|!()[]ftr1 "]);
const WIDE = new Set([..."mwMWQO@%—…→▸"]);

/** About how wide a text is in a sans-serif font of this size; a little more rather than less. Bold is a tenth wider. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    units += code >= 0x1100 ? 1.05 : NARROW.has(letter) ? 0.36 : WIDE.has(letter) ? 0.92 : 0.59;
  }
  return units * size;
}

/** The text, or as much of it as fits, ending in "…"; never half a surrogate pair. */
export function cut(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Lines that each fit; the last of `most` lines is cut where more would follow. */
export function wrap(text: string, width: number, size: number, most = 99): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || textWidth(longer, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]} …`;
  return kept.map((one) => cut(one, width, size));
}

/** "1 row", "3 rows". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
