package io.assay.standalone.score;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import java.util.Map;

/// One item with what every system answered.
///
/// @param sample the item and what is expected
/// @param answers answers by system
/// @param place where it was read, for messages: file and line
record Segment(Sample sample, Map<String, Answer> answers, String place) {}
