package io.assay.tasks.speech;

import java.math.BigInteger;

/// A word that means a number, or says something of one beside it.
sealed interface NumberWord {

  /// `zero`, `oh`.
  record Zero() implements NumberWord {}

  /// `one` to `nineteen`.
  record Unit(int value) implements NumberWord {}

  /// `first`, `thirds`: a unit that ends its number.
  record UnitForm(int value, String suffix) implements NumberWord {}

  /// `twenty` to `ninety`.
  record Ten(int value) implements NumberWord {}

  /// `twentieth`, `nineties`.
  record TenForm(int value, String suffix) implements NumberWord {}

  /// `hundred` and up.
  record Multiplier(BigInteger value) implements NumberWord {}

  /// `hundredth`, `millions`.
  record MultiplierForm(BigInteger value, String suffix) implements NumberWord {}

  /// `minus`, `plus`: before a number.
  record Sign(String symbol) implements NumberWord {}

  /// `dollars`, `cents`: after a number, but written before it.
  record Currency(String symbol) implements NumberWord {}

  /// `per`, which `cent` can follow.
  record Per() implements NumberWord {}

  /// `percent`.
  record Percent() implements NumberWord {}

  /// `and`.
  record And() implements NumberWord {}

  /// `double`, `triple`.
  record Repeat(int times) implements NumberWord {}

  /// `point`.
  record Point() implements NumberWord {}
}
