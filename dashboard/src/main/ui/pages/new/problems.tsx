import type { Problem } from "../../lib/types.ts";

interface ProblemsProps {
  problems: Problem[];
  onJump: (line: number) => void;
}

/// Every problem with its line, its reason and what may be meant.
export function ProblemList({ problems, onJump }: ProblemsProps) {
  if (problems.length === 0) {
    return null;
  }
  return (
    <ul class="problems">
      {problems.map((problem, i) => (
        <li key={i}>
          <button type="button" class="problem" onClick={() => onJump(problem.line ?? 1)}>
            <span class="where num">{problem.line ? `Line ${problem.line}` : "Document"}</span>
            <span>
              {problem.message}
              {problem.suggestion ? <span class="hint">{problem.suggestion}</span> : null}
              {problem.path ? <span class="mono path">{problem.path}</span> : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
