// "How the metrics settle": one line and band per model for one metric, fed by the live stream.

import uPlot from "uplot";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { get } from "../../lib/api.ts";
import { Curves } from "../../lib/curves.ts";
import { count, half, interval, score } from "../../lib/format.ts";
import { cellKey } from "../../lib/frames.ts";
import { filter, usePlace } from "../../lib/route.ts";
import { slots } from "../../lib/series.ts";
import { onTheme } from "../../lib/theme.ts";
import type { JobView, SeriesPoint } from "../../lib/types.ts";
import { Seg } from "../../parts/controls.tsx";
import { Mark } from "../../parts/icons.tsx";
import { Blank, Panel } from "../../parts/panel.tsx";
import type { ChartProps } from "./chart-lazy.tsx";
import { ALL, asks, columnsOf } from "./matrix.tsx";
import { options, paint } from "./chart-options.ts";
import type { LiveJob } from "./live-job.ts";

const MOST_LINES = 20;

export function SettlingChart({ job, live }: ChartProps) {
  const { query } = usePlace();
  const columns = columnsOf(job);
  const wanted = query.get("series");
  const names = columns.map((c) => `${c.task}/${c.metric}`);
  const at = Math.max(0, names.indexOf(wanted ?? ""));
  const column = columns[at];
  const [asTable, setAsTable] = useState(false);
  if (!column) {
    return null;
  }
  const single = job.tasks.length === 1;
  return (
    <Panel
      title="How the metrics settle"
      note="estimate by samples scored, shaded 95% interval"
      right={
        <>
          {columns.length > 6 ? (
            <select
              class="in"
              aria-label="Metric"
              value={names[at]}
              onChange={(event) => filter({ series: event.currentTarget.value })}
            >
              {columns.map((c, i) => (
                <option key={names[i]} value={names[i]}>
                  {single ? c.metric : `${c.task}: ${c.metric}`}
                </option>
              ))}
            </select>
          ) : columns.length > 1 ? (
            <Seg
              label="Metric"
              value={names[at]!}
              options={columns.map((c, i) => [names[i]!, single ? c.metric : `${c.task}: ${c.metric}`] as const)}
              onPick={(next) => filter({ series: next })}
            />
          ) : (
            <span class="small sub">{column.metric}</span>
          )}
          <button
            type="button"
            class="btn g sm"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            As table
          </button>
        </>
      }
    >
      <Curve
        key={names[at]}
        job={job}
        live={live}
        task={column.task}
        metric={column.metric}
        asTable={asTable}
      />
    </Panel>
  );
}

interface CurveProps {
  job: JobView;
  live: LiveJob;
  task: string;
  metric: string;
  asTable: boolean;
}

/// The curves of one metric: history from the server, then what the stream brings.
function useCurves({ job, live, task, metric }: Omit<CurveProps, "asTable">, changed: () => void) {
  const curves = useMemo(() => new Curves(), []);
  const draw = useRef(changed);
  draw.current = changed;
  useEffect(() => {
    for (const model of job.models) {
      const shown = live.cells.get(cellKey({ model: model.id, task, slice: ALL, metric }));
      if (shown?.value != null) {
        curves.add(model.id, {
          n: shown.n,
          value: shown.value,
          low: shown.low ?? null,
          high: shown.high ?? null,
        });
      }
    }
    const abort = new AbortController();
    get<{ points: SeriesPoint[] }>(
      `/api/jobs/${encodeURIComponent(job.jobId)}/series`,
      { task, metric },
      abort.signal,
    ).then(
      ({ points }) => {
        curves.history(points);
        draw.current();
      },
      () => draw.current(), // the live points are still worth drawing
    );
    const stop = live.onCells((cells) => {
      let any = false;
      for (const cell of cells) {
        if (cell.task === task && cell.name === metric && cell.slice === ALL && cell.value != null) {
          const { n, value, low, high } = cell;
          any = curves.add(cell.model, { n, value, low: low ?? null, high: high ?? null }) || any;
        }
      }
      if (any) {
        draw.current();
      }
    });
    return () => {
      abort.abort();
      stop();
    };
  }, []);
  return curves;
}

