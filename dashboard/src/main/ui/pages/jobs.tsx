// The list of jobs, live.

import { useMemo, useRef } from "preact/hooks";
import { get } from "../lib/api.ts";
import { count, duration, plural, when } from "../lib/format.ts";
import { Coalescer } from "../lib/frames.ts";
import { useLive } from "../lib/live.ts";
import { useClock, useLoad } from "../lib/load.ts";
import { filter, go, usePlace } from "../lib/route.ts";
import { Keyed, useKey } from "../lib/store.ts";
import { ENDED } from "../lib/types.ts";
import type { JobPage, JobRow, State } from "../lib/types.ts";
import { Bar, Find, Seg } from "../parts/controls.tsx";
import { Frame } from "../parts/frame.tsx";
import { Blank, LoadingOr } from "../parts/panel.tsx";
import { JobState, STATES, stateWord } from "../parts/state.tsx";
import { useKeys } from "../lib/keys.ts";

const PAGE = 50;

const OPTIONS: [State | "", string][] = [
  ["", "All"],
  ...STATES.filter((s) => s !== "FINISHING").map((s): [State, string] => [s, stateWord(s)]),
];

/// The jobs' rows by id, kept up to date by the stream; `changed` is called when one is new.
function useLiveRows(unknown: () => void): Keyed<JobRow> {
  const rows = useMemo(() => new Keyed<JobRow>(), []);
  const call = useRef(unknown);
  call.current = unknown;
  const frames = useMemo(
    () =>
      new Coalescer<JobRow>((changes) => {
        const before = new Set(rows.keys());
        changes.forEach((row, id) => before.has(id) && rows.set(id, row));
        if ([...changes.keys()].some((id) => !before.has(id))) {
          call.current();
        }
      }),
    [],
  );
  useLive("jobs", (event, data) => {
    if (event === "jobs") {
      (data as { rows: JobRow[] }).rows.forEach((row) => frames.add(row.jobId, row));
    }
  });
  return rows;
}

export function JobsPage() {
  const { query } = usePlace();
  const q = query.get("q") ?? "";
  const asked = query.get("state") as State | null;
  const state = asked && STATES.includes(asked) ? asked : "";
  const limit = Math.max(PAGE, Number(query.get("show")) || PAGE);
  const loaded = useLoad(`${state}|${q}|${limit}`, (signal) =>
    get<JobPage>("/api/jobs", { state, q, offset: 0, limit }, signal),
  );
  const store = useLiveRows(loaded.again);
  const filtered = state !== "" || q !== "";
  return (
    <Frame crumbs={[{ name: "Jobs" }]}>
      <div class="head">
        <div>
          <h1>Jobs</h1>
          <div class="meta">
            <span class="num">
              {loaded.data ? plural(loaded.data.total, filtered ? "matching job" : "job") : "\u00a0"}
            </span>
          </div>
        </div>
        <div class="grow" />
        <a class="btn p" href="/jobs/new">
          New job
        </a>
      </div>
      <div class="filters">
        <Seg
          label="State"
          value={state}
          options={OPTIONS}
          onPick={(next) => filter({ state: next, show: null })}
        />
        <Find label="Name, model or task" value={q} onFind={(next) => filter({ q: next, show: null })} />
        {asked && !state ? <span class="small muted">Unknown state {asked} was ignored.</span> : null}
      </div>
      <section class="panel" aria-label="List of jobs">
        <LoadingOr what="Jobs" loaded={loaded}>
          {(page) =>
            page.rows.length > 0 ? (
              <JobTable page={page} store={store} limit={limit} />
            ) : filtered ? (
              <Blank
                title="No job matches"
                text={[state && `State: ${stateWord(state)}`, q && `Text: ${q}`].filter(Boolean).join(" · ")}
              >
                <button type="button" class="btn" onClick={() => filter({ state: null, q: null })}>
                  Clear filters
                </button>
              </Blank>
            ) : (
              <Blank
                title="No jobs yet"
                text="Say which models, which data and what to measure; the first scores arrive in seconds."
              >
                <a class="btn p" href="/jobs/new">
                  New job
                </a>
              </Blank>
            )
          }
        </LoadingOr>
      </section>
    </Frame>
  );
}

/// A page that was asked for before a frame came may arrive after it.
function isOlder(row: JobRow, shown: JobRow | undefined): boolean {
  return (
    shown !== undefined &&
    (shown.done > row.done || (ENDED.has(shown.state) && !ENDED.has(row.state)))
  );
}

interface TableProps {
  page: JobPage;
  store: Keyed<JobRow>;
  limit: number;
}

function JobTable({ page, store, limit }: TableProps) {
  useMemo(
    () => page.rows.filter((row) => !isOlder(row, store.get(row.jobId))).forEach((row) => store.set(row.jobId, row)),
    [page],
  );
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (by: number) => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>("th a") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Jobs, scrolls sideways">
      <table class="jobs">
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">State</th>
            <th scope="col" class="w-bar">
              Settled
            </th>
            <th scope="col" class="n">
              Failed
            </th>
            <th scope="col">Models</th>
            <th scope="col">Tasks</th>
            <th scope="col">Submitted</th>
            <th scope="col" class="n">
              Took
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {page.rows.map((row) => (
            <JobLine key={row.jobId} id={row.jobId} store={store} />
          ))}
        </tbody>
      </table>
      {page.total > page.rows.length ? (
        <p class="more">
          <button type="button" class="btn" onClick={() => filter({ show: String(limit + PAGE) })}>
            Show more
          </button>
          <span class="muted small num">
            {count(page.rows.length)} of {count(page.total)}
          </span>
        </p>
      ) : null}
    </div>
  );
}

function JobLine({ id, store }: { id: string; store: Keyed<JobRow> }) {
  const row = useKey(store, id);
  const running = row !== undefined && row.startedAt != null && !ENDED.has(row.state);
  const now = useClock(running);
  if (!row) {
    return null;
  }
  const to = `/jobs/${encodeURIComponent(id)}`;
  const end = row.endedAt ? Date.parse(row.endedAt) : now;
  const seconds = row.startedAt ? (end - Date.parse(row.startedAt)) / 1000 : null;
  return (
    <tr onClick={(event) => !(event.target as Element).closest("a") && go(to)}>
      <th scope="row">
        <a href={to}>{row.name}</a>
        {row.message ? <div class="small bad-text">{row.message}</div> : null}
      </th>
      <td>
        <JobState state={row.state} done={row.done} of={row.of} />
      </td>
      <td class="num w-bar">
        <span>{count(row.done)}</span>{" "}
        <span class="muted small">{row.of ? `of ${count(row.of)}` : ""}</span>
        <Bar label={`Settled of ${row.name}`} done={row.done} failed={row.failed} of={row.of} />
      </td>
      <td class={row.failed > 0 ? "n bad-text" : "n muted"}>{count(row.failed)}</td>
      <td>
        <Names names={row.models} what="models" />
      </td>
      <td>
        <Names names={row.tasks} what="tasks" />
      </td>
      <td class="num sub">{when(row.submittedAt)}</td>
      <td class="n sub">{duration(seconds)}</td>
    </tr>
  );
}

/// The first name and how many more there are; all of them in the title.
function Names({ names, what }: { names: string[]; what: string }) {
  const [first, ...rest] = names;
  return (
    <span class="names" title={names.join("\n")}>
      <span class="one">{first ?? `no ${what}`}</span>
      {rest.length > 0 ? <span class="muted small"> +{rest.length}</span> : null}
    </span>
  );
}
