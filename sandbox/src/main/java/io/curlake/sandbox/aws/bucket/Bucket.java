package io.curlake.sandbox.aws.bucket;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A bucket's owner, place, policy and settings. What lies in it is with the embedded server. */
public final class Bucket {
    private final String name;
    private final String owner;
    private final String region;
    private final Map<Setting, String> settings = new ConcurrentHashMap<>();
    private @Nullable String policy;
    private @Nullable String policyBefore;
    private int checksBehind;

    Bucket(String name, String owner, String region) {
        this.name = name;
        this.owner = owner;
        this.region = region;
    }

    public String name() {
        return name;
    }

    /** The account. */
    public String owner() {
        return owner;
    }

    public String region() {
        return region;
    }

    /** As it was put, byte for byte. */
    public synchronized Optional<String> policy() {
        return Optional.ofNullable(policy);
    }

    /** Sets the policy, whatever it says; deliveries see it at once. */
    public Bucket policy(String document) {
        write(document, 0);
        return this;
    }

    /** The document of a setting, as it was put. */
    public Optional<String> setting(Setting setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    /** Sets a setting, whatever the document says. */
    public Bucket setting(Setting setting, String document) {
        settings.put(setting, document);
        return this;
    }

    void remove(Setting setting) {
        settings.remove(setting);
    }

    /** @param checks that still see the policy before */
    synchronized void write(@Nullable String document, int checks) {
        policyBefore = policy;
        policy = document;
        checksBehind = checks;
    }

    /** The policy as a service sees it that is about to deliver: for a while after a change the one before. */
    synchronized Optional<String> policySeen() {
        if (checksBehind > 0) {
            checksBehind--;
            return Optional.ofNullable(policyBefore);
        }
        return Optional.ofNullable(policy);
    }

    String arn(String partition) {
        return "arn:" + partition + ":s3:::" + name;
    }
}
