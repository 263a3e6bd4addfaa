/// What the browser and other clients ask for. Start at [io.assay.dashboard.api.JobsResource]. Only
/// reads: jobs are submitted, paused and cancelled through the prompt producer's API.
@NullMarked
package io.assay.dashboard.api;

import org.jspecify.annotations.NullMarked;
