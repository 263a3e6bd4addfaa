package io.assay.evaluator.provider;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;

/// A model that says how likely given texts are.
public interface LikelihoodScorer extends Model {

  /// Says how likely each continuation is after the context.
  ///
  /// @return answered with [io.assay.contracts.event.Answer.Likelihoods], one for each continuation
  ///   in its order, or why not
  Completion likelihood(ModelRequest.Likelihood request, CallContext call)
      throws InterruptedException;
}
