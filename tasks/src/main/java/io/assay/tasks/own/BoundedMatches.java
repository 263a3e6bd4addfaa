package io.assay.tasks.own;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import io.assay.tasks.text.PythonRegex;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// `STR_MATCHES(string, pattern)` with a bound on the work: the library's own runs for ever where
/// an expression backtracks.
@FunctionParameter(name = "string")
@FunctionParameter(name = "pattern")
final class BoundedMatches extends AbstractFunction {

  @Override
  public EvaluationValue evaluate(
      Expression expression, Token functionToken, EvaluationValue... parameters)
      throws EvaluationException {
    Pattern pattern = pattern(functionToken, parameters[1].getStringValue());
    boolean matches =
        PythonRegex.bounded(parameters[0].getStringValue(), text -> pattern.matcher(text).matches())
            .orElseThrow(() ->
                new EvaluationException(
                    functionToken,
                    "pattern "
                        + pattern
                        + " of STR_MATCHES backtracks too much; write it without nested"
                        + " repetitions"));
    return expression.convertValue(matches);
  }

  private static Pattern pattern(Token functionToken, String written) throws EvaluationException {
    try {
      return Pattern.compile(written);
    } catch (PatternSyntaxException e) {
      throw new EvaluationException(
          functionToken, "pattern " + written + " of STR_MATCHES is faulty: " + e.getDescription());
    }
  }
}
