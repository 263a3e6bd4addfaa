/// Runs programs that nobody has read and says whether their tests hold. Start with
/// [io.assay.sandbox.Sandbox]. A program and its tests never share a process: a program that says
/// it passed proves nothing.
@NullMarked
package io.assay.sandbox;

import org.jspecify.annotations.NullMarked;
