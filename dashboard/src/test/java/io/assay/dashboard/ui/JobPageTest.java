package io.assay.dashboard.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.assay.contracts.event.Job;
import io.assay.dashboard.KafkaForTests;
import io.assay.dashboard.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaForTests.class)
class JobPageTest extends PageTest {

  @Test
  void numbersMoveWhileTheJobRuns() {
    var job = runningJob();
    var page = browser().open("/jobs/" + job);
    assertThat(cell(page)).containsText("0.5000");
    assertThat(cell(page)).containsText("n 11");
    assertThat(page.getByText("provisional")).isVisible();
    publish(Samples.metric(job, "m/a", 0.75, 20, false), Samples.progress(job, "m/a", 20, 0));
    assertThat(cell(page)).containsText("0.7500");
    assertThat(cell(page)).containsText("n 20");
    assertThat(page.locator(".kpi").first()).containsText("20 of 80");
    browser().assertNoComplaints();
  }

  @Test
  void theEndIsShownWithoutReloading() {
    var job = runningJob();
    var page = browser().open("/jobs/" + job);
    assertThat(page.locator("h1 + .meta")).containsText("Running");
    publish(
        Samples.metric(job, "m/a", 0.7, 11, true),
        Samples.progress(job, "m/a", 11, 1),
        Samples.progress(job, "m/b", 0, 0),
        Samples.job(job, Job.State.COMPLETED, "m/a", "m/b"));
    assertThat(page.locator("h1 + .meta")).containsText("Completed");
    assertThat(button(page, "Cancel job")).hasCount(0);
    assertThat(cell(page)).containsText("0.7000");
  }

  @Test
  void heldNumbersStandStillAndComeBackAtOnce() {
    var job = runningJob();
    var page = browser().open("/jobs/" + job);
    assertThat(cell(page)).containsText("0.5000");
    button(page, "Hold updates").click();
    publish(Samples.metric(job, "m/a", 0.9, 30, false));
    var show = page.getByText("Show updates (");
    assertThat(show).isVisible();
    assertThat(cell(page)).containsText("0.5000");
    show.click();
    assertThat(cell(page)).containsText("0.9000");
  }

  @Test
  void cancellingAsksOnceAndSaysWhatIsLost() {
    var page = browser().open("/jobs/" + runningJob());
    button(page, "Cancel job").click();
    var dialog = page.locator("dialog");
    assertThat(dialog).containsText("68 of 80 samples are not settled");
    dialog.getByText("Keep running").click();
    assertThat(dialog).hasCount(0);
    button(page, "Cancel job").click();
    dialog.locator("button", new Locator.LocatorOptions().setHasText("Cancel job")).click();
    assertThat(page.locator("h1 + .meta")).containsText("Cancelled");
    browser().assertNoComplaints();
  }

  @Test
  void countsLeadToTheirSamples() {
    var job = runningJob();
    var page = browser().open("/jobs/" + job);
    var row = page.locator(".models tbody tr").first();
    row.locator("a").first().click();
    assertThat(page)
        .hasURL(java.util.regex.Pattern.compile(".*/samples\\?model=m%2Fa&status=SCORED"));
    assertThat(page.locator(".samples .line")).hasCount(11);
    browser().assertNoComplaints();
  }

  @Test
  void aLostStreamIsSaidAndFoundAgain() {
    var job = runningJob();
    var page = browser().open("/jobs/" + job);
    assertThat(page.locator(".live")).containsText("Live");
    page.route("**/api/live*", route -> route.abort());
    page.reload();
    assertThat(page.locator(".live")).containsText("Connection lost");
    assertThat(cell(page)).containsText("0.5000");
    page.unroute("**/api/live*");
    assertThat(page.locator(".live")).containsText("Live");
    publish(Samples.metric(job, "m/a", 0.8, 25, false));
    assertThat(cell(page)).containsText("0.8000");
  }

  @Test
  void theChartHasATableOfTheSame() {
    var page = browser().open("/jobs/" + runningJob());
    assertThat(page.locator(".plot canvas")).isVisible();
    button(page, "As table").click();
    assertThat(page.locator("section[aria-label='How the metrics settle'] table"))
        .containsText("0.5000");
    browser().assertNoComplaints();
  }

  @Test
  void anEndedJobIsDeletedAfterOneQuestion() {
    var job = runningJob();
    var page = browser().open("/jobs/" + job);
    assertThat(button(page, "Pause")).isVisible();
    assertThat(button(page, "Delete")).hasCount(0);
    publish(Samples.job(job, Job.State.FAILED, "m/a", "m/b"));
    button(page, "Delete").click();
    var dialog = page.locator("dialog");
    dialog.getByText("Keep it").click();
    assertThat(dialog).hasCount(0);
    button(page, "Delete").click();
    var asked =
        page.waitForRequest(
            request -> request.method().equals("DELETE"),
            () ->
                dialog
                    .locator("button", new Locator.LocatorOptions().setHasText("Delete job"))
                    .click());
    org.assertj.core.api.Assertions.assertThat(asked.url()).endsWith("/api/jobs/" + job);
    assertThat(page.locator("h1")).hasText("Jobs");
    browser().assertNoComplaints();
  }

  @Test
  void slicesHaveATableWhoseCellsLeadToTheirSamples() {
    var job = runningJob();
    var page = browser().open("/jobs/" + job);
    assertThat(cell(page)).containsText("0.5000");
    assertThat(page.locator("section[aria-label='Scores by slice']")).hasCount(0);
    publish(
        Samples.metric(job, "m/a", "parity=even", 0.25, 5, false),
        Samples.metric(job, "m/a", "parity=odd", 0.8, 6, false));
    var table = page.locator("section[aria-label='Scores by slice'] table");
    assertThat(table).containsText("0.2500");
    assertThat(table.locator("tbody tr")).hasCount(3);
    table.locator("a", new Locator.LocatorOptions().setHasText("0.2500")).click();
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*slice=parity%3Deven.*"));
    assertThat(page.locator("select[aria-label=Slice]")).hasValue("parity=even");
    assertThat(page.locator(".samples .line")).hasCount(5);
    browser().assertNoComplaints();
  }

  private static Locator cell(Page page) {
    return page.locator(".mx tbody tr").first().locator("td").first();
  }

  private static Locator button(Page page, String text) {
    return page.locator("main button", new Page.LocatorOptions().setHasText(text));
  }
}
