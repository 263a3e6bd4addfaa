// What the server says, as in docs/: jobs, metrics, samples and the live stream.

export type State =
  | "QUEUED"
  | "RUNNING"
  | "PAUSED"
  | "FINISHING"
  | "COMPLETED"
  | "CANCELLED"
  | "FAILED";

export type Status =
  | "SCORED"
  | "FAILED_MODEL"
  | "FAILED_INFRA"
  | "TIMEOUT"
  | "LIMIT"
  | "SKIPPED"
  | "DEAD_LETTER"
  | "PENDING"; // the output is here, its score is not yet

export interface JobRow {
  jobId: string;
  name: string;
  state: State;
  submittedAt: string;
  startedAt?: string | null;
  endedAt?: string | null;
  models: string[];
  tasks: string[];
  done: number;
  of?: number | null;
  failed: number;
  message?: string | null;
}

export interface JobPage {
  total: number;
  rows: JobRow[];
}

export interface Counts {
  issued: number;
  total?: number | null;
  inFlight: number;
  scored: number;
  failedByModel: number;
  failedByInfrastructure: number;
  timedOut: number;
  overLimit: number;
  skipped: number;
  deadLettered: number;
}

export interface Usage {
  inputTokens?: number | null;
  outputTokens?: number | null;
  cost?: number | null;
}

/// One metric of one model on one task. `last`: the job's final word on it.
export interface Metric {
  task: string;
  slice: string;
  name: string;
  signature?: string;
  value?: number | null;
  low?: number | null;
  high?: number | null;
  level?: number;
  method?: string | null;
  n: number;
  missing: number;
  possibleLow?: number | null;
  possibleHigh?: number | null;
  higherIsBetter: boolean;
  last: boolean;
}

export interface ModelView {
  id: string;
  counts: Counts;
  redelivered?: number;
  rate?: number | null;
  etaSeconds?: number | null;
  callP50?: number | null;
  callP95?: number | null;
  usage?: Usage | null;
  /// What judges used for its answers; absent where none was asked.
  consulted?: { calls: number; usage: Usage } | null;
  metrics?: Metric[];
}

export interface TaskView {
  name: string;
  type: string;
  metrics: string[];
  /// The slices of its samples that have results, such as `language=de`.
  slices?: string[];
  /// Who is asked; all models of the job if empty.
  models?: string[];
}

export interface Verdict {
  gate: string;
  modelId: string;
  passed: boolean;
  actual?: number | null;
}

export interface JobView {
  jobId: string;
  name: string;
  description?: string | null;
  state: State;
  cancelled?: boolean;
  message?: string | null;
  submittedAt: string;
  startedAt?: string | null;
  endedAt?: string | null;
  seconds?: number | null;
  source?: string;
  settled?: boolean;
  tasks: TaskView[];
  verdicts?: Verdict[];
  done: number;
  of?: number | null;
  rate?: number | null;
  etaSeconds?: number | null;
  models: ModelView[];
}

export interface SampleRow {
  model: string;
  task: string;
  sampleId: string;
  epoch: number;
  status: Status;
  input?: string | null;
  inputLength?: number;
  output?: string | null;
  outputLength?: number;
  target?: string | null;
  scores?: Record<string, number | null>;
  callMillis?: number | null;
  reason?: string | null;
}

export interface SamplePage {
  total: number;
  offset: number;
  asOf?: string | number | null;
  rows: SampleRow[];
}

export interface Message {
  role: string;
  content: string;
}

/// The beginning of a vector that a model made.
export interface VectorStart {
  dimensions: number;
  first: number[];
}

export interface SampleScore {
  name: string;
  metric?: string;
  value?: number | null;
  explanation?: string | null;
}

/// One sample with all that is kept of it.
export interface Blob {
  sha256: string;
  mediaType: string;
  size: number;
}

/// A file of a sample: where its dataset had the path, a reference to its bytes.
export interface Medium {
  file: string;
  blob: Blob;
  seconds?: number;
  width?: number;
  height?: number;
}

export interface Prompt {
  type?: string;
  messages?: Message[];
  texts?: string[];
  kind?: string;
  prompt?: string;
  audio?: Blob;
  image?: Blob;
  mask?: Blob;
}

export interface Sample {
  model: string;
  task: string;
  sampleId: string;
  epoch: number;
  status: Status;
  prompt?: Prompt | null;
  input?: unknown;
  inputLength?: number;
  target?: unknown;
  output?: string | null;
  outputLength?: number;
  scores?: SampleScore[] | null;
  reason?: string | null;
  outputId?: string;
  at?: string;
  scoredAt?: string | null;
  detail?: SampleMeta | null;
}

export interface SampleMeta {
  taskType?: string;
  completion?: string;
  finishReason?: string;
  reportedModel?: string;
  vectors?: VectorStart[];
  images?: Blob[];
  words?: { text: string; start: number; end: number }[];
  usage?: Usage;
  timing?: { queueWait?: number; limitWait?: number; firstToken?: number; call?: number };
  attempts?: number;
  deliveryCount?: number;
  worker?: string;
  metadata?: Record<string, unknown>;
}

export interface SeriesPoint {
  model: string;
  n: number;
  value: number;
  low?: number | null;
  high?: number | null;
  at?: string;
}

export interface Problem {
  line?: number | null;
  column?: number | null;
  path?: string | null;
  message: string;
  suggestion?: string | null;
}

export interface ModelCard {
  id: string;
  title: string;
  family: string;
  taskTypes: string[];
  openness: "open-source" | "proprietary";
  offering: "model" | "service";
  stage: "foundation" | "fine-tuned";
  derivedFrom?: string;
  parameters?: number;
  trainingData?: string;
  licence?: string;
  developer?: string;
  released?: string;
  source?: string;
  notes?: string;
  serving?: { provider: string; name?: string; pool?: string; endpoint?: string };
}

export const ENDED: ReadonlySet<State> = new Set<State>(["COMPLETED", "CANCELLED", "FAILED"]);
