// The key figures of a job.

import { count, dollars, duration, percent, rate } from "../../lib/format.ts";
import { ENDED } from "../../lib/types.ts";
import type { Counts, JobView } from "../../lib/types.ts";
import { Bar } from "../../parts/controls.tsx";

export function failedOf(counts: Counts): number {
  return (
    counts.failedByModel + counts.failedByInfrastructure + counts.timedOut + counts.deadLettered
  );
}

export const settledOf = (c: Counts): number =>
  failedOf(c) + c.scored + c.overLimit + c.skipped;

const total = (job: JobView, of: (counts: Counts) => number): number =>
  job.models.reduce((sum, model) => sum + of(model.counts), 0);

/// Cost of all calls, judges' too; null where nobody reports one.
function cost(job: JobView): number | null {
  const known = job.models
    .flatMap((m) => [m.usage?.cost, m.consulted?.usage.cost])
    .filter((c): c is number => c != null);
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) : null;
}

/// Failures by kind, in words.
function kinds(job: JobView): string {
  const parts: [number, string][] = [
    [total(job, (c) => c.failedByModel), "by model"],
    [total(job, (c) => c.failedByInfrastructure), "by infrastructure"],
    [total(job, (c) => c.timedOut), "timed out"],
    [total(job, (c) => c.deadLettered), "dead letters"],
  ];
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${count(n)} ${word}`)
    .join(", ");
}

const FAILED = "status=FAILED_MODEL&status=FAILED_INFRA&status=TIMEOUT&status=DEAD_LETTER";

export function Figures({ job }: { job: JobView }) {
  const ended = ENDED.has(job.state);
  const scored = total(job, (c) => c.scored);
  const failed = total(job, failedOf);
  const inFlight = total(job, (c) => c.inFlight);
  const skipped = total(job, (c) => c.skipped + c.overLimit);
  const spent = cost(job);
  const seconds = job.seconds ?? null;
  const average = ended && seconds ? job.done / seconds : job.rate;
  const samples = `/jobs/${encodeURIComponent(job.jobId)}/samples`;
  return (
    <dl class="kpis">
      <div class="kpi wide">
        <dt>Samples scored</dt>
        <dd class="v">
          <span>{count(scored)}</span> <small>{job.of ? `of ${count(job.of)}` : ""}</small>
        </dd>
        <dd>
          <Bar label="Samples settled" done={job.done} failed={failed} of={job.of} />
        </dd>
      </div>
      <div class="kpi">
        <dt>Throughput</dt>
        <dd class="v">
          <span>{rate(average)}</span> <small>samples/s</small>
        </dd>
        <dd class="d">{ended ? "over the whole job" : "last seconds"}</dd>
      </div>
      <div class="kpi">
        <dt>{ended ? "Took" : "Time left"}</dt>
        <dd class="v">{duration(ended ? seconds : job.etaSeconds)}</dd>
        <dd class="d">{ended ? `${percent(job.done, job.of)} settled` : `${percent(job.done, job.of)} done`}</dd>
      </div>
      <div class="kpi">
        <dt>In flight</dt>
        <dd class="v">{count(inFlight)}</dd>
        <dd class="d">{skipped > 0 ? `${count(skipped)} skipped or over limit` : "issued, not settled"}</dd>
      </div>
      <div class="kpi">
        <dt>Failed</dt>
        <dd class={failed > 0 ? "v bad-text" : "v"}>{count(failed)}</dd>
        <dd class="d">
          {failed > 0 ? (
            <a class="link" href={`${samples}?${FAILED}`}>
              {kinds(job)}
            </a>
          ) : (
            "none so far"
          )}
        </dd>
      </div>
      {spent !== null ? (
        <div class="kpi">
          <dt>Cost {ended ? "" : "so far"}</dt>
          <dd class="v">{dollars(spent)}</dd>
          <dd class="d">by the models' prices</dd>
        </div>
      ) : null}
    </dl>
  );
}
