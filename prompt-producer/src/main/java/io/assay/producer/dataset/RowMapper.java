package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Makes samples of rows.
interface RowMapper {

  /// The sample of a row, or why it is none.
  ///
  /// @param place where the row stands, for people
  Item item(ObjectNode row, String place);
}
