package io.assay.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.assay.dashboard.KafkaForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page in both themes: nothing that keeps people out, no error in the console, no missing
/// file, no sideways scroll from a phone's width to a large screen's.
@QuarkusTest
@QuarkusTestResource(KafkaForTests.class)
class AccessTest extends PageTest {

  private static final List<Integer> WIDTHS = List.of(390, 820, 1200, 1920);

  /// A page and what is there when it is ready.
  private record View(String path, String ready) {}

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyPageIsAccessible(ColorScheme colours) {
    var job = runningJob();
    for (var view : views(job)) {
      var page = browser().open(view.path(), colours);
      PlaywrightAssertions.assertThat(page.locator(view.ready()).first()).isVisible();
      assertThat(violations(page)).as(view.path()).isEmpty();
      assertThat(sidewaysScroll(page)).as("sideways scroll of " + view.path()).isEmpty();
      page.close();
    }
    browser().assertNoComplaints();
  }

  private static List<View> views(String job) {
    return List.of(
        new View("/", ".jobs tbody tr"),
        new View("/jobs?q=nothing+like+this", ".center"),
        new View("/jobs/new", ".note.ok"),
        new View("/jobs/" + job, ".plot canvas"),
        new View("/jobs/" + job + "/samples", ".samples .line"),
        new View("/jobs/" + job + "/samples?at=m%252Fa~sums~s3~1", ".detail .facts"),
        new View("/jobs/" + job + "/document", ".editor.read"),
        new View("/models", ".card"),
        new View("/models?model=meta%2Fllama-7b", "dialog"));
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  private static List<Integer> sidewaysScroll(Page page) {
    return WIDTHS.stream()
        .filter(width -> {
          page.setViewportSize(width, 900);
          page.waitForFunction(
              "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
          return !Boolean.TRUE.equals(
              page.evaluate(
                  "document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        })
        .toList();
  }
}
