// Every view is a URL. Filters replace the history entry, opening something adds one.

import { useEffect, useState } from "preact/hooks";

export interface Place {
  path: string;
  query: URLSearchParams;
}

const listeners = new Set<() => void>();

const here = (): Place => ({
  path: location.pathname.replace(/\/+$/, "") || "/",
  query: new URLSearchParams(location.search),
});

function moved(): void {
  listeners.forEach((listener) => listener());
}

/// Goes to an address within the dashboard.
export function go(to: string, replace = false): void {
  if (to === location.pathname + location.search) {
    return;
  }
  const before = location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", to);
  if (location.pathname !== before) {
    scrollTo(0, 0);
  }
  moved();
}

/// This page's address with some of its query's values changed; null and "" remove one.
export function withQuery(changes: Record<string, string | string[] | null>): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one) {
        query.append(name, one);
      }
    }
  }
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/// Sets filters: the same page, no new history entry.
export function filter(changes: Record<string, string | string[] | null>): void {
  go(withQuery(changes), true);
}

export function usePlace(): Place {
  const [place, set] = useState(here);
  useEffect(() => {
    const listener = () => set(here());
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return place;
}

/// Lets plain clicks on links of this dashboard change the page without loading it anew.
export function startRouter(): void {
  addEventListener("popstate", moved);
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) {
      return;
    }
    const url = new URL(link.href, location.href);
    if (url.origin === location.origin && !/^\/(api|q)\//.test(url.pathname) && !url.hash) {
      event.preventDefault();
      go(url.pathname + url.search);
    }
  });
}

/// The parts of a path that matches a pattern such as `/jobs/:id`; null if it does not.
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const found = path.split("/");
  if (wanted.length !== found.length) {
    return null;
  }
  const parts: Record<string, string> = {};
  for (let i = 0; i < wanted.length; i++) {
    const part = wanted[i]!;
    if (part.startsWith(":")) {
      parts[part.slice(1)] = decodeURIComponent(found[i]!);
    } else if (part !== found[i]) {
      return null;
    }
  }
  return parts;
}
