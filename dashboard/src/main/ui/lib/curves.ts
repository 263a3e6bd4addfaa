// Settling curves: for each model, a metric's estimate and interval by the number of samples behind
// it. Bounded: when there are too many points, every second one goes.

import type { SeriesPoint } from "./types.ts";

const MOST = 400;

export interface Point {
  n: number;
  value: number;
  low: number | null;
  high: number | null;
}

export class Curves {
  readonly #points = new Map<string, Point[]>();

  /// Takes a point that is further along than the model's last; others are ignored.
  add(model: string, point: Point): boolean {
    const points = this.#points.get(model) ?? [];
    this.#points.set(model, points);
    const last = points.at(-1);
    if (last && point.n < last.n) {
      return false;
    }
    if (last && point.n === last.n) {
      points.pop(); // the same samples, computed again
    }
    points.push(point);
    if (points.length > MOST) {
      this.#points.set(model, thin(points));
    }
    return true;
  }

  /// Puts what the server kept before what came live.
  history(points: readonly SeriesPoint[]): void {
    const live = new Map(this.#points);
    this.#points.clear();
    for (const p of [...points].sort((a, b) => a.n - b.n)) {
      this.add(p.model, { n: p.n, value: p.value, low: p.low ?? null, high: p.high ?? null });
    }
    live.forEach((later, model) => later.forEach((point) => this.add(model, point)));
  }

  of(model: string): readonly Point[] {
    return this.#points.get(model) ?? [];
  }

  last(model: string): Point | undefined {
    return this.of(model).at(-1);
  }

  /// Columns for a chart: x, then value, high, low of each model, on the union of all n. Between a
  /// model's own points values are interpolated; outside of them there is nothing.
  columns(models: readonly string[]): (number | null)[][] {
    const xs = [...new Set(models.flatMap((m) => this.of(m).map((p) => p.n)))].sort((a, b) => a - b);
    const columns: (number | null)[][] = [xs];
    for (const model of models) {
      const points = this.of(model);
      columns.push(
        resample(xs, points, (p) => p.value),
        resample(xs, points, (p) => p.high),
        resample(xs, points, (p) => p.low),
      );
    }
    return columns;
  }
}

/// Every second point, the last always.
function thin(points: readonly Point[]): Point[] {
  return points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
}

function resample(
  xs: readonly number[],
  points: readonly Point[],
  of: (point: Point) => number | null,
): (number | null)[] {
  let i = 0;
  return xs.map((x) => {
    while (i < points.length - 1 && points[i + 1]!.n <= x) {
      i++;
    }
    const before = points[i];
    if (!before || x < before.n) {
      return null;
    }
    const value = of(before);
    const after = points[i + 1];
    if (!after) {
      return x === before.n ? value : null;
    }
    const next = of(after);
    return value === null || next === null
      ? value
      : value + ((next - value) * (x - before.n)) / (after.n - before.n);
  });
}
