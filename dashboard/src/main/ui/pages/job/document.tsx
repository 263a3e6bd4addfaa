import type { JobView } from "../../lib/types.ts";
import { Copy } from "../../parts/controls.tsx";
import { Blank, Panel } from "../../parts/panel.tsx";
import { Highlighted } from "../new/editor.tsx";

/// The document that was submitted.
export function DocumentTab({ job }: { job: JobView }) {
  const source = job.source ?? "";
  return (
    <Panel
      title="Job document"
      note="as it was submitted"
      right={
        <>
          <Copy text={source} />
          <a class="btn sm" href={`/jobs/new?from=${encodeURIComponent(job.jobId)}`}>
            Edit a copy
          </a>
        </>
      }
    >
      {source ? <Highlighted text={source} label="Text of the document" /> : <Blank title="The document was not kept" />}
    </Panel>
  );
}
