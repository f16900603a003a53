// The desk of the review: one key a decision, words given to roles by selecting them, names looked up while typing.
// Without it all forms work by themselves; what it sends is what they send.

const said = document.querySelector("#said");
const desk = () => document.querySelector("#desk");
const correction = () => document.querySelector("#correct");
const correcting = () => correction()?.open ?? false;
const article = () => document.querySelector("#text");
let busy = false;
let words = [];
let from = -1;
let to = -1;

const say = (text) => (said.textContent = text);

// ---- what is sent, and what comes back

const send = async (form, button) => {
  if (busy) return;
  busy = true;
  desk().setAttribute("aria-busy", "true");
  try {
    const body = new URLSearchParams(new FormData(form, button));
    const answer = await fetch(button?.getAttribute("formaction") ?? form.action, { method: "POST", body, headers: { accept: "text/html", "x-desk": "1" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("#desk");
    if (!next && answer.ok) return location.assign(answer.url);
    if (!next) return say(`Not kept: ${page.querySelector(".said")?.textContent ?? `the server answered ${answer.status}`}. What you wrote is still here.`);
    desk().replaceWith(document.adoptNode(next));
    const address = answer.headers.get("content-location") ?? (answer.redirected ? answer.url : null);
    if (address) history.pushState(null, "", address);
    document.title = page.title;
    arrive();
    say(desk().dataset.said);
  } catch {
    say("Not kept: the server does not answer. What you wrote is still here; try again.");
  } finally {
    busy = false;
    desk()?.removeAttribute("aria-busy");
  }
};

const arrive = () => {
  document.body.classList.add("scripted");
  from = to = -1;
  const sentence = document.querySelector("#sentence");
  if (sentence) {
    const text = article();
    text.scrollTop = Math.max(0, sentence.offsetTop - Math.max(16, (text.clientHeight - sentence.offsetHeight) / 3));
    const start = Number(sentence.dataset.start);
    words = [...sentence.textContent.matchAll(/[\p{L}\p{N}\p{M}]+(?:[-'’.,][\p{L}\p{N}\p{M}]+)*|\p{Extended_Pictographic}/gu)].map((found) => ({
      start: start + found.index,
      end: start + found.index + found[0].length,
    }));
    fit();
  }
  (correcting() ? article() : document.querySelector("#claim-title"))?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
};

// ---- words of the article and offsets in it, in UTF-16 units

const pieces = () => {
  const walker = document.createTreeWalker(article(), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let at = 0; walker.nextNode(); at += walker.currentNode.length) found.push({ node: walker.currentNode, at });
  return found;
};

const rangeOf = (start, end) => {
  const range = document.createRange();
  const all = pieces();
  const first = all.find(({ node, at }) => start < at + node.length);
  const last = all.find(({ node, at }) => end <= at + node.length);
  range.setStart(first.node, start - first.at);
  range.setEnd(last.node, end - last.at);
  return range;
};

const selected = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article())) return null;
  const before = document.createRange();
  before.selectNodeContents(article());
  if (range.compareBoundaryPoints(Range.START_TO_START, before) > 0) before.setEnd(range.startContainer, range.startOffset);
  else before.collapse(true);
  const text = article().textContent;
  const sentence = document.querySelector("#sentence");
  let start = Math.max(before.toString().length, Number(sentence.dataset.start));
  let end = Math.min(before.toString().length + range.toString().length, Number(sentence.dataset.end));
  if (/[\udc00-\udfff]/.test(text[start] ?? "")) start -= 1;
  if (/[\udc00-\udfff]/.test(text[end] ?? "")) end += 1;
  while (start < end && /\s/.test(text[start])) start += 1;
  while (start < end && /\s/.test(text[end - 1])) end -= 1;
  return start < end ? { start, end, text: text.slice(start, end) } : null;
};

const choose = (by, more) => {
  if (!words.length) return;
  if (from < 0) from = to = by > 0 ? 0 : words.length - 1;
  else {
    to = Math.min(words.length - 1, Math.max(0, to + by));
    if (!more) from = to;
  }
  const range = rangeOf(words[Math.min(from, to)].start, words[Math.max(from, to)].end);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  say(range.toString());
};

// ---- roles

const spanOf = (box) => {
  const [role, edges] = box.value.split(":");
  const [start, end] = edges.split("-").map(Number);
  return { role, start, end };
};

const boxes = () => [...document.querySelectorAll(".correct [name=span]")];

const fit = () => {
  const form = document.querySelector(".correct");
  if (!form) return;
  const type = form.elements.type.value;
  for (const set of form.querySelectorAll("fieldset[data-role]")) set.hidden = !set.dataset.types.split(" ").includes(type);
  const shown = { "": true, status: type !== "ceasefire", state: type === "ceasefire", mode: type === "diversion" };
  for (const label of form.querySelectorAll("[data-only]")) label.hidden = !shown[label.dataset.only];
  if (!globalThis.CSS?.highlights) return;
  const drafted = correcting() ? boxes().filter((box) => box.checked).map((box) => rangeOf(spanOf(box).start, spanOf(box).end)) : [];
  CSS.highlights.set("drafted", new Highlight(...drafted));
};

const give = (key) => {
  const button = document.querySelector(`.correct fieldset:not([hidden]) [data-give="${key}"]`);
  if (!button) return false;
  const set = button.closest("fieldset");
  const found = selected();
  if (!found) {
    say("Select words of the sentence first.");
    return true;
  }
  for (const box of boxes()) {
    const span = spanOf(box);
    if (span.role === set.dataset.role && span.start < found.end && found.start < span.end) box.checked = false;
  }
  const value = `${set.dataset.role}:${found.start}-${found.end}`;
  const known = boxes().find((box) => box.value === value);
  if (known) known.checked = true;
  else set.querySelector(".chips").append(chip(set, value, found.text));
  fit();
  say(`${set.dataset.role}: ${found.text}`);
  return true;
};

const element = (name, given, ...inside) => {
  const made = Object.assign(document.createElement(name), given);
  made.append(...inside);
  return made;
};

const chip = (set, value, text) => {
  const box = element("input", { type: "checkbox", name: "span", value, checked: true });
  const label = element("label", {}, box, " ", element("mark", { className: "role", dir: "auto" }, text));
  const made = element("li", { className: "chip" }, label);
  if (set.dataset.scheme) {
    const named = element("input", { name: "named", className: "named", autocomplete: "off", spellcheck: false, placeholder: "stands for…" });
    named.setAttribute("aria-label", `What “${text}” stands for`);
    made.append(element("input", { type: "hidden", name: "of", value }), named);
  }
  return made;
};

const takeOut = () => {
  const found = selected();
  if (!found) return say("Select words of the sentence first.");
  const hit = boxes().filter((box) => box.checked && spanOf(box).start < found.end && found.start < spanOf(box).end);
  for (const box of hit) box.checked = false;
  fit();
  say(hit.length ? `${found.text}: in no role` : `${found.text} stands in no role`);
};

// ---- names of the registers

let asked = 0;

const suggest = async (input) => {
  const number = ++asked;
  const scheme = input.closest("fieldset").dataset.scheme;
  const typed = input.value.trim();
  if (!typed || typed.startsWith(`${scheme}:`)) return closeList(input);
  const answer = await fetch(`/registers.json?${new URLSearchParams({ q: typed, scheme })}`);
  if (!answer.ok || number !== asked) return;
  const found = await answer.json();
  closeList(input);
  const list = element("ul", { className: "suggestions", id: "suggestions" });
  list.setAttribute("role", "listbox");
  const rows = [...found.rows, { code: "", name: `not in the registers`, about: "", called: "" }];
  rows.forEach((row, number) => {
    const about = [row.called && `“${row.called}”`, row.about, row.code && `${scheme}:${row.code}`].filter(Boolean).join(" · ");
    const option = element("li", { id: `suggestion-${number}` }, row.name, " ", element("span", { className: "about" }, about));
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", String(number === 0));
    option.dataset.value = `${scheme}:${row.code}`;
    list.append(option);
  });
  input.parentElement.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "true");
  input.setAttribute("aria-controls", "suggestions");
  input.setAttribute("aria-activedescendant", "suggestion-0");
  say(`${found.count} found${found.left_out ? `, the first ${found.rows.length} shown` : ""}`);
};

