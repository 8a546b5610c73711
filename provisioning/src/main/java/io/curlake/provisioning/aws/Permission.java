package io.curlake.provisioning.aws;

/**
 * One right: an IAM action on a resource.
 *
 * @param action like {@code s3:GetBucketPolicy}
 * @param resource an ARN, or {@code *} where AWS knows none
 */
public record Permission(String action, String resource) implements Comparable<Permission> {
    /** The statement that an administrator adds. */
    public String statement() {
        return "{\"Effect\": \"Allow\", \"Action\": \"" + action + "\", \"Resource\": \"" + resource + "\"}";
    }

    @Override
    public int compareTo(Permission other) {
        int byAction = action.compareTo(other.action);
        return byAction != 0 ? byAction : resource.compareTo(other.resource);
    }
}
