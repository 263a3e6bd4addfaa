// Samples of a job: list and open sample side by side.

import { useEffect, useMemo, useState } from "preact/hooks";
import { atText, parseAt } from "../../lib/at.ts";
import { count } from "../../lib/format.ts";
import { useKeys } from "../../lib/keys.ts";
import { filter, go, usePlace, withQuery } from "../../lib/route.ts";
import { slots } from "../../lib/series.ts";
import type { JobView, SampleRow } from "../../lib/types.ts";
import { Blank, Failed, Loading } from "../../parts/panel.tsx";
import { anyFilter, filtersOf, useSamples } from "./data.ts";
import type { Samples } from "./data.ts";
import { SampleDetail } from "./detail.tsx";
import { CLEARED, SampleFilters } from "./filters.tsx";
import { SampleTable, atOf } from "./table.tsx";

export function SamplesTab({ job }: { job: JobView }) {
  const { query } = usePlace();
  const filters = filtersOf(query);
  const open = query.get("at") ?? "";
  const at = parseAt(open);
  const [turn, setTurn] = useState(0);
  const [cursor, setCursor] = useState(-1);
  const samples = useSamples(job.jobId, filters, turn);
  const marks = useMemo(() => slots(job.models.map((m) => m.id)), [job.models.length]);
  const key = JSON.stringify(filters);
  useEffect(() => setCursor(-1), [key]);
  const openRow = (row: SampleRow, index: number, replace = at !== null) => {
    setCursor(index);
    go(withQuery({ at: atText(atOf(row)) }), replace);
  };
  const close = () => go(withQuery({ at: null }), true);
  const move = (by: number) => {
    const next = Math.max(0, Math.min((samples.total ?? 1) - 1, cursor + by));
    setCursor(next);
    const row = samples.row(next);
    if (row && at) {
      openRow(row, next);
    }
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: (event) => {
      const row = samples.row(cursor);
      if (row && !(event.target as Element).closest("a, button")) {
        openRow(row, cursor);
      } else {
        (event.target as HTMLElement).click?.();
      }
    },
    Escape: () => at && close(),
  });
  return (
    <>
      <SampleFilters job={job} filters={filters} />
      <div class={at ? "split open" : "split"}>
        <section class="panel list" aria-label="Matching samples">
          <NewBar job={job} total={samples.total} filtered={anyFilter(filters)} show={() => setTurn((n) => n + 1)} />
          <List
            samples={samples}
            filtered={anyFilter(filters)}
            running={job.done === 0 || !job.endedAt}
            table={
              <SampleTable
                samples={samples}
                marks={marks}
                open={open}
                cursor={cursor}
                compact={at !== null}
                oneModel={filters.model !== "" || job.models.length === 1}
                onOpen={openRow}
              />
            }
          />
        </section>
        {at ? (
          <SampleDetail
            key={open}
            jobId={job.jobId}
            at={at}
            onClose={close}
            onMove={cursor >= 0 ? move : undefined}
          />
        ) : null}
      </div>
    </>
  );
}

interface ListProps {
  samples: Samples;
  filtered: boolean;
  running: boolean;
  table: preact.JSX.Element;
}

function List({ samples, filtered, running, table }: ListProps) {
  if (samples.error && samples.total === undefined) {
    return (
      <Failed what="Samples" error={samples.error} failedAt={samples.failedAt} again={samples.again} />
    );
  }
  if (samples.total === undefined) {
    return <Loading />;
  }
  if (samples.total === 0) {
    return filtered ? (
      <Blank title="No sample matches" text="Other filters may show more.">
        <button type="button" class="btn" onClick={() => filter(CLEARED)}>
          Clear filters
        </button>
      </Blank>
    ) : (
      <Blank
        title="No samples yet"
        text={running ? "They appear here as soon as models have answered." : "Nothing was settled."}
      />
    );
  }
  return table;
}

interface NewBarProps {
  job: JobView;
  total: number | undefined;
  filtered: boolean;
  show: () => void;
}

/// While a job runs the list stands still; this says how many more there are.
function NewBar({ job, total, filtered, show }: NewBarProps) {
  const [seen, setSeen] = useState(job.done);
  useEffect(() => setSeen(job.done), [total === undefined]);
  const fresh = filtered ? job.done - seen : job.done - (total ?? job.done);
  useEffect(() => {
    if (total === 0 && fresh > 0) {
      show(); // nothing can jump under the pointer yet
    }
  }, [total, fresh > 0]);
  return (
    <div class="listbar small">
      <span class="sub num">{total === undefined ? "\u00a0" : `${count(total)} samples`}</span>
      {fresh > 0 && total ? (
        <button
          type="button"
          class="btn g sm"
          onClick={() => {
            setSeen(job.done);
            show();
          }}
        >
          {filtered ? `${count(fresh)} settled since: look again` : `${count(fresh)} new: show`}
        </button>
      ) : null}
    </div>
  );
}
