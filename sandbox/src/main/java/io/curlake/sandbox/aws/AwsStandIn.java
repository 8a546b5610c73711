package io.curlake.sandbox.aws;

import com.sun.net.httpserver.HttpServer;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.bucket.Buckets;
import io.curlake.sandbox.aws.bucket.EmbeddedS3;
import io.curlake.sandbox.aws.bucket.S3;
import io.curlake.sandbox.aws.cloud.ApiServices;
import io.curlake.sandbox.aws.cloud.Cloud;
import io.curlake.sandbox.aws.export.DataExports;
import io.curlake.sandbox.aws.export.Exports;
import io.curlake.sandbox.aws.identity.Keys;
import io.curlake.sandbox.aws.identity.Organization;
import io.curlake.sandbox.aws.identity.Organizations;
import io.curlake.sandbox.aws.identity.Roles;
import io.curlake.sandbox.aws.identity.Sts;
import io.curlake.sandbox.aws.report.Reports;
import io.curlake.sandbox.aws.report.UsageReports;
import io.curlake.sandbox.aws.wire.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The AWS services that curlake calls, on one loopback port: Data Exports, Cost and Usage Reports, STS and Organizations as
 * stand-ins that keep state, S3 in front of the embedded server, and the services that list resources as stand-ins that
 * answer from a {@link Cloud}. Requests are checked as AWS checks them; any operation can be told to fail.
 */
public final class AwsStandIn implements AutoCloseable {
    static {
        // Else each answer waits 40 ms for the acknowledgement of its first packet.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String ACCOUNT = "111122223333";

    private final S3Server s3;
    private final Runnable closeS3;
    private final Keys keys;
    private final Roles roles = new Roles();
    private final Organization organization = new Organization(ACCOUNT);
    private final Failures failures = new Failures();
    private final Buckets buckets;
    private final Exports exports;
    private final Reports reports;
    private final Cloud cloud = new Cloud();
    private final FrontDoor door;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private AwsStandIn(S3Server s3, Runnable closeS3) throws IOException {
        this.s3 = s3;
        this.closeS3 = closeS3;
        this.keys = new Keys(s3.accessKey(), ACCOUNT);
        this.buckets = new Buckets(s3, keys::account);
        this.exports = new Exports(keys::account);
        this.reports = new Reports(keys::account);
        this.door = new FrontDoor(
                new FrontDoor.Services(
                        List.of(
                                new DataExports(exports, buckets),
                                new UsageReports(reports, buckets),
                                new Organizations(organization)),
                        new ApiServices(
                                cloud, signature -> keys.caller(signature).map(Caller::account)),
                        new Sts(keys, roles),
                        new S3(buckets, new EmbeddedS3(s3))),
                keys,
                failures);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", door);
        server.setExecutor(threads);
        server.start();
    }

    /** Starts in front of an embedded S3 server, which the caller closes. */
    public static AwsStandIn start(S3Server s3) {
        return start(s3, () -> {});
    }

    /** Starts with an embedded S3 server of its own that keeps its buckets in a directory. */
    public static AwsStandIn start(Path directory) {
        S3Server s3 = S3Server.start(directory);
        return start(s3, s3::close);
    }

    /** {@code http://127.0.0.1:port}, for all services. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String accessKey() {
        return s3.accessKey();
    }

    public String secretKey() {
        return s3.secretKey();
    }

    /** Sets whose credentials these are; 111122223333 until then. */
    public void account(String id) {
        keys.account(id);
    }

    /** Fails an operation from now on: {@code CreateExport}, or {@code cur:TagResource} where services share a name. */
    public void fail(String operation, Failure failure) {
        failures.plan(operation, failure);
    }

    /** Ends what {@link #fail} began. */
    public void heal(String operation) {
        failures.heal(operation);
    }

    /** How many checks of a bucket policy by a billing service still see the one before, after each change. */
    public void policyLag(int checks) {
        buckets.policyLag(checks);
    }

    /** Every request with a signature so far, oldest first. */
    public List<AwsRequest> requests() {
        return door.requests();
    }

    /** The requests of one operation so far. */
    public List<AwsRequest> requests(String operation) {
        return door.requests().stream()
                .filter(request -> request.operation().equals(operation))
                .toList();
    }

    /** How many requests were under way at the same time at most. */
    public int mostAtOnce() {
        return door.mostAtOnce();
    }

    /** Begins a new record of requests. */
    public void forgetRequests() {
        door.forget();
    }

    public Buckets buckets() {
        return buckets;
    }

    public Exports exports() {
        return exports;
    }

    public Reports reports() {
        return reports;
    }

    /** What accounts have, for the services that list it. */
    public Cloud cloud() {
        return cloud;
    }

    public Organization organization() {
        return organization;
    }

    public Roles roles() {
        return roles;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        closeS3.run();
    }

    private static AwsStandIn start(S3Server s3, Runnable closeS3) {
        try {
            return new AwsStandIn(s3, closeS3);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the stand-in for AWS", e);
        }
    }
}
