package io.assay.tasks.own;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Mean;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Targets;
import io.assay.tasks.metric.TextTasks;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A formula of the user's over an answer; the mean of its values, true being 1. The formula knows
/// `output`, `target` (the first one), `input` as texts, `output_length` and `target_length` in
/// characters, `output_words`, and the sample's metadata by name.
@AutoService(MetricFactory.class)
public final class ExpressionMetric implements MetricFactory {

  private static final int LONGEST = 10_000;

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "expression",
        "Mean of a formula of your own over each answer.",
        TextTasks.ALL,
        true,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        1,
        "https://ezylang.github.io/EvalEx/");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "expression",
            "text",
            "",
            "the formula, such as `output_words <= 50 && STR_CONTAINS(output, target)`"));
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Mean {

    private static final int FRACTION_BITS = 16;
    private static final ExpressionConfiguration SETTINGS =
        ExpressionConfiguration.builder()
            .singleQuoteStringLiteralsAllowed(true)
            .implicitMultiplicationAllowed(false)
            .structuresAllowed(false)
            .build()
            .withAdditionalFunctions(
                Map.entry("STR_MATCHES", new BoundedMatches()),
                Map.entry("FACT", new BoundedFactorial()));

    private final Expression formula;
    private final Set<String> used;

    Judge(MetricFactory factory, Params params) {
      super(factory, params, FRACTION_BITS);
      String text = params.text("expression");
      if (text.isBlank()) {
        throw new IllegalArgumentException(
            "metric expression needs an expression, such as output_words <= 50");
      }
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException(
            "expression has " + text.length() + " characters, expected at most " + LONGEST);
      }
      formula = new Expression(text, SETTINGS);
      try {
        formula.validate();
        used =
            formula.getUsedVariables().stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
      } catch (ParseException e) {
        throw new IllegalArgumentException(
            "expression is faulty at character " + e.getStartPosition() + ": " + e.getMessage(), e);
      }
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      var text = textOf(answer).orElse(null);
      if (text == null) {
        return wrongAnswer(answer, "texts");
      }
      try {
        EvaluationValue value = formula.copy().withValues(values(sample, text)).evaluate();
        return judged(value, sample);
      } catch (BaseException | ArithmeticException | StackOverflowError e) {
        return unjudgeable(
            "the expression has no value for sample " + sample.id() + ": " + e.getMessage());
      }
    }

    private Judgement judged(EvaluationValue value, Sample sample) {
      if (value.isBooleanValue()) {
        return judged(
            value.getBooleanValue() ? 1 : 0, "the expression is " + value.getStringValue());
      }
      double number = value.isNumberValue() ? value.getNumberValue().doubleValue() : Double.NaN;
      return Double.isFinite(number)
          ? judged(number, "the expression is " + number)
          : unjudgeable(
              "the expression is "
                  + PythonText.excerpt(value.getStringValue(), 100)
                  + " for sample "
                  + sample.id()
                  + ", expected a number, true or false");
    }

    private Map<String, Object> values(Sample sample, String output) {
      var values = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
      sample
          .metadata()
          .forEach((name, value) -> {
            if (value.isNumber()) {
              values.put(name, value.decimalValue());
            } else if (value.isBoolean()) {
              values.put(name, value.asBoolean());
            } else if (value.isTextual()) {
              values.put(name, value.asText());
            }
          });
      String target = Targets.texts(sample.target()).map(List::getFirst).orElse("");
      values.put("output", output);
      values.put("target", target);
      values.put("input", sample.input().asText());
      values.put("output_length", output.codePointCount(0, output.length()));
      values.put("target_length", target.codePointCount(0, target.length()));
      values.put("output_words", PythonText.split(output).size());
      return values.entrySet().stream()
          .filter(each -> used.contains(each.getKey().toLowerCase(Locale.ROOT)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
