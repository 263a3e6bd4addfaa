// A job's results: key figures, matrix, notices, settling curves, models, samples.

import { lazyChart } from "./chart-lazy.tsx";
import { Figures } from "./figures.tsx";
import type { LiveJob } from "./live-job.ts";
import { Matrix, columnsOf } from "./matrix.tsx";
import { ModelTable } from "./model-table.tsx";
import { Notices, hasNotices } from "./notices.tsx";
import { SamplesPanel } from "../samples/panel.tsx";
import type { JobView } from "../../lib/types.ts";

/// Matrices of so many columns leave room beside them.
const BESIDE_COLUMNS = 3;

const SettlingChart = lazyChart();

export function ResultsTab({ job, live }: { job: JobView; live: LiveJob }) {
  const notices = hasNotices(job);
  const narrow = columnsOf(job).length <= BESIDE_COLUMNS;
  return (
    <div class="stack">
      <Figures job={job} />
      <div class={notices && narrow ? "stack beside" : "stack"}>
        <Matrix job={job} live={live} />
        {notices ? <Notices job={job} live={live} /> : null}
      </div>
      <SettlingChart job={job} live={live} />
      <ModelTable job={job} />
      <SamplesPanel job={job} />
    </div>
  );
}
