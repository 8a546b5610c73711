package io.curlake.jobs.restatement;

import java.io.Serializable;
import java.time.Instant;

/**
 * Two deliveries of one period.
 *
 * @param before the id of the one
 * @param after the id of the one that took its place
 * @param restatedAt when that became known
 */
public record DeliveryPair(String before, String after, Instant restatedAt) implements Serializable {}
