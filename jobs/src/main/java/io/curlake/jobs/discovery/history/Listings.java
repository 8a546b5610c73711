package io.curlake.jobs.discovery.history;

import io.curlake.jobs.discovery.Resource;
import io.curlake.model.resource.ResourceType;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run listed to the end, and whether it saw all there is to see of it. */
public final class Listings implements Serializable {
    private final Map<Place, Boolean> detailed = new HashMap<>();

    private record Place(String account, String region, ResourceType type) implements Serializable {
        static Place of(String account, String region, ResourceType type) {
            return new Place(account, type.isOfWholeAccount() ? Resource.GLOBAL : region, type);
        }
    }

    /** @param isDetailed whether nothing about the resources was denied */
    public void add(String account, String region, ResourceType type, boolean isDetailed) {
        detailed.put(Place.of(account, region, type), isDetailed);
    }

    /** Whether a resource that was not found there is no more. */
    boolean isListed(Resource resource) {
        return detailed.containsKey(placeOf(resource));
    }

    /** Whether what was not seen of a resource is not so. */
    boolean isDetailed(Resource resource) {
        return detailed.getOrDefault(placeOf(resource), false);
    }

    /** The types that were listed to the end there; those of the whole account are listed in every region. */
    public Set<ResourceType> types(String account, String region) {
        return Set.of(ResourceType.values()).stream()
                .filter(type -> know(account, region, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether anything of the account was listed. */
    public boolean know(String account) {
        return detailed.keySet().stream().anyMatch(place -> place.account().equals(account));
    }

    /** Whether resources of that type are known there. */
    public boolean know(String account, String region, ResourceType type) {
        return detailed.containsKey(Place.of(account, region, type));
    }

    private static Place placeOf(Resource resource) {
        return Place.of(resource.account(), resource.region(), resource.type());
    }
}
