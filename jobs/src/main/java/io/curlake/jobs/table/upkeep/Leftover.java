package io.curlake.jobs.table.upkeep;

/** A file that no version within the retention needs. */
public record Leftover(Reason reason, String uri, long size) {}
