package io.curlake.sandbox.aws.bucket;

import io.curlake.sandbox.S3Server;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** Every bucket there is. One that was made in the embedded server itself belongs to the stand-in's account, in us-east-1. */
public final class Buckets {
    private final S3Server embedded;
    private final Supplier<String> account;
    private final Map<String, Bucket> all = new ConcurrentSkipListMap<>();
    private int policyLag;

    /** @param account that owns what was made in the embedded server itself */
    public Buckets(S3Server embedded, Supplier<String> account) {
        this.embedded = embedded;
        this.account = account;
    }

    /**
     * Adds a bucket as somebody made it long ago: without any setting.
     *
     * @param owner the account
     */
    public Bucket add(String name, String owner, String region) {
        Bucket bucket = new Bucket(name, owner, region);
        embedded.createBucket(name);
        all.put(name, bucket);
        return bucket;
    }

    /** The bucket of a name. */
    public Bucket named(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException("No bucket '" + name + "'"));
    }

    /** The bucket of a name, where there is one. */
    public Optional<Bucket> find(String name) {
        if (!all.containsKey(name) && !name.isEmpty() && embedded.hasBucket(name)) {
            all.putIfAbsent(name, new Bucket(name, account.get(), "us-east-1"));
        }
        return Optional.ofNullable(all.get(name));
    }

    /** How many checks after a change of a policy still see the one before. */
    public void policyLag(int checks) {
        policyLag = checks;
    }

    int policyLag() {
        return policyLag;
    }

    void remove(Bucket bucket) {
        all.remove(bucket.name());
    }

    /** Why Data Exports cannot deliver into a bucket. */
    public Optional<String> refusalOfExport(String name, String payer, String arn) {
        return find(name)
                .map(bucket -> {
                    String partition = arn.split(":", -1)[1];
                    Delivery objects = new Delivery(
                            "bcm-data-exports.amazonaws.com",
                            payer,
                            arn,
                            "s3:PutObject",
                            bucket.arn(partition) + "/delivery");
                    return objects.allowedBy(bucket.policySeen())
                            ? Optional.<String>empty()
                            : Optional.of("bucket '" + name
                                    + "' does not allow bcm-data-exports.amazonaws.com to put objects");
                })
                .orElseGet(() -> Optional.of("bucket '" + name + "' does not exist"));
    }

    /** Why legacy reports cannot be delivered into a bucket. */
    public Optional<String> refusalOfReport(String name, String payer, String arn) {
        Optional<Bucket> found = find(name).filter(bucket -> bucket.owner().equals(payer));
        if (found.isEmpty()) {
            return Optional.of("bucket '" + name + "' does not exist in account " + payer);
        }
        String bucket = found.get().arn(arn.split(":", -1)[1]);
        Optional<String> policy = found.get().policySeen();
        for (String action : new String[] {"s3:GetBucketAcl", "s3:GetBucketPolicy", "s3:PutObject"}) {
            String resource = action.equals("s3:PutObject") ? bucket + "/delivery" : bucket;
            if (!new Delivery("billingreports.amazonaws.com", payer, arn, action, resource).allowedBy(policy)) {
                return Optional.of("bucket '" + name + "' does not allow billingreports.amazonaws.com " + action);
            }
        }
        return Optional.empty();
    }
}
