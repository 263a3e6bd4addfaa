package io.assay.scorer.jobs;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/// How the plain classes of this package are put together.
@Singleton
class JobBeans {

  @Produces
  @Singleton
  JobBook jobBook() {
    return new JobBook();
  }

  @Produces
  @Singleton
  JobsReader jobsReader(
      @Identifier("default-kafka-broker") Map<String, Object> kafka, JobBook book) {
    return new JobsReader(kafka, book);
  }

  @Produces
  @Singleton
  JobDirectory jobDirectory(JobBook book, JobsReader reader) {
    return new JobDirectory(book, reader);
  }
}
