// What every page can do with the keyboard. Pages add keys of their own in modules of their own.

const typing = (target) => target instanceof Element && target.closest("input, select, textarea, [contenteditable]");
const dialog = document.querySelector("#keys");
const button = document.querySelector("[data-keys]");
let going = false;

const toggleKeys = () => (dialog.open ? dialog.close() : dialog.showModal());

const rows = () => [...document.querySelectorAll(".row")].filter((row) => row.querySelector("a"));

const step = (by) => {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))];
  (next.querySelector(".row-link") ?? next.querySelector("a")).focus();
  next.scrollIntoView({ block: "nearest" });
};

button.hidden = false;
button.addEventListener("click", toggleKeys);

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const key = event.key;
  if (going) {
    going = false;
    const link = document.querySelectorAll(".bar nav a")[Number(key) - 1];
    if (link) return link.click();
  }
  if (key === "?") toggleKeys();
  else if (dialog.open) return;
  else if (key === "g") going = true;
  else if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (key === "/") document.querySelector(".filters input, .filters select")?.focus();
  else return;
  event.preventDefault();
});

// A field that is left empty asks nothing, and so has no place in the address.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-tidy]")) return;
  const empty = [...event.target.elements].filter((field) => field.name && !field.value);
  for (const field of empty) field.disabled = true;
  setTimeout(() => empty.forEach((field) => (field.disabled = false)));
});
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[data-tidy] :disabled")) field.disabled = false;
});

// What htmx sends must show that it came from a page of ours, as a form does.
document.addEventListener("htmx:config:request", (event) => {
  event.detail.ctx.request.headers["X-CSRF-Token"] = document.querySelector("meta[name=csrf]").content;
});
