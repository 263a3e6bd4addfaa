// The part of a long list that is in view.

export interface Range {
  first: number;
  end: number;
}

/// Rows `first` to `end` (exclusive) that must be in the page, with `spare` rows around the view.
export function visibleRange(
  scrollTop: number,
  height: number,
  rowHeight: number,
  total: number,
  spare = 6,
): Range {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare);
  const end = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + spare);
  return { first: Math.min(first, Math.max(0, total - 1)), end };
}

/// Numbers of the pages of `size` rows that hold a range.
export function pagesOf(range: Range, size: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(range.first / size); page * size < range.end; page++) {
    pages.push(page);
  }
  return pages;
}
