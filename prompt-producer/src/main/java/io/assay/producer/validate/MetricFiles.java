package io.assay.producer.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Metrics;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Sees to the files that metrics name, such as networks: metrics open them, so this comes before
/// metrics are made.
final class MetricFiles {

  private final Places places;
  private final Findings findings;

  MetricFiles(Places places, Findings findings) {
    this.places = places;
    this.findings = findings;
  }

  /// The document with absolute paths; what is missing or may not be read was reported.
  JobDocument checked(JobDocument job) {
    return new JobDocument(
        job.name(),
        job.description(),
        job.models(),
        job.judges(),
        IntStream.range(0, job.tasks().size())
            .mapToObj(i -> task(job.tasks().get(i), "tasks[" + i + "]"))
            .toList(),
        job.limits(),
        job.gates());
  }

  private TaskSpec task(TaskSpec task, String at) {
    List<MetricSpec> metrics =
        IntStream.range(0, task.metrics().size())
            .mapToObj(i -> metric(task.metrics().get(i), at + ".metrics[" + i + "]"))
            .toList();
    return task.measuring(metrics);
  }

  private MetricSpec metric(MetricSpec spec, String at) {
    List<String> files =
        Metrics.find(spec.metric()).stream()
            .flatMap(factory -> factory.params().stream())
            .filter(param -> param.type().equals("file"))
            .map(Param::name)
            .toList();
    var params = new TreeMap<>(spec.params());
    for (String name : files) {
      JsonNode written = params.get(name);
      if (written != null && written.isTextual() && !written.textValue().isEmpty()) {
        places.check(written.textValue(), at + ".params." + name, findings);
        params.put(name, JsonNodeFactory.instance.textNode(absolute(written.textValue())));
      }
    }
    return new MetricSpec(spec.metric(), spec.name(), params);
  }

  /// A path that is none was reported, and stays as it is.
  private String absolute(String written) {
    try {
      return places.absolute(written);
    } catch (java.nio.file.InvalidPathException _) {
      return written;
    }
  }
}
