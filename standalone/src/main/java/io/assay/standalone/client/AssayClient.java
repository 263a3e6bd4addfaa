package io.assay.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.ModelCard;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Talks to one Assay server. Failures that a person can mend are [AssayException]s.
public final class AssayClient {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;
  private final @Nullable String token;

  /// @param server the address of the server, such as `http://127.0.0.1:8080`
  /// @param token the access token, if the server wants one
  public AssayClient(URI server, @Nullable String token) {
    this.server = server;
    this.token = token;
  }

  /// Where it talks to.
  public URI server() {
    return server;
  }

  /// Whether the server answers and is ready to take jobs.
  public boolean ready() {
    try {
      return http.send(request("/q/health/ready").GET().build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Submits a job document.
  ///
  /// @param document its text
  /// @param baseDir the folder that its relative paths start from; absent for a remote server
  /// @param parameters values for its parameters
  /// @return the job's id
  /// @throws InvalidDocument where the server refuses the document
  public String submit(String document, @Nullable Path baseDir, Map<String, String> parameters)
      throws InvalidDocument {
    ObjectNode body = ContractJson.mapper().createObjectNode().put("document", document);
    if (baseDir != null) {
      body.put("baseDir", baseDir.toString());
    }
    parameters.forEach(body.putObject("parameters")::put);
    var response = send(post("/api/jobs", body.toString()));
    if (response.statusCode() == 422) {
      throw new InvalidDocument(problems(parse(response)));
    }
    return parse(accepted(response)).path("jobId").asText();
  }

  /// Asks for the end of a job.
  public void cancel(String jobId) {
    accepted(send(post("/api/jobs/" + encode(jobId) + "/cancel", "{}")));
  }

  /// Lets a paused job go on.
  public void resume(String jobId) {
    accepted(send(post("/api/jobs/" + encode(jobId) + "/resume", "{}")));
  }

  /// A job as it stands; absent if the server does not know it (yet).
  public @Nullable JobView job(String jobId) {
    var response = send(request("/api/jobs/" + encode(jobId)).GET().build());
    return response.statusCode() == 404 ? null : read(accepted(response), JobView.class);
  }

  /// Samples of a job that ended without a score, in the order of their ids.
  ///
  /// @param limit how many come at most
  public List<FailedSample> failures(String jobId, int limit) {
    String statuses =
        Arrays.stream(Status.values())
            .filter(status -> status != Status.SCORED)
            .map(status -> "&status=" + status)
            .collect(Collectors.joining());
    String path = "/api/jobs/" + encode(jobId) + "/samples?limit=" + limit + statuses;
    return read(accepted(send(request(path).GET().build())), FailedSamples.class).rows();
  }

  private record FailedSamples(List<FailedSample> rows) {}

  /// The newest jobs.
  public List<JobRow> jobs(int limit) {
    return read(accepted(send(request("/api/jobs?limit=" + limit).GET().build())), JobRows.class)
        .rows();
  }

  /// Models of the catalogue, all or those that meet the conditions.
  ///
  /// @param task a task type that they are for
  /// @param search a text that they mention
  /// @param runnable only those that say how they are called
  public List<ModelCard> models(@Nullable String task, @Nullable String search, boolean runnable) {
    var query = new ArrayList<String>();
    if (task != null) {
      query.add("taskType=" + encode(task));
    }
    if (search != null) {
      query.add("q=" + encode(search));
    }
    if (runnable) {
      query.add("runnable=true");
    }
    String path = "/api/models" + (query.isEmpty() ? "" : "?" + String.join("&", query));
    return List.of(read(accepted(send(request(path).GET().build())), ModelCard[].class));
  }

  /// A model's card; null if the catalogue has none.
  public @Nullable ModelCard model(String id) {
    var response = send(request("/api/models/" + encodePath(id)).GET().build());
    return response.statusCode() == 404 ? null : read(accepted(response), ModelCard.class);
  }

  /// Adds a card to the catalogue, or replaces it.
  public void put(ModelCard card) {
    accepted(
        send(
            request("/api/models/" + encodePath(card.id()))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json(card)))
                .build()));
  }

  private static String json(ModelCard card) {
    try {
      return ContractJson.mapper().writeValueAsString(card);
    } catch (IOException e) {
      throw new IllegalStateException("the card of " + card.id() + " is no JSON", e);
    }
  }

  /// Slashes part an id.
  private static String encodePath(String id) {
    return encode(id).replace("%2F", "/");
  }

  /// A line of the list of jobs.
  public record JobRow(
      String jobId,
      String name,
      String state,
      @Nullable String submittedAt,
      List<String> models,
      long done,
      long of,
      long failed) {}

  private record JobRows(List<JobRow> rows) {}

  private static List<Problem> problems(JsonNode answer) {
    var problems = new ArrayList<Problem>();
    for (JsonNode problem : answer.path("problems")) {
      problems.add(ContractJson.mapper().convertValue(problem, Problem.class));
    }
    return problems;
  }

  private HttpRequest post(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofMinutes(2));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssayException(
          "no Assay server answers at " + server + " (" + reason(e) + "). Start one: ./assay up",
          e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "connection refused" : e.getMessage();
  }

  private static AssayException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssayException("interrupted", e);
  }

  private HttpResponse<String> accepted(HttpResponse<String> response) {
    if (response.statusCode() / 100 == 2) {
      return response;
    }
    throw new AssayException(
        server + " answered " + response.statusCode() + ": " + errorText(response.body()));
  }

  private static String errorText(String body) {
    try {
      return ContractJson.mapper().readTree(body).path("error").asText(body);
    } catch (IOException _) {
      return body.isBlank() ? "no reason given" : body;
    }
  }

  private JsonNode parse(HttpResponse<String> response) {
    return read(response, JsonNode.class);
  }

  private <T> T read(HttpResponse<String> response, Class<T> type) {
    try {
      return ContractJson.mapper().readValue(response.body(), type);
    } catch (IOException e) {
      throw new AssayException(
          server + " answered what is no " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
