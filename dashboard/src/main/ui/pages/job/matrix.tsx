// Models by metrics. A cell is an estimate with its interval and its n; it opens its samples.

import { useMemo } from "preact/hooks";
import { address } from "../../lib/api.ts";
import { count, half, interval, percent, score, share } from "../../lib/format.ts";
import { cellKey } from "../../lib/frames.ts";
import { heatStep, slots } from "../../lib/series.ts";
import { useKey } from "../../lib/store.ts";
import { ENDED } from "../../lib/types.ts";
import type { JobView, ModelView } from "../../lib/types.ts";
import { Mark } from "../../parts/icons.tsx";
import { Panel } from "../../parts/panel.tsx";
import { settledOf } from "./figures.tsx";
import type { LiveJob, Shown } from "./live-job.ts";

export const ALL = "all";

export interface Column {
  task: string;
  metric: string;
}

export function columnsOf(job: JobView): Column[] {
  return job.tasks.flatMap((task) => task.metrics.map((metric) => ({ task: task.name, metric })));
}

export function Matrix({ job, live }: { job: JobView; live: LiveJob }) {
  const marks = useMemo(() => slots(job.models.map((m) => m.id)), [job.models.length]);
  const provisional = !(ENDED.has(job.state) && job.settled !== false);
  return (
    <Panel
      title={provisional ? "Scores so far" : "Scores"}
      note="estimate ± half its 95% interval; the line shows the share settled"
      right={
        <>
          {provisional ? (
            <span class="badge" title="These numbers still change as samples are scored">
              <span aria-hidden="true">◇</span>provisional
            </span>
          ) : null}
          <Scale />
        </>
      }
    >
      {groupsOf(job).map((group) => (
        <Table key={group.label} job={job} live={live} group={group} marks={marks} />
      ))}
    </Panel>
  );
}

interface Group {
  label: string;
  models: ModelView[];
  columns: Column[];
}

/// Tasks that the same models do share a table; mostly all do all.
function groupsOf(job: JobView): Group[] {
  const groups = new Map<string, Group>();
  for (const task of job.tasks) {
    const models = job.models.filter((model) => asks(job, task.name, model.id));
    const key = models.map((model) => model.id).join("\u0000");
    const group = groups.get(key) ?? { label: "Scores", models, columns: [] };
    group.columns.push(...task.metrics.map((metric) => ({ task: task.name, metric })));
    groups.set(key, group);
  }
  const all = [...groups.values()];
  if (all.length > 1) {
    all.forEach((group) => {
      group.label = `Scores of ${[...new Set(group.columns.map((c) => c.task))].join(", ")}`;
    });
  }
  return all;
}

interface TableProps {
  job: JobView;
  live: LiveJob;
  group: Group;
  marks: Map<string, number>;
}

function Table({ job, live, group, marks }: TableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={`${group.label}, scrolls sideways`}>
      <table class="mx">
        <thead>
          <tr>
            <th class="row">
              <span class="vh">Model</span>
            </th>
            {group.columns.map((column) => (
              <Heading key={`${column.task}/${column.metric}`} column={column} job={job} live={live} />
            ))}
          </tr>
        </thead>
        <tbody>
          {group.models.map((model) => (
            <tr key={model.id}>
              <th scope="row" class="row" title={model.id}>
                <Mark slot={marks.get(model.id) ?? 6} />
                {model.id}
              </th>
              {group.columns.map((column) => (
                <td key={`${column.task}/${column.metric}`}>
                  <ScoreCell
                    jobId={job.jobId}
                    model={model}
                    column={column}
                    live={live}
                    single={job.tasks.length === 1}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/// Whether a model does a task.
export function asks(job: JobView, task: string, model: string): boolean {
  const models = job.tasks.find((each) => each.name === task)?.models ?? [];
  return models.length === 0 || models.includes(model);
}

interface HeadingProps {
  column: Column;
  job: JobView;
  live: LiveJob;
}

function Heading({ column, job, live }: HeadingProps) {
  const first = job.models.find((model) => asks(job, column.task, model.id))?.id ?? "";
  const key = cellKey({ model: first, task: column.task, slice: ALL, metric: column.metric });
  const shown = useKey(live.cells, key);
  const lower = shown?.higherIsBetter === false;
  return (
    <th scope="col" title={shown?.signature}>
      <span class="metric">
        {column.metric}
        {lower ? (
          <span title="Lower is better">
            {" "}
            <span aria-hidden="true">↓</span>
            <span class="vh">lower is better</span>
          </span>
        ) : null}
      </span>
      <br />
      {column.task}
    </th>
  );
}

interface CellProps {
  jobId: string;
  model: ModelView;
  column: Column;
  live: LiveJob;
  /// Whether the job has one task, so that the model's total is the cell's too.
  single: boolean;
  /// Whose metric it is, if not that of all samples.
  slice?: string;
}

export function ScoreCell({ jobId, model, column, live, single, slice = ALL }: CellProps) {
  const key = cellKey({ model: model.id, task: column.task, slice, metric: column.metric });
  const shown = useKey(live.cells, key);
  if (!shown || shown.value == null) {
    const word = shown?.last ? "no value" : shown && shown.n > 0 ? "no value yet" : "waiting";
    return <span class="cell wait">{word}</span>;
  }
  const step = heatStep(shown.value, shown.higherIsBetter);
  const to = address(`/jobs/${encodeURIComponent(jobId)}/samples`, {
    model: model.id,
    task: column.task,
    slice: slice === ALL ? "" : slice,
  });
  return (
    <a
      class={`cell ${step === null ? "plain" : `h${step}`}`}
      href={to}
      title={explain(model.id, column, slice, shown)}
    >
      <b>{score(shown.value)}</b>
      <span class="half">{half(shown.value, shown.low, shown.high)}</span>
      <span class="ends">
        {interval(shown.low, shown.high)} <span class="cn">n {count(shown.n)}</span>
      </span>
      {slice === ALL ? <Line shown={shown} model={model} single={single} /> : null}
    </a>
  );
}

/// The share settled: of this task where it is known, else of the model's whole work.
function Line({ shown, model, single }: { shown: Shown; model: ModelView; single: boolean }) {
  const settled = single ? shown.n + shown.missing : settledOf(model.counts);
  const whole = shown.last ? settled : Math.max(settled, model.counts.total ?? 0);
  return (
    <span class="pr" aria-hidden="true">
      <u style={{ width: `${100 * share(settled, whole)}%` }} />
    </span>
  );
}

function explain(model: string, column: Column, slice: string, shown: Shown): string {
  const lines = [
    `${model}, ${column.task}, ${column.metric}${slice === ALL ? "" : `, ${slice}`}`,
    `${score(shown.value)}, 95% interval ${interval(shown.low, shown.high)}${shown.method ? ` (${shown.method})` : ""}`,
    `${count(shown.n)} scored, ${count(shown.missing)} settled without a score (${percent(shown.missing, shown.n + shown.missing)})`,
    shown.last ? "final" : "provisional",
  ];
  if (shown.signature) {
    lines.push(shown.signature);
  }
  return lines.join("\n");
}

function Scale() {
  return (
    <span class="small muted scale">
      worse
      <span class="lg" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((step) => (
          <b key={step} class={`h${step}`} />
        ))}
      </span>
      better
    </span>
  );
}
