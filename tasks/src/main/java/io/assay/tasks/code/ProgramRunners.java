package io.assay.tasks.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The runner for a language, and what it has lately run: several metrics judge the same program,
/// which then runs once.
final class ProgramRunners {

  private static final int REMEMBERED = 2048;

  private static final List<ProgramRunner> ALL =
      ServiceLoader.load(ProgramRunner.class, ProgramRunners.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private static final Map<Program, CompletableFuture<Execution>> RECENT =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Program, CompletableFuture<Execution>> each) {
          return size() > REMEMBERED;
        }
      };

  private ProgramRunners() {}

  /// The first runner that knows a language.
  static Optional<ProgramRunner> find(String language) {
    return ALL.stream().filter(each -> each.languages().contains(language)).findFirst();
  }

  /// Whether there is no runner in this process, since others judge.
  static boolean none() {
    return ALL.isEmpty();
  }

  /// Why there is no runner for a language.
  static String missing(String language) {
    if (ALL.isEmpty()) {
      return "programs cannot be run: there is no sandbox on the class path (assay-sandbox)";
    }
    List<String> known =
        ALL.stream().flatMap(each -> each.languages().stream()).distinct().sorted().toList();
    return "programs in "
        + language
        + " cannot be run, only in "
        + (known.isEmpty() ? "no language" : String.join(", ", known));
  }

  /// Why programs in any language can be run by none of the runners here; empty if they can, and
  /// where there are no runners at all: then they are run by other processes.
  static Optional<String> unavailable() {
    List<String> reasons =
        ALL.stream().map(ProgramRunner::unavailable).flatMap(Optional::stream).toList();
    return reasons.size() < ALL.size() || ALL.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", reasons));
  }

  /// Runs a program, or gives what it came to a moment ago.
  static Execution run(ProgramRunner runner, Program program) {
    var mine = new CompletableFuture<Execution>();
    CompletableFuture<Execution> other;
    synchronized (RECENT) {
      other = RECENT.putIfAbsent(program, mine);
    }
    if (other != null) {
      return joined(other);
    }
    try {
      mine.complete(runner.run(program));
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      forgetUnlessRun(program, mine);
    }
    return mine.join();
  }

  private static Execution joined(CompletableFuture<Execution> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void forgetUnlessRun(Program program, CompletableFuture<Execution> mine) {
    if (mine.isCompletedExceptionally() || mine.join().verdict() instanceof Verdict.Refused) {
      synchronized (RECENT) {
        RECENT.remove(program, mine);
      }
    }
  }
}
