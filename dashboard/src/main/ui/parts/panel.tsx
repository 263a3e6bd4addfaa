// A panel and its six states: loading, empty, nothing matches, failed, out of date, partly there.

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { ApiError } from "../lib/api.ts";
import type { Loaded } from "../lib/load.ts";
import { clock } from "../lib/format.ts";

interface PanelProps {
  title: string;
  note?: ComponentChildren;
  right?: ComponentChildren;
  flush?: boolean;
  children: ComponentChildren;
}

export function Panel({ title, note, right, flush = false, children }: PanelProps) {
  return (
    <section class="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {note ? <span class="muted small">{note}</span> : null}
        {right ? <div class="right">{right}</div> : null}
      </header>
      <div class={flush ? "body flush" : "body"}>{children}</div>
    </section>
  );
}

/// The shape of the content, shown only when loading takes longer than a moment.
export function Loading({ lines = 4 }: { lines?: number }) {
  const widths = ["90%", "60%", "75%", "40%"];
  return (
    <div class="stack late body" aria-busy="true">
      <span class="vh">Loading</span>
      {Array.from({ length: lines }, (_, i) => (
        <div class="sk" key={i} style={{ width: widths[i % 4] }} />
      ))}
    </div>
  );
}

interface BlankProps {
  title: string;
  text?: ComponentChildren;
  children?: ComponentChildren;
}

/// Nothing there, or nothing that matches: says what to do next.
export function Blank({ title, text, children }: BlankProps) {
  return (
    <div class="center">
      <p class="strong">{title}</p>
      {text ? <p class="sub small">{text}</p> : null}
      {children ? <p style={{ paddingTop: "14px" }}>{children}</p> : null}
    </div>
  );
}

interface FailedProps {
  what: string;
  error: ApiError;
  failedAt?: Date;
  tries?: number;
  again: () => void;
}

const RETRY_AFTER = 4000;
const MOST_RETRIES = 5;

/// What failed and when; tries again by itself a few times unless asking again cannot help.
export function Failed({ what, error, failedAt, tries = 1, again }: FailedProps) {
  const mayPass = error.status === 0 || error.status >= 500;
  const retries = mayPass && tries <= MOST_RETRIES;
  useEffect(() => {
    if (!retries) {
      return;
    }
    const timer = setTimeout(again, RETRY_AFTER * tries);
    return () => clearTimeout(timer);
  }, [retries, tries]);
  return (
    <div class="body">
      <div class="note bad" role="alert">
        <span aria-hidden="true">✕</span>
        <div>
          <b>{what} could not be loaded.</b> {error.message}
          <div class="tiny">
            {failedAt ? `At ${clock(failedAt.toISOString())}. ` : null}
            {retries ? `Try ${tries} of ${MOST_RETRIES}, again in ${(RETRY_AFTER * tries) / 1000} s. ` : null}
            {error.requestId ? <span class="mono tiny">request {error.requestId}</span> : null}
          </div>
        </div>
      </div>
      <p style={{ paddingTop: "12px" }}>
        <button type="button" class="btn" onClick={again}>
          Retry now
        </button>
      </p>
    </div>
  );
}

interface LoadingOrProps<T> {
  what: string;
  loaded: Loaded<T>;
  lines?: number;
  children: (data: T) => ComponentChildren;
}

/// What was loaded, or the state that keeps it from being shown. Old data stays under a failure.
export function LoadingOr<T>({ what, loaded, lines, children }: LoadingOrProps<T>) {
  const { data, error } = loaded;
  return (
    <>
      {error && !loaded.loading ? (
        <Failed
          what={what}
          error={error}
          failedAt={loaded.failedAt}
          tries={loaded.tries}
          again={loaded.again}
        />
      ) : null}
      {data !== undefined ? children(data) : loaded.loading ? <Loading lines={lines} /> : null}
    </>
  );
}
