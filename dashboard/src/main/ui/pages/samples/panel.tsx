// The samples below a job's results: the same list, lower; opening one goes to the samples' page.

import { useEffect, useMemo, useState } from "preact/hooks";
import { atText } from "../../lib/at.ts";
import { count } from "../../lib/format.ts";
import { go } from "../../lib/route.ts";
import { slots } from "../../lib/series.ts";
import type { JobView } from "../../lib/types.ts";
import { Blank, Failed, Loading, Panel } from "../../parts/panel.tsx";
import { NO_FILTERS, useSamples } from "./data.ts";
import { SampleTable, atOf } from "./table.tsx";

export function SamplesPanel({ job }: { job: JobView }) {
  const [turn, setTurn] = useState(0);
  const samples = useSamples(job.jobId, NO_FILTERS, turn);
  const marks = useMemo(() => slots(job.models.map((m) => m.id)), [job.models.length]);
  const base = `/jobs/${encodeURIComponent(job.jobId)}/samples`;
  const fresh = job.done - (samples.total ?? job.done);
  useEffect(() => {
    if (samples.total === 0 && fresh > 0) {
      setTurn((n) => n + 1);
    }
  }, [samples.total, fresh > 0]);
  return (
    <Panel
      title="Samples"
      note={samples.total ? `${count(samples.total)} settled` : undefined}
      flush
      right={
        <>
          {fresh > 0 && samples.total ? (
            <button type="button" class="btn g sm" onClick={() => setTurn((n) => n + 1)}>
              {count(fresh)} new: show
            </button>
          ) : null}
          <a class="btn sm" href={base}>
            Filter and read
          </a>
        </>
      }
    >
      {samples.error && samples.total === undefined ? (
        <Failed what="Samples" error={samples.error} failedAt={samples.failedAt} again={samples.again} />
      ) : samples.total === undefined ? (
        <Loading />
      ) : samples.total === 0 ? (
        <Blank title="No samples yet" text="They appear here as soon as models have answered." />
      ) : (
        <div class="low">
          <SampleTable
            samples={samples}
            marks={marks}
            open=""
            cursor={-1}
            compact={false}
            oneModel={job.models.length === 1}
            onOpen={(row) => go(`${base}?at=${encodeURIComponent(atText(atOf(row)))}`)}
          />
        </div>
      )}
    </Panel>
  );
}
