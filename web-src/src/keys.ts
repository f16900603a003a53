/** Keys of a page: each does one thing, none of them while somebody types, and `?` shows them all. */

import { el } from "./lib/dom";

/** key: as KeyboardEvent.key names it ("j", "A", "Enter", "ArrowDown"). says: what it does, for the list. */
export interface Binding {
  key: string;
  says: string;
  run: (event: KeyboardEvent) => void;
}

const TYPED = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";
const PRESSED = "a, button, summary, [role='button']";

/** Whether the key belongs to what has the focus: a field that takes text, or Enter and space on a button. */
export function belongsToFocus(key: string, focus: Element | null): boolean {
  if (!focus) return false;
  return Boolean(focus.closest(TYPED)) || ((key === "Enter" || key === " ") && Boolean(focus.closest(PRESSED)));
}

const lists = new WeakMap<Document, Binding[]>();

/**
 * Listens for keys on a page, and `?` for the list of all that were bound on it. Gives back what undoes it.
 * A key that is bound already is an error: one of the two would never be reached.
 * A page that has a list of its own (`#keys dl`) and shows it by `?` itself gets the new keys into that list.
 */
export function bindKeys(page: Document, bindings: Binding[]): () => void {
  const all = lists.get(page) ?? listening(page);
  const taken = bindings.find((one, at) => [...all, ...bindings.slice(0, at)].some((other) => other.key === one.key));
  if (taken) throw new Error(`the key "${taken.key}" is bound already`);
  all.push(...bindings);
  const listed = bindings.map((one) => el("div", {}, el("dt", {}, el("kbd", {}, nameOf(one.key))), el("dd", {}, one.says)));
  page.querySelector("#keys dl")?.append(...listed);
  return () => {
    for (const one of bindings) all.splice(all.indexOf(one), 1);
    for (const one of listed) one.remove();
  };
}

function listening(page: Document): Binding[] {
  const own: Binding = { key: "?", says: "Show or hide these keys", run: () => toggle(page, all) };
  const all: Binding[] = page.querySelector("#keys dl") ? [] : [own];
  lists.set(page, all);
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const focus = event.target instanceof Element ? event.target : null;
    const open = page.querySelector("dialog[open]");
    if (belongsToFocus(event.key, focus) || (open && event.key !== "?")) return;
    const found = all.find((one) => one.key === event.key);
    if (!found) return;
    event.preventDefault();
    found.run(event);
  });
  return all;
}

/** Binds the elements of a page that name a key: `data-key="j" data-key-says="Next claim"`. */
export function bindMarked(page: Document): () => void {
  const marked = [...page.querySelectorAll<HTMLElement>("[data-key]")];
  const bindings = marked.map((element) => ({
    key: element.dataset["key"] ?? "",
    says: element.dataset["keySays"] ?? element.textContent?.trim() ?? "",
    run: () => (element.matches(TYPED) ? element.focus() : element.click()),
  }));
  return bindKeys(page, bindings);
}

const NAMES: Record<string, string> = {
  " ": "Space", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→",
};

function nameOf(key: string): string {
  return NAMES[key] ?? key;
}

function toggle(page: Document, bindings: Binding[]): void {
  const shown = page.querySelector<HTMLDialogElement>("dialog.island-keys");
  if (shown) return shown.close();
  const rows = bindings.map((one) => el("tr", {}, el("th", { scope: "row" }, el("kbd", {}, nameOf(one.key))), el("td", {}, one.says)));
  const close = el("button", { type: "button", class: "island-button" }, "Close");
  const title = el("h2", { id: "island-keys-title" }, "Keys of this page");
  const dialog = el("dialog", { class: "island-keys", "aria-labelledby": "island-keys-title" }, title, el("table", {}, ...rows), close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  page.body.append(dialog);
  dialog.showModal();
}
