// Light, dark, or what the system says. Remembered.

export type Theme = "system" | "light" | "dark";

const KEY = "assay.theme";
const watchers = new Set<() => void>();

export function theme(): Theme {
  const saved = localStorage.getItem(KEY);
  return saved === "light" || saved === "dark" ? saved : "system";
}

export function setTheme(next: Theme): void {
  if (next === "system") {
    localStorage.removeItem(KEY);
  } else {
    localStorage.setItem(KEY, next);
  }
  applyTheme();
}

/// Puts the theme on the page; charts, which paint on canvas, are told.
export function applyTheme(): void {
  const now = theme();
  if (now === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = now;
  }
  watchers.forEach((watch) => watch());
}

export function isDark(): boolean {
  const now = theme();
  return now === "dark" || (now === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/// Calls `watch` after each change of theme; returns how to stop that.
export function onTheme(watch: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  watchers.add(watch);
  system.addEventListener("change", watch);
  return () => {
    watchers.delete(watch);
    system.removeEventListener("change", watch);
  };
}
