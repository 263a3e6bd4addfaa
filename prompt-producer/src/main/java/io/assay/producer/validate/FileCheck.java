package io.assay.producer.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sees to the files of a document: datasets, few-shot examples, recorded outputs.
final class FileCheck {

  private static final String PATH = "path";

  private final Places places;
  private final Findings findings;

  FileCheck(Places places, Findings findings) {
    this.places = places;
    this.findings = findings;
  }

  /// The document with absolute paths; what is missing was reported.
  JobDocument checked(JobDocument job) {
    return new JobDocument(
        job.name(),
        job.description(),
        each(job.models().size(), i -> model(job.models().get(i), "models[" + i + "]")),
        each(job.tasks().size(), i -> task(job.tasks().get(i), "tasks[" + i + "]")),
        job.limits(),
        job.gates());
  }

  private static <T> List<T> each(int size, java.util.function.IntFunction<T> make) {
    return IntStream.range(0, size).mapToObj(make).toList();
  }

  private ModelSpec model(ModelSpec model, String at) {
    JsonNode path = model.options().get(PATH);
    if (path == null || !path.isTextual()) {
      if (model.provider().equals("recorded")) {
        findings.add(
            at + ".options",
            "model " + model.id() + " has no file of recorded outputs",
            "add options: {path: outputs.jsonl, …}");
      }
      return model;
    }
    var options = new HashMap<>(model.options());
    options.put(
        PATH, JsonNodeFactory.instance.textNode(file(path.textValue(), at + ".options.path")));
    return new ModelSpec(
        model.id(),
        model.provider(),
        model.name(),
        model.endpoint(),
        model.apiKeyEnv(),
        model.pool(),
        options,
        model.price());
  }

  private TaskSpec task(TaskSpec task, String at) {
    return new TaskSpec(
        task.name(),
        task.type(),
        dataset(task.dataset(), at + ".dataset"),
        task.fields(),
        prompt(task.prompt(), at + ".prompt"),
        task.generation(),
        task.metrics(),
        task.epochs());
  }

  private DatasetSpec dataset(DatasetSpec dataset, String at) {
    if (Dataset.format(dataset).equals("beir")) {
      beir(dataset, at);
    } else if (dataset.path() == null) {
      findings.add(at, "the dataset has no path", "add path: data.jsonl");
    } else if (dataset.corpus() != null || dataset.queries() != null || dataset.qrels() != null) {
      findings.add(
          at,
          "a dataset has either a path or corpus, queries and qrels",
          "leave out one of the two");
    }
    return new DatasetSpec(
        dataset.source(),
        optional(dataset.path(), at + ".path"),
        dataset.columns(),
        dataset.delimiter(),
        dataset.quote(),
        optional(dataset.corpus(), at + ".corpus"),
        optional(dataset.queries(), at + ".queries"),
        optional(dataset.qrels(), at + ".qrels"),
        dataset.limit(),
        dataset.shuffleSeed());
  }

  private void beir(DatasetSpec dataset, String at) {
    need(dataset.corpus(), "corpus", at);
    need(dataset.queries(), "queries", at);
    need(dataset.qrels(), "qrels", at);
    if (dataset.shuffleSeed() != null) {
      findings.add(
          at + ".shuffleSeed", "a retrieval corpus has no order to shuffle", "leave it out");
    }
  }

  private void need(@Nullable String path, String key, String at) {
    if (path == null) {
      findings.add(
          at + "." + key,
          "the dataset has no " + key,
          "add path for a single file, or corpus, queries and qrels for a retrieval corpus");
    }
  }

  private PromptSpec prompt(PromptSpec prompt, String at) {
    var fewshot = prompt.fewshot();
    if (fewshot == null) {
      return prompt;
    }
    String path = file(fewshot.path(), at + ".fewshot.path");
    return new PromptSpec(
        prompt.template(),
        prompt.system(),
        new PromptSpec.FewShot(path, fewshot.count(), fewshot.seed(), fewshot.template()));
  }

  private @Nullable String optional(@Nullable String path, String at) {
    return path == null ? null : file(path, at);
  }

  private String file(String path, String at) {
    places.check(path, at, findings);
    return places.absolute(path);
  }
}
