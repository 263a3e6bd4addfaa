// Values for the document's parameters, and the folder that its relative paths start from.

import { Panel } from "../../parts/panel.tsx";
import type { Draft } from "../new.tsx";

/// Names under the top-level key `parameters`, with their defaults as text: `data: folder`, or a
/// mapping with `default`.
export function parametersOf(document: string): Map<string, string> {
  const found = new Map<string, string>();
  let inside = false;
  let depth = 0;
  let name = "";
  for (const line of document.split("\n")) {
    if (/^\S/.test(line)) {
      inside = /^parameters:\s*$/.test(line);
      depth = 0;
      continue;
    }
    const entry = inside ? /^( +)([\w.-]+):\s*(.*?)\s*(?:#.*)?$/.exec(line) : null;
    if (!entry) {
      continue;
    }
    depth ||= entry[1]!.length;
    if (entry[1]!.length === depth) {
      name = entry[2]!;
      found.set(name, defaultOf(entry[3]!));
    } else if (entry[2] === "default") {
      found.set(name, entry[3]!);
    }
  }
  return found;
}

/// A short value itself, or the `default` of a mapping in braces.
function defaultOf(value: string): string {
  return value.startsWith("{") ? (/[{,]\s*default:\s*([^,}]*)/.exec(value)?.[1]?.trim() ?? "") : value;
}

interface ParametersProps {
  names: Map<string, string>;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

export function Parameters({ names, draft, onChange }: ParametersProps) {
  const all = [...new Set([...names.keys(), ...Object.keys(draft.parameters).filter((n) => draft.parameters[n])])];
  const set = (name: string, value: string) =>
    onChange({ parameters: { ...draft.parameters, [name]: value } });
  return (
    <Panel title="Parameters" note={all.length === 0 ? "this document has none" : undefined}>
      <div class="stack tight">
        {all.map((name) => (
          <div class="field" key={name}>
            <label for={`p-${name}`}>{name}</label>
            <input
              class="in mono"
              id={`p-${name}`}
              value={draft.parameters[name] ?? ""}
              placeholder={names.get(name) || "required"}
              onInput={(event) => set(name, event.currentTarget.value)}
            />
          </div>
        ))}
        <div class="field">
          <label for="base">Folder of relative paths</label>
          <input
            class="in mono"
            id="base"
            value={draft.baseDir}
            placeholder="the server's data folder"
            aria-describedby="base-hint"
            onInput={(event) => onChange({ baseDir: event.currentTarget.value })}
          />
          <span class="hint" id="base-hint">
            An absolute path on the server.
          </span>
        </div>
      </div>
    </Panel>
  );
}
