package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Sample;
import io.assay.contracts.wire.ContractJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Samples in the order of a hash of seed and id. Items are copied to a file once; in memory are
/// only their places there.
final class ShuffledOrder {

  private final Path spool;
  private final List<Place> order;

  private record Place(long rank, long offset) {}

  private record Spooled(Sample sample, ObjectNode row, String place) {}

  ShuffledOrder(Items items, long seed, long limit, Path spool) {
    this.spool = spool;
    try (items;
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16)) {
      this.order =
          copy(items, seed, out).stream()
              .sorted(Comparator.comparingLong(Place::rank).thenComparingLong(Place::offset))
              .limit(limit)
              .toList();
    } catch (IOException e) {
      throw new DatasetException(spool + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static List<Place> copy(Items items, long seed, OutputStream out) throws IOException {
    var places = new ArrayList<Place>();
    long offset = 0;
    for (var item = items.next(); item != null; item = items.next()) {
      if (item instanceof Item.Good(Sample sample, ObjectNode row, String place)) {
        byte[] line = ContractJson.mapper().writeValueAsBytes(new Spooled(sample, row, place));
        places.add(new Place(CanonicalHash.rank(seed, sample.id()), offset));
        out.write(line);
        out.write('\n');
        offset += line.length + 1;
      } else if (item instanceof Item.Bad bad) {
        throw new DatasetException(bad.text());
      }
    }
    return places;
  }

  Items open() {
    try {
      return new Cursor(new RandomAccessFile(spool.toFile(), "r"));
    } catch (IOException e) {
      throw new DatasetException(spool + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private final class Cursor implements Items {
    private final RandomAccessFile file;
    private int position;

    Cursor(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public @Nullable Item next() {
      if (position == order.size()) {
        return null;
      }
      try {
        var spooled = ContractJson.mapper().readValue(line(order.get(position++)), Spooled.class);
        return new Item.Good(spooled.sample(), spooled.row(), spooled.place());
      } catch (IOException e) {
        throw new DatasetException(spool + " cannot be read: " + e.getMessage(), e);
      }
    }

    private byte[] line(Place place) throws IOException {
      file.seek(place.offset());
      var bytes = new java.io.ByteArrayOutputStream(1024);
      var buffer = new byte[4096];
      while (true) {
        int read = file.read(buffer);
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            bytes.write(buffer, 0, i);
            return bytes.toByteArray();
          }
        }
        if (read < 0) {
          return bytes.toByteArray();
        }
        bytes.write(buffer, 0, read);
      }
    }

    @Override
    public void close() {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
