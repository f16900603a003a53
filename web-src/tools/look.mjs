/**
 * Looks at every island in a real browser: pictures at two widths, light and dark, axe, keys, saved files, and that
 * the page keeps to its Content-Security-Policy. Run `npm run look` after `npm run build`; pictures go to look/.
 */

import { createServer } from "node:http";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const HERE = join(import.meta.dirname, "..");
const BUILT = join(HERE, "../src/enduse/web/static/islands");
const LOOK = join(HERE, "look");
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'";
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json" };
const ISLANDS = ["sankey", "map", "timeline", "relays", "curve", "coverage", "custody"];

const { entries } = JSON.parse(readFileSync(join(BUILT, "manifest.json"), "utf8"));

function fileOf(path) {
  if (path.startsWith("/built/")) return join(BUILT, entries[path.slice(7)] ?? path.slice(7));
  return join(HERE, "harness", normalize(path === "/" ? "/index.html" : path));
}

const server = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  try {
    const content = readFileSync(fileOf(path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/html", "content-security-policy": CSP });
    response.end(content);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("not here");
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const axe = readFileSync(join(HERE, "node_modules/axe-core/axe.min.js"), "utf8");
const wrong = [];

async function open(width, scheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, acceptDownloads: true });
  const page = await context.newPage();
  page.on("console", (said) => {
    const text = said.text();
    if (said.type() === "error" && !text.includes("404")) wrong.push(`${width} ${scheme}: ${text}`);
  });
  page.on("pageerror", (error) => wrong.push(`${width} ${scheme}: ${error}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("blob:")) wrong.push(`asked for ${request.url()}`);
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return page;
}

rmSync(LOOK, { recursive: true, force: true });
mkdirSync(LOOK, { recursive: true });
for (const width of [1280, 390]) {
  for (const scheme of ["light", "dark"]) {
    const page = await open(width, scheme);
    for (const name of ISLANDS) {
      await page.locator(`[data-island=${name}]`).first().screenshot({ path: join(LOOK, `${name}-${width}-${scheme}.png`) });
    }
    await page.locator("[data-src='data/empty.json']").screenshot({ path: join(LOOK, `empty-${width}-${scheme}.png`) });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) wrong.push(`${width} ${scheme}: the page is ${wide} pixels too wide`);
    for (const details of await page.locator("details").all()) await details.evaluate((one) => (one.open = true));
    await page.evaluate(axe);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values } }), tags);
    for (const one of found.violations) {
      wrong.push(`${width} ${scheme}: axe ${one.id}: ${one.nodes.length} × ${one.help}; ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`);
    }
    console.log(`${width} ${scheme}: axe ran ${found.passes.length + found.violations.length} rules, ${found.violations.length} violated`);
    await page.context().close();
  }
}

const page = await open(1280, "light");
for (const name of ISLANDS) {
  for (const format of ["SVG", "PNG"]) {
    const island = page.locator(`[data-island=${name}]`).first();
    const [file] = await Promise.all([page.waitForEvent("download"), island.getByRole("button", { name: `Save as ${format}` }).click()]);
    await file.saveAs(join(LOOK, `saved-${name}.${format.toLowerCase()}`));
  }
  const saved = readFileSync(join(LOOK, `saved-${name}.svg`), "utf8");
  const said = JSON.parse(readFileSync(join(HERE, `harness/data/${name}.json`), "utf8"));
  for (const part of ["<title>", said.searched, ...(said.notice ? [said.notice] : [])]) {
    if (!saved.includes(part)) wrong.push(`saved-${name}.svg does not say ${part}`);
  }
  if (/ (class|style|tabindex)=/.test(saved)) wrong.push(`saved-${name}.svg needs a style sheet or a script`);
}
const keys = await page.evaluate(async () => {
  const first = document.querySelector("[data-island=sankey] a[data-mark]");
  first.focus();
  const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  press("ArrowRight");
  const second = document.activeElement !== first && document.activeElement.hasAttribute("data-mark");
  const stops = document.querySelectorAll("[data-island=sankey] a[data-mark][tabindex='0']").length;
  press("?");
  return { second, stops, list: document.querySelector("dialog.island-keys")?.textContent };
});
if (!keys.second || keys.stops !== 1 || !keys.list?.includes("to try a key")) wrong.push(`keys: ${JSON.stringify(keys)}`);
await page.screenshot({ path: join(LOOK, "keys.png") });
await browser.close();
server.close();
writeFileSync(join(LOOK, "wrong.txt"), wrong.join("\n"));
console.log(wrong.length ? wrong.join("\n") : "nothing wrong");
process.exitCode = wrong.length ? 1 : 0;
