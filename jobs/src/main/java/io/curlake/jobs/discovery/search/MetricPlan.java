package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which series of CloudWatch tell how much resources are used. Source: CloudWatch metrics of each service. */
record MetricPlan(List<Ask> asks) {
    private static final String RUNNING = "running";
    private static final String LOAD_BALANCER_ARN = ".*:loadbalancer/";

    /** Of S3: a bucket's size is told by class of storage. */
    private static final List<String> STORAGE_TYPES = List.of(
            "StandardStorage",
            "StandardIAStorage",
            "OneZoneIAStorage",
            "IntelligentTieringFAStorage",
            "IntelligentTieringIAStorage",
            "GlacierInstantRetrievalStorage",
            "GlacierStorage",
            "DeepArchiveStorage");

    /** How the days of a series become one number. */
    enum Of {
        /** 0 without data. */
        SUM("Sum"),
        AVERAGE("Average"),
        MAXIMUM("Maximum"),
        /** Several series of one metric are added up. */
        NEWEST("Average");

        private final String stat;

        Of(String stat) {
            this.stat = stat;
        }

        String stat() {
            return stat;
        }
    }

    /** One series; several of one resource and metric belong together. */
    record Ask(
            String resourceId, Metric metric, Of of, String namespace, String name, Map<String, String> dimensions) {}

    static MetricPlan of(List<Resource> resources) {
        return new MetricPlan(resources.stream().flatMap(MetricPlan::of).toList());
    }

    boolean isEmpty() {
        return asks.isEmpty();
    }

    private static Stream<Ask> of(Resource resource) {
        return switch (resource.type()) {
            case INSTANCE ->
                resource.state().equals(RUNNING)
                        ? instance(new Series(resource, "AWS/EC2", "InstanceId", resource.id()))
                        : Stream.empty();
            case VOLUME -> {
                Series series = new Series(resource, "AWS/EBS", "VolumeId", resource.id());
                yield resource.text(Attribute.ATTACHED_TO).isEmpty()
                        ? Stream.empty()
                        : series.all(Metric.DISK_OPERATIONS, Of.SUM, "VolumeReadOps", "VolumeWriteOps");
            }
            case DATABASE_INSTANCE -> {
                Series series = new Series(resource, "AWS/RDS", "DBInstanceIdentifier", resource.name());
                yield Stream.concat(
                        cpu(series), series.all(Metric.CONNECTIONS_MAXIMUM, Of.MAXIMUM, "DatabaseConnections"));
            }
            case CACHE_CLUSTER -> cpu(new Series(resource, "AWS/ElastiCache", "CacheClusterId", resource.name()));
            case LOAD_BALANCER -> loadBalancer(resource);
            case CLASSIC_LOAD_BALANCER -> {
                Series series = new Series(resource, "AWS/ELB", "LoadBalancerName", resource.name());
                yield Stream.concat(
                        series.all(Metric.REQUESTS, Of.SUM, "RequestCount"),
                        series.all(Metric.PROCESSED_BYTES, Of.SUM, "EstimatedProcessedBytes"));
            }
            case NAT_GATEWAY ->
                new Series(resource, "AWS/NATGateway", "NatGatewayId", last(resource.id()))
                        .all(Metric.PROCESSED_BYTES, Of.SUM, "BytesOutToDestination", "BytesInFromDestination");
            case FUNCTION ->
                new Series(resource, "AWS/Lambda", "FunctionName", resource.name())
                        .all(Metric.INVOCATIONS, Of.SUM, "Invocations");
            case TABLE -> {
                Series series = new Series(resource, "AWS/DynamoDB", "TableName", resource.name());
                yield Stream.concat(
                        series.all(Metric.CONSUMED_READ, Of.SUM, "ConsumedReadCapacityUnits"),
                        series.all(Metric.CONSUMED_WRITE, Of.SUM, "ConsumedWriteCapacityUnits"));
            }
            case BUCKET -> bucket(resource);
            default -> Stream.empty();
        };
    }

    private static Stream<Ask> instance(Series series) {
        return Stream.of(
                        cpu(series),
                        series.all(Metric.NETWORK_BYTES, Of.SUM, "NetworkIn", "NetworkOut"),
                        series.all(
                                Metric.DISK_OPERATIONS,
                                Of.SUM,
                                "DiskReadOps",
                                "DiskWriteOps",
                                "EBSReadOps",
                                "EBSWriteOps"))
                .flatMap(asks -> asks);
    }

    private static Stream<Ask> cpu(Series series) {
        return Stream.concat(
                series.all(Metric.CPU_AVERAGE, Of.AVERAGE, "CPUUtilization"),
                series.all(Metric.CPU_MAXIMUM, Of.MAXIMUM, "CPUUtilization"));
    }

    private static Stream<Ask> loadBalancer(Resource resource) {
        String type = resource.text(Attribute.LOAD_BALANCER_TYPE).orElse("application");
        String namespace = switch (type) {
            case "network" -> "AWS/NetworkELB";
            case "gateway" -> "AWS/GatewayELB";
            default -> "AWS/ApplicationELB";
        };
        Series series =
                new Series(resource, namespace, "LoadBalancer", resource.id().replaceFirst(LOAD_BALANCER_ARN, ""));
        return Stream.concat(
                series.all(Metric.REQUESTS, Of.SUM, type.equals("application") ? "RequestCount" : "NewFlowCount"),
                series.all(Metric.PROCESSED_BYTES, Of.SUM, "ProcessedBytes"));
    }

    private static Stream<Ask> bucket(Resource bucket) {
        Stream<Ask> sizes = STORAGE_TYPES.stream()
                .map(type -> new Ask(
                        bucket.id(),
                        Metric.SIZE_BYTES,
                        Of.NEWEST,
                        "AWS/S3",
                        "BucketSizeBytes",
                        Map.of("BucketName", bucket.id(), "StorageType", type)));
        Ask objects = new Ask(
                bucket.id(),
                Metric.OBJECTS,
                Of.NEWEST,
                "AWS/S3",
                "NumberOfObjects",
                Map.of("BucketName", bucket.id(), "StorageType", "AllStorageTypes"));
        return Stream.concat(sizes, Stream.of(objects));
    }

    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** The series of one resource. */
    private record Series(Resource resource, String namespace, String dimension, String value) {
        Stream<Ask> all(Metric metric, Of of, String... names) {
            return Stream.of(names)
                    .map(name -> new Ask(resource.id(), metric, of, namespace, name, Map.of(dimension, value)));
        }
    }
}
