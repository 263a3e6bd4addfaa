package io.assay.producer.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.Dataset;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.Format;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sees to the files of a document: datasets, few-shot examples, recorded outputs.
final class FileCheck {

  private static final String PATH = "path";

  private final Places places;
  private final Findings findings;
  private final Dataset.Files files;

  FileCheck(Places places, Findings findings, Dataset.Files files) {
    this.places = places;
    this.findings = findings;
    this.files = files;
  }

  /// The document with absolute paths and with commits of the hub; what is missing was reported.
  JobDocument checked(JobDocument job) {
    return new JobDocument(
        job.name(),
        job.description(),
        each(job.models().size(), i -> model(job.models().get(i), "models[" + i + "]")),
        each(job.judges().size(), i -> model(job.judges().get(i), "judges[" + i + "]")),
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
    places.checkFileOrFolder(path.textValue(), at + ".options.path", findings);
    options.put(PATH, JsonNodeFactory.instance.textNode(places.absolute(path.textValue())));
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
    return task.at(dataset(task.dataset(), at + ".dataset"), prompt(task, at + ".prompt"));
  }

  private DatasetSpec dataset(DatasetSpec dataset, String at) {
    var format = Format.of(dataset);
    boolean onHub = format == Format.HUGGINGFACE;
    if (onHub) {
      needName(dataset, at);
    } else if (format == Format.BEIR) {
      beir(dataset, at);
    } else if (dataset.path() == null) {
      findings.add(at, "the dataset has no path", "add path: data.jsonl");
    } else if (dataset.corpus() != null || dataset.queries() != null || dataset.qrels() != null) {
      findings.add(
          at,
          "a dataset has either a path or corpus, queries and qrels",
          "leave out one of the two");
    }
    if (!onHub) {
      onlyOnHub(dataset, at);
    }
    if (dataset.key() != null && format != Format.JSON) {
      findings.add(
          at + ".key", "only a JSON file has a key", "leave it out, or write source: json");
    }
    var located =
        dataset.at(
            optional(dataset.path(), at + ".path"),
            optional(dataset.corpus(), at + ".corpus"),
            optional(dataset.queries(), at + ".queries"),
            optional(dataset.qrels(), at + ".qrels"));
    return onHub && !findings.any(at) ? pinned(located, at) : located;
  }

  private DatasetSpec pinned(DatasetSpec dataset, String at) {
    try {
      return files.hub().pinned(dataset);
    } catch (DatasetException e) {
      findings.add(at, String.valueOf(e.getMessage()), null);
      return dataset;
    }
  }

  private void needName(DatasetSpec dataset, String at) {
    if (dataset.name() == null) {
      findings.add(at, "a dataset of the hub has no name", "add name: owner/dataset");
    }
    if (dataset.path() != null) {
      findings.add(
          at + ".path",
          "a dataset of the hub has a name and no path",
          "leave it out, or name the file's format in source");
    }
  }

  private void onlyOnHub(DatasetSpec dataset, String at) {
    var given = new TreeMap<String, @Nullable String>();
    given.put("name", dataset.name());
    given.put("config", dataset.config());
    given.put("split", dataset.split());
    given.put("revision", dataset.revision());
    given.forEach((key, value) -> {
      if (value != null) {
        findings.add(
            at + "." + key,
            "only a dataset of the hub has a " + key,
            "write source: huggingface and name: owner/dataset, without a path");
      }
    });
  }

  private void beir(DatasetSpec dataset, String at) {
    need(dataset.corpus(), "corpus", at);
    need(dataset.queries(), "queries", at);
    need(dataset.qrels(), "qrels", at);
    if (dataset.shuffleSeed() != null) {
      findings.add(
          at + ".shuffleSeed", "a retrieval corpus has no order to shuffle", "leave it out");
    }
    if (!dataset.where().isEmpty()) {
      findings.add(at + ".where", "a retrieval corpus is taken as a whole", "leave it out");
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

  private PromptSpec prompt(TaskSpec task, String at) {
    var prompt = task.prompt();
    var fewshot = prompt.fewshot();
    if (fewshot == null) {
      return prompt;
    }
    if (fewshot.split() != null && Format.of(task.dataset()) != Format.HUGGINGFACE) {
      findings.add(
          at + ".fewshot.split", "only a dataset of the hub has splits", "give a path instead");
    }
    return new PromptSpec(
        prompt.template(),
        prompt.system(),
        prompt.preamble(),
        new PromptSpec.FewShot(
            optional(fewshot.path(), at + ".fewshot.path"),
            fewshot.split(),
            fewshot.count(),
            fewshot.seed(),
            fewshot.template(),
            fewshot.delimiter()));
  }

  private @Nullable String optional(@Nullable String path, String at) {
    return path == null ? null : file(path, at);
  }

  private String file(String path, String at) {
    places.check(path, at, findings);
    return places.absolute(path);
  }
}
