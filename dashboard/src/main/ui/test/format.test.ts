import { expect, test } from "vitest";
import { duration, half, interval, magnitude, millis, percent, score } from "../lib/format.ts";

test("nothing measured is a dash, never a zero", () => {
  expect([score(null), duration(undefined), millis(NaN), percent(1, null)]).toEqual(["–", "–", "–", "–"]);
});

test("a score keeps four decimals, an interval its own", () => {
  expect(score(0.5625474)).toBe("0.5625");
  expect(half(0.5, 0.45, 0.55)).toBe("± 0.0500");
  expect(interval(0.1, null)).toBe("no interval yet");
});

test("a percentage is never rounded up to done", () => {
  expect(percent(1318, 1319)).toBe("99%");
  expect(percent(2, 1319)).toBe("0.2%");
});

test("durations and sizes read as people say them", () => {
  expect(duration(7)).toBe("0:07");
  expect(duration(7500)).toBe("2:05:00");
  expect(millis(420.4)).toBe("420 ms");
  expect(millis(2500)).toBe("2.50 s");
  expect(magnitude(176e9)).toBe("176 B");
  expect(magnitude(22.7e6)).toBe("22.7 M");
});
