// A job as it stands: loaded once, then kept up to date by the stream, cell by cell.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ApiError, get } from "../../lib/api.ts";
import { Coalescer, cellKey, cellsOf } from "../../lib/frames.ts";
import type { Cell } from "../../lib/frames.ts";
import { useLive } from "../../lib/live.ts";
import { Keyed } from "../../lib/store.ts";
import { ENDED } from "../../lib/types.ts";
import type { JobView, Metric } from "../../lib/types.ts";

/// What the page shows of one metric of one model.
export type Shown = Metric & { model: string };

export interface LiveJob {
  id: string;
  /// The job under the key `job`, without its metrics' numbers.
  job: Keyed<JobView>;
  /// Metrics by `cellKey`.
  cells: Keyed<Shown>;
  /// Called with every change of metrics, for charts.
  onCells: (listener: (changed: Shown[]) => void) => () => void;
  /// Freezes the page, not the job.
  hold: (held: boolean) => void;
  /// How many numbers wait while held, under the key `waiting`.
  waiting: Keyed<number>;
  error: ApiError | undefined;
  tries: number;
  again: () => void;
}

type Frame = { cols?: string[]; cells: unknown[][]; job?: JobView };

const DETAILS_EVERY = 2000;

class Model {
  readonly job = new Keyed<JobView>();
  readonly cells = new Keyed<Shown>();
  readonly waiting = new Keyed<number>();
  readonly #listeners = new Set<(changed: Shown[]) => void>();
  readonly #frames: Coalescer<Cell | JobView>;
  #cols: string[] = [];
  #held = false;
  #details = 0;

  constructor(private readonly reload: () => void) {
    this.#frames = new Coalescer((changes) => this.#apply(changes));
  }

  /// The whole job, as REST gives it: also what frames leave out.
  whole(job: JobView): void {
    const changed: Shown[] = [];
    for (const model of job.models) {
      for (const metric of model.metrics ?? []) {
        const shown = { ...metric, model: model.id };
        const key = cellKey({ ...shown, metric: metric.name });
        const before = this.cells.get(key);
        const newer = before !== undefined && (before.n > metric.n || (before.last && !metric.last));
        const next = newer ? { ...shown, ...numbers(before) } : shown;
        this.cells.set(key, next);
        changed.push(next);
      }
    }
    this.job.set("job", job);
    this.#tell(changed);
  }

  take(event: string, data: unknown): void {
    const frame = data as Frame;
    if (event === "job") {
      this.#frames.add("job", data as JobView);
    }
    if (event === "snapshot" || event === "metrics") {
      this.#cols = frame.cols ?? this.#cols;
      cellsOf(this.#cols, frame.cells).forEach((cell) => this.#frames.add(cellKey(cell), cell));
      if (frame.job) {
        this.#frames.add("job", frame.job);
      }
    }
    if (this.#held) {
      this.waiting.set("waiting", this.#frames.waiting);
    }
  }

  hold(held: boolean): void {
    this.#held = held;
    this.#frames.hold(held);
    this.waiting.set("waiting", this.#frames.waiting);
  }

  onCells(listener: (changed: Shown[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  close(): void {
    clearTimeout(this.#details);
  }

  #apply(changes: Map<string, Cell | JobView>): void {
    const changed: Shown[] = [];
    for (const [key, change] of changes) {
      if (key === "job") {
        this.#applyJob(change as JobView);
      } else {
        changed.push(this.#applyCell(key, change as Cell));
      }
    }
    this.#tell(changed);
  }

  #applyJob(next: JobView): void {
    const before = this.job.get("job");
    const merged = { ...before, ...next, source: next.source ?? before?.source };
    this.job.set("job", merged);
    if (before && (before.state !== next.state || before.settled !== next.settled)) {
      this.#wantDetails(0);
    }
  }

  #applyCell(key: string, cell: Cell): Shown {
    const before = this.cells.get(key);
    const next: Shown = {
      higherIsBetter: true,
      ...before,
      ...cell,
      name: cell.metric,
    };
    if (!before || before.missing !== next.missing || before.last !== next.last) {
      this.#wantDetails(before ? DETAILS_EVERY : 0); // direction, signature, possible range
    }
    this.cells.set(key, next);
    return next;
  }

  #wantDetails(after: number): void {
    if (this.#details === 0) {
      this.#details = window.setTimeout(() => {
        this.#details = 0;
        this.reload();
      }, after);
    }
  }

  #tell(changed: Shown[]): void {
    if (changed.length > 0) {
      this.#listeners.forEach((listener) => listener(changed));
    }
  }
}

function numbers(shown: Shown) {
  const { value, low, high, n, missing, last } = shown;
  return { value, low, high, n, missing, last };
}

/// Loads a job and listens to it until it has ended.
export function useJob(id: string): LiveJob {
  const [problem, setProblem] = useState<{ error?: ApiError; tries: number }>({ tries: 0 });
  const [listening, setListening] = useState(false);
  const [turn, setTurn] = useState(0);
  const again = useRef(() => setTurn((n) => n + 1)).current;
  const model = useMemo(() => new Model(again), [id]);
  useEffect(() => {
    const abort = new AbortController();
    get<JobView>(`/api/jobs/${encodeURIComponent(id)}`, {}, abort.signal).then(
      (job) => {
        model.whole(job);
        setProblem({ tries: 0 });
        setListening(!(ENDED.has(job.state) && job.settled !== false));
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) {
          const error = cause instanceof ApiError ? cause : new ApiError(String(cause), 0);
          setProblem((before) => ({ error, tries: before.tries + 1 }));
        }
      },
    );
    return () => abort.abort();
  }, [model, turn]);
  useEffect(() => () => model.close(), [model]);
  useLive(listening ? `job:${id}` : null, (event, data) => model.take(event, data));
  return useMemo(
    () => ({
      id,
      job: model.job,
      cells: model.cells,
      waiting: model.waiting,
      onCells: (listener) => model.onCells(listener),
      hold: (held) => model.hold(held),
      error: problem.error,
      tries: problem.tries,
      again,
    }),
    [model, problem],
  );
}
