// Starts the dashboard: which page an address shows.

import "uplot/dist/uPlot.min.css";
import "./styles/tokens.css";
import "./styles/frame.css";
import "./styles/pieces.css";
import "./styles/jobs.css";
import "./styles/job.css";
import "./styles/samples.css";
import "./styles/editor.css";
import "./styles/models.css";
import { render } from "preact";
import { match, startRouter, usePlace } from "./lib/route.ts";
import { applyTheme } from "./lib/theme.ts";
import { Frame } from "./parts/frame.tsx";
import { Blank, Panel } from "./parts/panel.tsx";
import { JobsPage } from "./pages/jobs.tsx";
import { JobPage } from "./pages/job.tsx";
import { ModelsPage } from "./pages/models.tsx";
import { NewJobPage } from "./pages/new.tsx";

function NotFound() {
  return (
    <Frame crumbs={[{ name: "Not found" }]}>
      <div class="head">
        <h1>There is no such page</h1>
      </div>
      <Panel title="What there is">
        <Blank title={location.pathname}>
          <a class="btn p" href="/jobs">
            All jobs
          </a>
        </Blank>
      </Panel>
    </Frame>
  );
}

function App() {
  const { path } = usePlace();
  if (path === "/" || path === "/jobs") {
    return <JobsPage />;
  }
  if (path === "/jobs/new") {
    return <NewJobPage />;
  }
  if (path === "/models") {
    return <ModelsPage />;
  }
  const job = match("/jobs/:id", path);
  if (job) {
    return <JobPage key={job.id} id={job.id!} tab="results" />;
  }
  const samples = match("/jobs/:id/samples", path);
  if (samples) {
    return <JobPage key={samples.id} id={samples.id!} tab="samples" />;
  }
  const document = match("/jobs/:id/document", path);
  if (document) {
    return <JobPage key={document.id} id={document.id!} tab="document" />;
  }
  return <NotFound />;
}

applyTheme();
startRouter();
render(<App />, document.getElementById("app")!);
