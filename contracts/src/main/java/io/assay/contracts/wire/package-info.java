/// How events look on Kafka: JSON values, CloudEvents headers in binary mode, W3C trace context,
/// and where a record goes. Start at [io.assay.contracts.wire.EventType]. A reader that meets a
/// record that it cannot read gets an exception with topic and key, never null.
@NullMarked
package io.assay.contracts.wire;

import org.jspecify.annotations.NullMarked;
