// Which sample is open, in the URL: model~task~sample~epoch.

export interface At {
  model: string;
  task: string;
  sample: string;
  epoch: number;
}

const quoted = (text: string): string => encodeURIComponent(text).replaceAll("~", "%7E");

export const atText = (at: At): string =>
  [at.model, at.task, at.sample].map(quoted).join("~") + `~${at.epoch}`;

/// Reads what `atText` wrote; null for anything else.
export function parseAt(text: string | null): At | null {
  const parts = (text ?? "").split("~");
  if (parts.length !== 4) {
    return null;
  }
  try {
    const [model, task, sample] = parts.slice(0, 3).map(decodeURIComponent);
    const epoch = Number(parts[3]);
    return Number.isInteger(epoch) ? { model: model!, task: task!, sample: sample!, epoch } : null;
  } catch {
    return null;
  }
}
