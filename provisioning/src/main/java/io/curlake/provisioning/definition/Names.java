package io.curlake.provisioning.definition;

import io.curlake.model.Refusal;
import io.curlake.model.config.ExportConfig;
import io.curlake.model.config.SourceConfig;
import java.util.regex.Pattern;

/**
 * AWS's patterns for what a person may choose, so that a bad name is refused here, with the key it stands in, and not by
 * AWS after half of the work. Source: service models of Data Exports (2023-11-26) and CUR (2017-01-06); S3 bucket naming
 * rules.
 */
final class Names {
    private static final Pattern EXPORT = Pattern.compile("[0-9A-Za-z_-]{1,128}");
    private static final Pattern REPORT = Pattern.compile("[0-9A-Za-z!\\-_.*'()]{1,256}");
    private static final Pattern BUCKET =
            Pattern.compile("(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final Pattern PREFIX = Pattern.compile("[0-9A-Za-z!\\-_.*'()/]{0,256}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final int MOST_TAGS = 200;
    private static final int LONGEST_TAG_KEY = 128;
    private static final int LONGEST_TAG_VALUE = 256;

    private Names() {}

    static void check(SourceConfig source) {
        ExportConfig export = source.export();
        if (export.format().isLegacy()) {
            require(source, REPORT, export.name(), "name", "a report's name is 1 to 256 letters, digits and !-_.*'()");
        } else {
            require(source, EXPORT, export.name(), "name", "an export's name is 1 to 128 letters, digits, '-' and '_'");
        }
        require(
                source,
                BUCKET,
                export.bucket(),
                "bucket",
                "a bucket's name is 3 to 63 lower-case letters, digits, '.' and '-'");
        if (export.bucket().contains("..")
                || IP_ADDRESS.matcher(export.bucket()).matches()) {
            throw refusal(source, "bucket", export.bucket(), "two dots in a row and IP addresses are no bucket names");
        }
        require(source, PREFIX, export.prefix(), "prefix", "a prefix is up to 256 letters, digits and !-_.*'()/");
        if (export.prefix().startsWith("/")
                || export.prefix().endsWith("/")
                || export.prefix().contains("//")) {
            throw refusal(
                    source, "prefix", export.prefix(), "slashes at its ends or in a row make folders without a name");
        }
        export.region().ifPresent(region -> require(source, REGION, region, "region", "a region looks like eu-west-1"));
        checkTags(source);
    }

    private static void checkTags(SourceConfig source) {
        if (source.export().tags().size() > MOST_TAGS) {
            throw Refusal.usage("Cannot provision '" + source.name() + "': an export has at most " + MOST_TAGS
                    + " tags. Remove some of 'tags'.");
        }
        source.export().tags().forEach((key, value) -> {
            if (key.isEmpty() || key.length() > LONGEST_TAG_KEY || key.startsWith("aws:")) {
                throw refusal(
                        source, "tags", key, "a tag's key has 1 to 128 characters and does not begin with 'aws:'");
            }
            if (value.length() > LONGEST_TAG_VALUE) {
                throw refusal(source, "tags", value, "a tag's value has at most 256 characters");
            }
        });
    }

    private static void require(SourceConfig source, Pattern pattern, String value, String key, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw refusal(source, key, value, rule);
        }
    }

    private static Refusal refusal(SourceConfig source, String key, String value, String rule) {
        return Refusal.usage("Cannot provision '" + source.name() + "': " + key + " '" + value + "' is none that AWS "
                + "takes: " + rule + ". Correct '" + key + "' in the configuration.");
    }
}
