// What can be done with a job.

import { useState } from "preact/hooks";
import { ApiError, post, remove } from "../../lib/api.ts";
import { count } from "../../lib/format.ts";
import { go } from "../../lib/route.ts";
import { useKey } from "../../lib/store.ts";
import { ENDED } from "../../lib/types.ts";
import type { JobView, State } from "../../lib/types.ts";
import { Dialog } from "../../parts/dialog.tsx";
import type { LiveJob } from "./live-job.ts";

interface CommandsProps {
  job: JobView;
  live: LiveJob;
  held: boolean;
  onHold: (held: boolean) => void;
}

export function Commands({ job, live, held, onHold }: CommandsProps) {
  const [pending, setPending] = useState("");
  const [failure, setFailure] = useState("");
  const [asking, setAsking] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const waiting = useKey(live.waiting, "waiting") ?? 0;
  const id = encodeURIComponent(job.jobId);
  const command = async (name: "cancel" | "pause" | "resume") => {
    setPending(name);
    setFailure("");
    try {
      const answer = await post<{ state?: State } | null>(`/api/jobs/${id}/${name}`);
      live.job.set("job", {
        ...job,
        state: answer?.state ?? job.state,
        cancelled: job.cancelled || name === "cancel",
      });
    } catch (cause) {
      setFailure(cause instanceof ApiError ? cause.message : String(cause));
    } finally {
      setPending("");
    }
  };
  const discard = async () => {
    setPending("delete");
    setFailure("");
    try {
      await remove(`/api/jobs/${id}`);
      go("/");
    } catch (cause) {
      setFailure(cause instanceof ApiError ? cause.message : String(cause));
      setPending("");
    }
  };
  const going = !ENDED.has(job.state);
  const stoppable = going && !job.cancelled && job.state !== "FINISHING";
  return (
    <div class="chips">
      {failure ? (
        <span class="small bad-text" role="alert">
          {failure}
        </span>
      ) : null}
      {going ? (
        <button type="button" class="btn" aria-pressed={held} onClick={() => onHold(!held)}>
          {held ? `Show updates${waiting ? ` (${waiting} wait)` : ""}` : "Hold updates"}
        </button>
      ) : null}
      {stoppable && job.state === "PAUSED" ? (
        <button
          type="button"
          class="btn"
          disabled={pending !== ""}
          onClick={() => void command("resume")}
        >
          {pending === "resume" ? "Resuming" : "Resume"}
        </button>
      ) : null}
      {stoppable && job.state !== "PAUSED" ? (
        <button
          type="button"
          class="btn"
          disabled={pending !== ""}
          onClick={() => void command("pause")}
        >
          {pending === "pause" ? "Pausing" : "Pause"}
        </button>
      ) : null}
      <a class="btn" href={`/jobs/new?from=${id}`}>
        Duplicate
      </a>
      {stoppable ? (
        <button
          type="button"
          class="btn danger"
          disabled={pending !== ""}
          onClick={() => setAsking(true)}
        >
          Cancel job
        </button>
      ) : null}
      {going && job.cancelled ? <span class="badge">Cancelling</span> : null}
      {going ? null : (
        <button
          type="button"
          class="btn danger"
          disabled={pending !== ""}
          onClick={() => setDeleting(true)}
        >
          {pending === "delete" ? "Deleting" : "Delete"}
        </button>
      )}
      {deleting ? (
        <Dialog title="Delete this job?" onClose={() => setDeleting(false)}>
          <p class="sub" style={{ paddingTop: "8px" }}>
            Its scores, metrics, samples and media are removed. This cannot be taken back.
          </p>
          <div class="actions">
            <button type="button" class="btn" onClick={() => setDeleting(false)}>
              Keep it
            </button>
            <button
              type="button"
              class="btn danger"
              onClick={() => {
                setDeleting(false);
                void discard();
              }}
            >
              Delete job
            </button>
          </div>
        </Dialog>
      ) : null}
      {asking ? (
        <CancelDialog
          job={job}
          onClose={() => setAsking(false)}
          onCancel={() => {
            setAsking(false);
            void command("cancel");
          }}
        />
      ) : null}
    </div>
  );
}

interface CancelProps {
  job: JobView;
  onClose: () => void;
  onCancel: () => void;
}

/// Asks once, and says what is lost.
function CancelDialog({ job, onClose, onCancel }: CancelProps) {
  const left = job.of ? Math.max(0, job.of - job.done) : 0;
  return (
    <Dialog title="Cancel this job?" onClose={onClose}>
      <p class="sub" style={{ paddingTop: "8px" }}>
        {left > 0 ? `${count(left)} of ${count(job.of)} samples are not settled and will be skipped. ` : ""}
        What is scored stays, and the metrics will cover it. A cancelled job cannot go on.
      </p>
      <div class="actions">
        <button type="button" class="btn" onClick={onClose}>
          Keep running
        </button>
        <button type="button" class="btn danger" onClick={onCancel}>
          Cancel job
        </button>
      </div>
    </Dialog>
  );
}
