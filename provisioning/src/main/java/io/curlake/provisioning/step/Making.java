package io.curlake.provisioning.step;

import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.Updates;

/**
 * How an export or a report is made.
 *
 * @param target where it delivers
 * @param updates whether one that differs is changed
 */
record Making(Target target, Updates updates, Journal journal, PolicyLag lag) {}
