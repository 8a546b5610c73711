package io.curlake.provisioning.catalog;

/** What the list of exports tells of one; the rest takes a call, and a right, of its own. */
public record ListedExport(String arn, String name, ExportHealth health) {}
