// The same as a command line.

import { Copy } from "../../parts/controls.tsx";
import { Panel } from "../../parts/panel.tsx";
import { bodyOf } from "../new.tsx";
import type { Draft } from "../new.tsx";

/// A POSIX shell's single-quoted text.
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

export function curlOf(draft: Draft, origin: string): string {
  return [
    `curl ${origin}/api/jobs`,
    "-H 'content-type: application/json'",
    `--data ${quoted(JSON.stringify(bodyOf(draft)))}`,
  ].join(" \\\n  ");
}

export function CurlPanel({ draft }: { draft: Draft }) {
  const command = curlOf(draft, location.origin);
  return (
    <Panel title="The same with curl" right={<Copy text={command} />}>
      <pre class="code curl" tabIndex={0} role="region" aria-label="Command">
        {command}
      </pre>
    </Panel>
  );
}
