/// Tests against the real thing, in folders of their own.
@NullMarked
package io.assay.broker;

import org.jspecify.annotations.NullMarked;
