package io.assay.dashboard.export;

import io.assay.dashboard.store.SampleDetail;
import java.io.IOException;

/// Takes samples one by one and writes them.
interface SampleSink {

  /// Writes a sample, if it has a place in this form.
  void write(SampleDetail sample) throws IOException;

  /// Writes what is left.
  void end() throws IOException;
}
