package io.curlake.jobs.finding.compute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which family of instance types followed which, of the same architecture. Source: AWS's page on previous generations.
 */
final class Generations {
    private static final Pattern TYPE = Pattern.compile("(db\\.)?([a-z]\\d[a-z]*)\\.(.+)");
    private static final Map<String, String> FAMILIES = Map.of(
            "t2", "t3",
            "m3", "m5",
            "m4", "m5",
            "c3", "c5",
            "c4", "c5",
            "r3", "r5",
            "r4", "r5");

    /** A successor that does not come in a size is none for it. */
    private static final Map<String, Set<String>> SIZES = Map.of(
            "t3", Set.of("nano", "micro", "small", "medium", "large", "xlarge", "2xlarge"),
            "m5",
                    Set.copyOf(List.of(
                            "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge", "24xlarge")),
            "c5",
                    Set.copyOf(List.of(
                            "large", "xlarge", "2xlarge", "4xlarge", "9xlarge", "12xlarge", "18xlarge", "24xlarge")),
            "r5",
                    Set.copyOf(List.of(
                            "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge", "24xlarge")));

    private Generations() {}

    /** {@code m5.large} of {@code m4.large}; of databases too. */
    static Optional<String> successor(String type) {
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String prefix = parts.group(1) == null ? "" : parts.group(1);
        return Optional.ofNullable(FAMILIES.get(parts.group(2)))
                .filter(family -> SIZES.getOrDefault(family, Set.of()).contains(parts.group(3)))
                .map(family -> prefix + family + "." + parts.group(3));
    }
}
