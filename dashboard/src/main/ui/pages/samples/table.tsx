// A windowed table of samples: only the rows in view are in the page.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Ref } from "preact";
import { atText } from "../../lib/at.ts";
import type { At } from "../../lib/at.ts";
import { count, millis, score } from "../../lib/format.ts";
import { visibleRange } from "../../lib/window.ts";
import type { SampleRow } from "../../lib/types.ts";
import { Mark } from "../../parts/icons.tsx";
import { SampleStatus } from "../../parts/state.tsx";
import type { Samples } from "./data.ts";

const ROW = 38;
const MOST_ROWS = 400_000; // browsers cap the height of an element

export const atOf = (row: SampleRow): At => ({
  model: row.model,
  task: row.task,
  sample: row.sampleId,
  epoch: row.epoch,
});

interface TableProps {
  samples: Samples;
  marks: Map<string, number>;
  /// The open sample, if any.
  open: string;
  /// The row that the keyboard is on; -1 for none.
  cursor: number;
  compact: boolean;
  /// Whether all rows are of one model, so that its name need not be repeated.
  oneModel: boolean;
  onOpen: (row: SampleRow, index: number) => void;
}

export function SampleTable(props: TableProps) {
  const { samples, marks, open, cursor, compact, oneModel, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const total = Math.min(samples.total ?? 0, MOST_ROWS);
  const range = visibleRange(view.top, view.height, ROW, total);
  useEffect(() => samples.want(range));
  useEffect(() => {
    const element = box.current!;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      sized.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);
  useLayoutEffect(() => reveal(box.current, cursor), [cursor]);
  const rows = [];
  for (let i = range.first; i < range.end; i++) {
    rows.push(
      <Line
        key={i}
        index={i}
        row={samples.row(i)}
        marks={marks}
        open={open}
        marked={i === cursor}
        onOpen={onOpen}
      />,
    );
  }
  return (
    <div class="window" ref={box as Ref<HTMLDivElement>} tabIndex={0} role="region" aria-label="List of samples">
      <table class={`samples${compact ? " compact" : ""}${oneModel ? " one-model" : ""}`} aria-rowcount={(samples.total ?? 0) + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="c-status">
              <span class="vh">Status</span>
            </th>
            <th scope="col" class="c-id">
              Sample
            </th>
            <th scope="col" class="c-model">
              Model
            </th>
            <th scope="col" class="c-text">
              Input
            </th>
            <th scope="col" class="c-text">
              Output
            </th>
            <th scope="col" class="c-target">
              Target
            </th>
            <th scope="col" class="c-scores">
              Scores
            </th>
            <th scope="col" class="c-took n">
              Call
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={range.first * ROW} />
          {rows}
          <Space height={(total - range.end) * ROW} />
        </tbody>
      </table>
      {(samples.total ?? 0) > MOST_ROWS ? (
        <p class="more small sub">
          The list shows the first {count(MOST_ROWS)} of {count(samples.total)}: narrow it with filters.
        </p>
      ) : null}
    </div>
  );
}

function Space({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden="true" class="space" style={{ height: `${height}px` }}>
      <td />
    </tr>
  ) : null;
}

interface LineProps {
  index: number;
  row: SampleRow | undefined;
  marks: Map<string, number>;
  open: string;
  marked: boolean;
  onOpen: (row: SampleRow, index: number) => void;
}

function Line({ index, row, marks, open, marked, onOpen }: LineProps) {
  if (!row) {
    return (
      <tr aria-rowindex={index + 2} class="line">
        <td colSpan={8}>
          <div class="sk" />
        </td>
      </tr>
    );
  }
  const at = atText(atOf(row));
  return (
    <tr
      aria-rowindex={index + 2}
      aria-current={at === open ? "true" : undefined}
      class={marked ? "line marked" : "line"}
      onClick={() => onOpen(row, index)}
    >
      <td class="c-status">
        <SampleStatus status={row.status} short />
      </td>
      <td class="c-id">
        <button type="button" class="plainlink mono" onClick={() => undefined}>
          {row.sampleId}
          {row.epoch > 1 ? <span class="muted"> #{row.epoch}</span> : null}
        </button>
      </td>
      <td class="c-model" title={`${row.model}, ${row.task}`}>
        <Mark slot={marks.get(row.model) ?? 6} />
        {row.model}
      </td>
      <td class="c-text">{row.input}</td>
      <td class="c-text">{row.output ?? <span class="muted">{row.reason ?? "–"}</span>}</td>
      <td class="c-target">{row.target}</td>
      <td class="c-scores num" title={scoresText(row, true)}>
        {scoresText(row, false)}
      </td>
      <td class="c-took n sub">{millis(row.callMillis)}</td>
    </tr>
  );
}

/// All values of a row; with their names where there is room.
function scoresText(row: SampleRow, names: boolean): string {
  const known = Object.entries(row.scores ?? {}).filter(([, value]) => value != null);
  if (!names && known.every(([, value]) => value === known[0]![1])) {
    return known.length > 0 ? score(known[0]![1]) : "";
  }
  return known.map(([name, value]) => (names ? `${name} ${score(value)}` : score(value))).join(", ");
}

/// Scrolls the marked row into view.
function reveal(box: HTMLDivElement | null, index: number): void {
  if (!box || index < 0) {
    return;
  }
  const header = ROW;
  const top = index * ROW;
  if (top < box.scrollTop) {
    box.scrollTop = top;
  } else if (top + ROW + header > box.scrollTop + box.clientHeight) {
    box.scrollTop = top + ROW + header - box.clientHeight;
  }
}
