// One sample: prompt, output, target, scores with their reasons, timing. All of it is text: nothing
// that a model said becomes markup.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { get } from "../../lib/api.ts";
import type { At } from "../../lib/at.ts";
import { clock, count, dollars, millis, score } from "../../lib/format.ts";
import { useLoad } from "../../lib/load.ts";
import type { Sample, SampleMeta, SampleScore } from "../../lib/types.ts";
import { Copy } from "../../parts/controls.tsx";
import { LoadingOr } from "../../parts/panel.tsx";
import { SampleStatus } from "../../parts/state.tsx";
import { BlobView, Differences, MediaPrompt, mediumOf } from "./media.tsx";

const FOLD = 20_000;

interface DetailProps {
  jobId: string;
  at: At;
  onClose: () => void;
  onMove: ((by: number) => void) | undefined;
}

export function SampleDetail({ jobId, at, onClose, onMove }: DetailProps) {
  const loaded = useLoad(JSON.stringify(at), (signal) =>
    get<Sample>(`/api/jobs/${encodeURIComponent(jobId)}/sample`, { ...at }, signal),
  );
  return (
    <section class="panel detail" aria-label={`Sample ${at.sample}`}>
      <header>
        <h2 class="mono">{at.sample}</h2>
        <span class="muted small">
          {at.model}, {at.task}
          {at.epoch > 1 ? `, epoch ${at.epoch}` : ""}
        </span>
        <div class="right">
          {onMove ? (
            <>
              <button type="button" class="btn g sm" aria-label="Previous sample" onClick={() => onMove(-1)}>
                ↑
              </button>
              <button type="button" class="btn g sm" aria-label="Next sample" onClick={() => onMove(1)}>
                ↓
              </button>
            </>
          ) : null}
          <button type="button" class="btn sm" onClick={onClose}>
            Close
          </button>
        </div>
      </header>
      <LoadingOr what="This sample" loaded={loaded} lines={6}>
        {(sample) => <Parts jobId={jobId} sample={sample} />}
      </LoadingOr>
    </section>
  );
}

function Parts({ jobId, sample }: { jobId: string; sample: Sample }) {
  const meta = sample.detail ?? {};
  const target = mediumOf(sample.target);
  return (
    <div class="body stack parts">
      <Part title="Prompt">
        <PromptView jobId={jobId} sample={sample} />
      </Part>
      <Part
        title="Output"
        right={
          <>
            <SampleStatus status={sample.status} />
            {sample.output ? <Copy text={sample.output} /> : null}
          </>
        }
      >
        {meta.images?.length ? (
          <div class="media">
            {meta.images.map((image, i) => (
              <BlobView jobId={jobId} blob={image} name={`image ${i + 1}`} key={i} />
            ))}
          </div>
        ) : meta.vectors?.length ? (
          <Vectors meta={meta} />
        ) : sample.output != null ? (
          <Text text={sample.output} length={sample.outputLength} />
        ) : null}
        {sample.reason ? <p class="sub reason">{sample.reason}</p> : null}
      </Part>
      {sample.target != null ? (
        <Part title="Target">
          {target ? (
            <BlobView jobId={jobId} blob={target.blob} name={target.file} />
          ) : (
            <Text text={asText(sample.target)} />
          )}
        </Part>
      ) : null}
      {target && meta.images?.[0] && meta.taskType === "image-editing" ? (
        <Part title="Differences">
          <Differences jobId={jobId} made={meta.images[0]} expected={target.blob} key={meta.images[0].sha256} />
        </Part>
      ) : null}
      <Part title="Scores">
        <Scores scores={sample.scores ?? []} />
      </Part>
      <Part title="Timing">
        <Timing sample={sample} meta={meta} />
      </Part>
      <details>
        <summary>All fields</summary>
        <pre class="code">{JSON.stringify(sample, null, 2)}</pre>
      </details>
    </div>
  );
}

interface PartProps {
  title: string;
  right?: ComponentChildren;
  children: ComponentChildren;
}

function Part({ title, right, children }: PartProps) {
  return (
    <section>
      <div class="part-head">
        <h3>{title}</h3>
        {right ? <span class="right">{right}</span> : null}
      </div>
      {children}
    </section>
  );
}

