package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.collect.Collector;
import io.curlake.jobs.discovery.collect.Found;
import io.curlake.jobs.discovery.collect.Place;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.resource.ResourceType;
import io.curlake.model.resource.Right;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Looks at one account: at all types in all regions, some calls at a time, then at the metrics of what was found. */
final class AccountRun {
    private final String account;
    private final Access access;
    private final DiscoveryConfig config;
    private final Clock clock;
    private final Consumer<Resource> resources;
    private final Consumer<Outcome> outcomes;
    private final Map<String, List<Resource>> found = new ConcurrentHashMap<>();
    private final Map<String, List<Look>> looks = new ConcurrentHashMap<>();
    private final Set<String> closed = new HashSet<>();

    /** One type in one region, and why it failed; the region says so where it is closed. */
    private record Look(Outcome outcome, boolean isOfRegion) {}

    AccountRun(
            String account,
            Access access,
            DiscoveryConfig config,
            Clock clock,
            Consumer<Resource> resources,
            Consumer<Outcome> outcomes) {
        this.account = account;
        this.access = access;
        this.config = config;
        this.clock = clock;
        this.resources = resources;
        this.outcomes = outcomes;
    }

    void run() {
        Map<String, Place> places = new TreeMap<>();
        Place global = Place.global(account, access.home(), access);
        ExecutorService threads = Executors.newFixedThreadPool(config.callsAtOnce());
        try {
            new Regions(account, access, config, outcomes)
                    .enabled()
                    .forEach(region -> places.put(region, Place.of(account, region, access)));
            List<Runnable> work = new ArrayList<>();
            // One type after the other, so that a slow region does not keep the others waiting.
            Collectors.ALL.stream()
                    .filter(collector -> config.types().contains(collector.type()))
                    .forEach(collector -> (collector.type().isOfWholeAccount() ? List.of(global) : places.values())
                            .forEach(place -> work.add(() -> look(collector, place))));
            all(threads, work);
            looks.forEach(this::tell);
            all(threads, metrics(places));
        } finally {
            threads.shutdownNow();
            places.values().forEach(Place::close);
            global.close();
        }
        found.values().forEach(some -> some.forEach(resources));
    }

    private static void all(ExecutorService threads, List<Runnable> work) {
        List<Future<?>> futures = new ArrayList<>();
        work.forEach(one -> futures.add(threads.submit(one)));
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at an account", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void look(Collector collector, Place place) {
        Instant began = Instant.now();
        List<Look> ofRegion =
                looks.computeIfAbsent(place.region(), any -> Collections.synchronizedList(new ArrayList<>()));
        Found seen = new Found();
        try {
            collector.collect(place, seen);
            seen.resources()
                    .forEach(resource -> found.computeIfAbsent(
                                    resource.region(), any -> Collections.synchronizedList(new ArrayList<>()))
                            .add(resource));
            ofRegion.add(new Look(listed(collector.type(), place, seen, began), false));
        } catch (RuntimeException | LinkageError e) {
            Reason reason = Reason.of(e, collector.type().rights(), access.partition());
            ofRegion.add(
                    new Look(outcome(collector.type().word(), place.region(), 0, began, reason), reason.isOfRegion()));
        }
    }

