package io.assay.scorer.aggregate;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What this instance holds, for those who operate it.
@Path("/api/scorer/partitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "scorer")
@Singleton
public class AggregatorResource {

  private final Aggregator aggregator;

  AggregatorResource(Aggregator aggregator) {
    this.aggregator = aggregator;
  }

  /// A partition of the scores that is this instance's.
  ///
  /// @param partition its number
  /// @param complete whether all is read that was there when it was assigned
  /// @param next the offset that is read next
  /// @param checkpoint the offset from which a restart reads
  /// @param tables how many models of jobs that have not ended it holds
  public record Partition(
      int partition, boolean complete, long next, long checkpoint, int tables) {}

  /// The partitions of this instance.
  @GET
  @Operation(summary = "The partitions of the scores that this instance aggregates")
  public List<Partition> partitions() {
    return aggregator.partitions().stream()
        .map(AggregatorResource::describe)
        .sorted(Comparator.comparingInt(Partition::partition))
        .toList();
  }

  private static Partition describe(PartitionTables tables) {
    return new Partition(
        tables.partition(),
        tables.isOpen(),
        tables.next(),
        tables.checkpoint(),
        tables.tables().size());
  }
}
