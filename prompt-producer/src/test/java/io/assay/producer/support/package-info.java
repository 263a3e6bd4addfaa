/// What the tests share.
@NullMarked
package io.assay.producer.support;

import org.jspecify.annotations.NullMarked;
