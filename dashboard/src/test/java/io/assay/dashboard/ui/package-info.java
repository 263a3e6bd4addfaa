/// The pages in a real browser, over the real projection: events go into Kafka, numbers come out on
/// the screen. Start at [io.assay.dashboard.ui.JobPageTest]. Without a Chromium (`-Dchromium=PATH`,
/// else `/usr/bin/chromium`) these tests are skipped, and say so.
@NullMarked
package io.assay.dashboard.ui;

import org.jspecify.annotations.NullMarked;
