// Loading with the states that every panel has: loading, there, failed (with when), and old data
// kept while new data comes.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "./api.ts";

export interface Loaded<T> {
  data: T | undefined;
  error: ApiError | undefined;
  failedAt: Date | undefined;
  tries: number;
  loading: boolean;
  /// Loads again at once, keeping what is there until the new data comes.
  again: () => void;
}

/// Loads whenever `key` changes; null loads nothing.
export function useLoad<T>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  type Held = { key: string | null; data?: T; error?: ApiError; failedAt?: Date; tries: number };
  const [held, set] = useState<Held>({ key: null, tries: 0 });
  const [turn, next] = useState(0);
  const [loading, setLoading] = useState(key !== null);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (key === null) {
      return;
    }
    const abort = new AbortController();
    setLoading(true);
    latest.current(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) {
          set({ key, data, tries: 0 });
          setLoading(false);
        }
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) {
          const error = cause instanceof ApiError ? cause : new ApiError(String(cause), 0);
          set((old) => ({
            key,
            data: old.key === key ? old.data : undefined,
            error,
            failedAt: new Date(),
            tries: old.key === key ? old.tries + 1 : 1,
          }));
          setLoading(false);
        }
      },
    );
    return () => abort.abort();
  }, [key, turn]);
  const again = useCallback(() => next((n) => n + 1), []);
  const mine = held.key === key;
  return {
    data: mine ? held.data : undefined,
    error: mine ? held.error : undefined,
    failedAt: held.failedAt,
    tries: mine ? held.tries : 0,
    loading: loading || !mine,
    again,
  };
}

/// Changes with the seconds, for elapsed times; stands still when not `running`.
export function useClock(running: boolean): number {
  const [now, set] = useState(Date.now);
  useEffect(() => {
    if (!running) {
      return;
    }
    const timer = setInterval(() => set(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
