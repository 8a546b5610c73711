package io.curlake.jobs.run.insight;

/** The load that the costs of a period are of. */
public record Origin(String deliveryId, String loadId) {}
