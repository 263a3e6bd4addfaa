/// x
@NullMarked
package io.assay.producer;

import org.jspecify.annotations.NullMarked;
