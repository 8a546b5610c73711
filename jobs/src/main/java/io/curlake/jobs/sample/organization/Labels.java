package io.curlake.jobs.sample.organization;

import io.curlake.jobs.sample.line.Attributes;

/**
 * What a resource is labelled with.
 *
 * @param tags resource tags and cost categories together, under the keys of the CUR 2.0 column {@code tags}
 */
public record Labels(Attributes resourceTags, Attributes costCategories, Attributes tags) {
    public static final Labels NONE = new Labels(Attributes.NONE, Attributes.NONE, Attributes.NONE);
}
