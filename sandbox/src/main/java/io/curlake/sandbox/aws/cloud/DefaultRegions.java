package io.curlake.sandbox.aws.cloud;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The regions of an account that never changed them: those from before 2019 are enabled, later ones are not. */
final class DefaultRegions {
    static final Map<String, String> STATUS = new TreeMap<>();

    static {
        Stream.of(
                        "us-east-1",
                        "us-east-2",
                        "us-west-1",
                        "us-west-2",
                        "ca-central-1",
                        "sa-east-1",
                        "eu-west-1",
                        "eu-west-2",
                        "eu-west-3",
                        "eu-central-1",
                        "eu-north-1",
                        "ap-south-1",
                        "ap-northeast-1",
                        "ap-northeast-2",
                        "ap-northeast-3",
                        "ap-southeast-1",
                        "ap-southeast-2")
                .forEach(region -> STATUS.put(region, "opt-in-not-required"));
        Stream.of("af-south-1", "ap-east-1", "eu-south-1", "me-south-1")
                .forEach(region -> STATUS.put(region, "not-opted-in"));
    }

    private DefaultRegions() {}
}
