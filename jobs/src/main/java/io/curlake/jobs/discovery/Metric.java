package io.curlake.jobs.discovery;

import java.util.Locale;

/**
 * How much a resource is used or holds; {@link #key} is its key in {@code resource.metrics}. Sums and averages are over the
 * days before the look that {@code discovery.metric-days} says. A metric that CloudWatch has no data of is absent, but for
 * sums of what would have counted: no data of a load balancer's requests is 0 requests.
 */
public enum Metric {
    /** Instance, database-instance, cache-cluster: CPU use, average of the days, percent. */
    CPU_AVERAGE,
    /** Instance, database-instance, cache-cluster: CPU use, highest of any day's maximum, percent. */
    CPU_MAXIMUM,
    /** Instance: bytes in and out, sum of the days. */
    NETWORK_BYTES,
    /** Instance, volume: reads and writes, sum of the days. */
    DISK_OPERATIONS,
    /** Database-instance: most connections at once. */
    CONNECTIONS_MAXIMUM,
    /** Load balancers: requests or new flows, sum of the days. */
    REQUESTS,
    /** Load balancers, nat-gateway: bytes, sum of the days. */
    PROCESSED_BYTES,
    /** Function: sum of the days. */
    INVOCATIONS,
    /** Table: consumed read capacity units, sum of the days. */
    CONSUMED_READ,
    /** Table: consumed write capacity units, sum of the days. */
    CONSUMED_WRITE,
    /** Bucket, table, log-group, file-system: stored bytes, newest. */
    SIZE_BYTES,
    /** Bucket: objects, newest; table: items, newest. */
    OBJECTS;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** {@code cpu_average}. */
    public String key() {
        return key;
    }
}
