package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service that lists resources refuses ten malformed requests, each by the code that it has for it. */
class MalformedListRequestsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    static Path directory;

    private static AwsStandIn aws;

    @BeforeAll
    static void start() {
        aws = AwsStandIn.start(directory);
        aws.cloud()
                .put(
                        "111122223333",
                        "global",
                        "s3:ListBuckets",
                        "[{\"Name\":\"acme\",\"CreationDate\":\"2026-01-01T00:00:00Z\",\"_region\":\"eu-west-1\"}]");
    }

    @AfterAll
    static void close() {
        aws.close();
    }

    /** A service of forms: its name in signatures, an operation with its version, a number and a token that it takes. */
    private record Forms(
            String name, String operation, String version, String number, String token, String unknownKey) {}

    private static final List<Forms> FORMS = List.of(
            new Forms("ec2", "DescribeVolumes", "2016-11-15", "MaxResults", "NextToken", "AuthFailure"),
            query("elasticloadbalancing", "DescribeLoadBalancers", "2012-06-01", "PageSize"),
            query("elasticloadbalancing", "DescribeLoadBalancers", "2015-12-01", "PageSize"),
            query("rds", "DescribeDBInstances", "2014-10-31", "MaxRecords"),
            query("elasticache", "DescribeCacheClusters", "2015-02-02", "MaxRecords"),
            query("redshift", "DescribeClusters", "2012-12-01", "MaxRecords"),
            query("iam", "ListUsers", "2010-05-08", "MaxItems"),
            new Forms(
                    "monitoring", "GetMetricData", "2010-08-01", "MaxDatapoints", "NextToken", "InvalidClientTokenId"));

    private static Forms query(String name, String operation, String version, String number) {
        return new Forms(name, operation, version, number, "Marker", "InvalidClientTokenId");
    }

    static Stream<Arguments> forms() {
        return FORMS.stream().flatMap(MalformedListRequestsTest::malformed);
    }

    private static Stream<Arguments> malformed(Forms of) {
        String rest = "&Version=" + of.version()
                + (of.name().equals("monitoring")
                        ? "&StartTime=2026-01-01T00:00:00Z&EndTime=2026-01-02T00:00:00Z&MetricDataQueries.member.1.Id=a"
                                + "&MetricDataQueries.member.1.MetricStat.Metric.MetricName=m"
                                + "&MetricDataQueries.member.1.MetricStat.Period=60"
                                + "&MetricDataQueries.member.1.MetricStat.Stat=Sum"
                        : "");
        String good = "Action=" + of.operation() + rest;
        boolean isSplit = of.name().equals("elasticloadbalancing");
        return Stream.of(
                arguments(of, "", good, "MissingAuthenticationToken"),
                arguments(of, "AWS4-HMAC-SHA256 Credential=x", good, "MissingAuthenticationToken"),
                arguments(of, signed("AKIANOBODY", "us-east-1", of.name()), good, of.unknownKey()),
                arguments(
                        of,
                        signedBySomebody(of.name().equals("iam") ? "s3" : "iam"),
                        good,
                        of.name().equals("iam") ? "SignatureDoesNotMatch" : "InvalidAction"),
                arguments(of, signedBySomebody(of.name()), "Action=Describe" + rest, "InvalidAction"),
                arguments(
                        of,
                        signedBySomebody(of.name()),
                        good.replace(of.version(), "1999-01-01"),
                        isSplit ? "SignatureDoesNotMatch" : "NoSuchVersion"),
                arguments(of, signedBySomebody(of.name()), good + "&Colour=red", "UnknownParameter"),
                arguments(of, signedBySomebody(of.name()), good + "&" + of.number() + "=many", "InvalidParameterValue"),
                arguments(
                        of, signedBySomebody(of.name()), good + "&" + of.token() + "=never-given", "InvalidNextToken"),
                arguments(of, signedBySomebody(of.name()), good + "&" + of.token() + ".1=x", "UnknownParameter"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aMalformedFormIsRefused(Forms of, String authorization, String form, String code) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(aws.endpoint() + "/"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        String answer = Raw.send(request.header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form))
                .build());

        assertThat(answer).startsWith("4").contains("<Code>" + code + "</Code>");
    }

    static Stream<Arguments> json() {
        return Stream.of(
                        List.of("ecs", "AmazonEC2ContainerServiceV20141113", "ListClusters", "maxResults", "nextToken"),
                        List.of("dynamodb", "DynamoDB_20120810", "ListTables", "Limit", "ExclusiveStartTableName"),
                        List.of("logs", "Logs_20140328", "DescribeLogGroups", "limit", "nextToken"))
                .flatMap(of -> {
                    String target = of.get(1) + "." + of.get(2);
                    String number = of.get(3);
                    String token = of.get(4);
                    return Stream.of(
                            arguments(of.get(0), of.get(1) + ".Nothing", "{}", "UnknownOperationException"),
                            arguments(of.get(0), target, "{", "SerializationException"),
                            arguments(of.get(0), target, "[]", "SerializationException"),
                            arguments(of.get(0), target, "{\"" + number + "\": \"many\"}", "SerializationException"),
                            arguments(of.get(0), target, "{\"" + number + "\": 2.5}", "SerializationException"),
                            arguments(of.get(0), target, "{\"" + number + "\": {}}", "SerializationException"),
                            arguments(of.get(0), target, "{\"" + token + "\": 7}", "SerializationException"),
                            arguments(of.get(0), target, "{\"" + token + "\": \"never-given\"}", "InvalidNextToken"),
                            arguments(of.get(0), target, "{\"Colour\": \"red\"}", "ValidationException"),
                            arguments("nobody " + of.get(0), target, "{}", "UnrecognizedClientException"));
                });
    }

    @ParameterizedTest
    @MethodSource("json")
    void aMalformedDocumentIsRefused(String service, String target, String body, String code) throws Exception {
        String answer = Raw.send(HttpRequest.newBuilder(URI.create(aws.endpoint() + "/"))
                .header("Authorization", signedBySomebody(service))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", target)
                .POST(BodyPublishers.ofString(body))
                .build());

        assertThat(answer).startsWith("4").contains("\"__type\":\"" + code + "\"");
    }

    static Stream<Arguments> rest() {
        return Stream.of(
                        List.of("elasticfilesystem", "/2015-02-01/file-systems", "MaxItems", "Marker"),
                        List.of("lambda", "/2015-03-31/functions/", "MaxItems", "Marker"),
                        List.of("eks", "/clusters", "maxResults", "nextToken"),
                        List.of("es", "/2021-01-01/domain", "", ""))
                .flatMap(of -> {
                    String name = of.get(0);
                    String path = of.get(1);
                    Stream<Arguments> all = Stream.of(
                            arguments(name, "GET", "/nothing/at/all", "UnknownOperationException"),
                            arguments(name, "DELETE", path, "UnknownOperationException"),
                            arguments(name, "POST", path, "UnknownOperationException"),
                            arguments(name, "GET", path + "/a/b/c", "UnknownOperationException"),
                            arguments(name, "GET", path + "?Colour=red", "ValidationException"),
                            arguments("nobody " + name, "GET", path, "UnrecognizedClientException"),
                            arguments("nowhere " + name, "GET", path, "UnrecognizedClientException"));
                    Stream<Arguments> ofPages = name.equals("es")
                            ? Stream.of(
                                    arguments(name, "GET", path + "?engineType=Lucene", "ValidationException"),
                                    arguments(name, "GET", "/2021-01-01/tags/", "ValidationException"),
                                    arguments(
                                            name,
                                            "GET",
                                            "/2021-01-01/tags/?arn=arn:aws:es:us-east-1:111122223333:domain/none",
                                            "ResourceNotFoundException"))
                            : Stream.of(
                                    arguments(name, "GET", path + "?" + of.get(2) + "=many", "SerializationException"),
                                    arguments(name, "GET", path + "?" + of.get(2) + "=0", "ValidationException"),
                                    arguments(
                                            name, "GET", path + "?" + of.get(3) + "=never-given", "InvalidNextToken"));
                    return Stream.concat(all, ofPages);
                });
    }

    @ParameterizedTest
    @MethodSource("rest")
    void aMalformedPathIsRefused(String service, String method, String path, String code) throws Exception {
        String answer = Raw.send(HttpRequest.newBuilder(URI.create(aws.endpoint() + path))
                .header("Authorization", signedBySomebody(service))
                .method(method, BodyPublishers.noBody())
                .build());

        assertThat(answer).startsWith("4").contains("\"__type\":\"" + code + "\"");
    }

    static Stream<Arguments> buckets() {
        return Stream.of(
                arguments("s3", "GET", "/?max-buckets=0", "400", "InvalidArgument"),
                arguments("s3", "GET", "/?max-buckets=10001", "400", "InvalidArgument"),
                arguments("s3", "GET", "/?max-buckets=many", "400", "SerializationException"),
                arguments("s3", "GET", "/?continuation-token=never-given", "400", "InvalidNextToken"),
                arguments("s3", "GET", "/?colour=red", "400", "ValidationException"),
                arguments("s3", "GET", "/acme?tagging", "301", "PermanentRedirect"),
                arguments("s3", "GET", "/acme?encryption", "301", "PermanentRedirect"),
                arguments("s3", "GET", "/acme?lifecycle&colour=red", "400", "ValidationException"),
                arguments("s3", "GET", "/none?policyStatus", "404", "NoSuchBucket"),
                arguments("nobody s3", "GET", "/", "403", "InvalidAccessKeyId"));
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void aMalformedRequestForBucketsIsRefused(String service, String method, String path, String status, String code)
            throws Exception {
        String answer = Raw.send(HttpRequest.newBuilder(URI.create(aws.endpoint() + path))
                .header("Authorization", signedBySomebody(service))
                .method(method, BodyPublishers.noBody())
                .build());

        assertThat(answer).startsWith(status).contains("<Code>" + code + "</Code>");
    }

    private static String signed(String key, String region, String service) {
        return Raw.authorization(key, region, service);
    }

    /** "nobody s3": with a key that nobody has; "nowhere s3": for a region that is not enabled. */
    private static String signedBySomebody(String service) {
        String[] words = service.split(" ", 2);
        if (words.length == 1) {
            return signed(aws.accessKey(), "us-east-1", service);
        }
        return words[0].equals("nobody")
                ? signed("AKIANOBODY", "us-east-1", words[1])
                : signed(aws.accessKey(), "me-south-1", words[1]);
    }
}
