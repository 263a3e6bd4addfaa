/// Colours as people see them. Start with [Colour]. A newcomer might expect one difference of
/// colours: there are four, and those of CIE94 and CMC depend on which colour comes first.
@NullMarked
package io.assay.images.colour;

import org.jspecify.annotations.NullMarked;
