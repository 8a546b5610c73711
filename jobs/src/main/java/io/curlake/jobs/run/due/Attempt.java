package io.curlake.jobs.run.due;

import io.curlake.jobs.export.TornDelivery;
import io.curlake.jobs.run.PeriodResult;
import java.util.Optional;

/**
 * How one attempt at a period ended.
 *
 * @param torn where AWS is delivering, and another attempt may end better
 */
record Attempt(PeriodResult result, Optional<TornDelivery> torn) {}
