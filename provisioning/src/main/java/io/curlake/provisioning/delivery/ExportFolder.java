package io.curlake.provisioning.delivery;

import io.curlake.model.BillingPeriod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of an export within its bucket.
 *
 * @param prefix as configured at AWS; an empty one, or one with slashes at its ends, makes folders without a name
 */
public record ExportFolder(String prefix, String name) {
    /** CUR 2.0 writes the word in capitals, other tables do not. */
    private static final Pattern CUR2 =
            Pattern.compile("metadata/billing_period=(\\d{4}-\\d{2})/.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEGACY = Pattern.compile("(\\d{4})(\\d{2})01-\\d{6}01/.*");
    private static final Pattern HIVE = Pattern.compile("[^/]+/year=(\\d{4})/month=(\\d{1,2})/.*");

    /** Where objects of the export may be, ending in slashes; the usual place first. */
    public List<String> roots() {
        String plain = prefix.replaceAll("^/+|/+$", "");
        String usual = (plain.isEmpty() ? "" : plain + "/") + name + "/";
        if (plain.equals(prefix) && !plain.isEmpty()) {
            return List.of(usual);
        }
        return Stream.of(usual, "/" + usual, prefix + "/" + name + "/")
                .distinct()
                .toList();
    }

    /** The period of a manifest's key; empty for keys that are none's. */
    Optional<BillingPeriod> periodOf(String key) {
        return roots().stream()
                .filter(key::startsWith)
                .findFirst()
                .map(root -> key.substring(root.length()))
                .flatMap(ExportFolder::period);
    }

    /** Whether a manifest is the one that AWS overwrites with the newest, not that of one delivery. */
    boolean isNewest(String key) {
        return key.matches("(?i).*(billing_period=[^/]+|/\\d{8}-\\d{8}|/month=\\d+)/[^/]+");
    }

    private static Optional<BillingPeriod> period(String path) {
        Matcher cur2 = CUR2.matcher(path);
        if (cur2.matches()) {
            return month(cur2.group(1));
        }
        Matcher legacy = LEGACY.matcher(path);
        if (legacy.matches()) {
            return month(legacy.group(1) + "-" + legacy.group(2));
        }
        Matcher hive = HIVE.matcher(path);
        return hive.matches()
                ? month(hive.group(1) + "-" + "0".repeat(2 - hive.group(2).length()) + hive.group(2))
                : Optional.empty();
    }

    private static Optional<BillingPeriod> month(String text) {
        return BillingPeriod.isValid(text) ? Optional.of(BillingPeriod.parse(text)) : Optional.empty();
    }
}
