/// What is installed and what would fail. Start at [io.assay.standalone.doctor.Doctor]. A check
/// changes nothing.
@NullMarked
package io.assay.standalone.doctor;

import org.jspecify.annotations.NullMarked;
