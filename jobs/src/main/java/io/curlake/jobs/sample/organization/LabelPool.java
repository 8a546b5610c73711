package io.curlake.jobs.sample.organization;

import io.curlake.jobs.sample.line.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The label sets that resources carry, as careless as in life: keys are missing, differ in case ({@code user:Team} and
 * {@code user:team} meet in one normalized key), values differ in case or are empty words, an eighth has no tags at all.
 */
public final class LabelPool {
    private static final int SIZE = 512;
    private static final List<String> TEAMS = List.of("payments", "search", "Data Lake", "mobile", "web", "risk");
    private static final List<String> STAGES = List.of("prod", "Prod", "production", "staging", "dev");
    private static final List<String> NAMES =
            List.of("api", "worker", "cache", "ingest, nightly", "gate \"a\"", "größe");

    private final List<Labels> labels;

    public LabelPool(Dice dice) {
        List<Labels> made = new ArrayList<>(SIZE);
        for (int i = 0; i < SIZE; i++) {
            made.add(labels(dice.at(i)));
        }
        this.labels = List.copyOf(made);
    }

    /** The labels of the resource that the dice stands for. */
    public Labels of(Dice resource) {
        return labels.get(resource.below(SIZE));
    }

    private static Labels labels(Dice dice) {
        if (dice.hitsOneIn(8)) {
            return Labels.NONE;
        }
        Map<String, String> tags = new TreeMap<>();
        String team = pick(TEAMS, dice.at(1));
        switch (dice.at(2).below(6)) {
            case 0, 1, 2 -> tags.put("user:Team", team);
            case 3 -> tags.put("user:team", team);
            case 4 -> {
                tags.put("user:Team", team);
                tags.put("user:team", team.toUpperCase(java.util.Locale.ROOT));
            }
            default -> {}
        }
        if (dice.at(3).below(3) > 0) {
            tags.put("user:Environment", pick(STAGES, dice.at(4)));
        }
        if (dice.at(5).hitsOneIn(2)) {
            tags.put("user:CostCenter", "%04d".formatted(dice.at(6).below(40) * 25));
        }
        if (dice.at(7).hitsOneIn(3)) {
            tags.put("user:Name", pick(NAMES, dice.at(8)) + "-" + dice.at(9).below(20));
        }
        if (dice.at(10).hitsOneIn(4)) {
            tags.put("aws:createdBy", "Root:" + dice.at(11).below(10_000));
        }
        return labels(tags, categories(dice.at(12), team));
    }

    private static Map<String, String> categories(Dice dice, String team) {
        Map<String, String> categories = new TreeMap<>();
        if (!dice.hitsOneIn(5)) {
            categories.put("Department", team.startsWith("p") || team.equals("risk") ? "Finance" : "Product");
        }
        if (dice.at(1).hitsOneIn(2)) {
            categories.put("Charge type", dice.at(2).hitsOneIn(3) ? "shared" : "direct");
        }
        return categories;
    }

    private static Labels labels(Map<String, String> resourceTags, Map<String, String> categories) {
        Map<String, String> tags = new TreeMap<>();
        resourceTags.forEach((key, value) -> tags.put("resourceTags/" + key, value));
        categories.forEach((key, value) -> tags.put("costCategory/" + key, value));
        return new Labels(
                Attributes.normalized(resourceTags), Attributes.normalized(categories), Attributes.verbatim(tags));
    }

    private static String pick(List<String> values, Dice dice) {
        return values.get(dice.below(values.size()));
    }
}
