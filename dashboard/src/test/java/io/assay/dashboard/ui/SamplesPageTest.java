package io.assay.dashboard.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.assay.dashboard.KafkaForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaForTests.class)
class SamplesPageTest extends PageTest {

  @Test
  void aSampleOpensWithPromptOutputTargetAndScores() {
    var page = browser().open("/jobs/" + runningJob() + "/samples");
    page.locator(".samples .line").first().click();
    var detail = page.locator(".detail");
    assertThat(detail).containsText("Answer with a number.");
    assertThat(detail).containsText("What is 2 + s1?");
    assertThat(detail).containsText("The answer is 42");
    assertThat(detail).containsText("read 42");
    assertThat(page).hasURL(Pattern.compile(".*[?&]at=.*"));
    page.reload();
    assertThat(detail).containsText("What is 2 + s1?");
    page.keyboard().press("Escape");
    assertThat(detail).hasCount(0);
    browser().assertNoComplaints();
  }

  @Test
  void theSamplesThatMatchCanBeTakenAway() {
    var page = browser().open("/jobs/" + runningJob() + "/samples?q=s3");
    assertThat(page.locator(".samples .line")).hasCount(1);
    var file = page.waitForDownload(() -> page.locator(".filters a[download]").last().click());
    Assertions.assertThat(file.suggestedFilename()).endsWith(".csv");
    Assertions.assertThat(file.path()).content().contains("model,task,id").contains("sums,s3,1,");
  }

  @Test
  void whatAModelSaysIsText() {
    var page = browser().open("/jobs/" + runningJob() + "/samples?q=onerror");
    assertThat(page.locator(".samples .line")).hasCount(1);
    page.locator(".samples .line").click();
    assertThat(page.locator(".detail")).containsText("<img src=x onerror=");
    assertThat(page.locator("main img")).hasCount(0);
    Assertions.assertThat(page.title()).doesNotContain("owned");
  }

  @Test
  void theKeyboardMovesAndOpens() {
    var page = browser().open("/jobs/" + runningJob() + "/samples");
    assertThat(page.locator(".samples .line")).hasCount(11);
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    assertThat(page.locator(".detail h2")).hasText("s2");
    page.keyboard().press("j");
    assertThat(page.locator(".detail h2")).hasText("s3");
    page.keyboard().press("k");
    assertThat(page.locator(".detail h2")).hasText("s2");
  }

  @Test
  void filtersAreInTheAddressAndOutliveAReload() {
    var page = browser().open("/jobs/" + runningJob() + "/samples");
    page.getByLabel("Only scores below").fill("1");
    assertThat(page.locator(".samples .line")).hasCount(5);
    assertThat(page).hasURL(Pattern.compile(".*below=1.*"));
    page.reload();
    assertThat(page.locator(".samples .line")).hasCount(5);
    chip(page, "Timed out").click();
    assertThat(page.getByText("No sample matches")).isVisible();
    page.getByText("Clear filters").click();
    assertThat(page.locator(".samples .line")).hasCount(11);
    browser().assertNoComplaints();
  }

  private static com.microsoft.playwright.Locator chip(Page page, String text) {
    return page.locator("button.chip", new Page.LocatorOptions().setHasText(text));
  }
}
