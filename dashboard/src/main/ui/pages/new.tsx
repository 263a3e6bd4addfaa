// Submitting a job: its document in an editor, checked while typing.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { ApiError, get, post } from "../lib/api.ts";
import { count, plural } from "../lib/format.ts";
import { go, usePlace } from "../lib/route.ts";
import type { JobView, Problem } from "../lib/types.ts";
import { Seg } from "../parts/controls.tsx";
import { Frame } from "../parts/frame.tsx";
import { Panel } from "../parts/panel.tsx";
import { CurlPanel } from "./new/curl.tsx";
import { Editor } from "./new/editor.tsx";
import { Parameters, parametersOf } from "./new/parameters.tsx";
import { ProblemList } from "./new/problems.tsx";
import { STARTS } from "./new/starts.ts";

export interface Draft {
  document: string;
  baseDir: string;
  parameters: Record<string, string>;
}

export function bodyOf(draft: Draft) {
  const parameters = Object.fromEntries(
    Object.entries(draft.parameters).filter(([name, value]) => name && value !== ""),
  );
  return {
    document: draft.document,
    ...(draft.baseDir.trim() ? { baseDir: draft.baseDir.trim() } : {}),
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
  };
}

type Checked = { problems: Problem[]; samples?: number | null; note?: string | null };

const KEPT = "assay.draft";
const CHECK_AFTER = 400;

function firstDraft(): Draft {
  const empty = { document: STARTS[0]!.document, baseDir: "", parameters: {} };
  try {
    const kept = sessionStorage.getItem(KEPT);
    return kept ? { ...empty, ...(JSON.parse(kept) as Partial<Draft>) } : empty;
  } catch {
    return empty;
  }
}

export function NewJobPage() {
  const { query } = usePlace();
  const from = query.get("from");
  const [draft, setDraft] = useState(firstDraft);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [failure, setFailure] = useState("");
  const [sending, setSending] = useState(false);
  const jump = useRef<(line: number) => void>(() => undefined);
  useSource(from, (document) => setDraft((old) => ({ ...old, document })), setFailure);
  useCheck(draft, setChecked, setFailure);
  useEffect(() => sessionStorage.setItem(KEPT, JSON.stringify(draft)), [draft]);
  const names = useMemo(() => parametersOf(draft.document), [draft.document]);
  const submit = async () => {
    setSending(true);
    setFailure("");
    try {
      const made = await post<{ jobId: string }>("/api/jobs", bodyOf(draft));
      sessionStorage.removeItem(KEPT);
      go(`/jobs/${encodeURIComponent(made.jobId)}`);
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError(String(cause), 0);
      if (error.problems.length > 0) {
        setChecked({ problems: error.problems });
        jump.current(error.problems[0]?.line ?? 1);
      } else {
        setFailure(error.message);
      }
      setSending(false);
    }
  };
  const problems = checked?.problems ?? [];
  return (
    <Frame crumbs={[{ name: "Jobs", to: "/jobs" }, { name: "New job" }]}>
      <div class="head">
        <div>
          <h1>New job</h1>
          <div class="meta">
            <span>
              {from ? `A copy of job ${from}.` : "Models, data and metrics in one document."} Nothing starts before
              it is valid.
            </span>
          </div>
        </div>
      </div>
      <div class="stack beside">
        <Panel
          title="Job document"
          note="YAML or JSON"
          right={
            <Seg
              label="Start from an example"
              value={STARTS.find((s) => s.document === draft.document)?.name ?? ""}
              options={STARTS.map((start) => [start.name, start.name] as const)}
              onPick={(name) =>
                setDraft((old) => ({ ...old, document: STARTS.find((s) => s.name === name)!.document }))
              }
            />
          }
        >
          <Editor
            text={draft.document}
            problems={problems}
            onText={(document) => setDraft((old) => ({ ...old, document }))}
            jump={jump}
          />
        </Panel>
        <div class="stack">
          <Panel title="Check">
            <Verdict checked={checked} failure={failure} />
            <ProblemList problems={problems} onJump={(line) => jump.current(line)} />
            <p class="submit">
              <button
                type="button"
                class="btn p"
                disabled={sending}
                onClick={() => void submit()}
              >
                {sending ? "Submitting" : "Submit job"}
              </button>
            </p>
          </Panel>
          <Parameters
            names={names}
            draft={draft}
            onChange={(change) => setDraft((old) => ({ ...old, ...change }))}
          />
          <CurlPanel draft={draft} />
        </div>
      </div>
    </Frame>
  );
}

/// The document of the job that is copied.
function useSource(
  from: string | null,
  take: (document: string) => void,
  fail: (message: string) => void,
): void {
  useEffect(() => {
    if (!from) {
      return;
    }
    const abort = new AbortController();
    get<JobView>(`/api/jobs/${encodeURIComponent(from)}`, {}, abort.signal).then(
      (job) => job.source && take(job.source),
      (cause: unknown) =>
        abort.signal.aborted || fail(cause instanceof ApiError ? cause.message : String(cause)),
    );
    return () => abort.abort();
  }, [from]);
}

/// Asks the server for problems a moment after the last change.
function useCheck(
  draft: Draft,
  take: (checked: Checked | null) => void,
  fail: (message: string) => void,
): void {
  const key = JSON.stringify(bodyOf(draft));
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      post<Checked>("/api/jobs/validate", JSON.parse(key), abort.signal).then(
        (checked) => {
          take(checked);
          fail("");
        },
        (cause: unknown) => {
          if (!abort.signal.aborted) {
            take(null);
            fail(cause instanceof ApiError ? cause.message : String(cause));
          }
        },
      );
    }, CHECK_AFTER);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key]);
}

function Verdict({ checked, failure }: { checked: Checked | null; failure: string }) {
  if (failure) {
    return (
      <div class="note bad" role="alert">
        <span aria-hidden="true">✕</span>
        <div>{failure}</div>
      </div>
    );
  }
  if (!checked) {
    return <p class="sub small">Checking</p>;
  }
  const n = checked.problems.length;
  return n === 0 ? (
    <div class="note ok" role="status">
      <span aria-hidden="true">✓</span>
      <div>
        The document is valid{checked.samples != null ? `: ${count(checked.samples)} samples for each model` : ""}.
        {checked.note ? ` ${checked.note}` : ""}
      </div>
    </div>
  ) : (
    <div class="note bad" role="status">
      <span aria-hidden="true">✕</span>
      <div>{plural(n, "problem")} to mend before this job can start.</div>
    </div>
  );
}
