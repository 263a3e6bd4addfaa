// The live stream: one EventSource a tab. It leaves when the tab has been hidden for a minute, comes
// back with the last id that it saw, and says when its numbers are old.

import { useEffect, useState } from "preact/hooks";

export type Connection = "none" | "connecting" | "live" | "lost";

export interface Health {
  connection: Connection;
  /// When the last event came, in milliseconds of the epoch; 0 before the first.
  lastAt: number;
}

type Handler = (event: string, data: unknown) => void;

const EVENTS = ["snapshot", "metrics", "job", "jobs", "ping"];
const SILENCE = 25_000;
const HIDDEN_LEAVES_AFTER = 60_000;

let health: Health = { connection: "none", lastAt: 0 };
const watchers = new Set<(h: Health) => void>();

function say(connection: Connection, lastAt = health.lastAt): void {
  health = { connection, lastAt };
  watchers.forEach((watch) => watch(health));
}

/// How the stream stands; drawn again when that changes, not with each event.
export function useHealth(): Health {
  const [now, set] = useState(health);
  useEffect(() => {
    let shown = health.connection;
    set(health);
    const watch = (next: Health) => {
      if (next.connection !== shown) {
        shown = next.connection;
        set(next);
      }
    };
    watchers.add(watch);
    return () => void watchers.delete(watch);
  }, []);
  return now;
}

/// When the last event came.
export const lastEventAt = (): number => health.lastAt;

class Stream {
  #source: EventSource | null = null;
  #lastId = "";
  #silence = 0;
  #hidden = 0;

  constructor(
    private readonly scope: string,
    private readonly handle: Handler,
  ) {
    document.addEventListener("visibilitychange", this.#seen);
    this.#open();
  }

  close(): void {
    document.removeEventListener("visibilitychange", this.#seen);
    clearTimeout(this.#hidden);
    this.#leave();
    say("none", 0);
  }

  #open(): void {
    const since = this.#lastId ? `&since=${encodeURIComponent(this.#lastId)}` : "";
    const source = new EventSource(`/api/live?scope=${encodeURIComponent(this.scope)}${since}`);
    this.#source = source;
    say("connecting");
    source.onopen = () => this.#heard();
    source.onerror = () => {
      say("lost");
      if (source.readyState === EventSource.CLOSED) {
        this.#again(2000); // the browser gives up on an answer that is not a stream
      }
    };
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => this.#take(name, event as MessageEvent<string>));
    }
    this.#heard(false);
  }

  #take(name: string, event: MessageEvent<string>): void {
    if (event.lastEventId) {
      this.#lastId = event.lastEventId;
    }
    this.#heard();
    if (name !== "ping") {
      this.handle(name, JSON.parse(event.data));
    }
  }

  #heard(live = true): void {
    clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => {
      say("lost");
      this.#again(0);
    }, SILENCE);
    if (live) {
      say("live", Date.now());
    }
  }

  #again(after: number): void {
    this.#leave();
    this.#silence = window.setTimeout(() => this.#open(), after);
  }

  #leave(): void {
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = null;
  }

  readonly #seen = () => {
    clearTimeout(this.#hidden);
    if (document.hidden) {
      this.#hidden = window.setTimeout(() => this.#leave(), HIDDEN_LEAVES_AFTER);
    } else if (!this.#source) {
      this.#open();
    }
  };
}

/// Listens to a scope for as long as the component is there; `null` listens to nothing.
export function useLive(scope: string | null, handle: Handler): void {
  useEffect(() => {
    if (!scope) {
      return;
    }
    const stream = new Stream(scope, handle);
    return () => stream.close();
  }, [scope]);
}
