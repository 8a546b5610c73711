package io.curlake.sandbox.aws.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What accounts have, by account, region and the operation that lists it: {@code ec2:DescribeVolumes}. Items are what stands in
 * the list that the operation answers, in AWS's names; members that begin with {@code _} are for the stand-in alone:
 *
 * <ul>
 *   <li>{@code _tags} of what is listed without its tags: a list of Key and Value
 *   <li>{@code _public} of a snapshot that everyone may restore
 *   <li>{@code _console} of a user with a password, {@code _lastUsed} of an access key
 *   <li>{@code _region} of a bucket, and {@code _settings}: what {@code GetBucketTagging} and the like answer
 * </ul>
 */
public final class Cloud {
    /** The region of what is of no region. */
    public static final String GLOBAL = "global";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;

    private final Models models = new Models();
    private final Map<Place, Map<String, List<ObjectNode>>> items = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> regions = new ConcurrentHashMap<>();
    private final Set<Place> vanished = ConcurrentHashMap.newKeySet();
    private final Map<Failing, Failure> failures = new ConcurrentHashMap<>();
    private final Map<Place, Duration> delays = new ConcurrentHashMap<>();
    private volatile int pageSize = PAGE;
    private volatile Predicate<String> allowed = any -> true;

    record Place(String account, String region) {}

    private record Failing(String account, String region, String operation) {}

    Models models() {
        return models;
    }

    /** Adds what {@code {account: {region: {operation: [items]}}}} says. Throws IllegalArgumentException for what AWS cannot answer. */
    public void load(String json) {
        parsed(json)
                .properties()
                .forEach(account -> account.getValue()
                        .properties()
                        .forEach(region -> region.getValue()
                                .properties()
                                .forEach(operation -> add(
                                        new Place(account.getKey(), region.getKey()),
                                        operation.getKey(),
                                        operation.getValue()))));
    }

    /** Replaces what one operation lists. */
    public void put(String account, String region, String operation, String itemsJson) {
        Place place = new Place(account, region);
        inPlace(place).remove(operation);
        add(place, operation, parsed(itemsJson));
    }

    /** Forgets everything there. */
    public void clear(String account, String region) {
        items.remove(new Place(account, region));
    }

    private void add(Place place, String operation, JsonNode list) {
        models.check(place + " " + operation, operation, list);
        List<ObjectNode> all = inPlace(place).computeIfAbsent(operation, any -> new ArrayList<>());
        synchronized (all) {
            list.forEach(item -> all.add((ObjectNode) item));
        }
    }

    private Map<String, List<ObjectNode>> inPlace(Place place) {
        return items.computeIfAbsent(place, any -> new ConcurrentHashMap<>());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read this as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What an operation lists there. */
    List<ObjectNode> items(String account, String region, String operation) {
        List<ObjectNode> all =
                items.getOrDefault(new Place(account, region), Map.of()).getOrDefault(operation, List.of());
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    /** Whether anything of the account is here: its buckets, which may be none, are then those that are here. */
    boolean knows(String account) {
        return items.keySet().stream().anyMatch(place -> place.account().equals(account));
    }

    /** How many items a page has at most. */
    public void pageSize(int size) {
        pageSize = size;
    }

    int pageSize() {
        return pageSize;
    }

    /** Sets the regions of an account: {@code opt-in-not-required}, {@code opted-in} or {@code not-opted-in}. */
    public void regions(String account, Map<String, String> status) {
        regions.put(account, new TreeMap<>(status));
    }

    Map<String, String> regions(String account) {
        return regions.getOrDefault(account, DefaultRegions.STATUS);
    }

    /** A region of an account is still listed, but answers no call. */
    public void vanish(String account, String region) {
        vanished.add(new Place(account, region));
    }

    boolean isEnabled(String account, String region) {
        return !vanished.contains(new Place(account, region))
                && !regions(account).getOrDefault(region, "not-opted-in").equals("not-opted-in");
    }

    /** Fails {@code ec2:DescribeVolumes}, or {@code *} for every call, in one account and region; {@code *} for all of them. */
    public void fail(String account, String region, String operation, Failure failure) {
        failures.put(new Failing(account, region, operation), failure);
    }

    /**
     * Denies every call but some, of all accounts, as a policy does.
     *
     * @param operations told {@code ec2:DescribeVolumes}
     */
    public void allowOnly(Predicate<String> operations) {
        allowed = operations;
    }

    /** Answers every call there after a while only. */
    public void slow(String account, String region, Duration delay) {
        delays.put(new Place(account, region), delay);
    }

    Duration delay(String account, String region) {
        return delays.getOrDefault(new Place(account, region), Duration.ZERO);
    }

    /** The failure of the next call; counts it. */
    synchronized Optional<Failure> failure(String account, String region, String operation) {
        if (!allowed.test(operation)) {
            return Optional.of(Failure.accessDenied());
        }
        for (String someAccount : List.of(account, "*")) {
            for (String someRegion : List.of(region, "*")) {
                for (String someOperation : List.of(operation, "*")) {
                    Failing failing = new Failing(someAccount, someRegion, someOperation);
                    Failure failure = failures.get(failing);
                    if (failure != null && !failure.isOver()) {
                        failures.put(failing, failure.once());
                        return Optional.of(failure);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
