import { expect, test } from "vitest";
import { Coalescer, cellKey, cellsOf } from "../lib/frames.ts";

const COLS = ["model", "task", "slice", "metric", "n", "value", "low", "high", "missing", "last"];

function coalescer() {
  const applied: [string, number][][] = [];
  let frame = () => {};
  const frames = new Coalescer<number>(
    (changes) => applied.push([...changes]),
    (run) => (frame = run),
  );
  return { frames, applied, paint: () => frame() };
}

test("a frame's row becomes a cell by the columns' names", () => {
  const [cell] = cellsOf(COLS, [["m", "t", "all", "acc", 3, 0.5, 0.2, 0.8, 1, true]]);
  expect(cell).toMatchObject({ model: "m", metric: "acc", n: 3, value: 0.5, missing: 1, last: true });
  expect(cellKey(cell!)).toBe("m\u0000t\u0000all\u0000acc");
});

test("many values of a key between two paints are applied once, the last", () => {
  const { frames, applied, paint } = coalescer();
  frames.add("a", 1);
  frames.add("a", 2);
  frames.add("b", 3);
  paint();
  expect(applied).toEqual([[["a", 2], ["b", 3]]]);
});

test("held values wait, are counted, and come at once when let go", () => {
  const { frames, applied, paint } = coalescer();
  frames.add("a", 1);
  frames.hold(true);
  paint();
  frames.add("b", 2);
  expect(frames.waiting).toBe(2);
  expect(applied).toEqual([]);
  frames.hold(false);
  expect(applied).toEqual([[["a", 1], ["b", 2]]]);
});
