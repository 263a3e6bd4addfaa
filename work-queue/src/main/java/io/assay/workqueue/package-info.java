/// A Kafka share group (KIP-932) as a work queue with many records in flight. Start reading at
/// [io.assay.workqueue.WorkQueueConnector] (the channel attributes), then
/// [io.assay.workqueue.ShareQueue] (what is promised), then `Lane` (how it is kept).
///
/// A newcomer would wrongly assume that one consumer is enough. A share consumer hands out nothing
/// new until every record of its last poll is settled, so that one slow record holds up the rest. A
/// queue therefore has lanes: small consumers, each with its own small batch, opened as load comes
/// and closed when it is gone.
@NullMarked
package io.assay.workqueue;

import org.jspecify.annotations.NullMarked;
