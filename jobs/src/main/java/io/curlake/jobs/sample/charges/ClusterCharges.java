package io.curlake.jobs.sample.charges;

import static io.curlake.model.LineItemColumn.*;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.catalog.Units;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.month.Frame;
import io.curlake.jobs.sample.month.Lifetimes;
import io.curlake.jobs.sample.month.Meter;
import io.curlake.jobs.sample.month.Month;
import io.curlake.jobs.sample.month.TickCharges;
import io.curlake.jobs.sample.month.Usage;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.plan.Section;
import io.curlake.jobs.sample.plan.Tick;
import io.curlake.jobs.sample.plan.TickShape;

/**
 * Container hosts, each followed by what its containers took of it: vCPU and memory of every EKS pod or ECS task. The
 * host's line keeps the cost; the children's split and unused costs add up to it exactly.
 */
final class ClusterCharges implements TickCharges {
    private static final int WHOLE_HOUR = 100_000;
    private static final int CHILDREN = TickShape.NODE_ROWS - 1;
    /** AWS weighs a vCPU nine times a gigabyte. */
    private static final int CPU_WEIGHT = 9;

    private final Month month;
    private final Frame frame;
    private final Dice dice;
    private final Lifetimes hosts;
    private final Lifetimes containers;

    ClusterCharges(Month month, Frame frame) {
        this.month = month;
        this.frame = frame;
        this.dice = month.dice(Section.CLUSTERS);
        this.hosts = new Lifetimes(dice.at(-2));
        this.containers = new Lifetimes(dice.at(-3));
    }

    @Override
    public void fill(LineItem item, Tick tick, int position, int positionInTick) {
        int node = position / TickShape.NODE_ROWS;
        int row = position % TickShape.NODE_ROWS;
        Meter host = hosts.at(node, tick, this::host);
        Dice run = dice.at(node).at(tick.start().getEpochSecond());
        long usage = (run.hitsOneIn(6) ? run.at(1).between(20_000, WHOLE_HOUR) : WHOLE_HOUR) * (long) tick.hours();
        if (row == 0) {
            host(item, tick, host, usage, positionInTick);
        } else {
            child(item, tick, host, new Share(run, row - 1), usage, position, positionInTick);
        }
    }

    private void host(LineItem item, Tick tick, Meter host, long usage, int identity) {
        Product product = host.product();
        frame.begin(item, host.account(), "Usage", tick, identity);
        frame.product(item, host.account(), product);
        Usage.meter(item, host);
        Usage.hours(item, product, product.rate(), usage);
        month.contract().discount(item, product, Units.cost(product.rate(), usage));
    }

    private void child(LineItem item, Tick tick, Meter host, Share share, long usage, int position, int identity) {
        Container container = Container.of(position / TickShape.NODE_ROWS, share.isMemory());
        Meter meter = containers.at(
                position - (share.isMemory() ? 1 : 0),
                tick,
                resource -> container.meter(host, resource, month.labelsOf(resource)));
        frame.begin(item, host.account(), "Usage", tick, identity);
        Usage.meter(item, meter);
        item.set(LINE_ITEM_AVAILABILITY_ZONE, "")
                .set(LINE_ITEM_PRODUCT_CODE, container.productCode())
                .set(LINE_ITEM_USAGE_TYPE, host.product().region().prefix() + container.usageType())
                .set(LINE_ITEM_OPERATION, container.operation())
                .set(LINE_ITEM_LINE_ITEM_DESCRIPTION, container.description())
                .set(PRODUCT_REGION_CODE, host.product().region().code())
                .set(PRODUCT_SERVICECODE, container.productCode())
                .set(LINE_ITEM_USAGE_AMOUNT, 0.0)
                .set(LINE_ITEM_UNBLENDED_COST, 0.0)
                .set(LINE_ITEM_BLENDED_COST, 0.0)
                .set(SPLIT_LINE_ITEM_PARENT_RESOURCE_ID, host.resourceId());
        month.contract().leave(item, 0);
        split(item, share, Units.cost(host.product().rate(), usage), tick);
    }

    private void split(LineItem item, Share share, long hostCost, Tick tick) {
        long cost = share.of(hostCost);
        long used = Units.percent(cost, share.usedPercent());
        double reserved = share.weight() * 0.25 * tick.hours();
        double actual = reserved * share.usedPercent() / 80;
        item.set(SPLIT_LINE_ITEM_SPLIT_COST, Units.amount(used))
                .set(SPLIT_LINE_ITEM_UNUSED_COST, Units.amount(cost - used))
                .set(SPLIT_LINE_ITEM_PUBLIC_ON_DEMAND_SPLIT_COST, Units.amount(used))
                .set(SPLIT_LINE_ITEM_PUBLIC_ON_DEMAND_UNUSED_COST, Units.amount(cost - used))
                .set(SPLIT_LINE_ITEM_RESERVED_USAGE, reserved)
                .set(SPLIT_LINE_ITEM_ACTUAL_USAGE, actual)
                .set(SPLIT_LINE_ITEM_SPLIT_USAGE, Math.max(reserved, actual));
        if (tick.hours() == 1) {
            item.set(SPLIT_LINE_ITEM_SPLIT_USAGE_RATIO, share.ratio());
        }
        month.contract().setNet(item, SPLIT_LINE_ITEM_NET_SPLIT_COST, used);
        month.contract().setNet(item, SPLIT_LINE_ITEM_NET_UNUSED_COST, cost - used);
    }

    private Meter host(Dice resource) {
        Product product = month.catalog()
                .named(
                        "BoxUsage:m5.xlarge",
                        month.organization().payer().regions().get(0));
        return Meter.of(month.organization().anyInDollars(resource.at(7)), product, resource, month.labelsOf(resource));
    }

    /** A child's part of its host: vCPU and memory in turn, weighed by the size of the container. */
    private record Share(Dice run, int child) {
        boolean isMemory() {
            return child % 2 == 1;
        }

        int weight() {
            return run.at(10 + child / 2).between(1, 8);
        }

        int usedPercent() {
            return run.at(20 + child).between(30, 100);
        }

        double ratio() {
            return (double) weighed() / total();
        }

        /** The parts before it are rounded down, and the last child takes what they leave: no unit is lost. */
        long of(long hostCost) {
            if (child < CHILDREN - 1) {
                return hostCost * weighed() / total();
            }
            long others = 0;
            for (int other = 0; other < CHILDREN - 1; other++) {
                others += new Share(run, other).of(hostCost);
            }
            return hostCost - others;
        }

        private int weighed() {
            return weight() * (isMemory() ? 1 : CPU_WEIGHT);
        }

        private int total() {
            int total = 0;
            for (int other = 0; other < CHILDREN; other++) {
                total += new Share(run, other).weighed();
            }
            return total;
        }
    }
}
