package io.curlake.jobs.discovery.collect;

import io.curlake.model.resource.ResourceType;

/** Looks for the resources of one type. */
public interface Collector {
    ResourceType type();

    /** Tells every resource there; throws what the SDK throws where they cannot be listed to the end. */
    void collect(Place place, Found found);
}
