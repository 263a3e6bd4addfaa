/// The single process: data folder, embedded broker, all services. Start at
/// [io.assay.standalone.process.SingleProcess]. Only one process may use a data folder at a time.
@NullMarked
package io.assay.standalone.process;

import org.jspecify.annotations.NullMarked;
