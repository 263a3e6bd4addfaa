package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.ModelRequest;
import io.assay.evaluator.provider.CallContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a fake judge says: an answer that holds the sample's target is better than one that does
/// not. With probability `1 - accuracy` it says the opposite. It understands the judges' texts of
/// our own metrics; of other texts it sees all as the answer.
final class FakeVerdicts {

  private FakeVerdicts() {}

  /// The verdict; empty where the prompt is no question to a judge.
  static Optional<String> of(ModelRequest.GenerateText request, CallContext call, double accuracy) {
    return call.prompt()
        .inquiry()
        .map(inquiry -> {
          var prompt = call.prompt();
          String what = "judge " + inquiry.question();
          boolean errs = Draw.of(what, prompt.model().id(), prompt.key()) >= accuracy;
          return verdict(request.messages().getFirst().content(), call, errs);
        });
  }

  private static String verdict(String text, CallContext call, boolean errs) {
    if (text.contains("[[C]]")) {
      return compared(text, call, errs);
    }
    boolean good = isGood(part(text, "The answer to judge"), call) != errs;
    String word = good ? "right" : "wrong";
    return text.contains("[[PASS]]")
        ? "It is " + word + ".\nVerdict: [[" + (good ? "PASS" : "FAIL") + "]]"
        : "It is " + word + ".\nRating: [[" + (good ? 9 : 2) + "]]";
  }

  private static String compared(String text, CallContext call, boolean errs) {
    boolean a = isGood(part(text, "Answer A"), call);
    boolean b = isGood(part(text, "Answer B"), call);
    return a == b
        ? "Both are alike.\nVerdict: [[C]]"
        : "One is right.\nVerdict: [[" + (a != errs ? "A" : "B") + "]]";
  }

  /// What stands under a heading in brackets.
  private static String part(String text, String heading) {
    String begin = "[" + heading + "]\n";
    int from = text.indexOf(begin);
    int to = text.indexOf("\n[End of ", from);
    return from < 0 || to < 0 ? text : text.substring(from + begin.length(), to);
  }

  /// It has no eyes: of images it takes the first one for the good one.
  private static boolean isGood(String answer, CallContext call) {
    return answer.equals("(attached image 1)") || holds(answer, call);
  }

  private static boolean holds(String answer, CallContext call) {
    return targets(call.sample().target()).stream()
        .anyMatch(
            target -> answer.toLowerCase(Locale.ROOT).contains(target.toLowerCase(Locale.ROOT)));
  }

  private static List<String> targets(@Nullable JsonNode target) {
    if (target == null || target.isNull()) {
      return List.of();
    }
    var targets = new ArrayList<String>();
    for (JsonNode each : target.isArray() ? target : List.of(target)) {
      targets.add(each.asText());
    }
    return targets;
  }
}
