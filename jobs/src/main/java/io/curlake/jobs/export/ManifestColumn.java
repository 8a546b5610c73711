package io.curlake.jobs.export;

import java.io.Serializable;

/** A column as a manifest lists it: in the format's own spelling, the type empty where the manifest gives none. */
public record ManifestColumn(String name, String type) implements Serializable {}
