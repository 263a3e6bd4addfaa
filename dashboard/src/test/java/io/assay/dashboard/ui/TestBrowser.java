package io.assay.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// A Chromium that remembers what pages complained of. One serves all tests of a server: pages have
/// sessions of their own.
final class TestBrowser {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable TestBrowser shared;

  private final Playwright playwright;
  private final Browser browser;
  private final String root;
  private final List<String> complaints = new ArrayList<>();

  private TestBrowser(Path executable, String root) {
    this.root = root;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
  }

  /// The one of this server, or skips the test where there is no Chromium.
  static TestBrowser openOrSkip(int port) {
    var executable = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    Assumptions.assumeTrue(
        Files.isExecutable(executable),
        () -> "no browser at " + executable + ": install Chromium or give -Dchromium=PATH");
    String root = "http://localhost:" + port;
    TestBrowser open = shared;
    if (open == null || !open.root.equals(root)) {
      open = new TestBrowser(executable, root);
      Runtime.getRuntime().addShutdownHook(new Thread(open::close));
      shared = open;
    }
    return open;
  }

  /// A page of its own session, 1440 pixels wide, in light colours.
  Page open(String path) {
    return open(path, ColorScheme.LIGHT);
  }

  Page open(String path, ColorScheme colours) {
    var context = context(colours);
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onResponse(response -> {
      if (response.status() >= 400) {
        complaints.add(response.status() + " " + response.url());
      }
    });
    page.navigate(root + path);
    return page;
  }

  private BrowserContext context(ColorScheme colours) {
    return browser.newContext(
        new Browser.NewContextOptions().setViewportSize(1440, 960).setColorScheme(colours));
  }

  /// Fails if a page logged an error, threw one, or got an answer of 400 or more.
  void assertNoComplaints() {
    assertThat(complaints).isEmpty();
  }

  /// Closes what earlier tests opened and forgets what it complained of.
  void startAnew() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    complaints.clear();
  }

  private void close() {
    browser.close();
    playwright.close();
  }
}
