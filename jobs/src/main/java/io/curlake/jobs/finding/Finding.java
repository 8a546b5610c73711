package io.curlake.jobs.finding;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that is worth a look, about one resource.
 *
 * @param rule the name of the rule
 * @param region {@code global} for what is of no region
 * @param resourceType a word of {@link io.curlake.model.resource.ResourceType}, or what the bill knows it as
 * @param resourceId as in {@code resource} and {@code daily_resource_cost}
 * @param reason one sentence
 * @param evidence what the reason rests on, by name
 * @param check how to check it by hand, a command of the AWS CLI or a place in the console
 */
public record Finding(
        String rule,
        String account,
        String region,
        String resourceType,
        String resourceId,
        String name,
        String reason,
        Map<String, String> evidence,
        Saving saving,
        Confidence confidence,
        String check)
        implements Serializable {
    /** How sure it is that following the finding harms nobody. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    public Finding {
        evidence = new TreeMap<>(evidence);
    }
}
