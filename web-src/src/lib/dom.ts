/** Builds elements; text only ever becomes text nodes and attributes, never markup. */

type Value = string | number | boolean | null | undefined;
export type Attributes = Record<string, Value>;
export type Child = Node | string | null;

const SVG = "http://www.w3.org/2000/svg";

function filled<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "style" || name.startsWith("on")) throw new Error(`${name} is not set as an attribute (CSP)`);
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** An HTML element. Attributes that are null, undefined or false are left away. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for SVG. Numbers are written with at most two decimals. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const rounded = Object.entries(attributes).map(([name, value]) => [
    name,
    typeof value === "number" ? Math.round(value * 100) / 100 : value,
  ]);
  return filled(document.createElementNS(SVG, tag), Object.fromEntries(rounded) as Attributes, children);
}

/** An address of this server, or null: data never leads to another host, nor to a script. */
export function safeHref(href: string | null): string | null {
  if (href === null || !/^[/?#]/.test(href)) return null;
  // Browsers read "\" as "/" and skip tabs and line ends, so "/\t/host" would be another host.
  return /^\/[/\\]/.test(href) || /[\u0000-\u001f\\]/.test(href) ? null : href;
}

/** A link where the address is safe, the bare text otherwise. */
export function linkTo(href: string | null, label: string): Node {
  const safe = safeHref(href);
  return safe === null ? document.createTextNode(label) : el("a", { href: safe }, label);
}
