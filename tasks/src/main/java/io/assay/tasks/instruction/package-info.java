/// Instructions that a program can check, as IFEval defines them: “at least 300 words”, “no
/// commas”. Start at [io.assay.tasks.instruction.InstructionSet]. Instructions whose check needs a
/// model (a language detector, a sentence splitter) are named but not decided.
@NullMarked
package io.assay.tasks.instruction;

import org.jspecify.annotations.NullMarked;
