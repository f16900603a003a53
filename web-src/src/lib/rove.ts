/** Makes the marks of a drawing one stop of the Tab key; arrow keys go from mark to mark, Enter follows. */

import { saysOf } from "./canvas";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Which mark a key leads to, from the one at `at` of `count`; null where the key leads nowhere. */
export function next(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, at + step));
}

/** Sets the tab stops of a drawing, and tells `says` what the mark in focus or under the pointer shows. */
export function rove(drawing: SVGSVGElement, says: (text: string) => void): void {
  const marks = [...drawing.querySelectorAll<SVGAElement>("a[data-mark]")];
  let at = 0;
  marks.forEach((mark, index) => mark.setAttribute("tabindex", index === 0 ? "0" : "-1"));
  drawing.addEventListener("keydown", (event) => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : next(event.key, at, marks.length);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    marks[to]?.focus();
  });
  const tell = (event: Event): void => {
    const mark = event.target instanceof Element ? event.target.closest(".mark") : null;
    if (mark) says(saysOf(mark));
  };
  drawing.addEventListener("pointerover", tell);
  drawing.addEventListener("focusin", (event) => {
    const found = marks.indexOf(event.target as SVGAElement);
    if (found < 0) return;
    marks[at]?.setAttribute("tabindex", "-1");
    at = found;
    marks[at]?.setAttribute("tabindex", "0");
    tell(event);
  });
}
