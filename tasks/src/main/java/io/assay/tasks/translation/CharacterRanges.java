package io.assay.tasks.translation;

import java.util.BitSet;

/// A set of characters up to U+FFFF.
final class CharacterRanges {

  private final BitSet members = new BitSet();

  /// @param bounds first and last character of each range in turn
  CharacterRanges(int... bounds) {
    for (int i = 0; i < bounds.length; i += 2) {
      members.set(bounds[i], bounds[i + 1] + 1);
    }
  }

  /// The characters of a text.
  static CharacterRanges of(String characters) {
    var ranges = new CharacterRanges();
    characters.chars().forEach(ranges.members::set);
    return ranges;
  }

  CharacterRanges and(CharacterRanges other) {
    var both = new CharacterRanges();
    both.members.or(members);
    both.members.or(other.members);
    return both;
  }

  /// The text with a space before and after each member.
  String spaceAround(String text) {
    var spaced = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (members.get(character)) {
        spaced.append(' ').append(character).append(' ');
      } else {
        spaced.append(character);
      }
    }
    return spaced.toString();
  }

  /// The text without members.
  String deleteFrom(String text) {
    var kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!members.get(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
