package io.curlake.model.resource;

import java.util.List;

/**
 * An action of IAM that a look needs.
 *
 * @param action {@code ec2:DescribeVolumes}
 * @param resources what it is checked on, as ARNs after {@code arn:aws:}, like {@code dynamodb:*:*:table/*}; {@code *} alone
 *     where AWS knows no resource for it
 * @param isDetail whether resources are found without it, with less known of them
 * @param shows what it shows, to follow "shows"
 */
public record Right(String action, List<String> resources, boolean isDetail, String shows) {
    private static final List<String> ANY = List.of("*");

    public Right {
        resources = List.copyOf(resources);
    }

    /** A right that finds resources; checked on no resource in particular. */
    static Right toList(String action, String shows) {
        return new Right(action, ANY, false, shows);
    }

    /** A right that tells more of resources that are found already; checked on no resource in particular. */
    static Right toSee(String action, String shows) {
        return new Right(action, ANY, true, shows);
    }

    /** The same, checked on ARNs. */
    Right on(String... arns) {
        return new Right(action, List.of(arns), isDetail, shows);
    }

    /** {@code ec2} of {@code ec2:DescribeVolumes}. */
    public String service() {
        return action.substring(0, action.indexOf(':'));
    }

    /** Whether it is asked for on no resource in particular. */
    public boolean isOnAnything() {
        return resources.equals(ANY);
    }
}
