package io.assay.tasks.speech;

import io.assay.tasks.speech.NumberWord.And;
import io.assay.tasks.speech.NumberWord.Currency;
import io.assay.tasks.speech.NumberWord.Multiplier;
import io.assay.tasks.speech.NumberWord.MultiplierForm;
import io.assay.tasks.speech.NumberWord.Per;
import io.assay.tasks.speech.NumberWord.Percent;
import io.assay.tasks.speech.NumberWord.Point;
import io.assay.tasks.speech.NumberWord.Repeat;
import io.assay.tasks.speech.NumberWord.Sign;
import io.assay.tasks.speech.NumberWord.Ten;
import io.assay.tasks.speech.NumberWord.TenForm;
import io.assay.tasks.speech.NumberWord.Unit;
import io.assay.tasks.speech.NumberWord.UnitForm;
import io.assay.tasks.speech.NumberWord.Zero;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads words one by one and writes spelled-out numbers in digits. A numeral of more than 4300
/// digits in a row, over which Python stumbles, stays as it is.
final class NumberReader {

  private static final String PREFIXES = "-+£€$¢";

  private final List<String> words;
  private final StringBuilder out = new StringBuilder();
  private final PendingNumber pending = new PendingNumber();
  private String prefix = "";
  private int at;

  private NumberReader(List<String> words) {
    this.words = words;
  }

  /// The words with numbers in digits, by single spaces.
  static String read(List<String> words) {
    var reader = new NumberReader(words);
    for (; reader.at < words.size(); reader.at++) {
      reader.read(words.get(reader.at));
    }
    reader.flush();
    return reader.out.toString();
  }

  private void read(String word) {
    int sign = PREFIXES.indexOf(word.charAt(0)) >= 0 ? 1 : 0;
    if (isNumeric(word, sign)) {
      numeral(word, sign);
      return;
    }
    switch (NumberWords.find(word)) {
      case null -> flushAndEmit(word);
      case Zero _ -> pending.appendUnlessZero("0");
      case Unit(int value) -> addUnit(value);
      case UnitForm(int value, String suffix) -> {
        addUnit(value);
        emit(pending.text() + suffix);
      }
      case Ten(int value) -> pending.addTen(value);
      case TenForm(int value, String suffix) -> {
        pending.addTen(value);
        emit(pending.text() + suffix);
      }
      case Multiplier(BigInteger value) -> multiply(value);
      case MultiplierForm(BigInteger value, String suffix) -> multiply(value, suffix);
      case Sign(String symbol) -> sign(word, symbol);
      case Currency(String symbol) -> currency(word, symbol);
      case Per _ -> per(word);
      case Percent _ -> emit(pending.isNone() ? word : pending.text() + "%");
      case And _, Repeat _, Point _ when !isNumberNext() -> flushAndEmit(word);
      case And _ -> and(word);
      case Repeat(int times) -> repeat(word, times);
      case Point _ -> point();
    }
  }

  private void numeral(String word, int sign) {
    if (pending.endsWithPoint()) {
      pending.append(word);
      return;
    }
    flush();
    prefix = sign == 1 ? word.substring(0, 1) : prefix;
    pending.setWritten(word.substring(sign));
  }

  private void addUnit(int value) {
    NumberWord before = before();
    pending.addUnit(value, before instanceof Unit, before instanceof Ten);
  }

  private void multiply(BigInteger value) {
    if (pending.isNone()) {
      pending.set(value);
    } else if (pending.isDigits() || pending.isZero()) {
      var product = pending.product(value);
      if (product.isEmpty()) {
        flush();
      }
      pending.set(product.orElse(value));
    } else {
      pending.multiplyRest(value);
    }
  }

  private void multiply(BigInteger value, String suffix) {
    if (pending.isNone()) {
      pending.set(value);
    } else if (pending.isDigits()) {
      var product = pending.product(value);
      if (product.isEmpty()) {
        flush();
      }
      pending.set(product.orElse(value));
    } else {
      pending.multiplyRest(value);
    }
    emit(pending.text() + suffix);
  }

  private void sign(String word, String symbol) {
    flush();
    if (isNumberNext()) {
      prefix = symbol;
    } else {
      emit(word);
    }
  }

  private void currency(String word, String symbol) {
    if (pending.isNone()) {
      emit(word);
    } else {
      prefix = symbol;
      flush();
    }
  }

  private void per(String word) {
    if (!pending.isNone() && "cent".equals(next())) {
      emit(pending.text() + "%");
      at++;
    } else {
      flushAndEmit(word);
    }
  }

  private void and(String word) {
    if (!(before() instanceof Multiplier)) {
      flushAndEmit(word);
    }
  }

  private void repeat(String word, int times) {
    switch (NumberWords.find(next())) {
      case Unit(int value) -> repeatDigit(Integer.toString(value), times);
      case Zero _ -> repeatDigit("0", times);
      case null, default -> flushAndEmit(word);
    }
  }

  private void repeatDigit(String digit, int times) {
    pending.appendUnlessZero(digit.repeat(times));
    at++;
  }

  /// A point that no digit follows disappears.
  private void point() {
    String next = next();
    if (NumberWords.isDecimal(NumberWords.find(next)) || (next != null && isNumeric(next, 0))) {
      pending.appendUnlessZero(".");
    }
  }

  private void flush() {
    if (!pending.isNone()) {
      emit(pending.text());
    }
  }

  private void flushAndEmit(String word) {
    flush();
    emit(word);
  }

  private void emit(String text) {
    if (!out.isEmpty()) {
      out.append(' ');
    }
    out.append(prefix).append(text);
    prefix = "";
    pending.clear();
  }

  private @Nullable NumberWord before() {
    return at > 0 ? NumberWords.find(words.get(at - 1)) : null;
  }

  private @Nullable String next() {
    return at + 1 < words.size() ? words.get(at + 1) : null;
  }

  private boolean isNumberNext() {
    String next = next();
    return next != null && (NumberWords.find(next) != null || isNumeric(next, 0));
  }

  /// `^\d+(\.\d+)?$`, from some place on.
  private static boolean isNumeric(String word, int from) {
    int point = -1;
    int digits = 0;
    for (int i = from; i < word.length(); i = word.offsetByCodePoints(i, 1)) {
      int codePoint = word.codePointAt(i);
      if (Character.isDigit(codePoint)) {
        digits++;
      } else if (codePoint == '.' && point < 0 && digits > 0) {
        point = digits;
      } else {
        return false;
      }
    }
    int before = point < 0 ? digits : point;
    return before > 0
        && digits != point
        && Math.max(before, digits - before) <= PendingNumber.MOST_DIGITS;
  }
}
