package io.assay.producer.rest;

import io.assay.contracts.document.JobDocuments;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The JSON Schema of job documents, for editors.
@Path("/api/schema/job")
@Tag(name = "definitions")
public class SchemaResource {

  @GET
  @Produces({"application/json", "application/schema+json"})
  @Operation(summary = "The JSON Schema (draft 2020-12) of job documents")
  public String job() {
    return JobDocuments.schema();
  }
}
