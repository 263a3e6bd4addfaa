// Keyboard: single keys, and `g` followed by a letter. Off while typing.

import { useEffect, useRef } from "preact/hooks";

export type Keys = Record<string, (event: KeyboardEvent) => void>;

const SEQUENCE = 900;

function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  const tag = element?.tagName ?? "";
  const kind = (element as HTMLInputElement | null)?.type ?? "";
  return /^(TEXTAREA|SELECT)$/.test(tag) || (tag === "INPUT" && kind !== "checkbox");
}

/// Handles keys while the component is there. Names are `event.key`, sequences `g j`.
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let before = { key: "", at: 0 };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
        return;
      }
      if (document.querySelector("dialog[open]")) {
        return;
      }
      const sequence = Date.now() - before.at < SEQUENCE ? `${before.key} ${event.key}` : "";
      before = { key: event.key, at: Date.now() };
      const handler = latest.current[sequence] ?? latest.current[event.key];
      if (handler && (latest.current[sequence] || !sequence.startsWith("g "))) {
        event.preventDefault();
        handler(event);
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
