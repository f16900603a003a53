import { describe, expect, test } from "vitest";
import { flow, mark, saysOf } from "../src/lib/canvas";
import { dayNumber, dayText, ticks } from "../src/lib/days";
import { el, linkTo, safeHref, svg } from "../src/lib/dom";
import { LOOKS, lookOf, lookWords, painted, patterns, statusWords } from "../src/lib/look";
import { next, rove } from "../src/lib/rove";
import { fileName, standalone } from "../src/lib/save";
import { counted, cut, textWidth, wrap } from "../src/lib/words";

describe("elements", () => {
  test.each(["javascript:alert(1)", "//evil.example", "/\\evil.example", "/\t/evil.example", "https://evil.example", "data:text/html,x", "", "x"])(
    "%j leads nowhere", (href) => {
      expect(safeHref(href)).toBeNull();
      expect(linkTo(href, "x").nodeType).toBe(Node.TEXT_NODE);
    },
  );

  test.each(["/claims?x=1", "?page=2", "#top", "/"])("%j leads within the server", (href) => {
    expect(safeHref(href)).toBe(href);
  });

  test("markup in data stays text", () => {
    const cell = el("td", {}, "<img src=x onerror=alert(1)>");
    expect(cell.children).toHaveLength(0);
    expect(cell.textContent).toBe("<img src=x onerror=alert(1)>");
  });

  test("no style and no handler can be set as an attribute", () => {
    expect(() => el("p", { style: "color: red" })).toThrow("CSP");
    expect(() => svg("g", { onclick: "x()" })).toThrow("CSP");
  });
});

describe("looks", () => {
  test("a denial is drawn as a denial, whatever it denies", () => {
    expect(lookOf("occurred", "denied")).toBe("denied");
    expect(lookOf("planned", "denied")).toBe("denied");
    expect(lookOf("occurred", "alleged")).toBe("occurred-alleged");
    expect(lookOf("promised", "alleged")).toBe("promised");
  });

  test("no two looks are alike without colour", () => {
    const defs = patterns("u", LOOKS);
    const drawn = LOOKS.map((look) => {
      const { fill, "stroke-dasharray": dashes, "stroke-width": width } = painted("u", look) as Record<string, string>;
      const pattern = defs.querySelector(`[id="u-${look}"]`);
      return [fill === "currentColor" ? "solid" : pattern?.querySelector("path")?.getAttribute("d"), dashes, width].join("|");
    });
    expect(new Set(drawn).size).toBe(LOOKS.length);
    expect(new Set(LOOKS.map(lookWords)).size).toBe(LOOKS.length);
  });

  test("only what is stated as done is drawn solid", () => {
    expect(LOOKS.filter((look) => painted("u", look)["fill"] === "currentColor")).toEqual(["occurred"]);
  });

  test("words keep status and stance", () => {
    expect(statusWords("called_for", "stated")).toBe("called for");
    expect(statusWords("occurred", "denied")).toBe("occurred, denied");
  });
});

describe("days", () => {
  test("a day is a number and back", () => {
    expect(dayText(dayNumber("2031-02-28") + 1)).toBe("2031-03-01");
  });

  test("ticks are as many as fit, and the first names its year", () => {
    const months = ticks(dayNumber("2030-12-15"), dayNumber("2031-06-30"), 10);
    expect(months.map((one) => one.label)).toEqual(["Jan 2031", "Feb", "Mar", "Apr", "May", "Jun"]);
    expect(ticks(dayNumber("2031-01-01"), dayNumber("2031-01-08"), 8).map((one) => one.label)[0]).toBe("1 Jan 2031");
    expect(ticks(dayNumber("1990-01-01"), dayNumber("2031-01-01"), 5).length).toBeLessThanOrEqual(5);
    for (const [from, to] of [["2031-01-01", "2031-01-01"], ["2031-01-01", "2031-03-01"], ["1900-01-01", "2031-01-01"]] as const) {
      const found = ticks(dayNumber(from), dayNumber(to), 6);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(7);
    }
  });
});

describe("words", () => {
  test("what is too long is cut, never inside a character", () => {
    expect(cut("short", 100, 12)).toBe("short");
    expect(cut("🚀🚀🚀🚀", 30, 12)).toMatch(/^(🚀)+…$/u);
  });

  test("lines fit", () => {
    const lines = wrap("a few words that go on over several lines", 80, 12);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(80);
    expect(lines.join(" ")).toBe("a few words that go on over several lines");
    expect(wrap("one two three", 20, 12, 1)).toHaveLength(1);
  });

  test("numbers carry their noun", () => {
    expect([counted(1, "row"), counted(1200, "row")]).toEqual(["1 row", "1,200 rows"]);
  });

  test("things are set in lines", () => {
    expect(flow([60, 60, 60], 130)).toEqual([{ x: 0, line: 0 }, { x: 60, line: 0 }, { x: 0, line: 1 }]);
  });

  test("file names are plain", () => {
    expect(fileName("Who armed whom? Ünï/../x")).toBe("who-armed-whom-ünï-x");
    expect(fileName("…")).toBe("figure");
  });
});

test("a saved drawing stands by itself: title, caption, whole addresses, styles as attributes", () => {
  const drawing = svg("svg", { class: "figure", width: 200, height: 50 }, mark("/a", "first", svg("rect", { class: "shape", fill: "red" })));
  document.body.replaceChildren(drawing);
  const file = new DOMParser().parseFromString(standalone(drawing, "Title & <more>", ["one", "two"]), "image/svg+xml");
  expect([...file.querySelectorAll("text")].map((one) => one.textContent)).toEqual(["Title & <more>", "one", "two"]);
  expect(file.querySelector("a")?.getAttribute("href")).toBe("http://localhost:3000/a");
  expect(file.querySelectorAll("[class], [tabindex], [data-mark], [style]")).toHaveLength(0);
  expect(drawing.querySelector("rect")?.getAttribute("class")).toBe("shape");
});

describe("marks", () => {
  test("a mark says what it shows, and is a link only where it leads somewhere", () => {
    expect(saysOf(mark("/x", "says", svg("rect")))).toBe("says");
    expect(mark("/x", "says", svg("rect")).getAttribute("aria-label")).toBe("says");
    expect(mark("javascript:x", "says", svg("rect")).localName).toBe("g");
    expect(mark("/x", "says", svg("text", {}, "seen")).hasAttribute("aria-label")).toBe(false);
  });

  test("keys go from mark to mark and stop at the ends", () => {
    expect([next("ArrowRight", 0, 3), next("ArrowUp", 0, 3), next("End", 0, 3), next("x", 0, 3), next("Home", 0, 0)]).toEqual([1, 0, 2, null, null]);
  });

  test("a drawing is one stop of the Tab key, and the stop follows the focus", () => {
    const drawing = svg("svg", {}, mark("/a", "first", svg("rect")), mark("/b", "second", svg("rect")));
    document.body.replaceChildren(drawing);
    const told: string[] = [];
    rove(drawing, (text) => told.push(text));
    const marks = [...drawing.querySelectorAll<SVGElement>("a")];
    const stops = () => marks.map((one) => one.getAttribute("tabindex"));
    expect(stops()).toEqual(["0", "-1"]);
    marks[1]?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    expect(stops()).toEqual(["-1", "0"]);
    expect(told).toEqual(["second"]);
  });
});
