// The chart's code comes with the first chart, not with the first page.

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { JobView } from "../../lib/types.ts";
import { Loading, Panel } from "../../parts/panel.tsx";
import type { LiveJob } from "./live-job.ts";

export interface ChartProps {
  job: JobView;
  live: LiveJob;
}

let loaded: ComponentType<ChartProps> | null = null;

export function lazyChart(): ComponentType<ChartProps> {
  return function Chart(props: ChartProps) {
    const [, draw] = useState(0);
    useEffect(() => {
      if (!loaded) {
        void import("./chart.tsx").then((module) => {
          loaded = module.SettlingChart;
          draw((n) => n + 1);
        });
      }
    }, []);
    const There = loaded;
    return There ? (
      <There {...props} />
    ) : (
      <Panel title="How the metrics settle">
        <Loading />
      </Panel>
    );
  };
}
