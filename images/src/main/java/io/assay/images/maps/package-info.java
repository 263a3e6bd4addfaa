/// Where in a picture a difference lies, for people to look at. Start with [DifferenceMap]. A
/// newcomer might look for numbers: those are metrics; a map is brightness.
@NullMarked
package io.assay.images.maps;

import org.jspecify.annotations.NullMarked;
