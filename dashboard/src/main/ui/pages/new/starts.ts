// Documents to start from. Each is short enough to read whole.

export interface Start {
  name: string;
  document: string;
}

const EMBEDDINGS = `name: Sentence similarity, three embedding models
description: How well cosine similarity follows human grades.

models:
  - inprocess/all-minilm-l6-v2
  - inprocess/all-minilm-l6-v2-q
  - inprocess/bge-small-en-v1.5-q

task: embedding
dataset:
  path: examples/quickstart/similarity.jsonl
fields:
  input: [sentence1, sentence2]
  target: score
  id: id
metrics: [cosine_spearman, cosine_pearson]
`;

const ENDPOINT = `name: My model on my questions

parameters:
  endpoint: http://127.0.0.1:8000/v1
  questions: questions.jsonl   # one {"input": …, "target": …} a line

models:
  - id: mine/my-model
    provider: openai
    endpoint: \${endpoint}
    apiKeyEnv: MY_API_KEY      # the variable's name, never the key

task: text-generation
dataset:
  path: \${questions}
prompt:
  system: Answer with the answer alone.
  template: "{{ input }}"
generation:
  temperature: 0
  max_tokens: 256
metrics: [exact_match]

limits:
  timeLimit: 60                # seconds of one call
gates:
  - {metric: exact_match, op: ">=", value: 0.8}
`;

const FAKE = `name: Try it without a model
description: A model that is right in nine of ten samples, after 200 ms.

models: [fake/slow-oracle, fake/oracle-80]

task: text-generation
dataset:
  path: examples/quickstart/similarity.jsonl
fields:
  input: sentence1
  target: sentence2
  id: id
metrics: [exact_match]
`;

export const STARTS: readonly Start[] = [
  { name: "Embeddings", document: EMBEDDINGS },
  { name: "Own endpoint", document: ENDPOINT },
  { name: "Fake model", document: FAKE },
];
