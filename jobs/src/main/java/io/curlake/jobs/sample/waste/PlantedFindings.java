package io.curlake.jobs.sample.waste;

import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.charges.Charges;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.organization.Region;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.sample.plan.SamplePlan;
import io.curlake.model.AccountId;
import io.curlake.model.LineItemColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out from the sample's own line items what must be found, and what it saves: without the job that finds it. */
public final class PlantedFindings {
    private static final int DAYS = 30;
    private static final int PLACES = 12;

    private final Account account;
    private final Region region;
    private final Map<String, BigDecimal> costs = new HashMap<>();
    private final List<PlantedFinding> all = new ArrayList<>();

    private PlantedFindings(SampleSpec spec, Set<AccountId> connected) {
        this.account = PlantedWaste.account(Organization.of(spec));
        this.region = PlantedWaste.region(account);
        addUp(spec, connected);
        plant();
    }

    /** @param connected the accounts whose line items are kept; that of the planted waste among them */
    public static List<PlantedFinding> of(SampleSpec spec, Set<AccountId> connected) {
        return List.copyOf(new PlantedFindings(spec, connected).all);
    }

    private void plant() {
        waste("unattached-volume", PlantedWaste.UNATTACHED);
        waste("obsolete-snapshot", PlantedWaste.OBSOLETE);
        add("unused-image", Inventory.IMAGE, cost(PlantedWaste.FIRST_OF_IMAGE).add(cost(PlantedWaste.SECOND_OF_IMAGE)));
        waste("unused-elastic-ip", PlantedWaste.ADDRESS);
        waste("idle-instance", PlantedWaste.IDLE);
        add(
                "stopped-instance",
                Inventory.STOPPED,
                cost(PlantedWaste.FIRST_OF_STOPPED).add(cost(PlantedWaste.SECOND_OF_STOPPED)));
        // Rates as services.txt has them: m5.large 0.096 for m4.large 0.10, gp3 0.08 for gp2 0.10.
        add("old-generation", PlantedWaste.OLD, cheaper(PlantedWaste.OLD, "0.096", "0.1"));
        unknown("old-generation", PlantedWaste.OLDER);
        add("gp2-volume", PlantedWaste.GP2, cheaper(PlantedWaste.GP2, "0.08", "0.1"));
        unknown("bucket-without-lifecycle", PlantedWaste.KEPT);
        unknown("incomplete-uploads", PlantedWaste.UPLOADS);
        unknown("public-bucket", PlantedWaste.SITE);
        waste("idle-load-balancer", "app/acme-planted/0dead16");
        waste("idle-load-balancer", "acme-planted-classic");
        waste("idle-nat-gateway", PlantedWaste.GATEWAY);
        waste("zombie-stream", "stream/acme-planted");
        waste("zombie-table", "table/acme-planted");
        unknown("log-group-without-retention", Inventory.arn(region, account, "logs", "log-group:" + Inventory.LOGS));
        unknown("open-security-group", Inventory.OPEN_GROUP);
        global("inactive-user", "arn:aws:iam::" + account.id() + ":user/" + Inventory.INACTIVE_USER);
        global("inactive-access-key", Inventory.INACTIVE_KEY);
    }

    private void waste(String rule, String id) {
        add(rule, id, cost(id));
    }

    private void add(String rule, String id, BigDecimal saving) {
        all.add(new PlantedFinding(rule, account.id().value(), region.code(), billed(id), Optional.of(saving)));
    }

    private void unknown(String rule, String id) {
        all.add(new PlantedFinding(rule, account.id().value(), region.code(), billed(id), Optional.empty()));
    }

    private void global(String rule, String id) {
        all.add(new PlantedFinding(rule, account.id().value(), "global", id, Optional.empty()));
    }

    /** The whole id of what ends so, where it is billed. */
    private String billed(String end) {
        return costs.keySet().stream()
                .filter(id -> id.endsWith(end))
                .findFirst()
                .orElse(end);
    }

    private BigDecimal cost(String end) {
        return Optional.ofNullable(costs.get(billed(end)))
                .orElseThrow(() -> new IllegalStateException(end + " is not billed"));
    }

    private BigDecimal cheaper(String id, String lower, String rate) {
        BigDecimal cost = cost(id);
        return cost.subtract(cost.multiply(new BigDecimal(lower))
                        .divide(new BigDecimal(rate), PLACES * 2, RoundingMode.HALF_UP))
                .setScale(PLACES, RoundingMode.HALF_UP);
    }

    /** Net costs of the 30 days that end with the last day of the bill. */
    private void addUp(SampleSpec spec, Set<AccountId> connected) {
        SamplePlan samplePlan = SamplePlan.of(spec);
        PeriodPlan newest = samplePlan.periods().get(samplePlan.periods().size() - 1);
        long day = Duration.ofDays(1).toMillis();
        long lastDay = newest.tick(newest.ticks() - 1).start().toEpochMilli() / day;
        BillTruth bill = new BillTruth(
                Organization.of(spec).payer().id(),
                connected,
                newest.period().start().toEpochMilli(),
                lastDay);
        for (PeriodPlan plan : samplePlan.periods()) {
            Charges charges = new Charges(spec, samplePlan, plan);
            for (long row = 0; row < plan.rows(); row++) {
                LineItem item = charges.at(row);
                long of = item.time(LineItemColumn.LINE_ITEM_USAGE_START_DATE) / day;
                bill.add(item);
                if (isPlanted(item) && of > lastDay - DAYS && of <= lastDay) {
                    costs.merge(item.text(LineItemColumn.LINE_ITEM_RESOURCE_ID), BillTruth.net(item), BigDecimal::add);
                }
            }
        }
        all.addAll(bill.findings());
    }

    private boolean isPlanted(LineItem item) {
        String id = item.text(LineItemColumn.LINE_ITEM_RESOURCE_ID);
        return !id.isEmpty()
                && PlantedWaste.METERS.stream()
                        .anyMatch(meter -> meter.resourceId(account, region).equals(id));
    }
}
