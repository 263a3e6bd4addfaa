// One job: its head, its live data, and three views of it (results, samples, document).

import { useState } from "preact/hooks";
import { count, duration, plural, when } from "../lib/format.ts";
import { useKeys } from "../lib/keys.ts";
import { useClock } from "../lib/load.ts";
import { useKey } from "../lib/store.ts";
import { ENDED } from "../lib/types.ts";
import type { JobView } from "../lib/types.ts";
import { Frame } from "../parts/frame.tsx";
import { Failed, Loading } from "../parts/panel.tsx";
import { JobState } from "../parts/state.tsx";
import { Commands } from "./job/commands.tsx";
import { DocumentTab } from "./job/document.tsx";
import { useJob } from "./job/live-job.ts";
import type { LiveJob } from "./job/live-job.ts";
import { ResultsTab } from "./job/results.tsx";
import { SamplesTab } from "./samples/tab.tsx";

export type Tab = "results" | "samples" | "document";

export function JobPage({ id, tab }: { id: string; tab: Tab }) {
  const live = useJob(id);
  const job = useKey(live.job, "job");
  const crumbs = [
    { name: "Jobs", to: "/jobs" },
    { name: job?.name ?? "Job", to: tab === "results" ? undefined : `/jobs/${encodeURIComponent(id)}` },
    ...(tab === "results" ? [] : [{ name: tab === "samples" ? "Samples" : "Document" }]),
  ];
  return (
    <Frame crumbs={crumbs}>
      {job ? (
        <There job={job} live={live} tab={tab} />
      ) : live.error ? (
        <>
          <div class="head">
            <h1>{live.error.status === 404 ? "There is no such job" : "Job"}</h1>
          </div>
          <section class="panel" aria-label="Job">
            <Failed what={`Job ${id}`} error={live.error} tries={live.tries} again={live.again} />
          </section>
        </>
      ) : (
        <>
          <div class="head">
            <h1>Job</h1>
          </div>
          <Loading />
        </>
      )}
    </Frame>
  );
}

interface ThereProps {
  job: JobView;
  live: LiveJob;
  tab: Tab;
}

function There({ job, live, tab }: ThereProps) {
  const [held, setHeld] = useState(false);
  const hold = (next: boolean) => {
    setHeld(next);
    live.hold(next);
  };
  useKeys({ h: () => hold(!held) });
  const base = `/jobs/${encodeURIComponent(job.jobId)}`;
  return (
    <>
      <div class="head">
        <div>
          <h1>{job.name}</h1>
          <div class="meta">
            <JobState state={job.state} done={job.done} of={job.of} withShare />
            <span>
              {plural(job.models.length, "model")}, {plural(job.tasks.length, "task")}
            </span>
            <Started job={job} />
            <span class="mono muted">{job.jobId}</span>
          </div>
          {job.description ? <p class="lead">{job.description}</p> : null}
        </div>
        <div class="grow" />
        <Commands job={job} live={live} held={held} onHold={hold} />
      </div>
      {job.message ? (
        <div class={`note above ${job.state === "FAILED" ? "bad" : "info"}`} role="status">
          <span aria-hidden="true">{job.state === "FAILED" ? "✕" : "i"}</span>
          <div>{job.message}</div>
        </div>
      ) : null}
      <nav class="tabs" aria-label="Views of this job">
        <a href={base} aria-current={tab === "results" ? "page" : undefined}>
          Results
        </a>
        <a href={`${base}/samples`} aria-current={tab === "samples" ? "page" : undefined}>
          Samples <span class="muted small num">{count(job.done)}</span>
        </a>
        <a href={`${base}/document`} aria-current={tab === "document" ? "page" : undefined}>
          Document
        </a>
      </nav>
      {tab === "results" ? <ResultsTab job={job} live={live} /> : null}
      {tab === "samples" ? <SamplesTab job={job} /> : null}
      {tab === "document" ? <DocumentTab job={job} /> : null}
    </>
  );
}

function Started({ job }: { job: JobView }) {
  const ended = ENDED.has(job.state);
  const now = useClock(!ended && job.startedAt != null);
  if (!job.startedAt) {
    return <span>Submitted {when(job.submittedAt)}</span>;
  }
  const end = job.endedAt ? Date.parse(job.endedAt) : now;
  return (
    <span class="num">
      Started {when(job.startedAt)}, {ended ? "took" : "running for"}{" "}
      {duration((end - Date.parse(job.startedAt)) / 1000)}
    </span>
  );
}
