// The frame around every page: rail, crumbs, stream state, keys.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Dialog } from "./dialog.tsx";
import { Seg } from "./controls.tsx";
import { Icon, Logo } from "./icons.tsx";
import type { IconName } from "./icons.tsx";
import { useKeys } from "../lib/keys.ts";
import { lastEventAt, useHealth } from "../lib/live.ts";
import { useClock } from "../lib/load.ts";
import { go, usePlace } from "../lib/route.ts";
import { isDark, setTheme, theme } from "../lib/theme.ts";
import type { Theme } from "../lib/theme.ts";

export interface Crumb {
  name: string;
  to?: string;
}

const NAV: { to: string; name: string; icon: IconName; key: string }[] = [
  { to: "/jobs", name: "Jobs", icon: "jobs", key: "g j" },
  { to: "/jobs/new", name: "New job", icon: "add", key: "n" },
  { to: "/models", name: "Models", icon: "models", key: "g m" },
];

function current(path: string, to: string): boolean {
  if (to === "/jobs") {
    return path === "/" || (path.startsWith("/jobs") && path !== "/jobs/new");
  }
  return path === to || path.startsWith(`${to}/`);
}

function Rail() {
  const { path } = usePlace();
  const [now, set] = useState(theme());
  const pick = (next: Theme) => {
    setTheme(next);
    set(next);
  };
  const flip = () => pick(isDark() ? "light" : "dark");
  useKeys({ t: flip });
  return (
    <nav class="rail" aria-label="Main">
      <a class="brand" href="/" aria-label="Assay, all jobs">
        <Logo />
        <span>Assay</span>
      </a>
      <ul class="nav">
        {NAV.map((item) => (
          <li key={item.to}>
            <a
              href={item.to}
              aria-current={current(path, item.to) ? "page" : undefined}
              aria-label={item.name}
              title={`${item.name} (${item.key})`}
            >
              <Icon name={item.icon} />
              <span>{item.name}</span>
            </a>
          </li>
        ))}
      </ul>
      <div class="foot">
        <div class="theme-long">
          <Seg
            label="Theme"
            value={now}
            options={[
              ["system", "System"],
              ["light", "Light"],
              ["dark", "Dark"],
            ]}
            onPick={pick}
          />
        </div>
        <button type="button" class="btn g theme-short" aria-label="Switch theme" onClick={flip}>
          <Icon name="theme" />
        </button>
        <span class="hint">
          Press <kbd>?</kbd> for keys
        </span>
      </div>
    </nav>
  );
}

const SAID = { none: "", connecting: "Connecting", live: "Live", lost: "Connection lost" } as const;

function LiveState() {
  const health = useHealth();
  const now = useClock(health.connection === "lost");
  if (health.connection === "none") {
    return null;
  }
  const since = Math.max(0, Math.round((now - lastEventAt()) / 1000));
  const lost = health.connection === "lost" && lastEventAt() > 0;
  return (
    <div class="live">
      <span
        class={`dot is-${health.connection}${health.connection === "live" ? " pulse" : ""}`}
        aria-hidden="true"
      />
      <span role="status">{SAID[health.connection]}</span>
      {lost ? <span class="muted num">{since} s old</span> : null}
    </div>
  );
}

function KeyHelp({ onClose }: { onClose: () => void }) {
  const keys: [ComponentChildren, string][] = [
    [<kbd>/</kbd>, "Search in this page"],
    [
      <>
        <kbd>g</kbd> then <kbd>j</kbd> <kbd>m</kbd>
      </>,
      "Go to jobs, models",
    ],
    [<kbd>n</kbd>, "New job"],
    [
      <>
        <kbd>j</kbd> <kbd>k</kbd>
      </>,
      "Next, previous row or sample",
    ],
    [
      <>
        <kbd>Enter</kbd> <kbd>Esc</kbd>
      </>,
      "Open, close",
    ],
    [<kbd>h</kbd>, "Hold updates of a job page, go on"],
    [<kbd>t</kbd>, "Light, dark"],
  ];
  return (
    <Dialog title="Keys" onClose={onClose}>
      <div class="keys">
        {keys.map(([key, what]) => (
          <>
            <span>{key}</span>
            <span>{what}</span>
          </>
        ))}
      </div>
      <form method="dialog" class="actions">
        <button class="btn">Close</button>
      </form>
    </Dialog>
  );
}

/// The frame. `crumbs` also make the page's title.
export function Frame({ crumbs, children }: { crumbs: Crumb[]; children: ComponentChildren }) {
  const [help, setHelp] = useState(false);
  const title = crumbs.map((crumb) => crumb.name).reverse().join(" · ");
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
  useKeys({
    "?": () => setHelp(true),
    n: () => go("/jobs/new"),
    "g j": () => go("/jobs"),
    "g m": () => go("/models"),
    "/": () => document.querySelector<HTMLInputElement>("[data-find]")?.focus(),
  });
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <div class="app">
        <Rail />
        <main id="main" tabIndex={-1}>
          <div class="top">
            <nav aria-label="Where you are" style={{ minWidth: 0 }}>
              <ol class="crumb">
                {crumbs.map((crumb, i) => (
                  <li key={crumb.name}>
                    {crumb.to ? <a href={crumb.to}>{crumb.name}</a> : <span>{crumb.name}</span>}
                    {i < crumbs.length - 1 ? <span aria-hidden="true">/</span> : null}
                  </li>
                ))}
              </ol>
            </nav>
            <div class="grow" />
            <LiveState />
          </div>
          {children}
        </main>
      </div>
      {help ? <KeyHelp onClose={() => setHelp(false)} /> : null}
    </>
  );
}
