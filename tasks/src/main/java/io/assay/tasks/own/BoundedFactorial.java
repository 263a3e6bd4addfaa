package io.assay.tasks.own;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.functions.basic.FactFunction;
import com.ezylang.evalex.parser.Token;

/// `FACT(base)` of numbers whose factorial a double can hold: the library's own multiplies for
/// minutes where a number is large.
@FunctionParameter(name = "base")
final class BoundedFactorial extends AbstractFunction {

  private static final int LARGEST = 170;

  private final FactFunction factorial = new FactFunction();

  @Override
  public EvaluationValue evaluate(
      Expression expression, Token functionToken, EvaluationValue... parameters)
      throws EvaluationException {
    if (parameters[0].getNumberValue().doubleValue() > LARGEST) {
      throw new EvaluationException(
          functionToken, "FACT takes numbers up to " + LARGEST + ", not " + parameters[0]);
    }
    return factorial.evaluate(expression, functionToken, parameters);
  }
}
