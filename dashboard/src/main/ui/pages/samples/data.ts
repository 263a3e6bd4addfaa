// Samples, page by page from the server. The list stands still while a job runs: a bar offers what
// is new.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ApiError, get } from "../../lib/api.ts";
import type { Query } from "../../lib/api.ts";
import { pagesOf } from "../../lib/window.ts";
import type { Range } from "../../lib/window.ts";
import type { SamplePage, SampleRow } from "../../lib/types.ts";

export const PAGE = 100;
const MOST_PAGES = 40;

export interface Filters {
  model: string;
  task: string;
  status: string[];
  q: string;
  slice: string;
  metric: string;
  below: string;
}

export const NO_FILTERS: Filters = { model: "", task: "", status: [], q: "", slice: "", metric: "", below: "" };

export function filtersOf(query: URLSearchParams): Filters {
  const one = (name: string) => query.get(name) ?? "";
  return {
    model: one("model"),
    task: one("task"),
    status: query.getAll("status").flatMap((s) => s.split(",")),
    q: one("q"),
    slice: one("slice"),
    metric: one("metric"),
    below: one("below"),
  };
}

export const anyFilter = (f: Filters): boolean =>
  Boolean(f.model || f.task || f.status.length || f.q || f.slice || f.below);

export interface Samples {
  total: number | undefined;
  row: (index: number) => SampleRow | undefined;
  /// Asks for the pages of a range, if they are not here or on their way.
  want: (range: Range) => void;
  error: ApiError | undefined;
  failedAt: Date | undefined;
  again: () => void;
}

class Pages {
  total: number | undefined;
  error: ApiError | undefined;
  failedAt: Date | undefined;
  readonly #pages = new Map<number, SampleRow[]>();
  readonly #asked = new Set<number>();
  readonly #abort = new AbortController();
  #asOf: string | undefined; // all pages show what was there when the first was read

  constructor(
    private readonly url: string,
    private readonly query: Query,
    private readonly changed: () => void,
  ) {}

  row(index: number): SampleRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  want(range: Range): void {
    for (const page of pagesOf(range, PAGE)) {
      if (!this.#pages.has(page) && !this.#asked.has(page)) {
        this.#asked.add(page);
        void this.#load(page);
      }
    }
  }

  close(): void {
    this.#abort.abort();
  }

  async #load(page: number): Promise<void> {
    try {
      const query = { ...this.query, offset: page * PAGE, limit: PAGE, asOf: this.#asOf };
      const answer = await get<SamplePage>(this.url, query, this.#abort.signal);
      this.total ??= answer.total;
      this.#asOf ??= answer.asOf == null ? undefined : String(answer.asOf);
      this.error = undefined;
      this.#pages.set(page, answer.rows);
      this.#forget(page);
    } catch (cause) {
      if (this.#abort.signal.aborted) {
        return;
      }
      this.error = cause instanceof ApiError ? cause : new ApiError(String(cause), 0);
      this.failedAt = new Date();
    } finally {
      this.#asked.delete(page);
    }
    this.changed();
  }

  /// Keeps the pages nearest to the last one.
  #forget(near: number): void {
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
    far.slice(MOST_PAGES).forEach((page) => this.#pages.delete(page));
  }
}

/// The samples that match; loaded anew when the filters change or `turn` does.
export function useSamples(jobId: string, filters: Filters, turn: number): Samples {
  const [, draw] = useState(0);
  const [retry, setRetry] = useState(0);
  const key = JSON.stringify([jobId, filters, turn, retry]);
  const total = useRef<number | undefined>(undefined);
  const pages = useMemo(() => {
    const { below, metric, ...rest } = filters;
    const query: Query = { ...rest, ...(below ? { metric, below } : {}) };
    const made = new Pages(`/api/jobs/${encodeURIComponent(jobId)}/samples`, query, () => {
      total.current = made.total;
      draw((n) => n + 1);
    });
    return made;
  }, [key]);
  useEffect(() => {
    pages.want({ first: 0, end: 1 });
    return () => pages.close();
  }, [pages]);
  return {
    total: pages.total,
    row: (index) => pages.row(index),
    want: (range) => pages.want(range),
    error: pages.error,
    failedAt: pages.failedAt,
    again: () => setRetry((n) => n + 1),
  };
}
