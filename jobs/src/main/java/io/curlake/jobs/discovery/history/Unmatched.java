package io.curlake.jobs.discovery.history;

import io.curlake.jobs.discovery.BilledResource;
import io.curlake.model.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a resource has no cost, or a cost no resource. */
public final class Unmatched {
    public static final String NO_RESOURCE_ID = "the bill names no resource";
    public static final String ACCOUNT_NOT_LOOKED_AT = "the account was not looked at";
    public static final String NO_SUCH_TYPE = "discovery looks for nothing of this kind";
    public static final String NOT_LISTED = "its type was not listed there";
    public static final String GONE = "it was gone when its type was listed";
    public static final String ENDED = "it has ended";
    public static final String FREE = "its type costs nothing by itself";
    public static final String NOT_BILLED = "no bill of its account was built";
    public static final String NEWER = "it is newer than the bill";
    public static final String STOPPED = "it was stopped";
    public static final String NO_LINE_ITEM = "no line item of these days names it";

    private static final Set<ResourceType> FREE_TYPES = Set.of(
            ResourceType.SECURITY_GROUP,
            ResourceType.NETWORK_INTERFACE,
            ResourceType.IMAGE,
            ResourceType.ECS_CLUSTER,
            ResourceType.USER,
            ResourceType.ACCESS_KEY);

    private Unmatched() {}

    /**
     * Why no resource is known that a cost names.
     *
     * @param region as the bill has it; that of an ARN goes before it
     */
    public static String cost(Listings listings, String account, String region, String id, String productCode) {
        if (id.isEmpty()) {
            return NO_RESOURCE_ID;
        }
        if (!listings.know(account)) {
            return ACCOUNT_NOT_LOOKED_AT;
        }
        Optional<ResourceType> type = BilledResource.typeOf(id, productCode);
        if (type.isEmpty()) {
            return NO_SUCH_TYPE;
        }
        String place = BilledResource.regionOf(id).orElse(region);
        return listings.know(account, place, type.get()) ? GONE : NOT_LISTED;
    }

    /**
     * Why no cost names a resource.
     *
     * @param isBilled whether a bill of its account was built
     * @param to the last day of that bill
     */
    public static String resource(
            ResourceType type, String state, @Nullable Instant created, boolean isBilled, LocalDate to) {
        if (FREE_TYPES.contains(type)) {
            return FREE;
        }
        if (!isBilled) {
            return NOT_BILLED;
        }
        if (created != null && LocalDate.ofInstant(created, ZoneOffset.UTC).isAfter(to)) {
            return NEWER;
        }
        return state.equals("stopped") ? STOPPED : NO_LINE_ITEM;
    }
}
