package io.curlake.jobs.discovery.history;

import java.io.Serializable;
import java.time.Instant;

/** A run that looked at resources, and when it began. */
public record Look(String runId, Instant at) implements Serializable {}
