package io.curlake.jobs.cli.gold;

import io.curlake.jobs.run.bridge.migration.ComparedPeriod;
import io.curlake.jobs.run.bridge.migration.Concern;
import io.curlake.jobs.run.bridge.migration.Concern.Weight;
import io.curlake.jobs.run.bridge.migration.DeliveryPair;
import io.curlake.model.Money;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What there is to know before a switch, each in a sentence, and what to do about it. */
final class ConcernWords {
    private static final int NAMES = 5;

    private final DeliveryPair pair;
    private final boolean isOpen;
    private final String from;
    private final String to;

    ConcernWords(DeliveryPair pair, boolean isOpen) {
        this.pair = pair;
        this.isOpen = isOpen;
        this.from = "'" + pair.from().partition().source() + "'";
        this.to = "'" + pair.to().partition().source() + "'";
    }

    String verdict(ComparedPeriod period) {
        return switch (period.verdict()) {
            case SAFE -> "safe to switch.";
            case SAFE_BUT -> "safe but for " + briefly(period.concerns(Weight.CHANGE)) + ".";
            case NOT_SAFE -> "not safe: " + briefly(period.concerns(Weight.UNSAFE)) + "." + (isOpen ? apart() : "");
        };
    }

    private static String briefly(List<Concern> concerns) {
        return concerns.stream()
                .map(concern -> brief(concern.kind()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String brief(Concern.Kind kind) {
        return switch (kind) {
            case COST_DIFFERS -> "delivered cost differs";
            case ROUNDING -> "rounding";
            case SPLIT_DIFFERENTLY -> "line items split differently";
            case MEASURE_LOST -> "a cost column is not delivered any more";
            case MEASURE_GAINED -> "cost columns that are new";
            case INVOICES_DIFFER -> "invoice ids";
            case OPEN -> "line items without invoice";
            case ACCOUNTS_LOST -> "accounts are not connected";
            case ACCOUNTS_GAINED -> "accounts that are connected besides";
            case GOLD_NOT_BUILT -> "gold tables, which were not compared";
            case GOLD_DIFFERS -> "cost measures differ";
            case NET_COSTS_LOST -> "net costs are not delivered any more";
            case NET_COSTS_GAINED -> "net costs that are new";
            case TAG_KEYS_LOST -> "tag keys are missing";
            case TAG_KEYS_GAINED -> "tag keys that are new";
            case TAG_VALUES_DIFFER -> "tag values";
            case RESOURCES_LOST -> "resources are missing";
            case RESOURCES_GAINED -> "resources that are new";
        };
    }

    /** Deliveries of an open month that are of different times differ by nature. */
    private String apart() {
        Duration apart =
                Duration.between(pair.from().loadedAt(), pair.to().loadedAt()).abs();
        return " But the month is still open, and the deliveries were loaded "
                + (apart.toHours() > 0 ? apart.toHours() + " h" : apart.toMinutes() + " min")
                + " apart: an open month moves with every delivery. Run 'curlake load' and compare again, or decide by a "
                + "month that has its invoices.";
    }

    String of(Concern concern) {
        String names = names(concern);
        return switch (concern.kind()) {
            case COST_DIFFERS, GOLD_DIFFERS -> costDiffers(concern, names);
            case ROUNDING -> names + " differs by " + costs(concern) + ": rounding, less than 0.000001 a line item.";
            case SPLIT_DIFFERENTLY ->
                to + " has " + signed(concern.count()) + " line items in " + names + " for the same cost.";
            case MEASURE_LOST ->
                to + " has no " + names + ", a difference of " + costs(concern)
                        + ". Select the column in the new export.";
            case MEASURE_GAINED -> "only " + to + " has " + names + ": " + costs(concern) + ".";
            case INVOICES_DIFFER ->
                "the same cost is on other invoices: " + names
                        + ". Line items get their invoice when the month closes; load both and compare again.";
            case OPEN ->
                "line items of " + names
                        + " have no invoice yet: the month is still open, and the next delivery may differ.";
            case ACCOUNTS_LOST -> accountsLost(concern, names);
            case ACCOUNTS_GAINED ->
                count(concern, "account") + " connected to " + to + " only: " + names + valued(concern) + ".";
            case GOLD_NOT_BUILT ->
                "gold tables are not compared: those of " + names
                        + " are not built from the newest load. Tags, resources and amortized cost may differ. Run "
                        + "'curlake build'.";
            case NET_COSTS_LOST, NET_COSTS_GAINED -> netCosts(concern, names);
            case TAG_KEYS_LOST ->
                "tag key " + names + " is in " + from + " only: " + costs(concern)
                        + " would become untagged. Select resource_tags, cost_category and tags in the new export.";
            case TAG_KEYS_GAINED -> "tag key " + names + " is in " + to + " only: " + costs(concern) + " is tagged.";
            case TAG_VALUES_DIFFER ->
                "tag key " + names + " covers other cost, by " + costs(concern) + ", or has other values, in "
                        + count(concern, "group") + " of day, account and value.";
            case RESOURCES_LOST ->
                count(concern, "resource") + " of " + costs(concern) + " in " + from
                        + " only. Make the new export with resource ids.";
            case RESOURCES_GAINED -> count(concern, "resource") + " of " + costs(concern) + " in " + to + " only.";
        };
    }

    private static String costDiffers(Concern concern, String names) {
        boolean isDelivered = concern.kind() == Concern.Kind.COST_DIFFERS;
        return names + (isDelivered ? "" : " of the accounts connected to both") + " differs by " + costs(concern)
                + ", in "
                + count(concern, "group") + " of day, account, product and type. "
                + (isDelivered
                        ? "Run 'curlake load' for both, then 'curlake diff' to see which of them AWS restated last; what "
                                + "stays is for AWS Support."
                        : "Compare 'daily_cost' of both sources there.");
    }

    private String accountsLost(Concern concern, String names) {
        return count(concern, "account") + " connected to " + from + " only: " + names + valued(concern)
                + " would vanish from the tables. Run 'curlake accounts connect --source "
                + pair.to().partition().source() + " " + String.join(" ", concern.names()) + "'.";
    }

    private static String netCosts(Concern concern, String names) {
        String advice =
                concern.kind() == Concern.Kind.NET_COSTS_LOST ? " Select the net columns in the new export." : "";
        return "net costs are delivered by " + names + " only; elsewhere they are the costs before discounts." + advice;
    }

    static String value(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static String names(Concern concern) {
        String some =
                concern.names().stream().limit(NAMES).map(ConcernWords::value).collect(Collectors.joining(", "));
        int more = concern.names().size() - NAMES;
        return more > 0 ? some + " and " + more + " more" : some;
    }

    private static String costs(Concern concern) {
        return concern.costs().entrySet().stream()
                .map(entry -> Money.plain(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(" and "));
    }

    private static String valued(Concern concern) {
        return concern.costs().isEmpty() ? " without any cost" : " of " + costs(concern);
    }

    private static String count(Concern concern, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", concern.count(), thing, concern.count() == 1 ? "" : "s");
    }

    private static String signed(long number) {
        return (number > 0 ? "+" : "") + String.format(Locale.ROOT, "%,d", number);
    }
}
