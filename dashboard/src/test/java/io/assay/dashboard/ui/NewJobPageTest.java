package io.assay.dashboard.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.assay.contracts.event.Job;
import io.assay.dashboard.KafkaForTests;
import io.assay.dashboard.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaForTests.class)
class NewJobPageTest extends PageTest {

  private static final String MISTAKE = "name: x\ntask: text-generation\nmetrics: [exact_mach]\n";

  @Test
  void aMistakeIsMarkedAtItsLineWhileTyping() {
    var page = browser().open("/jobs/new");
    assertThat(page.getByText("The document is valid: 1,319 samples")).isVisible();
    editor(page).fill(MISTAKE);
    assertThat(page.locator(".gutter .wrong")).hasText("3");
    assertThat(page.locator(".problems")).containsText("Line 3");
    assertThat(page.locator(".problems")).containsText("unknown metric exact_mach");
    assertThat(page.locator(".problems")).containsText("did you mean exact_match?");
    editor(page).fill(MISTAKE.replace("exact_mach", "exact_match"));
    assertThat(page.locator(".gutter .wrong")).hasCount(0);
    browser().assertNoComplaints();
  }

  @Test
  void aRefusedSubmissionShowsItsProblems() {
    var page = browser().open("/jobs/new");
    page.route(
        Pattern.compile(".*/api/jobs$"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(422)
                    .setContentType("application/json")
                    .setBody(
                        "{\"problems\":[{\"line\":2,\"column\":1,\"path\":\"dataset\",\"message\":\"no file there\"}]}")));
    page.getByText("Submit job").click();
    assertThat(page.locator(".gutter .wrong")).hasText("2");
    assertThat(page.locator(".problems")).containsText("no file there");
    assertThat(page).hasURL(Pattern.compile(".*/jobs/new"));
  }

  @Test
  void submittingGoesToTheJob() {
    publish(Samples.job("submitted", Job.State.QUEUED, "m/a"));
    var page = browser().open("/jobs/new");
    page.getByText("Submit job").click();
    assertThat(page).hasURL(Pattern.compile(".*/jobs/submitted"));
    assertThat(page.locator("h1")).hasText("Sums of submitted");
    browser().assertNoComplaints();
  }

  @Test
  void aCopyStartsFromTheJobsDocument() {
    var job = runningJob();
    var page = browser().open("/jobs/" + job);
    page.getByText("Duplicate").click();
    assertThat(editor(page)).hasValue("name: Sums of " + job);
    assertThat(page.locator(".curl")).containsText("\"document\":\"name: Sums of " + job);
  }

  @Test
  void parametersOfTheDocumentCanBeFilledIn() {
    var page = browser().open("/jobs/new");
    editor(page).fill("name: x\nparameters:\n  data: ../shared\n");
    var field =
        page.locator(".field")
            .filter(new Locator.FilterOptions().setHasText("data"))
            .first()
            .locator("input");
    assertThat(field).hasAttribute("placeholder", "../shared");
    field.fill("/elsewhere");
    assertThat(page.locator(".curl")).containsText("\"parameters\":{\"data\":\"/elsewhere\"}");
  }

  private static Locator editor(Page page) {
    return page.locator("textarea");
  }
}
