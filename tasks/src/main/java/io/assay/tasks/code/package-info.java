/// Programs that models write: cut out of an answer, put together with tests, judged by running
/// them. Start with [io.assay.tasks.code.PassAtK]. Nothing here runs a program: a
/// [io.assay.tasks.code.ProgramRunner] does, which is another module's service.
@NullMarked
package io.assay.tasks.code;

import org.jspecify.annotations.NullMarked;
