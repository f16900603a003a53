import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checked, type IslandName } from "../src/check";
import { type Island, mount } from "../src/frame";

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, "../harness/data", `${name}.json`), "utf8"));
const ISLANDS: IslandName[] = ["sankey", "map", "timeline", "relays", "curve", "coverage", "custody"];

async function shown(name: IslandName, value: unknown = read(name)): Promise<HTMLElement> {
  const module = (await import(`../src/islands/${name}.ts`)) as { island: (data: unknown) => Island };
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const data = checked(name, value);
  mount(root, data, module.island(data));
  return root;
}

describe.each(ISLANDS)("the island %s", (name) => {
  test("has a title, a description, a drawing that says what it is, and buttons", async () => {
    const root = await shown(name);
    const data = read(name) as { title: string; description: string };
    expect(root.querySelector("h3")?.textContent).toBe(data.title);
    expect(root.querySelector("svg > title")?.textContent).toBe(data.title);
    expect(root.querySelector("svg > desc")?.textContent).toBe(data.description);
    expect([...root.querySelectorAll("button")].map((one) => one.textContent)).toEqual(["Save as SVG", "Save as PNG"]);
  });

  test("has a table with a link in each row, and every mark of the drawing leads somewhere", async () => {
    const root = await shown(name);
    const rows = [...root.querySelectorAll("tbody tr")];
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.querySelector("a")?.getAttribute("href")).toMatch(/^\//);
    const marks = [...root.querySelectorAll("svg a[data-mark]")];
    expect(marks.length).toBeGreaterThan(1);
    for (const one of marks) expect(one.querySelector("title")?.textContent).toBeTruthy();
    const inDrawing = new Set(marks.map((one) => one.getAttribute("href")));
    expect([...inDrawing].every((href) => href?.startsWith("/"))).toBe(true);
  });

  test("sets no style by markup", async () => {
    const root = await shown(name);
    expect(root.querySelectorAll("[style], style, script")).toHaveLength(0);
  });
});

test("nothing found is said to be no news, and nothing is drawn", async () => {
  const root = await shown("sankey", read("empty"));
  expect(root.querySelector(".island-empty")?.textContent).toBe(
    "No data. Nothing was found in 412 documents of 9 outlets, 2031-01-01 to 2031-06-30. This does not mean that nothing happened.",
  );
  expect(root.querySelector("svg")).toBeNull();
  expect(root.querySelector("table")).toBeNull();
});

test("a long table is made when it is opened", async () => {
  const data = read("coverage") as { outlets: { cells: unknown[] }[] };
  const cells = Array.from({ length: 501 }, () => ({ start: "2031-02-03", count: 1, href: "/d" }));
  const root = await shown("coverage", { ...data, outlets: [{ label: "Nordby Times", href: null, cells }] });
  expect(root.querySelectorAll("tbody tr")).toHaveLength(0);
  expect(root.querySelector("summary")?.textContent).toBe("The same 501 weeks as a table");
  root.querySelector("details")?.dispatchEvent(new Event("toggle"));
  root.querySelector("details")?.dispatchEvent(new Event("toggle"));
  expect(root.querySelectorAll("tbody tr")).toHaveLength(501);
});

test("what is left out is told with its number and reason", async () => {
  const items = [...(await shown("sankey")).querySelectorAll(".island-left-out li")].map((one) => one.textContent);
  expect(items).toEqual(["7: recipient not told", "3: supplier and recipient the same"]);
});

test("a place that lies nowhere is named under the map", async () => {
  expect((await shown("map")).textContent).toContain("Not drawn, for where they lie is not known: Old Ferry.");
});

test("what a relay changed stands on its edge", async () => {
  const drawing = (await shown("relays")).querySelector("svg")?.textContent;
  expect(drawing).toContain("▸ condition lost: if the truce collapses");
  expect(drawing).toContain("perhaps from it, by the wording");
});

test("violations of two monitors stay apart", async () => {
  const root = await shown("timeline");
  const says = [...root.querySelectorAll("svg a title")].map((one) => one.textContent ?? "");
  expect(says.filter((one) => one.includes("violations by Observers of the League"))).toHaveLength(12);
  expect(says.filter((one) => /violations? by Dorn monitoring centre/.test(one))).toHaveLength(10);
});

describe("the page", () => {
  const fetched = vi.fn<(address: URL) => Promise<unknown>>();

  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal("fetch", fetched);
  });
  afterEach(() => vi.unstubAllGlobals());

  async function page(markup: string): Promise<HTMLElement> {
    document.body.innerHTML = markup;
    await import("../src/main");
    await vi.waitFor(() => expect(document.querySelector(".island, .island-failed")).not.toBeNull(), { timeout: 30_000 });
    return document.body;
  }

  test("upgrades what names an island", async () => {
    fetched.mockResolvedValue({ ok: true, json: async () => read("coverage") });
    const body = await page('<div data-island="coverage" data-src="/c.json" data-heading="2">before</div>');
    expect(body.querySelector("h2")?.textContent).toBe("What came in");
    expect(body.textContent).not.toContain("before");
  });

  test.each([
    ["the server's refusal", { ok: false, status: 503 }, "the server answered 503"],
    ["data of another shape", { ok: true, json: async () => ({}) }, "the data are not as expected: title must be a string"],
  ])("says so on %s, and leaves what the page had", async (_, answer, says) => {
    fetched.mockResolvedValue(answer);
    const body = await page('<div data-island="coverage" data-src="/c.json"><table></table></div>');
    expect(body.querySelector("[role=alert]")?.textContent).toContain(says);
    expect(body.querySelector("table")).not.toBeNull();
  });

  test("asks no other server", async () => {
    fetched.mockClear();
    const body = await page('<div data-island="coverage" data-src="https://elsewhere.example/c.json"></div>');
    expect(body.textContent).toContain("its data would come from another server");
    expect(fetched).not.toHaveBeenCalled();
  });
});
