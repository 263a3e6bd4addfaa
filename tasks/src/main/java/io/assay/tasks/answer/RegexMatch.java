package io.assay.tasks.answer;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import io.assay.tasks.metric.TextTasks;
import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a regular expression in Python's syntax matches the answer; the share of samples where
/// it does. Needs no target: the expression is what is expected.
@AutoService(MetricFactory.class)
public final class RegexMatch implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "regex_match",
        "Share of answers that a regular expression matches.",
        TextTasks.ALL,
        true,
        0,
        1,
        1,
        "https://docs.python.org/3.11/library/re.html");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("pattern", "text", "", "the expression, in Python's syntax; must be given"),
        new Param(
            "mode", "text", "search", "search: somewhere in the answer; full: the whole answer"));
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    private final Pattern pattern;
    private final boolean full;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      String expression = params.text("pattern");
      if (expression.isEmpty()) {
        throw new IllegalArgumentException(
            "pattern of metric " + params.spec().metric() + " is missing, expected an expression");
      }
      full = params.choice("mode", List.of("search", "full")).equals("full");
      pattern = PythonRegex.compile(expression);
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      var text = textOf(answer).orElse(null);
      if (text == null) {
        return wrongAnswer(answer, "texts");
      }
      Optional<Optional<String>> found = PythonRegex.bounded(text, this::match);
      return found.isEmpty()
          ? unjudgeable(
              "pattern backtracks too much over the answer to sample "
                  + sample.id()
                  + "; write it without nested repetitions")
          : judged(
              found.get().isPresent(),
              found
                  .get()
                  .map(each -> "matched “" + PythonText.excerpt(each, 200) + "”")
                  .orElse("no match"));
    }

    private Optional<String> match(CharSequence text) {
      Matcher matcher = pattern.matcher(text);
      return (full ? matcher.matches() : matcher.find())
          ? Optional.of(matcher.group())
          : Optional.empty();
    }
  }
}
