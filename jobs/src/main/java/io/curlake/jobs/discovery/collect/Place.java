package io.curlake.jobs.discovery.collect;

import io.curlake.jobs.discovery.Resource;
import io.curlake.model.resource.ResourceType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One region of one account, and the clients that look at it, made when first asked for. */
public final class Place implements AutoCloseable {
    private final String account;
    private final String region;
    private final String called;
    private final Connection connection;
    private final Map<Class<?>, SdkAutoCloseable> clients = new ConcurrentHashMap<>();

    /** Makes clients with what all places of an account share. */
    public interface Connection {
        /** {@code aws} or {@code aws-cn}. */
        String partition();

        <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
                B builder, String region);
    }

    private Place(String account, String region, String called, Connection connection) {
        this.account = account;
        this.region = region;
        this.called = called;
        this.connection = connection;
    }

    public static Place of(String account, String region, Connection connection) {
        return new Place(account, region, region, connection);
    }

    /**
     * The whole account.
     *
     * @param home the region in which its global services are called
     */
    public static Place global(String account, String home, Connection connection) {
        return new Place(account, Resource.GLOBAL, home, connection);
    }

    public String account() {
        return account;
    }

    /** {@code global} for the whole account. */
    public String region() {
        return region;
    }

    /** Another region of the account. */
    public Place in(String other) {
        return of(account, other, connection);
    }

    /** A resource of this place. */
    public Resource.Builder resource(ResourceType type, String id) {
        return Resource.of(type, account, region, id);
    }

    /** {@code arn:aws:ec2:eu-west-1:111122223333:snapshot/snap-1}. */
    public String arn(String service, String resource) {
        return "arn:" + connection.partition() + ":" + service + ":" + (region.equals(Resource.GLOBAL) ? "" : region)
                + ":" + account + ":" + resource;
    }

    /** {@code arn:aws:s3:::acme}: of what has neither region nor account in its ARN. */
    public String globalArn(String service, String resource) {
        return "arn:" + connection.partition() + ":" + service + ":::" + resource;
    }

    /** The client of a service; one of each. */
    @SuppressWarnings("unchecked") // a builder makes one type of client
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            B builder) {
        return (C) clients.computeIfAbsent(builder.getClass(), any -> connection.client(builder, called));
    }

    @Override
    public void close() {
        clients.values().forEach(SdkAutoCloseable::close);
    }
}
