import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checked, day, isIsland, ShapeError } from "../src/check";

const DATA = join(import.meta.dirname, "../harness/data");
const read = (name: string) => JSON.parse(readFileSync(join(DATA, name), "utf8")) as { island: string };
const good = readdirSync(DATA).filter((name) => name !== "wrong.json");

describe("what the server sends", () => {
  test.each(good)("%s keeps to the contract, and nothing of it is lost", (name) => {
    const data = read(name);
    expect(isIsland(data.island)).toBe(true);
    expect(checked(data.island as "sankey", data)).toEqual(data);
  });

  test("a wrong field is named with its place", () => {
    expect(() => checked("curve", read("wrong.json"))).toThrow(new ShapeError("curves[0].median must be a number"));
  });

  test("a field that is missing is an error, not a default", () => {
    const { left_out: _, ...rest } = read("sankey.json") as unknown as Record<string, unknown>;
    expect(() => checked("sankey", rest)).toThrow("left_out must be a list");
  });

  test("fields that nobody knows are left away", () => {
    expect(checked("sankey", { ...read("sankey.json"), more: 1 })).not.toHaveProperty("more");
  });

  test.each([null, 7, "x", [], [1]])("%j is no answer", (value) => {
    expect(() => checked("map", value)).toThrow("the answer must be an object");
  });

  test.each(["2031-02-30", "2031-1-1", "soon", 7, null])("%j is no day", (value) => {
    expect(() => day(value, "at")).toThrow("at must be a day as 2031-04-12");
  });

  test("a name that is only inherited is no island", () => {
    expect(isIsland("constructor")).toBe(false);
  });
});
