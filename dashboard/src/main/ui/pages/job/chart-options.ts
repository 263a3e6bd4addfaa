// uPlot's options for the settling curves, in the theme's colours.

import type uPlot from "uplot";

const DASHED_FROM = 3;

/// A colour token as canvas understands it.
function colour(element: HTMLElement, token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  element.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

/// `rgb(r, g, b)` with an opacity.
const faint = (rgb: string, alpha: number): string =>
  rgb.replace(/^rgb\((.*)\)$/, `rgba($1, ${alpha})`);

export function options(
  element: HTMLElement,
  size: { width: number; height: number },
  slots: readonly number[],
  drawn: () => void,
): uPlot.Options {
  const ink = colour(element, "--ink-3");
  const line = colour(element, "--line");
  const font = `11.5px ${getComputedStyle(element).fontFamily}`;
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  for (const slot of slots) {
    const stroke = colour(element, `--s${slot}`);
    const value = series.length;
    series.push(
      {
        stroke,
        width: 2,
        points: { show: false },
        ...(slot >= DASHED_FROM ? { dash: [7, 3] } : {}),
      },
      { stroke: "transparent", width: 0, points: { show: false } },
      { stroke: "transparent", width: 0, points: { show: false } },
    );
    bands.push({ series: [value + 1, value + 2], fill: faint(stroke, 0.13) });
  }
  const axis: uPlot.Axis = {
    stroke: ink,
    font,
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
  };
  return {
    ...size,
    padding: [8, 16, 0, 0],
    cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
    legend: { show: false },
    scales: { x: { time: false }, y: { range: settledRange } },
    series,
    bands,
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        label: "samples scored",
        labelFont: font,
        labelSize: 18,
        labelGap: 0,
      },
      { ...axis, size: 52 },
    ],
    hooks: { draw: [drawn] },
  };
}

const EARLY = 0.06;

/// The range of what has settled a little: the first samples' wide bands may leave the picture.
/// Shares stay within 0 and 1.
function settledRange(plot: uPlot): [number, number] {
  const [xs, ...columns] = plot.data;
  const from = (xs?.at(-1) ?? 0) * EARLY;
  let low = Infinity;
  let high = -Infinity;
  columns.forEach((column, c) => {
    for (let i = 0; i < column.length; i++) {
      const y = column[i];
      if (y != null && ((xs[i] ?? 0) >= from || (c % 3 === 0 && i === column.length - 1))) {
        low = Math.min(low, y);
        high = Math.max(high, y);
      }
    }
  });
  if (low > high) {
    return [0, 1];
  }
  const room = Math.max((high - low) * 0.06, Math.abs(high) * 0.005, 1e-6);
  const unit = low >= 0 && high <= 1;
  return [unit ? Math.max(0, low - room) : low - room, unit ? Math.min(1, high + room) : high + room];
}

/// Shows new data; does nothing before the plot is there.
export function paint(plot: uPlot | null, columns: (number | null)[][]): void {
  if (plot && plot.series.length === columns.length) {
    plot.setData(columns as uPlot.AlignedData);
  }
}
