// A keyed store: a component subscribes to one key, so that four frames a second do not draw the
// whole page again.

import { useEffect, useState } from "preact/hooks";

export class Keyed<T> {
  readonly #values = new Map<string, T>();
  readonly #listeners = new Map<string, Set<() => void>>();

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  keys(): string[] {
    return [...this.#values.keys()];
  }

  values(): T[] {
    return [...this.#values.values()];
  }

  set(key: string, value: T): void {
    this.#values.set(key, value);
    this.#listeners.get(key)?.forEach((listener) => listener());
  }

  /// Drops what is not in `keys`.
  keep(keys: ReadonlySet<string>): void {
    for (const key of this.keys()) {
      if (!keys.has(key)) {
        this.#values.delete(key);
        this.#listeners.get(key)?.forEach((listener) => listener());
      }
    }
  }

  /// Calls `listener` after each change of `key`; returns how to stop that.
  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(key) === listeners) {
        this.#listeners.delete(key);
      }
    };
  }
}

/// The value of a key, drawn again when it changes.
export function useKey<T>(store: Keyed<T>, key: string): T | undefined {
  const [, draw] = useState(0);
  useEffect(() => {
    draw((n) => n + 1); // it may have changed between the first drawing and this subscription
    return store.subscribe(key, () => draw((n) => n + 1));
  }, [store, key]);
  return store.get(key);
}
