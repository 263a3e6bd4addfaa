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
  let rest = line;
  while (rest) {
    const [kind, text] = first(rest, found.length === 0 || /[\s[{,(-]$/.test(line.slice(0, -rest.length)));
    const last = found.at(-1);
    if (last?.kind === "plain" && kind === "plain") {
      last.text += text;
    } else {
      found.push({ kind, text });
    }
    rest = rest.slice(text.length);
  }
  return found;
}

function first(rest: string, atStart: boolean): [Token["kind"], string] {
  for (const [kind, rule] of RULES) {
    const match = atStart || kind === "mark" ? rule.exec(rest) : null;
    if (match) {
      return [kind, match[0]];
    }
  }
  return ["plain", rest[0]!];
}
