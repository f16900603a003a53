/** Upgrades each `<div data-island="NAME" data-src="/address.json">` of a page into its figure with a table twin. */

import "./islands.css";
import { checked, isIsland, ShapeError, type IslandName } from "./check";
import { el } from "./lib/dom";
import { mount, type Island } from "./frame";
import { bindMarked } from "./keys";

type Module = { island: (data: never) => Island };

/** Read when the first island of the kind is met: a page without a map does not load its outlines. */
const MODULES: Record<IslandName, () => Promise<Module>> = {
  sankey: () => import("./islands/sankey"),
  map: () => import("./islands/map"),
  timeline: () => import("./islands/timeline"),
  relays: () => import("./islands/relays"),
  curve: () => import("./islands/curve"),
  coverage: () => import("./islands/coverage"),
  custody: () => import("./islands/custody"),
};

async function upgrade(root: HTMLElement): Promise<void> {
  const name = root.dataset["island"] ?? "";
  if (!isIsland(name)) throw new Error(`no figure is named "${name}"`);
  const source = new URL(root.dataset["src"] ?? "", document.baseURI);
  if (source.origin !== location.origin) throw new Error("its data would come from another server");
  const module = MODULES[name]();
  const answer = await fetch(source, { headers: { accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const data = checked(name, await answer.json());
  mount(root, data, (await module).island(data as never));
}

/** Says what went wrong, above whatever the page had there. */
function failed(root: HTMLElement, error: unknown): void {
  const said = error instanceof Error ? error.message : String(error);
  const why = error instanceof ShapeError ? `the data are not as expected: ${said}` : said;
  root.prepend(el("p", { class: "island-failed", role: "alert" }, `This figure could not be drawn: ${why}.`));
}

for (const root of document.querySelectorAll<HTMLElement>("[data-island]")) {
  upgrade(root).catch((error: unknown) => failed(root, error));
}
bindMarked(document);
