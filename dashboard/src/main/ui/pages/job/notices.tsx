// What a reader of the scores must know: what is missing and what it could change, and the gates.

import { count, percent, plural, score } from "../../lib/format.ts";
import { cellKey } from "../../lib/frames.ts";
import { useKey } from "../../lib/store.ts";
import type { JobView, ModelView } from "../../lib/types.ts";
import { Panel } from "../../parts/panel.tsx";
import { failedOf } from "./figures.tsx";
import type { LiveJob } from "./live-job.ts";
import { ALL, columnsOf } from "./matrix.tsx";

const withoutScore = (model: ModelView): number =>
  failedOf(model.counts) + model.counts.overLimit + model.counts.skipped;

export function hasNotices(job: JobView): boolean {
  return (job.verdicts?.length ?? 0) > 0 || job.models.some((model) => withoutScore(model) > 0);
}

export function Notices({ job, live }: { job: JobView; live: LiveJob }) {
  const incomplete = job.models.filter((model) => withoutScore(model) > 0);
  return (
    <div class="notices">
      {job.verdicts?.length ? <Gates job={job} /> : null}
      {incomplete.length > 0 ? (
        <Panel title="Missing scores" note="never counted as wrong">
          <ul class="missing">
            {incomplete.map((model) => (
              <Missing key={model.id} job={job} model={model} live={live} />
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  );
}

function Gates({ job }: { job: JobView }) {
  const failed = job.verdicts?.filter((verdict) => !verdict.passed).length ?? 0;
  return (
    <Panel title="Gates" note={failed === 0 ? "all passed" : `${plural(failed, "gate")} failed`}>
      <ul class="gates">
        {job.verdicts?.map((verdict) => (
          <li key={`${verdict.gate} ${verdict.modelId}`}>
            <span class={verdict.passed ? "st ok" : "st bad"}>
              <i aria-hidden="true">{verdict.passed ? "✓" : "✕"}</i>
              <span>{verdict.passed ? "Passed" : "Failed"}</span>
            </span>
            <div>
              <span class="mono">{verdict.gate}</span>
              <div class="small muted">
                {verdict.modelId}: <span class="num">{verdict.actual == null ? "no value" : score(verdict.actual)}</span>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface MissingProps {
  job: JobView;
  model: ModelView;
  live: LiveJob;
}

function Missing({ job, model, live }: MissingProps) {
  const missing = withoutScore(model);
  const settled = model.counts.scored + missing;
  return (
    <li>
      <b class="strong">{model.id}</b>
      <div class="small sub">
        {count(missing)} of {count(settled)} settled without a score ({percent(missing, settled)}).
      </div>
      {columnsOf(job).map((column) => (
        <Possible key={`${column.task}/${column.metric}`} model={model.id} {...column} live={live} />
      ))}
    </li>
  );
}

interface PossibleProps {
  model: string;
  task: string;
  metric: string;
  live: LiveJob;
}

/// The range of the metric that the missing samples allow.
function Possible({ model, task, metric, live }: PossibleProps) {
  const shown = useKey(live.cells, cellKey({ model, task, slice: ALL, metric }));
  if (!shown || shown.missing === 0 || shown.possibleLow == null || shown.possibleHigh == null) {
    return null;
  }
  return (
    <div class="small sub num">
      Scored, they could bring {metric} to {score(shown.possibleLow)} at worst, {score(shown.possibleHigh)} at best.
    </div>
  );
}
