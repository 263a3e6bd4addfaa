/// Sets of pictures compared by the features that a network saw in them; the network itself is not
/// here. Start with [FrechetDistance]. A newcomer might compare distances of sets of different
/// sizes: with few pictures they are biased upwards, so only equal sizes are comparable.
@NullMarked
package io.assay.images.features;

import org.jspecify.annotations.NullMarked;
