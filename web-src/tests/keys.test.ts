import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { belongsToFocus, bindKeys, bindMarked } from "../src/keys";

let page: Document;
let undo: (() => void)[] = [];

function press(key: string, on: Element = page.body, more: KeyboardEventInit = {}): boolean {
  return on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
}

beforeEach(() => {
  page = document.implementation.createHTMLDocument("keys");
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) { this.open = true; };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) { this.open = false; this.dispatchEvent(new Event("close")); };
});
afterEach(() => {
  for (const one of undo) one();
  undo = [];
});

test("a key does its thing, and the browser does not do its own", () => {
  const run = vi.fn<() => void>();
  undo.push(bindKeys(page, [{ key: "j", says: "Next", run }]));
  expect(press("j")).toBe(false);
  expect(press("k")).toBe(true);
  expect(run).toHaveBeenCalledTimes(1);
});

test("no key is taken from somebody who types, nor from the browser", () => {
  const run = vi.fn<() => void>();
  undo.push(bindKeys(page, [{ key: "a", says: "Accept", run }]));
  page.body.append(page.createElement("input"), page.createElement("textarea"));
  for (const field of page.querySelectorAll("input, textarea")) press("a", field);
  press("a", page.body, { ctrlKey: true });
  press("a", page.body, { metaKey: true });
  press("a", page.body, { altKey: true });
  expect(run).not.toHaveBeenCalled();
});

test("Enter on a button is the button's", () => {
  const button = document.createElement("button");
  expect([belongsToFocus("Enter", button), belongsToFocus("a", button), belongsToFocus("Enter", null)]).toEqual([true, false, false]);
});

test("what was bound is bound no more once undone", () => {
  const run = vi.fn<() => void>();
  bindKeys(page, [{ key: "j", says: "Next", run }])();
  expect(press("j")).toBe(true);
  expect(run).not.toHaveBeenCalled();
});

test("a key that is bound already is an error", () => {
  undo.push(bindKeys(page, [{ key: "j", says: "Next", run: () => undefined }]));
  expect(() => bindKeys(page, [{ key: "j", says: "Other", run: () => undefined }])).toThrow('the key "j" is bound already');
  expect(() => bindKeys(page, [1, 2].map(() => ({ key: "z", says: "", run: () => undefined })))).toThrow('"z"');
});

test("the question mark lists the keys, and hides them again", () => {
  undo.push(bindKeys(page, [{ key: "ArrowDown", says: "Next claim", run: () => undefined }]));
  press("?");
  expect(page.querySelector("dialog")?.textContent).toContain("↓Next claim");
  press("?");
  expect(page.querySelector("dialog")).toBeNull();
});

test("a page that lists its keys itself gets them into its list", () => {
  const list = page.createElement("dialog");
  list.id = "keys";
  list.append(page.createElement("dl"));
  page.body.append(list);
  const off = bindKeys(page, [{ key: "a", says: "Accept", run: () => undefined }]);
  expect(list.textContent).toBe("aAccept");
  expect(press("?")).toBe(true);
  off();
  expect(list.textContent).toBe("");
});

test("elements that name a key are clicked by it, fields get the focus", () => {
  page.body.innerHTML = '<button data-key="a" data-key-says="Accept">x</button><input data-key="/">';
  const clicked = vi.fn<() => void>();
  const focused = vi.fn<() => void>();
  page.querySelector("button")?.addEventListener("click", clicked);
  (page.querySelector("input") as HTMLInputElement).focus = focused;
  undo.push(bindMarked(page));
  press("a");
  press("/");
  expect([clicked.mock.calls.length, focused.mock.calls.length]).toEqual([1, 1]);
});
