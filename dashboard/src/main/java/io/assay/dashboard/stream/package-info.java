/// The live stream of a page. Start at [io.assay.dashboard.stream.LiveRoute]. Each connection asks
/// for what is newer than what it was sent, when it can take more: a client that does not read gets
/// fewer and larger frames, and slows nobody.
@NullMarked
package io.assay.dashboard.stream;

import org.jspecify.annotations.NullMarked;
