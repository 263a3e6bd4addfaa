package io.assay.contracts.wire;

import com.fasterxml.jackson.databind.ObjectReader;
import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.CatalogEntry;
import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.DeadLetter;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.WorkerState;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// Reads one kind of event. Kafka wants a class with a constructor without arguments for each: they
/// are the nested ones.
public abstract sealed class EventDeserializer<E extends Event> implements Deserializer<E> {

  private final Class<E> event;
  private final ObjectReader reader;

  private EventDeserializer(Class<E> event) {
    this.event = event;
    this.reader = ContractJson.mapper().readerFor(event);
  }

  @Override
  public @Nullable E deserialize(String topic, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    try {
      return reader.readValue(data);
    } catch (IOException e) {
      throw new SerializationException(
          "a record of " + topic + " is no " + event.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  /// Reads [CatalogEntry].
  public static final class OfCatalogEntry extends EventDeserializer<CatalogEntry> {
    public OfCatalogEntry() {
      super(CatalogEntry.class);
    }
  }

  /// Reads [Job].
  public static final class OfJob extends EventDeserializer<Job> {
    public OfJob() {
      super(Job.class);
    }
  }

  /// Reads [Checkpoint].
  public static final class OfCheckpoint extends EventDeserializer<Checkpoint> {
    public OfCheckpoint() {
      super(Checkpoint.class);
    }
  }

  /// Reads [Prompt].
  public static final class OfPrompt extends EventDeserializer<Prompt> {
    public OfPrompt() {
      super(Prompt.class);
    }
  }

  /// Reads [Output].
  public static final class OfOutput extends EventDeserializer<Output> {
    public OfOutput() {
      super(Output.class);
    }
  }

  /// Reads [Candidate].
  public static final class OfCandidate extends EventDeserializer<Candidate> {
    public OfCandidate() {
      super(Candidate.class);
    }
  }

  /// Reads [Score].
  public static final class OfScore extends EventDeserializer<Score> {
    public OfScore() {
      super(Score.class);
    }
  }

  /// Reads [MetricSnapshot].
  public static final class OfMetricSnapshot extends EventDeserializer<MetricSnapshot> {
    public OfMetricSnapshot() {
      super(MetricSnapshot.class);
    }
  }

  /// Reads [Progress].
  public static final class OfProgress extends EventDeserializer<Progress> {
    public OfProgress() {
      super(Progress.class);
    }
  }

  /// Reads [WorkerState].
  public static final class OfWorkerState extends EventDeserializer<WorkerState> {
    public OfWorkerState() {
      super(WorkerState.class);
    }
  }

  /// Reads [DeadLetter].
  public static final class OfDeadLetter extends EventDeserializer<DeadLetter> {
    public OfDeadLetter() {
      super(DeadLetter.class);
    }
  }
}
