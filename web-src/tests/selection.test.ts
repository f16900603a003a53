import { beforeEach, describe, expect, test } from "vitest";
import { offsetsOf, rangeOf, textOf, trimmed } from "../src/selection";

let article: Element;
const TEXT = "Arms 🚀 went to Korvia. الهدنة انتهت. The end.";

beforeEach(() => {
  document.body.innerHTML =
    "<p>before</p><article><p>Arms 🚀 <mark>went<small data-skip>1</small></mark> to Korvia. </p><p>الهدنة انتهت. </p>The end.</article><p>after</p>";
  article = document.querySelector("article") as Element;
});

describe("offsets of a selection", () => {
  test("the text is that of the article, without what is not of it", () => {
    expect(textOf(article)).toBe(TEXT);
  });

  test("every pair of offsets makes a range that has the same offsets and the same words", () => {
    for (let start = 0; start < TEXT.length; start += 1) {
      for (let end = start + 1; end <= TEXT.length; end += 1) {
        const range = rangeOf(article, start, end);
        expect(offsetsOf(article, range)).toEqual({ start, end });
      }
    }
  });

  test("the words of a range past an emoji and in Arabic are those of the text", () => {
    for (const word of ["went", "Korvia", "الهدنة", "end"]) {
      const start = TEXT.indexOf(word);
      expect(rangeOf(article, start, start + word.length).toString().replace("1", "")).toBe(word);
    }
  });

  test("what is selected outside of the article is cut off", () => {
    const range = document.createRange();
    range.selectNodeContents(document.body);
    expect(offsetsOf(article, range)).toEqual({ start: 0, end: TEXT.length });
  });

  test("a range whose ends are elements is understood", () => {
    const range = document.createRange();
    range.selectNode(document.querySelector("mark") as Element);
    expect(offsetsOf(article, range)).toEqual({ start: 8, end: 12 });
    range.setStart(article, 1);
    range.setEnd(article, 2);
    expect(offsetsOf(article, range)).toEqual({ start: TEXT.indexOf("ا"), end: TEXT.indexOf("The") });
  });

  test("nothing selected, or nothing of the article, is null", () => {
    expect(offsetsOf(article, rangeOf(article, 3, 3))).toBeNull();
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("p") as Element);
    expect(offsetsOf(article, range)).toBeNull();
  });

  test("a label between the words adds nothing", () => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("small") as Element);
    expect(offsetsOf(article, range)).toBeNull();
  });

  test("offsets that lie outside are refused", () => {
    expect(() => rangeOf(article, 0, TEXT.length + 1)).toThrow(RangeError);
    expect(() => rangeOf(article, 4, 3)).toThrow(RangeError);
  });
});

describe("trimmed", () => {
  test("white space at the ends is not of the span", () => {
    expect(trimmed("  two words \n", 0, 13)).toEqual({ start: 2, end: 11 });
    expect(trimmed("   ", 0, 3)).toBeNull();
  });

  test("no character is cut in two", () => {
    expect(trimmed("a🚀b", 2, 4)).toEqual({ start: 1, end: 4 });
    expect(trimmed("a🚀b", 0, 2)).toEqual({ start: 0, end: 3 });
  });
});
