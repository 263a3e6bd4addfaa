package io.assay.standalone.show;

import java.io.PrintStream;

/// Where a command prints. With `--json` standard output belongs to the one JSON document, and all
/// else goes to standard error.
public final class Terminal {

  private final boolean json;
  private final PrintStream people;
  private final boolean watched;
  private final int columns;

  private Terminal(boolean json, PrintStream people, boolean watched, int columns) {
    this.json = json;
    this.people = people;
    this.watched = watched;
    this.columns = columns;
  }

  /// The process' terminal. The launcher says in `ASSAY_TTY` which streams are one (`1`, `2`, `12`)
  /// and in `COLUMNS` how wide it is: Java cannot tell for a single stream.
  public static Terminal of(boolean json) {
    String terminals = System.getenv().getOrDefault("ASSAY_TTY", "");
    boolean watched = terminals.contains(json ? "2" : "1");
    return new Terminal(json, json ? System.err : System.out, watched, columns());
  }

  /// A terminal that prints lines to one stream, for tests.
  public static Terminal lines(PrintStream stream, boolean json) {
    return new Terminal(json, stream, false, 100);
  }

  private static int columns() {
    try {
      return Math.max(40, Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "100")));
    } catch (NumberFormatException _) {
      return 100;
    }
  }

  /// Whether lines can be drawn over: a person watches.
  public boolean live() {
    return watched && System.getenv("NO_COLOR") == null;
  }

  /// How many columns a line has.
  public int width() {
    return columns;
  }

  /// How long lines of a list may be: a program that reads them wants each item on one line.
  public int listWidth() {
    return watched ? columns : Integer.MAX_VALUE;
  }

  /// Whether results are wanted as JSON.
  public boolean json() {
    return json;
  }

  /// A line for people.
  public void say(String line) {
    people.println(line);
  }

  /// Text for people, as it is.
  public void draw(String text) {
    people.print(text);
    people.flush();
  }

  /// A line about something that is wrong.
  public void complain(String line) {
    System.err.println(line);
  }

  /// The one JSON document.
  public void document(String text) {
    System.out.println(text);
  }
}
