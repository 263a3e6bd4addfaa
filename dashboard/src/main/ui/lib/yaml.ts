// Colours for YAML and JSON, line by line: keys, texts, numbers, comments. Good enough to read by;
// nothing is parsed.

export interface Token {
  kind: "key" | "text" | "number" | "word" | "comment" | "mark" | "plain";
  text: string;
}

const RULES: [Token["kind"], RegExp][] = [
  ["comment", /^#.*/],
  ["key", /^(?:"(?:[^"\\]|\\.)*"|[A-Za-z_$][\w.$@/-]*)(?=\s*:(?:\s|$))/],
  ["text", /^"(?:[^"\\]|\\.)*"?|^'(?:[^']|'')*'?/],
  ["mark", /^(?:\{\{.*?\}\}|\$\{[^}]*\})/],
  ["number", /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.-])/],
  ["word", /^(?:true|false|null|yes|no)\b/],
  ["plain", /^[\w./@-]+/],
];

/// The tokens of one line; their texts put together are the line.
export function tokens(line: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const [kind, text] = next(line.slice(0, at), line.slice(at));
    const last = found.at(-1);
    if (last?.kind === "plain" && kind === "plain") {
      last.text += text;
    } else {
      found.push({ kind, text });
    }
    at += text.length;
  }
  return found;
}

/// Whether a key or a value begins after this, rather than that a plain text goes on.
function begins(before: string): boolean {
  const flow = /[[{]/.test(before);
  return /^\s*$|(?:^\s*-|:)\s+$/.test(before) || (flow && /[[{,]\s*$/.test(before));
}

function next(before: string, rest: string): [Token["kind"], string] {
  const start = begins(before);
  for (const [kind, rule] of RULES) {
    const comment = kind === "comment" && /^$|\s$/.test(before);
    if (start || comment || kind === "mark" || kind === "plain") {
      const match = rule.exec(rest);
      if (match) {
        return [kind, match[0]];
      }
    }
  }
  return ["plain", rest[0]!];
}
