// The catalogue of models: cards, filtered by what people choose by.

import { get } from "../lib/api.ts";
import { magnitude, plural } from "../lib/format.ts";
import { useLoad } from "../lib/load.ts";
import { filter, go, usePlace, withQuery } from "../lib/route.ts";
import type { ModelCard } from "../lib/types.ts";
import { Find, Seg } from "../parts/controls.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Frame } from "../parts/frame.tsx";
import { Blank, LoadingOr } from "../parts/panel.tsx";

type Answer = ModelCard[] | { rows?: ModelCard[]; models?: ModelCard[] };

const cardsOf = (answer: Answer): ModelCard[] =>
  Array.isArray(answer) ? answer : (answer.rows ?? answer.models ?? []);

interface Filters {
  q: string;
  task: string[];
  openness: string;
  offering: string;
  stage: string;
}

function matches(card: ModelCard, f: Filters): boolean {
  const text = [card.id, card.title, card.family, card.developer ?? ""].join(" ").toLowerCase();
  return (
    text.includes(f.q.toLowerCase()) &&
    (f.task.length === 0 || f.task.some((task) => card.taskTypes.includes(task))) &&
    (!f.openness || card.openness === f.openness) &&
    (!f.offering || card.offering === f.offering) &&
    (!f.stage || card.stage === f.stage)
  );
}

export function ModelsPage() {
  const { query } = usePlace();
  const loaded = useLoad("models", (signal) => get<Answer>("/api/models", {}, signal));
  const cards = loaded.data ? cardsOf(loaded.data) : [];
  const filters: Filters = {
    q: query.get("q") ?? "",
    task: query.getAll("task"),
    openness: query.get("openness") ?? "",
    offering: query.get("offering") ?? "",
    stage: query.get("stage") ?? "",
  };
  const shown = cards.filter((card) => matches(card, filters));
  const open = cards.find((card) => card.id === query.get("model"));
  return (
    <Frame crumbs={[{ name: "Models" }]}>
      <div class="head">
        <div>
          <h1>Models</h1>
          <div class="meta">
            <span class="num">
              {loaded.data
                ? shown.length === cards.length
                  ? plural(cards.length, "card")
                  : `${shown.length} of ${plural(cards.length, "card")}`
                : "\u00a0"}
            </span>
          </div>
        </div>
      </div>
      <CardFilters cards={cards} filters={filters} />
      <LoadingOr what="Models" loaded={loaded}>
        {() =>
          shown.length > 0 ? (
            <ul class="cards">
              {shown.map((card) => (
                <li key={card.id}>
                  <Card card={card} />
                </li>
              ))}
            </ul>
          ) : (
            <section class="panel" aria-label="Cards">
              {cards.length === 0 ? (
                <Blank title="The catalogue is empty" text="PUT a card to /api/models/{id} to add a model." />
              ) : (
                <Blank title={`0 of ${plural(cards.length, "card")} match`}>
                  <button type="button" class="btn" onClick={() => go("/models", true)}>
                    Clear filters
                  </button>
                </Blank>
              )}
            </section>
          )
        }
      </LoadingOr>
      {open ? <CardDialog card={open} /> : null}
    </Frame>
  );
}

function CardFilters({ cards, filters }: { cards: ModelCard[]; filters: Filters }) {
  const types = [...new Set(cards.flatMap((card) => card.taskTypes))].sort();
  const toggle = (type: string) =>
    filter({
      task: filters.task.includes(type)
        ? filters.task.filter((t) => t !== type)
        : [...filters.task, type],
    });
  return (
    <>
      <div class="filters cards-filters">
        <Seg
          label="Openness"
          value={filters.openness}
          options={[
            ["", "Any licence"],
            ["open-source", "Open source"],
            ["proprietary", "Proprietary"],
          ]}
          onPick={(openness) => filter({ openness })}
        />
        <Seg
          label="Offering"
          value={filters.offering}
          options={[
            ["", "Any kind"],
            ["model", "Model"],
            ["service", "Service"],
          ]}
          onPick={(offering) => filter({ offering })}
        />
        <Seg
          label="Stage"
          value={filters.stage}
          options={[
            ["", "Any stage"],
            ["foundation", "Foundation"],
            ["fine-tuned", "Fine-tuned"],
          ]}
          onPick={(stage) => filter({ stage })}
        />
        <Find label="Name, family or developer" value={filters.q} onFind={(q) => filter({ q })} />
      </div>
      {types.length > 0 ? (
        <div class="filters">
          <div class="chips" role="group" aria-label="Task type">
            {types.map((type) => (
              <button
                type="button"
                class="chip"
                key={type}
                aria-pressed={filters.task.includes(type)}
                onClick={() => toggle(type)}
              >
                {words(type)}
              </button>
            ))}
          </div>
        </div>
      ) : null}
    </>
  );
}

const words = (id: string): string => {
  const text = id.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
};

function Card({ card }: { card: ModelCard }) {
  return (
    <a class="panel card" href={withQuery({ model: card.id })}>
      <span class="title">{card.title}</span>
      <span class="mono muted">{card.id}</span>
      <span class="sub small">
        {[card.developer, card.released, card.parameters ? `${magnitude(card.parameters)} parameters` : ""]
          .filter(Boolean)
          .join(" · ")}
      </span>
      <span class="chips">
        <span class="badge">{words(card.openness)}</span>
        <span class="badge">{words(card.offering)}</span>
        <span class="badge">{words(card.stage)}</span>
      </span>
      <span class="small muted tasks">{card.taskTypes.map(words).join(", ")}</span>
    </a>
  );
}

function CardDialog({ card }: { card: ModelCard }) {
  const facts: [string, string | undefined][] = [
    ["Family", card.family],
    ["Developer", card.developer],
    ["Released", card.released],
    ["Parameters", card.parameters ? magnitude(card.parameters) : undefined],
    ["Openness", words(card.openness)],
    ["Offering", words(card.offering)],
    ["Stage", card.derivedFrom ? `${words(card.stage)} from ${card.derivedFrom}` : words(card.stage)],
    ["Licence", card.licence],
    ["Task types", card.taskTypes.map(words).join(", ")],
    ["Training data", card.trainingData],
    ["Notes", card.notes],
    ["Served by", card.serving ? `${card.serving.provider}, pool ${card.serving.pool ?? "default"}` : undefined],
    ["Source", card.source],
  ];
  return (
    <Dialog title={card.title} onClose={() => go(withQuery({ model: null }), true)}>
      <p class="mono muted">{card.id}</p>
      <dl class="card-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>
                {name === "Source" && /^https?:\/\//.test(value!) ? (
                  <a class="link" href={value} target="_blank" rel="noreferrer">
                    {value}
                  </a>
                ) : (
                  value
                )}
              </dd>
            </>
          ))}
      </dl>
      <form method="dialog" class="actions">
        <button class="btn">Close</button>
      </form>
    </Dialog>
  );
}
