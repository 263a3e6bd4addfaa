// A model keeps its colour and symbol on all pages: by the hash of its id, then the next free one.

export const SLOTS = 6;
export const GREY = 6;

/// Path of each slot's symbol in a 12 by 12 box: disc, square, triangle, diamond, triangle down, cross.
export const SYMBOLS = [
  "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z",
  "M1.5 1.5h9v9h-9z",
  "M6 .8 11.4 10.6H.6z",
  "M6 0 12 6 6 12 0 6z",
  "M6 11.2.6 1.4h10.8z",
  "M4.2 0h3.6v4.2H12v3.6H7.8V12H4.2V7.8H0V4.2h4.2z",
  "M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
] as const;

export function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  }
  return h >>> 0;
}

/// The slot of each model: 0 to 5, or grey where more than six are shown together.
export function slots(models: readonly string[]): Map<string, number> {
  const taken = new Map<string, number>();
  const free = new Set(Array.from({ length: SLOTS }, (_, i) => i));
  for (const model of models) {
    const wanted = hash(model) % SLOTS;
    let slot = GREY;
    for (let step = 0; step < SLOTS && slot === GREY; step++) {
      const candidate = (wanted + step) % SLOTS;
      if (free.has(candidate)) {
        slot = candidate;
      }
    }
    free.delete(slot);
    taken.set(model, slot);
  }
  return taken;
}

/// The step, 0 to 5, of the heat scale for a metric's value; null where it has no natural scale.
export function heatStep(value: number, higherIsBetter: boolean): number | null {
  const unit = value >= 0 && value <= 1 ? value : value >= 0 && value <= 100 ? value / 100 : null;
  if (unit === null) {
    return null;
  }
  const good = higherIsBetter ? unit : 1 - unit;
  return Math.min(5, Math.floor(good * 6));
}
