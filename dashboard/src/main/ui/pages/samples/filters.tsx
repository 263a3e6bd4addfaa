// Filters of the samples, kept in the URL.

import { address } from "../../lib/api.ts";
import { filter } from "../../lib/route.ts";
import type { JobView, Status } from "../../lib/types.ts";
import { Find, useTyped } from "../../parts/controls.tsx";
import { STATUSES, statusWord } from "../../parts/state.tsx";
import { anyFilter } from "./data.ts";
import type { Filters } from "./data.ts";

export const CLEARED = {
  model: null,
  task: null,
  status: null,
  q: null,
  slice: null,
  metric: null,
  below: null,
};

export function SampleFilters({ job, filters }: { job: JobView; filters: Filters }) {
  const toggle = (status: Status) => {
    const on = filters.status.includes(status);
    filter({
      status: on ? filters.status.filter((s) => s !== status) : [...filters.status, status],
    });
  };
  const metrics = [...new Set(job.tasks.flatMap((task) => task.metrics))];
  const tasks = job.tasks.filter((task) => !filters.task || task.name === filters.task);
  const slices = [...new Set(tasks.flatMap((task) => task.slices ?? []))].sort();
  return (
    <div class="filters">
      {job.models.length > 1 ? (
        <Pick
          label="Model"
          all="All models"
          value={filters.model}
          options={job.models.map((m) => m.id)}
          onPick={(model) => filter({ model })}
        />
      ) : null}
      {job.tasks.length > 1 ? (
        <Pick
          label="Task"
          all="All tasks"
          value={filters.task}
          options={job.tasks.map((t) => t.name)}
          onPick={(task) => filter({ task })}
        />
      ) : null}
      {slices.length > 0 ? (
        <Pick
          label="Slice"
          all="All slices"
          value={filters.slice}
          options={slices}
          onPick={(slice) => filter({ slice })}
        />
      ) : null}
      <Find label="Text in sample or output" value={filters.q} onFind={(q) => filter({ q })} />
      <ScoreBelow metrics={metrics} filters={filters} />
      <div class="chips" role="group" aria-label="Status">
        {STATUSES.map((status) => (
          <button
            type="button"
            class="chip"
            key={status}
            aria-pressed={filters.status.includes(status)}
            onClick={() => toggle(status)}
          >
            {statusWord(status)}
          </button>
        ))}
      </div>
      <span class="small sub">
        Export{" "}
        {["jsonl", "csv"].map((format) => (
          <a key={format} class="btn g sm" href={exported(job.jobId, filters, format)} download>
            {format.toUpperCase()}
          </a>
        ))}
      </span>
      {anyFilter(filters) ? (
        <button type="button" class="btn g sm" onClick={() => filter(CLEARED)}>
          Clear
        </button>
      ) : null}
    </div>
  );
}

/// The address of the samples that match, as a file.
function exported(jobId: string, filters: Filters, format: string): string {
  const { below, metric, ...rest } = filters;
  return address(`/api/jobs/${encodeURIComponent(jobId)}/export`, {
    ...rest,
    ...(below ? { metric, below } : {}),
    format,
  });
}

interface PickProps {
  label: string;
  all: string;
  value: string;
  options: string[];
  onPick: (value: string) => void;
}

function Pick({ label, all, value, options, onPick }: PickProps) {
  return (
    <select
      class="in"
      aria-label={label}
      value={value}
      onChange={(event) => onPick(event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}

/// Only samples whose score of a metric is below a number.
function ScoreBelow({ metrics, filters }: { metrics: string[]; filters: Filters }) {
  const metric = filters.metric || metrics[0] || "";
  const [below, type] = useTyped(filters.below, (next) =>
    filter({ below: next, metric: next ? metric : null }),
  );
  return (
    <span class="below">
      <select
        class="in"
        aria-label="Metric to filter by"
        value={metric}
        onChange={(event) => filter({ metric: event.currentTarget.value })}
      >
        {metrics.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <span class="sub small">below</span>
      <input
        class="in num"
        type="number"
        step="any"
        aria-label="Only scores below"
        placeholder="any"
        value={below}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </span>
  );
}
