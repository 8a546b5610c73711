package io.curlake.jobs.finding;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding.Confidence;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A finding about a discovered resource, put together. */
public final class Case {
    private final String rule;
    private final Resource resource;
    private final String reason;
    private final Map<String, String> evidence = new TreeMap<>();

    private Case(String rule, Resource resource, String reason) {
        this.rule = rule;
        this.resource = resource;
        this.reason = reason;
    }

    /** @param reason one sentence */
    public static Case of(FindingRule rule, Resource resource, String reason) {
        return new Case(rule.name(), resource, reason);
    }

    public Case with(String name, Object value) {
        evidence.put(name, value.toString());
        return this;
    }

    /** What the resource says of it, where it does. */
    public Case with(Attribute attribute) {
        resource.text(attribute).ifPresent(value -> evidence.put(attribute.key(), value));
        return this;
    }

    public Case with(Metric metric) {
        resource.metric(metric)
                .ifPresent(value -> evidence.put(
                        metric.key(),
                        BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()));
        return this;
    }

    public Case withAge() {
        if (resource.created() != null) {
            evidence.put("created", resource.created().toString());
        }
        return this;
    }

    public Finding close(Saving saving, Confidence confidence, String check) {
        return new Finding(
                rule,
                resource.account(),
                resource.region(),
                resource.type().word(),
                resource.id(),
                resource.name(),
                reason,
                evidence,
                saving,
                confidence,
                check);
    }
}
