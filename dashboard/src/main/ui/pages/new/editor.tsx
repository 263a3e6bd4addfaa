// A small editor: a text area over its own coloured copy, so that the browser does the editing and
// the copy shows lines, colours and problems where they are.

import { useMemo, useRef } from "preact/hooks";
import type { MutableRef } from "preact/hooks";
import { tokens } from "../../lib/yaml.ts";
import type { Problem } from "../../lib/types.ts";

const LINE = 21;

interface EditorProps {
  text: string;
  problems: Problem[];
  onText: (text: string) => void;
  /// Filled with what moves the caret to a line.
  jump: MutableRef<(line: number) => void>;
}

export function Editor({ text, problems, onText, jump }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.split("\n"), [text]);
  const byLine = useMemo(() => {
    const found = new Map<number, Problem>();
    problems.forEach((p) => {
      const line = Math.min(lines.length, Math.max(1, p.line ?? 1));
      found.set(line, found.get(line) ?? p);
    });
    return found;
  }, [problems, lines.length]);
  jump.current = (line) => {
    const start = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    if (box.current) {
      box.current.scrollTop = Math.max(0, (line - 4) * LINE);
    }
  };
  return (
    <div class="editor" ref={box}>
      <ol class="gutter" aria-hidden="true">
        {lines.map((_, i) => (
          <li key={i} class={byLine.has(i + 1) ? "wrong" : undefined} title={byLine.get(i + 1)?.message}>
            {i + 1}
          </li>
        ))}
      </ol>
      <div class="page">
        <pre class="copy" aria-hidden="true">
          {lines.map((line, i) => (
            <CopyLine key={i} line={line} problem={byLine.get(i + 1)} />
          ))}
        </pre>
        <textarea
          ref={area}
          aria-label="Job document"
          aria-invalid={problems.length > 0}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          wrap="off"
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => indent(event, onText)}
        />
      </div>
    </div>
  );
}

function CopyLine({ line, problem }: { line: string; problem: Problem | undefined }) {
  return (
    <span class={problem ? "row wrong" : "row"}>
      <Coloured line={line} />
      {problem ? (
        <span class="lens">
          ✕ {problem.message}
          {problem.suggestion ? `, ${problem.suggestion}` : ""}
        </span>
      ) : null}
      {"\n"}
    </span>
  );
}

function Coloured({ line }: { line: string }) {
  const parts = useMemo(() => tokens(line), [line]);
  return (
    <>
      {parts.map((token, i) =>
        token.kind === "plain" ? (
          token.text
        ) : (
          <span key={i} class={`t-${token.kind}`}>
            {token.text}
          </span>
        ),
      )}
    </>
  );
}

/// A document to read, with line numbers and colours.
export function Highlighted({ text, label }: { text: string; label: string }) {
  const lines = text.replace(/\n$/, "").split("\n");
  return (
    <div class="editor read" tabIndex={0} role="region" aria-label={label}>
      <ol class="gutter" aria-hidden="true">
        {lines.map((_, i) => (
          <li key={i}>{i + 1}</li>
        ))}
      </ol>
      <div class="page">
        <pre class="copy">
          {lines.map((line, i) => (
            <CopyLine key={i} line={line} problem={undefined} />
          ))}
        </pre>
      </div>
    </div>
  );
}

/// Enter keeps the indentation. Tab stays what it is everywhere: on to the next control.
function indent(event: KeyboardEvent, onText: (text: string) => void): void {
  const area = event.currentTarget as HTMLTextAreaElement;
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) {
    return;
  }
  const before = area.value.slice(0, area.selectionStart);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const spaces = /^ */.exec(line)![0] + (/:\s*$/.test(line) ? "  " : "");
  if (spaces) {
    event.preventDefault();
    area.setRangeText(`\n${spaces}`, area.selectionStart, area.selectionEnd, "end");
    onText(area.value);
  }
}
