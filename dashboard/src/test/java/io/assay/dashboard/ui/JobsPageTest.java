package io.assay.dashboard.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.assay.contracts.event.Job;
import io.assay.dashboard.KafkaForTests;
import io.assay.dashboard.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaForTests.class)
class JobsPageTest extends PageTest {

  @Test
  void aJobsProgressMovesInTheList() {
    var job = runningJob();
    var page = browser().open("/");
    var row = row(page, "Sums of " + job);
    assertThat(row).containsText("12 of 80");
    publish(Samples.progress(job, "m/a", 30, 0));
    assertThat(row).containsText("31 of 80");
    publish(Samples.job(job, Job.State.FAILED, "m/a", "m/b"));
    assertThat(row).containsText("Failed");
    browser().assertNoComplaints();
  }

  @Test
  void aPageThatComesLateDoesNotPutTheNumbersBack() {
    var job = runningJob();
    var page = browser().open("/");
    var row = row(page, "Sums of " + job);
    assertThat(row).containsText("12 of 80");
    var held = new ArrayList<Route>();
    var answers = new ArrayList<APIResponse>();
    page.route(
        Pattern.compile(".*/api/jobs\\?.*"),
        route -> {
          answers.add(route.fetch()); // as it was before the progress
          held.add(route);
        });
    var other = runningJob(); // unknown to the page, which asks for the list again
    page.waitForCondition(() -> !held.isEmpty());
    publish(Samples.progress(job, "m/a", 30, 0));
    assertThat(row).containsText("31 of 80");

    for (int i = 0; i < held.size(); i++) {
      held.get(i).fulfill(new Route.FulfillOptions().setResponse(answers.get(i)));
    }

    assertThat(row(page, "Sums of " + other)).hasCount(1);
    assertThat(row).containsText("31 of 80");
  }

  @Test
  void aNewJobAppearsByItself() {
    var page = browser().open("/jobs");
    assertThat(page.locator("h1")).hasText("Jobs");
    var job = runningJob();
    assertThat(row(page, "Sums of " + job)).hasCount(1);
  }

  @Test
  void filtersAreInTheAddressAndOutliveAReload() {
    var job = runningJob();
    var page = browser().open("/jobs");
    page.getByPlaceholder("Name, model or task").fill("sums of " + job);
    assertThat(page).hasURL(Pattern.compile(".*q=sums.*"));
    assertThat(row(page, "Sums of " + job)).hasCount(1);
    page.reload();
    assertThat(page.getByPlaceholder("Name, model or task")).hasValue("sums of " + job);
    page.locator(".filters button", new Page.LocatorOptions().setHasText("Queued")).click();
    assertThat(page.getByText("No job matches")).isVisible();
    page.getByText("Clear filters").click();
    assertThat(row(page, "Sums of " + job)).hasCount(1);
    browser().assertNoComplaints();
  }

  @Test
  void theKeyboardGoesEverywhere() {
    var page = browser().open("/jobs");
    assertThat(page.locator("h1")).hasText("Jobs");
    page.keyboard().press("g");
    page.keyboard().press("m");
    assertThat(page.locator("h1")).hasText("Models");
    page.keyboard().press("n");
    assertThat(page.locator("h1")).hasText("New job");
    page.locator("h1").click();
    page.keyboard().press("?");
    assertThat(page.locator("dialog")).containsText("Next, previous row");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(0);
    page.keyboard().press("t");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
  }

  @Test
  void modelsAreFilteredByWhatPeopleChooseBy() {
    var page = browser().open("/models");
    assertThat(page.locator(".card")).hasCount(2);
    page.locator(".filters button", new Page.LocatorOptions().setHasText("Proprietary")).click();
    assertThat(page.locator(".card")).hasCount(1);
    page.reload();
    assertThat(page.locator(".card")).containsText("DALL·E 3");
    page.locator(".card").click();
    assertThat(page.locator("dialog"))
        .containsText(
            "image",
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setIgnoreCase(true));
    browser().assertNoComplaints();
  }

  private static Locator row(Page page, String name) {
    return page.locator(".jobs tbody tr")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
  }
}
