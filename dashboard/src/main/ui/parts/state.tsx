// States of jobs and samples: always symbol and word, never colour alone.

import type { State, Status } from "../lib/types.ts";
import { percent, share } from "../lib/format.ts";

const JOB: Record<State, { css: string; symbol: string; word: string }> = {
  QUEUED: { css: "q", symbol: "", word: "Queued" },
  RUNNING: { css: "run", symbol: "", word: "Running" },
  PAUSED: { css: "warn", symbol: "‖", word: "Paused" },
  FINISHING: { css: "run", symbol: "", word: "Finishing" },
  COMPLETED: { css: "ok", symbol: "✓", word: "Completed" },
  CANCELLED: { css: "q", symbol: "–", word: "Cancelled" },
  FAILED: { css: "bad", symbol: "✕", word: "Failed" },
};

export const STATES = Object.keys(JOB) as State[];
export const stateWord = (state: State): string => JOB[state]?.word ?? state;

interface JobStateProps {
  state: State;
  done: number;
  of?: number | null;
  withShare?: boolean;
}

export function JobState({ state, done, of, withShare = false }: JobStateProps) {
  const look = JOB[state] ?? JOB.QUEUED;
  const part = state === "RUNNING" || state === "PAUSED" ? percent(done, of) : "";
  return (
    <span class={`st ${look.css}`}>
      <i style={{ "--done": `${100 * share(done, of)}%` }} aria-hidden="true">
        {look.symbol}
      </i>
      <span>
        {look.word}
        {withShare && part && part !== "–" ? <span class="num">, {part}</span> : null}
      </span>
    </span>
  );
}

const SAMPLE: Record<Status, { css: string; symbol: string; word: string }> = {
  SCORED: { css: "ok", symbol: "✓", word: "Scored" },
  FAILED_MODEL: { css: "bad", symbol: "✕", word: "Failed by model" },
  FAILED_INFRA: { css: "bad", symbol: "!", word: "Failed by infrastructure" },
  TIMEOUT: { css: "warn", symbol: "◷", word: "Timed out" },
  LIMIT: { css: "warn", symbol: "⊘", word: "Over limit" },
  SKIPPED: { css: "q", symbol: "–", word: "Skipped" },
  DEAD_LETTER: { css: "bad", symbol: "†", word: "Dead letter" },
  PENDING: { css: "q", symbol: "", word: "Not scored yet" },
};

export const STATUSES = Object.keys(SAMPLE) as Status[];
export const statusWord = (status: Status): string => SAMPLE[status]?.word ?? status;

export function SampleStatus({ status, short = false }: { status: Status; short?: boolean }) {
  const look = SAMPLE[status] ?? { css: "q", symbol: "?", word: status };
  return (
    <span class={`st ${look.css}`} title={short ? look.word : undefined}>
      <i aria-hidden="true">{look.symbol}</i>
      <span class={short ? "vh" : undefined}>{look.word}</span>
    </span>
  );
}
