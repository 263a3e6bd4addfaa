package io.assay.producer.support;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// Stands for the service that answers questions about jobs under the same addresses, when all
/// services run in one process.
@Path("/api/jobs")
public class ReadingSide {

  @GET
  public String all() {
    return "all jobs";
  }

  @GET
  @Path("{jobId}")
  public String one(@PathParam("jobId") String jobId) {
    return "job " + jobId;
  }
}