    /** All was listed; what could not be seen of it is said once for each right. */
    private Outcome listed(ResourceType type, Place place, Found seen, Instant began) {
        Map<String, Reason> denied = new TreeMap<>();
        Map<String, Reason> failed = new TreeMap<>();
        for (Found.Unseen unseen : seen.unseen()) {
            List<Right> rights = type.rights().stream()
                    .filter(right -> right.action().equals(unseen.action()))
                    .toList();
            Reason reason = Reason.of(unseen.reason(), rights, access.partition());
            (reason.status() == Status.DENIED ? denied : failed).putIfAbsent(unseen.action(), reason);
        }
        if (denied.isEmpty() && failed.isEmpty()) {
            return outcome(
                    type.word(),
                    place.region(),
                    seen.resources().size(),
                    began,
                    new Reason(Status.FOUND, "", "", "", "", false));
        }
        List<Reason> reasons = new ArrayList<>(denied.values());
        reasons.addAll(failed.values());
        String actions = String.join(", ", denied.keySet());
        String statements = denied.values().stream()
                .map(Reason::statement)
                .filter(statement -> !statement.isEmpty())
                .reduce((one, other) -> one + "," + other)
                .map(all -> denied.size() > 1 ? "[" + all + "]" : all)
                .orElse("");
        String message = denied.isEmpty()
                ? "Not everything about them could be seen: " + reasons.get(0).message()
                : "All are listed; what " + actions + " shows is not known. "
                        + reasons.get(0).message();
        return outcome(
                type.word(),
                place.region(),
                seen.resources().size(),
                began,
                new Reason(
                        Status.PARTLY,
                        actions,
                        denied.size() == 1 ? reasons.get(0).arn() : "",
                        statements,
                        message,
                        false));
    }

    /** A region that is closed is one line. */
    private void tell(String region, List<Look> ofRegion) {
        boolean isClosed = !region.equals(Resource.GLOBAL)
                && ofRegion.stream().allMatch(Look::isOfRegion)
                && !isOneServiceDenied(ofRegion);
        if (!isClosed) {
            ofRegion.stream()
                    .map(Look::outcome)
                    .sorted(Comparator.comparing(Outcome::type))
                    .forEach(outcomes);
            return;
        }
        closed.add(region);
        Outcome first = ofRegion.get(0).outcome();
        String message = first.status() == Status.SKIPPED
                ? first.message() + " It is left out; what was known of it stays."
                : "A service control policy of the organization closes the region. It is left out; what was known of it stays.";
        outcomes.accept(outcome(
                Outcome.ONE_REGION, region, 0, first.began(), new Reason(Status.SKIPPED, "", "", "", message, true)));
    }

    /** The organization may forbid a service and not the region. */
    private static boolean isOneServiceDenied(List<Look> ofRegion) {
        return ofRegion.stream().allMatch(look -> look.outcome().status() == Status.DENIED)
                && ofRegion.stream()
                                .map(look -> look.outcome().action().replaceFirst(":.*", ""))
                                .distinct()
                                .count()
                        == 1;
    }

    private List<Runnable> metrics(Map<String, Place> places) {
        List<Runnable> work = new ArrayList<>();
        if (config.metricDays() > 0) {
            found.forEach((region, some) -> {
                MetricPlan plan = MetricPlan.of(some);
                if (!plan.isEmpty() && !region.equals(Resource.GLOBAL) && !closed.contains(region)) {
                    // Buckets lie in regions that nothing else was looked for in, too.
                    Place place = places.computeIfAbsent(region, any -> Place.of(account, region, access));
                    work.add(() -> measure(place, some, plan));
                }
            });
        }
        return work;
    }

    private void measure(Place place, List<Resource> some, MetricPlan plan) {
        Instant began = Instant.now();
        try {
            Map<String, Map<Metric, Double>> use =
                    new MetricReader(place, clock.instant(), config.metricDays()).read(plan);
            List<Resource> measured = some.stream()
                    .map(resource -> resource.with(use.getOrDefault(resource.id(), Map.of())))
                    .toList();
            found.put(place.region(), measured);
            outcomes.accept(outcome(
                    Outcome.METRICS,
                    place.region(),
                    use.size(),
                    began,
                    new Reason(Status.FOUND, "", "", "", "", false)));
        } catch (RuntimeException | LinkageError e) {
            outcomes.accept(outcome(
                    Outcome.METRICS,
                    place.region(),
                    0,
                    began,
                    Reason.of(e, List.of(ResourceType.METRICS), access.partition())));
        }
    }

    private Outcome outcome(String type, String region, long count, Instant began, Reason reason) {
        return new Outcome(
                account,
                region,
                type,
                reason.status(),
                count,
                began,
                Instant.now().toEpochMilli() - began.toEpochMilli(),
                reason.action(),
                reason.arn(),
                reason.statement(),
                reason.message());
    }
}
