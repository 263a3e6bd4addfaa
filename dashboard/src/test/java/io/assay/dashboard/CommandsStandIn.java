package io.assay.dashboard;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/// What the prompt producer has in the same process, under the same path as the dashboard's own.
@Path("/api/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class CommandsStandIn {

  @POST
  public Map<String, String> submit(Map<String, Object> body) {
    return Map.of("jobId", "submitted");
  }

  @DELETE
  @Path("{jobId}")
  public void delete(@RestPath String jobId) {}

  @POST
  @Path("{jobId}/cancel")
  public Map<String, String> cancel(@RestPath String jobId) {
    return Map.of("jobId", jobId, "state", "CANCELLED");
  }
}