const asText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value, null, 2);

/// A text, folded where it is very long.
function Text({ text, length = text.length }: { text: string; length?: number }) {
  const [whole, setWhole] = useState(false);
  const folded = !whole && text.length > FOLD;
  return (
    <>
      <div class="said">{text === "" ? <span class="muted">(empty)</span> : folded ? text.slice(0, FOLD) : text}</div>
      {folded ? (
        <button type="button" class="btn g sm" onClick={() => setWhole(true)}>
          Show all {count(length)} characters
        </button>
      ) : null}
      {length > text.length + 1 ? (
        <p class="tiny muted">The first part of {count(length)} characters is kept here.</p>
      ) : null}
    </>
  );
}

function PromptView({ jobId, sample }: { jobId: string; sample: Sample }) {
  const messages = sample.prompt?.messages;
  const texts = sample.prompt?.texts;
  if (messages?.length) {
    return (
      <div class="turns">
        {messages.map((message, i) => (
          <div class={`turn ${message.role}`} key={i}>
            <span class="role">{message.role}</span>
            <Text text={message.content} />
          </div>
        ))}
      </div>
    );
  }
  if (texts?.length) {
    return (
      <div class="turns">
        {texts.map((text, i) => (
          <div class="turn" key={i}>
            <span class="role">
              {sample.prompt?.kind ?? "text"} {texts.length > 1 ? i + 1 : ""}
            </span>
            <Text text={text} />
          </div>
        ))}
      </div>
    );
  }
  const asked = sample.prompt;
  if (asked?.audio || asked?.image) {
    return (
      <>
        <MediaPrompt jobId={jobId} prompt={asked} />
        {asked.prompt ? <Text text={asked.prompt} /> : null}
      </>
    );
  }
  return <Text text={asked?.prompt ?? asText(sample.input ?? "")} length={sample.inputLength} />;
}

/// What a person can read of vectors: how many, how long, how they begin.
function Vectors({ meta }: { meta: SampleMeta }) {
  return (
    <div class="scroll">
      <table class="small">
        <thead>
          <tr>
            <th scope="col">Vector</th>
            <th scope="col" class="n">
              Dimensions
            </th>
            <th scope="col">Begins</th>
          </tr>
        </thead>
        <tbody>
          {meta.vectors?.map((vector, i) => (
            <tr key={i}>
              <td class="num">{i + 1}</td>
              <td class="n">{count(vector.dimensions)}</td>
              <td class="mono">{vector.first.map((x) => x.toFixed(4)).join("  ")} …</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Scores({ scores }: { scores: SampleScore[] }) {
  if (scores.length === 0) {
    return <p class="sub small">No score.</p>;
  }
  return (
    <div class="scroll">
      <table class="small">
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col" class="n">
              Score
            </th>
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {scores.map((one) => (
            <tr key={one.name}>
              <th scope="row">{one.name}</th>
              <td class="n">
                <b>{one.value == null ? "over all samples" : score(one.value)}</b>
              </td>
              <td class="why">{one.explanation ?? <span class="muted">–</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Timing({ sample, meta }: { sample: Sample; meta: SampleMeta }) {
  const timing = meta.timing ?? {};
  const facts: [string, string | null | undefined][] = [
    ["Call", millis(timing.call)],
    ["First token", timing.firstToken == null ? null : millis(timing.firstToken)],
    ["Waited in queue", millis(timing.queueWait)],
    ["Waited for a place", millis(timing.limitWait)],
    ["Attempts", meta.attempts == null ? null : count(meta.attempts)],
    ["Deliveries", meta.deliveryCount == null ? null : count(meta.deliveryCount)],
    ["Tokens in", meta.usage?.inputTokens == null ? null : count(meta.usage.inputTokens)],
    ["Tokens out", meta.usage?.outputTokens == null ? null : count(meta.usage.outputTokens)],
    ["Cost", meta.usage?.cost == null ? null : dollars(meta.usage.cost)],
    ["Ended by", meta.finishReason],
    ["Answered by", meta.reportedModel],
    ["Worker", meta.worker],
    ["At", clock(sample.at)],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="num">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
