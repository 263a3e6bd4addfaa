import { SYMBOLS } from "../lib/series.ts";

const PATHS = {
  jobs: "M4 18V6m6 12V10m6 8V4m4 14H2",
  add: "M12 5v14M5 12h14",
  models: "M12 3l8 4.5v9L12 21l-8-4.5v-9zM12 12l8-4.5M12 12v9M12 12L4 7.5",
  theme: "M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5z",
} as const;

export type IconName = keyof typeof PATHS;

/// A line icon; decoration, so hidden from readers of the page.
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/// A model's symbol in its colour.
export function Mark({ slot, size = 11 }: { slot: number; size?: number }) {
  return (
    <svg
      class="mark"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill={`var(--s${slot})`}
      aria-hidden="true"
    >
      <path d={SYMBOLS[slot] ?? SYMBOLS[6]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <path
        d="M5 16l4-5 4 3 6-8"
        stroke="var(--accent-ink)"
        stroke-width="2.2"
        fill="none"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