function Curve({ asTable, ...props }: CurveProps) {
  const [, draw] = useState(0);
  const curves = useCurves(props, () => draw((n) => n + 1));
  const models = props.job.models
    .map((m) => m.id)
    .filter((model) => asks(props.job, props.task, model))
    .slice(0, MOST_LINES);
  const marks = useMemo(() => slots(props.job.models.map((m) => m.id)), []);
  const drawn = models.filter((model) => curves.of(model).length > 0);
  if (drawn.length === 0) {
    return <Blank title="No scores yet" text="The first points come with the first scored samples." />;
  }
  if (asTable) {
    return <CurveTable models={drawn} curves={curves} />;
  }
  return <Plot models={drawn} curves={curves} marks={marks} metric={props.metric} />;
}

interface PlotProps {
  models: string[];
  curves: Curves;
  marks: Map<string, number>;
  metric: string;
}

function Plot({ models, curves, marks, metric }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const labels = useRef<HTMLUListElement>(null);
  const shown = models.join("\n");
  useEffect(() => {
    const element = box.current!;
    const make = () => {
      plot.current?.destroy();
      const slotsOf = models.map((model) => marks.get(model) ?? 6);
      const size = { width: element.clientWidth, height: element.clientHeight };
      plot.current = new uPlot(
        options(element, size, slotsOf, () => place(plot.current, labels.current, models, curves)),
        curves.columns(models) as uPlot.AlignedData,
        element,
      );
    };
    make();
    const sized = new ResizeObserver(() =>
      plot.current?.setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    sized.observe(element);
    const stop = onTheme(make);
    return () => {
      stop();
      sized.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [shown]);
  useEffect(() => paint(plot.current, curves.columns(models)));
  const summary = models
    .map((model) => {
      const p = curves.last(model)!;
      return `${model} ${score(p.value)} from ${count(p.n)} samples`;
    })
    .join("; ");
  return (
    <div class="chart placed">
      <div class="plot" ref={box} role="img" aria-label={`${metric} by samples scored: ${summary}`} />
      <ul class="ends-list" ref={labels} aria-hidden="true">
        {models.map((model) => {
          const p = curves.last(model)!;
          return (
            <li key={model} title={model}>
              <Mark slot={marks.get(model) ?? 6} />
              <span class="name">{model}</span>
              <b>{score(p.value)}</b>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const LABEL = 19;

/// Puts each label beside its line's end, apart from the others; in a narrow page they are a list.
function place(
  plot: uPlot | null,
  list: HTMLUListElement | null,
  models: readonly string[],
  curves: Curves,
): void {
  if (!plot || !list) {
    return;
  }
  const beside = getComputedStyle(list.parentElement!).gridTemplateColumns.split(" ").length > 1;
  list.parentElement!.classList.toggle("placed", beside);
  if (!beside) {
    return;
  }
  const bottom = list.clientHeight - LABEL;
  const ends = models
    .map((model, i) => ({ i, y: plot.valToPos(curves.last(model)!.value, "y") - LABEL / 2 }))
    .sort((a, b) => a.y - b.y);
  ends.forEach((end, i) => {
    end.y = Math.max(end.y, 0, i > 0 ? ends[i - 1]!.y + LABEL : 0);
  });
  for (let i = ends.length - 1; i >= 0; i--) {
    ends[i]!.y = Math.min(ends[i]!.y, i === ends.length - 1 ? bottom : ends[i + 1]!.y - LABEL);
  }
  for (const end of ends) {
    const item = list.children[end.i] as HTMLElement | undefined;
    if (item) {
      item.style.top = `${end.y}px`;
    }
  }
}

interface TableProps {
  models: string[];
  curves: Curves;
}

function CurveTable({ models, curves }: TableProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Model</th>
            {["After a quarter", "After half", "Now"].map((title) => (
              <th scope="col" class="n" key={title}>
                {title}
              </th>
            ))}
            <th scope="col">Interval now</th>
            <th scope="col" class="n">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => {
            const points = curves.of(model);
            const now = points.at(-1)!;
            const near = (part: number) => points.find((p) => p.n >= now.n * part) ?? now;
            return (
              <tr key={model}>
                <th scope="row">{model}</th>
                {[near(0.25), near(0.5), now].map((p, i) => (
                  <td class="n" key={i}>
                    {score(p.value)} <span class="muted small">{half(p.value, p.low, p.high)}</span>
                  </td>
                ))}
                <td class="num">{interval(now.low, now.high)}</td>
                <td class="n">{count(now.n)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
