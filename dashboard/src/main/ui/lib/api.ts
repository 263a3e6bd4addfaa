// Calls to the server. Every failure becomes an ApiError that says what a person can do about it.

import type { Problem } from "./types.ts";

export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly problems: Problem[] = [],
    readonly requestId: string | null = null,
  ) {
    super(message);
  }
}

export type Query = Record<string, string | number | string[] | undefined | null>;

/// `path` with the query's set values; empty ones are left out.
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) {
      if (one !== undefined && one !== null && one !== "") {
        params.append(name, String(one));
      }
    }
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

async function call<T>(url: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") {
      throw cause;
    }
    throw new ApiError("The server cannot be reached. Is it still running?", 0);
  }
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) {
    throw failure(response, body);
  }
  return body as T;
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function failure(response: Response, body: unknown): ApiError {
  const said = body as { error?: string; problems?: Problem[]; details?: string } | null;
  const message =
    said?.error ??
    (said?.problems?.length
      ? "The document has problems."
      : `The server answered ${response.status} ${response.statusText}`.trim() + ".");
  return new ApiError(message, response.status, said?.problems, response.headers.get("x-request-id"));
}

export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return call<T>(address(path, query), { headers: { accept: "application/json" }, signal });
}

export function remove(path: string): Promise<unknown> {
  return call(path, { method: "DELETE" });
}

export function post<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return call<T>(path, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  });
}
