package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.spec.FieldMapping;

/// Samples of a known kind of dataset. The document's `fields` go before the kind's own, where they
/// are given.
record PresetMapper(Preset preset, FieldMapping given) implements RowMapper {

  @Override
  public Item item(ObjectNode row, String place) {
    try {
      var completed = preset.completed(row.deepCopy());
      var fields = given.equals(FieldMapping.DEFAULTS) ? preset.fields(completed) : given;
      return new SampleMapper(fields, false).item(completed, place);
    } catch (IllegalArgumentException unfit) {
      return new Item.Bad(String.valueOf(unfit.getMessage()), null, place);
    }
  }
}