const closeList = (input) => {
  document.querySelector("#suggestions")?.remove();
  input?.setAttribute("aria-expanded", "false");
  input?.removeAttribute("aria-activedescendant");
};

const walkList = (input, by) => {
  const options = [...document.querySelectorAll("#suggestions li")];
  const at = options.findIndex((option) => option.ariaSelected === "true");
  const next = options[(at + by + options.length) % options.length];
  for (const option of options) option.setAttribute("aria-selected", String(option === next));
  next.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", next.id);
};

const take = (input, option) => {
  input.value = option.dataset.value;
  say(`stands for ${option.textContent}`);
  closeList(input);
};

// ---- keys

const openCorrection = () => {
  correction().open = true;
  const why = document.querySelector("#why");
  if (why.value) document.querySelector(".correct [name=why]").value = why.value;
  fit();
  article().focus({ preventScroll: true });
  say("Correcting. Choose words with the arrow keys, then press the letter of a role.");
};

const closeCorrection = () => {
  correction().open = false;
  correction().querySelector("form").reset();
  fit();
  getSelection().removeAllRanges();
  document.querySelector("#claim-title").focus({ preventScroll: true });
  say("Correction given up.");
};

const inField = (event) => {
  const { key, target } = event;
  const open = target.matches(".named") && document.querySelector("#suggestions");
  if (open && (key === "ArrowDown" || key === "ArrowUp")) walkList(target, key === "ArrowDown" ? 1 : -1);
  else if (open && key === "Enter") take(target, open.querySelector("[aria-selected=true]"));
  else if (open && key === "Escape") closeList(target);
  else if (key === "Escape" || (key === "Enter" && target.id === "why")) (correcting() ? article() : document.querySelector("#claim-title")).focus();
  else return false;
  return true;
};

