package io.assay.producer.rest;

import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.spec.ModelCard;
import io.assay.producer.catalog.CardFilter;
import io.assay.producer.catalog.Catalog;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The catalogue of models.
@Path("/api/models")
@Tag(name = "models")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

  private final Catalog catalog;

  ModelsResource(Catalog catalog) {
    this.catalog = catalog;
  }

  @GET
  @Operation(summary = "Models in the order of their ids, all or those that meet the conditions")
  public List<ModelCard> all(
      @QueryParam("taskType") @Nullable String taskType,
      @QueryParam("openness") @Nullable String openness,
      @QueryParam("offering") @Nullable String offering,
      @QueryParam("stage") @Nullable String stage,
      @QueryParam("family") @Nullable String family,
      @QueryParam("q") @Nullable String q,
      @QueryParam("runnable") @Nullable Boolean runnable) {
    var filter = new CardFilter(taskType, openness, offering, stage, family, q, runnable);
    return catalog.all().stream().filter(filter::accepts).toList();
  }

  @GET
  @Path("{id:.+}")
  @Operation(summary = "One model's card")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ModelCard.class)))
  @APIResponse(
      responseCode = "404",
      content = @Content(schema = @Schema(implementation = ApiError.class)))
  public Response one(@PathParam("id") String id) {
    return catalog.find(id).map(card -> Response.ok(card).build()).orElseGet(() -> unknown(id));
  }

  @PUT
  @Path("{id:.+}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add or replace a card")
  public ModelCard put(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ModelCard.class)))
          String body) {
    var card = Json.read(body, ModelCard.class);
    if (!card.id().equals(id)) {
      throw new Json.BadBody("the card's id is " + card.id() + ", but the address says " + id);
    }
    catalog.put(card);
    return card;
  }

  @DELETE
  @Path("{id:.+}")
  @Operation(summary = "Remove a card")
  @APIResponse(responseCode = "204")
  @APIResponse(
      responseCode = "404",
      content = @Content(schema = @Schema(implementation = ApiError.class)))
  public Response remove(@PathParam("id") String id) {
    return catalog.remove(id) == null ? unknown(id) : Response.noContent().build();
  }

  private Response unknown(String id) {
    String near =
        DidYouMean.nearest(id, catalog.ids())
            .map(each -> "; did you mean " + each + "?")
            .orElse("");
    return ApiError.response(404, "there is no model " + id + " in the catalogue" + near);
  }

  @ServerExceptionMapper
  public Response badBody(Json.BadBody e) {
    return ApiError.response(400, e.getMessage());
  }

  @ServerExceptionMapper
  public Response badFilter(IllegalArgumentException e) {
    return ApiError.response(400, String.valueOf(e.getMessage()));
  }

  @ServerExceptionMapper
  public Response notLoaded(Catalog.NotLoaded e) {
    return ApiError.response(503, String.valueOf(e.getMessage()));
  }
}
