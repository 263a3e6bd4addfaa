// Slices by models, for one metric: where a model is better, and where worse, than over all samples.

import { useMemo } from "preact/hooks";
import { filter, usePlace } from "../../lib/route.ts";
import { slots } from "../../lib/series.ts";
import type { JobView } from "../../lib/types.ts";
import { Mark } from "../../parts/icons.tsx";
import { Panel } from "../../parts/panel.tsx";
import type { LiveJob } from "./live-job.ts";
import { ALL, ScoreCell, asks } from "./matrix.tsx";
import type { Column } from "./matrix.tsx";

export const hasSlices = (job: JobView): boolean =>
  job.tasks.some((task) => (task.slices ?? []).length > 0);

export function SliceTable({ job, live }: { job: JobView; live: LiveJob }) {
  const { query } = usePlace();
  const marks = useMemo(() => slots(job.models.map((m) => m.id)), [job.models.length]);
  const sliced = job.tasks.filter((task) => (task.slices ?? []).length > 0);
  const columns = sliced.flatMap((task) =>
    task.metrics.map((metric): Column => ({ task: task.name, metric })),
  );
  const names = columns.map((c) => (sliced.length === 1 ? c.metric : `${c.task}: ${c.metric}`));
  const at = Math.max(0, columns.findIndex((c) => `${c.task}/${c.metric}` === query.get("by")));
  const column = columns[at];
  const task = sliced.find((each) => each.name === column?.task);
  if (!column || !task) {
    return null;
  }
  const models = job.models.filter((model) => asks(job, task.name, model.id));
  return (
    <Panel
      title="Scores by slice"
      note="parts of the samples; a cell opens its samples"
      right={
        columns.length > 1 ? (
          <select
            class="in"
            aria-label="Metric by slice"
            value={String(at)}
            onChange={(event) => {
              const next = columns[Number(event.currentTarget.value)]!;
              filter({ by: `${next.task}/${next.metric}` });
            }}
          >
            {names.map((name, i) => (
              <option key={name} value={String(i)}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <span class="small sub">{column.metric}</span>
        )
      }
    >
      <div class="scroll" tabIndex={0} role="region" aria-label="Scores by slice, scrolls sideways">
        <table class="mx">
          <thead>
            <tr>
              <th class="row">
                <span class="vh">Slice</span>
              </th>
              {models.map((model) => (
                <th scope="col" key={model.id} title={model.id}>
                  <Mark slot={marks.get(model.id) ?? 6} />
                  {model.id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[ALL, ...(task.slices ?? [])].map((slice) => (
              <tr key={slice}>
                <th scope="row" class="row" title={slice}>
                  {slice === ALL ? "all samples" : slice}
                </th>
                {models.map((model) => (
                  <td key={model.id}>
                    <ScoreCell
                      jobId={job.jobId}
                      model={model}
                      column={column}
                      live={live}
                      single={job.tasks.length === 1}
                      slice={slice}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