const whileCorrecting = (event) => {
  const { key } = event;
  if (key === "ArrowRight" || key === "ArrowLeft") choose(key === "ArrowRight" ? 1 : -1, event.shiftKey);
  else if (key === "Escape") closeCorrection();
  else if (key === "Enter" && !event.target.closest("button, summary, a, select, [type=checkbox]")) correction().querySelector("[data-keep]").click();
  else if (key === "x") takeOut();
  else if (key === "l") document.querySelector(".correct select").focus();
  else return give(key);
  return true;
};

const press = (key) => {
  const button = document.querySelector(`#desk [data-press="${CSS.escape(key)}"]`);
  if (key === "c" && correction()) openCorrection();
  else if (button && !button.disabled) button.click();
  else if (key === "w" && document.querySelector("#why")) document.querySelector("#why").focus();
  else return false;
  return true;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || !desk()) return;
  const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox]), select, textarea");
  const done = typing ? inField(event) : correcting() ? whileCorrecting(event) : press(event.key);
  if (done) event.preventDefault();
}, true);

document.addEventListener("submit", (event) => {
  if (!desk()?.contains(event.target)) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

document.addEventListener("click", (event) => {
  const giving = event.target.closest("[data-give]");
  if (giving) give(giving.dataset.give);
  if (event.target.closest("[data-press=c]")) openCorrection();
  if (event.target.closest("[data-give-up]")) closeCorrection();
  const option = event.target.closest("#suggestions li");
  if (option) take(option.closest(".chip").querySelector(".named"), option);
});
// A button that gives words to a role must not take the selection away.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest("[data-give]")) event.preventDefault();
});
document.addEventListener("input", (event) => {
  if (event.target.matches(".named")) suggest(event.target);
});
document.addEventListener("change", (event) => {
  if (event.target.closest(".correct")) fit();
});
document.addEventListener("toggle", (event) => {
  if (event.target.id === "correct") fit();
}, true);
document.addEventListener("focusout", (event) => {
  if (event.target.matches(".named")) setTimeout(() => closeList(event.target), 200);
});
window.addEventListener("popstate", () => location.reload());

arrive();
