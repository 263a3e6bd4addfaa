package io.assay.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How programs of a language are compiled and run. `{file}` and `{main}` in commands stand for the
/// source file and the main class.
///
/// @param name as samples write it
/// @param file the source file's name
/// @param compile the compiler's command; empty if there is none
/// @param run the command that runs it and ends with exit code 0 if all tests hold
/// @param mark how a program that came to its end is told from one that left early
/// @param epilogue what is put after the program; with [Mark#SOURCE] it prints `{mark}`
/// @param failedWords words in the output that say that a test failed
/// @param bounded whether an address space of the size of its memory is enough for the runtime
/// @param helpers files of ours that lie beside the source, by name; such as a launcher
/// @param folders folders outside of `/usr` that compiler and runtime need; they are seen read-only
record Language(
    String name,
    String file,
    List<String> compile,
    List<String> run,
    Mark mark,
    String epilogue,
    List<String> failedWords,
    boolean bounded,
    Map<String, String> helpers,
    List<Path> folders) {

  Language {
    compile = List.copyOf(compile);
    run = List.copyOf(run);
    failedWords = List.copyOf(failedWords);
    helpers = Map.copyOf(helpers);
    folders = List.copyOf(folders);
  }

  /// The strength of a pass. None withstands a program that reads its own source or memory to find
  /// the mark; only Python functions are judged by another process.
  enum Mark {
    /// Exit code 0 alone: a program that leaves early with 0 passes.
    NONE,
    /// The program's last line prints a mark that is made for this run: leaving early fails.
    SOURCE,
    /// A launcher of ours reads the mark, keeps it from the program, and prints it when the
    /// program's main method has returned: leaving early fails, and the source tells nothing.
    INPUT
  }
}
