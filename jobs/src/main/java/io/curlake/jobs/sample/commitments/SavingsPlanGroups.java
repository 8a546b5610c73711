package io.curlake.jobs.sample.commitments;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.month.Contract;
import io.curlake.jobs.sample.month.Meter;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Region;
import io.curlake.jobs.sample.organization.Uuids;
import io.curlake.jobs.sample.plan.Section;
import io.curlake.jobs.sample.plan.Tick;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Savings Plan covers: groups of instances of one account, type and zone. AWS offsets each group of an hour with
 * one negation.
 */
final class SavingsPlanGroups {
    private static final int ROWS_PER_GROUP = 8;
    private static final int WHOLE_HOUR = 100_000;
    private static final List<String> ANY_FAMILY =
            List.of("BoxUsage:m5.large", "BoxUsage:m5.xlarge", "BoxUsage:c5.2xlarge", "BoxUsage:r5.large");

    /** @param instances how many, each a line of its own */
    record Group(int index, Account account, Product product, String zone, long planRate, int instances) {}

    private final Dice dice;
    private final List<Group> groups = new ArrayList<>();
    private final int[] groupOfRow;
    private final int[] rowInGroup;
    private final SavingsPlan plan;

    SavingsPlanGroups(Month month, int number) {
        this.dice = month.dice(Section.SAVINGS_PLANS).at(number);
        int rows = month.shape().planRows() - 1;
        this.groupOfRow = new int[rows];
        this.rowInGroup = new int[rows];
        SavingsPlan terms = terms(dice, number, month, 0);
        int count = Math.max(1, rows / ROWS_PER_GROUP);
        long commitment = 0;
        int row = 0;
        for (int index = 0; index < count; index++) {
            int size = rows / count + (index < rows % count ? 1 : 0);
            Group group = group(month, terms, index, size - 1);
            groups.add(group);
            commitment += group.planRate() * group.instances();
            for (int i = 0; i < size; i++, row++) {
                groupOfRow[row] = index;
                rowInGroup[row] = i;
            }
        }
        this.plan = terms(dice, number, month, commitment);
    }

    SavingsPlan plan() {
        return plan;
    }

    Group groupOf(int row) {
        return groups.get(groupOfRow[row]);
    }

    /** 0 for the negation, then the instances. */
    int rowInGroup(int row) {
        return rowInGroup[row];
    }

    /** How long an instance ran in a tick, in hundred thousandths of an hour: mostly all the time. */
    long usage(Group group, int instance, Tick tick) {
        Dice run = dice.at(100 + group.index()).at(instance).at(tick.start().getEpochSecond());
        long perHour = run.hitsOneIn(4) ? run.at(1).between(10_000, WHOLE_HOUR - 1) : WHOLE_HOUR;
        return perHour * tick.hours();
    }

    /** What the group's usage costs on demand, in units. */
    long onDemandCost(Group group, Tick tick) {
        long cost = 0;
        for (int instance = 1; instance <= group.instances(); instance++) {
            cost += Units.cost(group.product().rate(), usage(group, instance, tick));
        }
        return cost;
    }

    /** What the contract leaves of the on-demand cost, rounded for each line as the lines are. */
    long netOnDemandCost(Group group, Tick tick, Contract contract) {
        long cost = 0;
        for (int instance = 1; instance <= group.instances(); instance++) {
            cost += contract.net(Units.cost(group.product().rate(), usage(group, instance, tick)));
        }
        return cost;
    }

    /** What all groups take of the commitment in a tick, in units. */
    long used(Tick tick) {
        long used = 0;
        for (Group group : groups) {
            for (int instance = 1; instance <= group.instances(); instance++) {
                used += Units.cost(group.planRate(), usage(group, instance, tick));
            }
        }
        return used;
    }

    private Group group(Month month, SavingsPlan terms, int index, int instances) {
        Dice at = dice.at(index);
        Account account = month.organization().anyInDollars(at.at(1));
        Region region = terms.region().isEmpty() ? account.region(at.at(2)) : Region.US_EAST_1;
        int types = terms.family().isEmpty() ? ANY_FAMILY.size() : 2;
        Product product = month.catalog().named(ANY_FAMILY.get(at.at(3).below(types)), region);
        return new Group(index, account, product, Meter.zone(product, at.at(4)), terms.rate(product.rate()), instances);
    }

    private static SavingsPlan terms(Dice dice, int number, Month month, long commitment) {
        String arn =
                "arn:aws:savingsplans::" + month.organization().payer().id() + ":savingsplan/" + Uuids.of(dice.at(-1));
        return switch (number) {
            case 0 -> new SavingsPlan(arn, PaymentOption.NO_UPFRONT, 1, "", "", 73, commitment);
            case 1 -> new SavingsPlan(arn, PaymentOption.PARTIAL_UPFRONT, 3, "", "", 54, commitment);
            default -> new SavingsPlan(arn, PaymentOption.ALL_UPFRONT, 1, "m5", "us-east-1", 60, commitment);
        };
    }
}
