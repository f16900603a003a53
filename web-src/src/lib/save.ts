/** Saves a drawing as a file that stands by itself: what style sheets gave is written into it. */

import { svg } from "./dom";
import { wrap } from "./words";

const KEPT = [
  "color", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-opacity",
  "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "paint-order", "visibility",
];
const GONE = ["class", "tabindex", "data-mark", "role", "aria-label", "aria-labelledby", "aria-describedby", "aria-hidden"];

/** The drawing as SVG text. caption: lines set under it, so that the file says what it shows and of what. */
export function standalone(drawing: SVGSVGElement, title: string, caption: string[]): string {
  const lines = caption.flatMap((one) => wrap(one, Number(drawing.getAttribute("width")), 11));
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const shown = [drawing, ...drawing.querySelectorAll("*")];
  const copied = [copy, ...copy.querySelectorAll("*")];
  copied.forEach((element, index) => inlined(shown[index] as Element, element));
  const width = Number(drawing.getAttribute("width"));
  const height = Number(drawing.getAttribute("height"));
  const style = getComputedStyle(drawing);
  const total = height + 44 + lines.length * 16;
  const text = { "font-family": "sans-serif", fill: style.color || "black", x: 8 };
  const whole = svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: width + 16, height: total, viewBox: `0 0 ${width + 16} ${total}` },
    svg("title", {}, title),
    svg("rect", { width: "100%", height: "100%", fill: background(drawing) }),
    svg("text", { ...text, y: 20, "font-size": 15, "font-weight": "bold" }, title),
    svg("g", { transform: "translate(8 32)" }, ...[...copy.childNodes]),
    ...lines.map((line, index) => svg("text", { ...text, y: height + 44 + index * 16, "font-size": 11 }, line)),
  );
  whole.removeAttribute("xmlns"); // the serialiser writes it
  return new XMLSerializer().serializeToString(whole);
}

function inlined(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of KEPT) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value.replaceAll('"', "'"));
  }
  if (to.localName === "a") to.setAttribute("href", new URL(from.getAttribute("href") ?? "", document.baseURI).href);
  for (const name of GONE) to.removeAttribute(name);
}

function background(drawing: Element): string {
  for (let at: Element | null = drawing; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (color && color !== "transparent" && !/^rgba\(.*, 0\)$/.test(color)) return color;
  }
  return "white";
}

/** Hands a file to the person at the browser. */
export function download(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The SVG text drawn as PNG, twice as large as on the screen. */
export async function png(text: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be made"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A name for the file: letters and digits of the title. */
export function fileName(title: string): string {
  return title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "").slice(0, 60) || "figure";
}
