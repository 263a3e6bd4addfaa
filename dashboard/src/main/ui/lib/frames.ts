// Live frames on their way to the page: merged by key as they come, applied once per animation
// frame. A hidden tab draws no animation frames, so it applies only the last of each key.

export type Cell = {
  model: string;
  task: string;
  slice: string;
  metric: string;
  n: number;
  value: number | null;
  low: number | null;
  high: number | null;
  missing: number;
  last: boolean;
};

export const cellKey = (c: Pick<Cell, "model" | "task" | "slice" | "metric">): string =>
  [c.model, c.task, c.slice, c.metric].join("\u0000");

/// Rows of a frame as cells, by the column names that the snapshot gave.
export function cellsOf(cols: readonly string[], rows: readonly unknown[][]): Cell[] {
  return rows.map((row) => {
    const named: Record<string, unknown> = {};
    cols.forEach((col, i) => (named[col] = row[i] ?? null));
    return {
      model: String(named.model),
      task: String(named.task),
      slice: String(named.slice ?? "all"),
      metric: String(named.metric),
      n: Number(named.n ?? 0),
      value: named.value as number | null,
      low: named.low as number | null,
      high: named.high as number | null,
      missing: Number(named.missing ?? 0),
      last: named.last === true,
    };
  });
}

type Schedule = (run: () => void) => void;

/// Collects values by key and hands them on together.
export class Coalescer<T> {
  #pending = new Map<string, T>();
  #scheduled = false;
  #held = false;

  constructor(
    private readonly apply: (changes: Map<string, T>) => void,
    private readonly schedule: Schedule = (run) => requestAnimationFrame(run),
  ) {}

  /// How many keys wait.
  get waiting(): number {
    return this.#pending.size;
  }

  /// Takes a value; a second of the same key replaces the first.
  add(key: string, value: T): void {
    this.#pending.set(key, value);
    if (!this.#scheduled && !this.#held) {
      this.#scheduled = true;
      this.schedule(() => this.flush());
    }
  }

  /// While held, nothing is handed on.
  hold(held: boolean): void {
    this.#held = held;
    if (!held && this.#pending.size > 0) {
      this.flush();
    }
  }

  flush(): void {
    this.#scheduled = false;
    if (this.#held || this.#pending.size === 0) {
      return;
    }
    const changes = this.#pending;
    this.#pending = new Map();
    this.apply(changes);
  }
}
