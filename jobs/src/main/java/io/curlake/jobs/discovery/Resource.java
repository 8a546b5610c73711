package io.curlake.jobs.discovery;

import io.curlake.model.resource.ResourceType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One cloud resource, as a look showed it.
 *
 * @param account that owns it
 * @param region {@code global} for what is of no region
 * @param id its ARN, or the id by which AWS bills it where that is no ARN: {@code i-0abc}, {@code vol-0abc}, the name of a
 *     bucket. Account, region and id together are its key, the same as in {@code daily_resource_cost}
 * @param aliases other ids that the bill may have for it
 * @param name its name, or its tag {@code Name}; "" for none
 * @param state as AWS says it, in lower case: {@code running}, {@code available}; "" where it has none
 * @param created null where AWS does not say
 */
public record Resource(
        ResourceType type,
        String account,
        String region,
        String id,
        List<String> aliases,
        String name,
        String state,
        @Nullable Instant created,
        Map<String, String> tags,
        Map<String, String> attributes,
        Map<String, Double> metrics)
        implements Serializable {

    public static final String GLOBAL = "global";

    public Resource {
        aliases = List.copyOf(aliases);
        tags = new TreeMap<>(tags);
        attributes = new TreeMap<>(attributes);
        metrics = new TreeMap<>(metrics);
    }

    /** Begins a resource of which nothing but the key is known. */
    public static Builder of(ResourceType type, String account, String region, String id) {
        return new Builder(type, account, region, id);
    }

    public Optional<String> text(Attribute attribute) {
        return Optional.ofNullable(attributes.get(attribute.key()));
    }

    public Optional<BigDecimal> number(Attribute attribute) {
        return text(attribute).map(BigDecimal::new);
    }

    public Optional<Instant> time(Attribute attribute) {
        return text(attribute).map(Instant::parse);
    }

    /** Whether it is known to be so. */
    public boolean isTrue(Attribute attribute) {
        return "true".equals(attributes.get(attribute.key()));
    }

    /** Whether it is known not to be so. */
    public boolean isFalse(Attribute attribute) {
        return "false".equals(attributes.get(attribute.key()));
    }

    /** The values of an attribute that has several; none where it is not known. */
    public List<String> texts(Attribute attribute) {
        return text(attribute)
                .map(values -> Arrays.asList(values.split(",", -1)))
                .orElse(List.of());
    }

    public Optional<Double> metric(Metric metric) {
        return Optional.ofNullable(metrics.get(metric.key()));
    }

    /** The same resource with what is known of its use. */
    public Resource with(Map<Metric, Double> use) {
        Map<String, Double> all = new TreeMap<>(metrics);
        use.forEach((metric, value) -> all.put(metric.key(), value));
        return new Resource(type, account, region, id, aliases, name, state, created, tags, attributes, all);
    }

    /** What is known of a resource so far; what is null, empty or absent is left out. */
    public static final class Builder {
        private final ResourceType type;
        private final String account;
        private final String region;
        private final String id;
        private List<String> aliases = List.of();
        private String name = "";
        private String state = "";
        private @Nullable Instant created;
        private final Map<String, String> tags = new TreeMap<>();
        private final Map<String, String> attributes = new TreeMap<>();
        private final Map<Metric, Double> metrics = new EnumMap<>(Metric.class);

        private Builder(ResourceType type, String account, String region, String id) {
            this.type = type;
            this.account = account;
            this.region = region;
            this.id = id;
        }

        public Builder alsoBilledAs(@Nullable String... ids) {
            aliases = Arrays.stream(ids).filter(Objects::nonNull).toList();
            return this;
        }

        /** Its name; without one the tag {@code Name} is. */
        public Builder name(@Nullable String text) {
            name = text == null ? "" : text;
            return this;
        }

        public Builder state(@Nullable String text) {
            state = text == null ? "" : text.toLowerCase(java.util.Locale.ROOT);
            return this;
        }

        public Builder created(@Nullable Instant time) {
            created = time;
            return this;
        }

        public Builder tag(String key, @Nullable String value) {
            tags.put(key, value == null ? "" : value);
            return this;
        }

        public Builder with(Attribute attribute, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                attributes.put(attribute.key(), value.toString());
            }
            return this;
        }

        public Builder with(Attribute attribute, List<String> values) {
            return with(attribute, String.join(",", values));
        }

        public Builder with(Metric metric, @Nullable Number value) {
            if (value != null) {
                metrics.put(metric, value.doubleValue());
            }
            return this;
        }

        public Resource build() {
            String called = name.isEmpty() ? tags.getOrDefault("Name", "") : name;
            return new Resource(type, account, region, id, aliases, called, state, created, tags, attributes, Map.of())
                    .with(metrics);
        }
    }
}
