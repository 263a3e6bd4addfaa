// Audio and images of a sample, by reference. Models made some of them: they are shown by elements that run
// nothing, from addresses of this service alone.

import { useState } from "preact/hooks";
import { count } from "../../lib/format.ts";
import type { Blob, Medium, Prompt } from "../../lib/types.ts";

const address = (jobId: string, blob: Blob): string =>
  `/api/jobs/${encodeURIComponent(jobId)}/blobs/${encodeURIComponent(blob.sha256)}`;

/// The medium that a part of a sample is, if it is one.
export function mediumOf(part: unknown): Medium | undefined {
  const medium = part as Partial<Medium> | null | undefined;
  return typeof medium === "object" && medium?.file && medium.blob?.sha256 ? (medium as Medium) : undefined;
}

interface BlobProps {
  jobId: string;
  blob: Blob;
  name: string;
}

export function BlobView({ jobId, blob, name }: BlobProps) {
  const source = address(jobId, blob);
  const audio = blob.mediaType.startsWith("audio/");
  return (
    <figure class="medium">
      {audio ? (
        <audio controls preload="none" src={source} aria-label={name} />
      ) : (
        <img src={source} alt={name} loading="lazy" />
      )}
      <figcaption class="tiny muted">
        <a href={source} download>
          {name}
        </a>
        , {blob.mediaType}, {count(blob.size)} bytes
      </figcaption>
    </figure>
  );
}

/// What a model was asked about audio or an image.
export function MediaPrompt({ jobId, prompt }: { jobId: string; prompt: Prompt }) {
  return (
    <div class="media">
      {prompt.audio ? <BlobView jobId={jobId} blob={prompt.audio} name="recording" /> : null}
      {prompt.image ? <BlobView jobId={jobId} blob={prompt.image} name="image" /> : null}
      {prompt.mask ? <BlobView jobId={jobId} blob={prompt.mask} name="mask" /> : null}
    </div>
  );
}

const MAPS = [
  { kind: "absolute-error", name: "absolute error", scale: "white: a channel is full in one and empty in the other" },
  { kind: "delta-e", name: "ΔE (CIEDE2000)", scale: "white: 50 and more" },
  { kind: "ssim", name: "1 − SSIM", scale: "white: no similarity" },
];

/// Where a made image differs from the expected one. Maps are computed when they are asked for.
export function Differences({ jobId, made, expected }: { jobId: string; made: Blob; expected: Blob }) {
  const [shown, setShown] = useState(false);
  if (!shown) {
    return (
      <button type="button" class="btn sm" onClick={() => setShown(true)}>
        Show where they differ
      </button>
    );
  }
  return (
    <div class="media">
      {MAPS.map((map) => (
        <MapView key={map.kind} source={`${address(jobId, made)}/difference?expected=${encodeURIComponent(expected.sha256)}&kind=${map.kind}`} name={map.name} scale={map.scale} />
      ))}
    </div>
  );
}

function MapView({ source, name, scale }: { source: string; name: string; scale: string }) {
  const [broken, setBroken] = useState(false);
  return (
    <figure class="medium">
      {broken ? (
        <p class="muted small">
          There is no map of these images: <a href={source}>why</a>.
        </p>
      ) : (
        <img src={source} alt={`${name}, bright where the images differ`} onError={() => setBroken(true)} />
      )}
      <figcaption class="tiny muted">
        {name}; {scale}
      </figcaption>
    </figure>
  );
}
