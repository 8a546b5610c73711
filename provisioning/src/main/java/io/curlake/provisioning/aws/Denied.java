package io.curlake.provisioning.aws;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A call that AWS denied. Whoever makes several calls collects these instead of stopping at the first. */
public final class Denied extends RuntimeException {
    private final String what;
    private final Permission permission;
    private final String said;

    Denied(String what, Permission permission, AwsServiceException cause) {
        super("Cannot " + what + ": AWS denies " + permission.action() + " on " + permission.resource(), cause);
        this.what = what;
        this.permission = permission;
        this.said = AwsCalls.said(cause);
    }

    /** What was tried, to follow "Cannot": "read the policy of bucket 'acme-billing'". */
    public String what() {
        return what;
    }

    public Permission permission() {
        return permission;
    }

    /** AWS's own words. */
    String said() {
        return said;
    }

    /** As the only thing to say. */
    public Refusal refusal() {
        return new Refusal(
                ExitCode.PERMISSION_DENIED,
                getMessage() + ". Add this statement to the policy of the caller: " + permission.statement(),
                this);
    }
}
