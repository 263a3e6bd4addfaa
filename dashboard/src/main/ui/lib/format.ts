// Numbers and times as people read them. Nothing measured is an em dash, never 0.

const GROUPED = new Intl.NumberFormat("en-GB");
const NONE = "–";

type Maybe = number | null | undefined;

const known = (x: Maybe): x is number => typeof x === "number" && Number.isFinite(x);

export const count = (x: Maybe): string => (known(x) ? GROUPED.format(Math.round(x)) : NONE);

/// A metric's value: four decimals for what lies within a few units, two for what does not.
export function score(x: Maybe): string {
  return known(x) ? x.toFixed(Math.abs(x) < 10 ? 4 : 2) : NONE;
}

/// Half the width of an interval, with the decimals of its value.
export function half(value: Maybe, low: Maybe, high: Maybe): string {
  if (!known(value) || !known(low) || !known(high)) {
    return "";
  }
  return `± ${((high - low) / 2).toFixed(Math.abs(value) < 10 ? 4 : 2)}`;
}

/// Both ends of an interval.
export function interval(low: Maybe, high: Maybe): string {
  return known(low) && known(high) ? `${score(low)} to ${score(high)}` : "no interval yet";
}

export function rate(x: Maybe): string {
  if (!known(x)) {
    return NONE;
  }
  return x >= 100 ? count(x) : x.toFixed(1);
}

export function percent(part: number, whole: Maybe): string {
  if (!known(whole) || whole <= 0) {
    return NONE;
  }
  const hundredths = (100 * part) / whole;
  return `${hundredths > 0 && hundredths < 1 ? hundredths.toFixed(1) : Math.floor(hundredths)}%`;
}

export const share = (part: number, whole: Maybe): number =>
  known(whole) && whole > 0 ? Math.min(1, part / whole) : 0;

/// 0:07, 4:36, 2:05:00.
export function duration(seconds: Maybe): string {
  if (!known(seconds)) {
    return NONE;
  }
  const s = Math.max(0, Math.round(seconds));
  const two = (x: number) => String(x).padStart(2, "0");
  const hours = Math.floor(s / 3600);
  const minutes = Math.floor(s / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(s % 60)}` : `${minutes}:${two(s % 60)}`;
}

/// Milliseconds with a unit that fits.
export function millis(ms: Maybe): string {
  if (!known(ms)) {
    return NONE;
  }
  if (ms < 1) {
    return `${ms.toFixed(2)} ms`;
  }
  if (ms < 1000) {
    return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
  }
  return ms < 60_000 ? `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s` : duration(ms / 1000);
}

export function clock(at: string | null | undefined): string {
  return at ? new Date(at).toLocaleTimeString("en-GB") : NONE;
}

/// The time today, the date before.
export function when(at: string | null | undefined, now = new Date()): string {
  if (!at) {
    return NONE;
  }
  const date = new Date(at);
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return date.toDateString() === now.toDateString()
    ? time
    : `${date.toLocaleDateString("en-GB", { day: "numeric", month: "short" })} ${time}`;
}

export function dollars(x: Maybe): string {
  if (!known(x)) {
    return NONE;
  }
  return `$${x < 0.1 && x > 0 ? x.toFixed(4) : x.toFixed(2)}`;
}

/// 1.3 B, 560 M.
export function magnitude(x: Maybe): string {
  if (!known(x)) {
    return NONE;
  }
  const steps: [number, string][] = [
    [1e12, "T"],
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "k"],
  ];
  const [unit, name] = steps.find(([size]) => x >= size) ?? [1, ""];
  const scaled = x / unit;
  return `${scaled >= 100 ? Math.round(scaled) : Number(scaled.toFixed(1))} ${name}`.trim();
}

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;
