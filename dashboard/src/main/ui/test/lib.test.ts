import { expect, test } from "vitest";
import { atText, parseAt } from "../lib/at.ts";
import { address } from "../lib/api.ts";
import { Curves } from "../lib/curves.ts";
import { match } from "../lib/route.ts";
import { GREY, heatStep, slots } from "../lib/series.ts";
import { pagesOf, visibleRange } from "../lib/window.ts";
import { tokens } from "../lib/yaml.ts";
import { curlOf } from "../pages/new/curl.tsx";
import { parametersOf } from "../pages/new/parameters.tsx";

test("a sample's place in the URL survives every character", () => {
  const at = { model: "a/b~c", task: "t 1", sample: "ü~/?&%", epoch: 2 };
  expect(parseAt(atText(at))).toEqual(at);
  expect(parseAt("nonsense")).toBeNull();
  expect(parseAt("%~a~b~1")).toBeNull();
});

test("empty values are left out of an address, repeated ones repeated", () => {
  expect(address("/x", { a: "", b: ["1", "2"], c: undefined, d: 0 })).toBe("/x?b=1&b=2&d=0");
});

test("a path matches its pattern and gives its parts", () => {
  expect(match("/jobs/:id/samples", "/jobs/a%2Fb/samples")).toEqual({ id: "a/b" });
  expect(match("/jobs/:id", "/jobs/a/samples")).toBeNull();
});

test("the window holds few rows, wherever it is", () => {
  expect(visibleRange(0, 400, 40, 100_000)).toEqual({ first: 0, end: 16 });
  expect(visibleRange(40 * 99_990, 400, 40, 100_000)).toEqual({ first: 99_984, end: 100_000 });
  expect(visibleRange(0, 400, 40, 0)).toEqual({ first: 0, end: 0 });
  expect(pagesOf({ first: 95, end: 110 }, 100)).toEqual([0, 1]);
});

test("models keep different symbols, and the seventh is grey", () => {
  const taken = slots(["a", "b", "c", "d", "e", "f", "g"]);
  expect(new Set([...taken.values()].slice(0, 6)).size).toBe(6);
  expect(taken.get("g")).toBe(GREY);
});

test("heat turns metrics whose low is good, and leaves unbounded ones alone", () => {
  expect(heatStep(0.99, true)).toBe(5);
  expect(heatStep(0.99, false)).toBe(0);
  expect(heatStep(42, true)).toBe(2);
  expect(heatStep(-3, true)).toBeNull();
});

test("curves put history before live points, and never go back", () => {
  const curves = new Curves();
  curves.add("m", { n: 30, value: 0.6, low: null, high: null });
  curves.history([
    { model: "m", n: 20, value: 0.5 },
    { model: "m", n: 10, value: 0.4 },
  ]);
  expect(curves.of("m").map((p) => p.n)).toEqual([10, 20, 30]);
  expect(curves.add("m", { n: 5, value: 0, low: null, high: null })).toBe(false);
  curves.add("m", { n: 30, value: 0.7, low: null, high: null });
  expect(curves.last("m")?.value).toBe(0.7);
});

test("curves of several models share their x, with nothing before a model begins", () => {
  const curves = new Curves();
  const at = (n: number, value: number) => ({ n, value, low: value, high: value });
  curves.add("a", at(10, 0));
  curves.add("a", at(30, 1));
  curves.add("b", at(20, 0.5));
  const [xs, a, , , b] = curves.columns(["a", "b"]);
  expect(xs).toEqual([10, 20, 30]);
  expect(a).toEqual([0, 0.5, 1]);
  expect(b).toEqual([null, 0.5, null]);
});

test("curves stay bounded", () => {
  const curves = new Curves();
  for (let n = 1; n <= 5000; n++) {
    curves.add("m", { n, value: n, low: null, high: null });
  }
  expect(curves.of("m").length).toBeLessThanOrEqual(401);
  expect(curves.last("m")?.n).toBe(5000);
});

test("the coloured line is the line", () => {
  for (const line of ['  - id: "a: b"  # c', "name: x", "", '{"a": [1, -2.5e3, true]}', "x: ${data}/a{{ b }}", "it's"]) {
    expect(tokens(line).map((t) => t.text).join("")).toBe(line);
  }
  expect(tokens("limit: 12").map((t) => t.kind)).toEqual(["key", "plain", "number"]);
  expect(tokens("  Grade, 1,319 of them: called").every((t) => t.kind === "plain")).toBe(true);
  expect(tokens("- {a: 1, b: x} # why").map((t) => t.kind)).toContain("comment");
});

test("parameters are read with their defaults, short or long", () => {
  const text = "parameters:\n  data: ../x   # folder\n  n:\n    type: number\n    default: 5\n  c: {type: path, default: y}\nmodels:\n  - id: a\n";
  expect([...parametersOf(text)]).toEqual([["data", "../x"], ["n", "5"], ["c", "y"]]);
});

test("the curl command survives quotes", () => {
  const draft = { document: "name: it's", baseDir: " ", parameters: { a: "", b: "1" } };
  expect(curlOf(draft, "http://h")).toContain(`{"document":"name: it'\\''s","parameters":{"b":"1"}}`);
});
