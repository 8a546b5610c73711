package io.curlake.jobs.gold.tag;

import io.curlake.jobs.export.LegacyNames;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tag key as gold tables name it: the same whether a legacy report, the column {@code resource_tags} of CUR 2.0 or its
 * newer column {@code tags} delivered it. The first two hold keys that AWS normalized ({@code user:CostCenter} is
 * {@code user_cost_center}), the third holds keys as people wrote them, behind their origin. Source: CUR 2.0 table
 * dictionary, 2026-11; whether a key in {@code tags} has {@code user:} after its origin is not documented: both are read.
 *
 * @param name normalized by {@link LegacyNames}: words in lower case with underscores; tags of AWS keep {@code aws:} in front
 */
record TagKey(Kind kind, String name) implements Comparable<TagKey>, Serializable {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Where a key comes from. */
    enum Kind {
        RESOURCE_TAG("resourceTags/"),
        COST_CATEGORY("costCategory/"),
        ACCOUNT_TAG("accountTag/"),
        USER_ATTRIBUTE("userAttribute/"),
        IAM_PRINCIPAL("iamPrincipal/");

        private final String origin;

        Kind(String origin) {
            this.origin = origin;
        }

        String columnValue() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of a key of {@code resource_tags}. */
    static TagKey ofResourceTag(String key) {
        if (key.startsWith("aws_")) {
            return new TagKey(Kind.RESOURCE_TAG, "aws:" + key.substring("aws_".length()));
        }
        return new TagKey(Kind.RESOURCE_TAG, key.startsWith("user_") ? key.substring("user_".length()) : key);
    }

    /** Of a key of {@code cost_category}. */
    static TagKey ofCostCategory(String key) {
        return new TagKey(Kind.COST_CATEGORY, key);
    }

    /** Of a key of {@code tags}; a key of an origin that is not documented counts as a resource tag, whole. */
    static TagKey ofTags(String key) {
        for (Kind kind : Kind.values()) {
            if (key.startsWith(kind.origin)) {
                String raw = key.substring(kind.origin.length());
                return kind == Kind.RESOURCE_TAG ? ofRaw(raw) : new TagKey(kind, LegacyNames.athena(raw));
            }
        }
        return ofRaw(key);
    }

    private static TagKey ofRaw(String raw) {
        if (raw.startsWith("aws:")) {
            return new TagKey(Kind.RESOURCE_TAG, "aws:" + LegacyNames.athena(raw.substring("aws:".length())));
        }
        return new TagKey(
                Kind.RESOURCE_TAG, LegacyNames.athena(raw.startsWith("user:") ? raw.substring("user:".length()) : raw));
    }

    /** What is left of a key where neither case nor punctuation counts: keys that agree in it are likely meant as one. */
    Optional<String> spelling() {
        String letters = NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return letters.isEmpty() ? Optional.empty() : Optional.of(kind + letters);
    }

    @Override
    public int compareTo(TagKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? name.compareTo(other.name) : byKind;
    }
}
