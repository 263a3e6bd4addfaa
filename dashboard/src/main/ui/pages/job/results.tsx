// A job's results: key figures, matrix, notices, settling curves, models, samples.

import { lazyChart } from "./chart-lazy.tsx";
import { Figures } from "./figures.tsx";
import type { LiveJob } from "./live-job.ts";
import { Matrix, columnsOf } from "./matrix.tsx";
import { ModelTable } from "./model-table.tsx";
import { Notices, hasNotices } from "./notices.tsx";
import { SliceTable, hasSlices } from "./slice-table.tsx";
import { SamplesPanel } from "../samples/panel.tsx";
import type { JobView } from "../../lib/types.ts";

/// A matrix of so few columns leaves room for the chart beside it.
const PAIR_COLUMNS = 2;

const SettlingChart = lazyChart();

export function ResultsTab({ job, live }: { job: JobView; live: LiveJob }) {
  const narrow = columnsOf(job).length <= PAIR_COLUMNS;
  const notices = hasNotices(job) ? <Notices job={job} live={live} /> : null;
  return (
    <div class="stack">
      <Figures job={job} />
      <div class={narrow ? "stack pair" : "stack"}>
        <Matrix job={job} live={live} />
        {narrow ? null : notices}
        <SettlingChart job={job} live={live} />
      </div>
      {narrow ? notices : null}
      {hasSlices(job) ? <SliceTable job={job} live={live} /> : null}
      <ModelTable job={job} />
      <SamplesPanel job={job} />
    </div>
  );
}
