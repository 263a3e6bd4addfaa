// Each model's counts by status, speed and use. The counts add up to what was issued.

import { useMemo } from "preact/hooks";
import { address } from "../../lib/api.ts";
import { count, dollars, duration, millis, rate } from "../../lib/format.ts";
import { slots } from "../../lib/series.ts";
import { ENDED } from "../../lib/types.ts";
import type { Counts, JobView, ModelView, Status } from "../../lib/types.ts";
import { Bar } from "../../parts/controls.tsx";
import { Mark } from "../../parts/icons.tsx";
import { Panel } from "../../parts/panel.tsx";
import { failedOf, settledOf } from "./figures.tsx";

const COUNTS: { key: keyof Counts; title: string; status: Status; bad: boolean }[] = [
  { key: "scored", title: "Scored", status: "SCORED", bad: false },
  { key: "failedByModel", title: "By model", status: "FAILED_MODEL", bad: true },
  { key: "failedByInfrastructure", title: "By infra.", status: "FAILED_INFRA", bad: true },
  { key: "timedOut", title: "Timed out", status: "TIMEOUT", bad: true },
  { key: "overLimit", title: "Over limit", status: "LIMIT", bad: true },
  { key: "skipped", title: "Skipped", status: "SKIPPED", bad: false },
  { key: "deadLettered", title: "Dead letter", status: "DEAD_LETTER", bad: true },
];

export function ModelTable({ job }: { job: JobView }) {
  const marks = useMemo(() => slots(job.models.map((m) => m.id)), [job.models.length]);
  const ended = ENDED.has(job.state);
  const priced = job.models.some((m) => m.usage?.cost != null);
  const tokens = job.models.some((m) => m.usage?.outputTokens != null || m.usage?.inputTokens != null);
  const judged = job.models.some((m) => m.consulted != null);
  return (
    <Panel title="Models" note="every prompt that was issued ends in one of these counts" flush>
      <div class="scroll" tabIndex={0} role="region" aria-label="Models, scrolls sideways">
        <table class="models">
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col" class="w-bar">
                Settled
              </th>
              {COUNTS.map((c) => (
                <th scope="col" class="n" key={c.key}>
                  {c.title}
                </th>
              ))}
              <th scope="col" class="n">
                In flight
              </th>
              <th scope="col" class="n">
                Samples/s
              </th>
              <th scope="col" class="n">
                {ended ? "Redelivered" : "Time left"}
              </th>
              <th scope="col" class="n">
                Call p50, p95
              </th>
              {tokens ? (
                <th scope="col" class="n">
                  Tokens in, out
                </th>
              ) : null}
              {priced ? (
                <th scope="col" class="n">
                  Cost
                </th>
              ) : null}
              {judged ? (
                <th scope="col" class="n">
                  Judges' calls, cost
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {job.models.map((model) => (
              <Row
                key={model.id}
                jobId={job.jobId}
                model={model}
                slot={marks.get(model.id) ?? 6}
                seconds={ended ? (job.seconds ?? null) : null}
                tokens={tokens}
                priced={priced}
                judged={judged}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

interface RowProps {
  jobId: string;
  model: ModelView;
  slot: number;
  /// How long the job took; null while it runs.
  seconds: number | null;
  tokens: boolean;
  priced: boolean;
  judged: boolean;
}

function Row({ jobId, model, slot, seconds, tokens, priced, judged }: RowProps) {
  const { counts } = model;
  const settled = settledOf(counts);
  const of = counts.total ?? counts.issued;
  return (
    <tr>
      <th scope="row">
        <Mark slot={slot} />
        {model.id}
      </th>
      <td class="num w-bar">
        {count(settled)} <span class="muted small">of {count(of)}</span>
        <Bar label={`Settled of ${model.id}`} done={settled} failed={failedOf(counts)} of={of} />
      </td>
      {COUNTS.map((c) => (
        <td key={c.key} class={`n ${counts[c.key] ? (c.bad ? "bad-text" : "") : "muted"}`}>
          {counts[c.key] ? (
            <a
              class="link"
              href={address(`/jobs/${encodeURIComponent(jobId)}/samples`, {
                model: model.id,
                status: c.status,
              })}
            >
              {count(counts[c.key])}
            </a>
          ) : (
            "0"
          )}
        </td>
      ))}
      <td class="n">{count(counts.inFlight)}</td>
      <td class="n">{rate(seconds ? settled / seconds : model.rate)}</td>
      <td class="n">{seconds === null ? duration(model.etaSeconds) : count(model.redelivered ?? 0)}</td>
      <td class="n">
        {millis(model.callP50)}, {millis(model.callP95)}
      </td>
      {tokens ? (
        <td class="n">
          {count(model.usage?.inputTokens)}, {count(model.usage?.outputTokens)}
        </td>
      ) : null}
      {priced ? <td class="n">{dollars(model.usage?.cost)}</td> : null}
      {judged ? (
        <td class="n">
          {count(model.consulted?.calls ?? 0)}, {dollars(model.consulted?.usage.cost)}
        </td>
      ) : null}
    </tr>
  );
}
