import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface SegProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, ComponentChildren])[];
  onPick: (value: T) => void;
}

/// One of a few choices.
export function Seg<T extends string>({ label, value, options, onPick }: SegProps<T>) {
  return (
    <div class="seg" role="group" aria-label={label}>
      {options.map(([key, text]) => (
        <button type="button" key={key} aria-pressed={key === value} onClick={() => onPick(key)}>
          {text}
        </button>
      ))}
    </div>
  );
}

/// The text of a field that is being typed in, and what takes the next; `done` hears of it a moment
/// after the last key. What is being typed outlives the drawing of the page around it.
export function useTyped(
  value: string,
  done: (text: string) => void,
): [string, (next: string) => void] {
  const [text, set] = useState(value);
  const timer = useRef(0);
  useEffect(() => set(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (next: string) => {
    set(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => done(next.trim()), 200);
  };
  return [text, type];
}

interface FindProps {
  label: string;
  value: string;
  onFind: (text: string) => void;
}

/// A search field. The key `/` goes to it.
export function Find({ label, value, onFind }: FindProps) {
  const [text, type] = useTyped(value, onFind);
  return (
    <input
      class="in find"
      type="search"
      data-find
      aria-label={label}
      placeholder={label}
      value={text}
      onInput={(event) => type(event.currentTarget.value)}
    />
  );
}

interface CopyProps {
  text: string;
  label?: string;
}

/// Copies a text; says so.
export function Copy({ text, label = "Copy" }: CopyProps) {
  const [copied, set] = useState(false);
  useEffect(() => {
    if (!copied) {
      return;
    }
    const timer = setTimeout(() => set(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      class="btn g sm"
      onClick={() => void navigator.clipboard?.writeText(text).then(() => set(true))}
    >
      {copied ? "Copied" : label}
    </button>
  );
}

interface BarProps {
  label: string;
  done: number;
  failed?: number;
  of?: number | null;
}

/// Progress, with the failed part in its own colour.
export function Bar({ label, done, failed = 0, of }: BarProps) {
  const whole = of && of > 0 ? of : 0;
  const width = (n: number) => `${whole ? Math.min(100, (100 * n) / whole) : 0}%`;
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={whole ? Math.floor((100 * done) / whole) : 0}
    >
      <span style={{ width: width(Math.max(0, done - failed)) }} />
      <span class="f" style={{ width: width(failed) }} />
    </div>
  );
}
