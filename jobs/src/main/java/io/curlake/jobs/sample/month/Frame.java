package io.curlake.jobs.sample.month;

import static io.curlake.model.LineItemColumn.*;

import io.curlake.jobs.sample.catalog.Product;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.sample.plan.Section;
import io.curlake.jobs.sample.plan.Tick;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that every line item has: identity, bill, account, time; and those of its product. */
public final class Frame {
    private static final String AWS = "AWS";
    private static final String MARKETPLACE = "AWS Marketplace";
    private static final String IDENTITY_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int IDENTITY_LENGTH = 52;
    private static final int IDENTITIES = 1 << 16;

    private final Month month;
    private final Dice identity;
    private final @Nullable String[] identities = new @Nullable String[IDENTITIES];
    private final Map<String, String> invoices = new HashMap<>();
    private final long periodStart;
    private final long periodEnd;
    private final Tick wholeMonth;
    private Tick newest;
    private String interval;

    public Frame(Month month) {
        this.month = month;
        this.identity = month.organization().dice().at(5);
        this.periodStart = month.plan().period().start().toEpochMilli();
        this.periodEnd = month.plan().period().end().toEpochMilli();
        this.wholeMonth = new Tick(-1, month.plan().period().start(), (int) ((periodEnd - periodStart) / 3_600_000));
        this.newest = wholeMonth;
        this.interval = newest.interval();
    }

    /** The time of charges for the whole month. */
    public Tick wholeMonth() {
        return wholeMonth;
    }

    /** Starts a line item of that account; the identity repeats from tick to tick, as AWS's does. */
    public void begin(LineItem item, Account account, String type, Tick tick, long identityOf) {
        item.clear();
        item.set(LINE_ITEM_LINE_ITEM_TYPE, type)
                .set(IDENTITY_LINE_ITEM_ID, identity(identityOf))
                .set(IDENTITY_TIME_INTERVAL, interval(tick))
                .setTime(LINE_ITEM_USAGE_START_DATE, tick.start().toEpochMilli())
                .setTime(LINE_ITEM_USAGE_END_DATE, tick.end().toEpochMilli())
                .set(LINE_ITEM_USAGE_ACCOUNT_ID, account.id().value())
                .set(LINE_ITEM_USAGE_ACCOUNT_NAME, account.name())
                .set(LINE_ITEM_CURRENCY_CODE, account.currency());
        bill(item, account, AWS, "Anniversary");
    }

    /** Fills the columns of the bill, for charges that are not on the monthly bill of AWS. */
    public void bill(LineItem item, Account account, String billingEntity, String billType) {
        item.setTime(BILL_BILLING_PERIOD_START_DATE, periodStart)
                .setTime(BILL_BILLING_PERIOD_END_DATE, periodEnd)
                .set(BILL_BILL_TYPE, billType)
                .set(BILL_BILLING_ENTITY, billingEntity)
                .set(BILL_INVOICING_ENTITY, seller(account))
                .set(BILL_INVOICE_ID, invoice(account.currency(), billingEntity, billType))
                .set(BILL_PAYER_ACCOUNT_ID, month.organization().payer().id().value())
                .set(BILL_PAYER_ACCOUNT_NAME, month.organization().payer().name())
                .set(LINE_ITEM_LEGAL_ENTITY, seller(account));
    }

    public void marketplace(LineItem item, Account account) {
        bill(item, account, MARKETPLACE, "Anniversary");
        item.set(LINE_ITEM_LEGAL_ENTITY, "Acme Security, Inc.");
    }

    /** Fills what the price list says of a product. */
    public void product(LineItem item, Account account, Product product) {
        if (product.isMarketplace()) {
            marketplace(item, account);
        }
        item.set(LINE_ITEM_PRODUCT_CODE, product.productCode())
                .set(LINE_ITEM_USAGE_TYPE, product.usageType())
                .set(LINE_ITEM_OPERATION, product.operation())
                .set(LINE_ITEM_LINE_ITEM_DESCRIPTION, product.description())
                .set(PRODUCT, product.attributes())
                .set(PRODUCT_SERVICECODE, product.serviceCode())
                .set(PRODUCT_PRODUCT_FAMILY, product.family())
                .set(PRODUCT_USAGETYPE, product.usageType())
                .set(PRODUCT_OPERATION, product.operation())
                .set(PRODUCT_SKU, product.sku())
                .set(PRODUCT_PRICING_UNIT, product.unit())
                .set(PRODUCT_REGION_CODE, product.region().code())
                .set(PRODUCT_LOCATION, product.region().location())
                .set(PRODUCT_LOCATION_TYPE, "AWS Region")
                .set(PRODUCT_INSTANCE_TYPE, product.instanceType())
                .set(PRODUCT_INSTANCE_FAMILY, product.instanceType().isEmpty() ? "" : "General purpose")
                .set(PRICING_CURRENCY, item.text(LINE_ITEM_CURRENCY_CODE))
                .set(PRICING_UNIT, product.unit())
                .set(PRICING_RATE_CODE, product.rateCode())
                .set(PRICING_RATE_ID, product.rateId());
        if (product.isDataTransfer()) {
            transfer(item, product);
        }
    }

    private static void transfer(LineItem item, Product product) {
        item.set(PRODUCT_FROM_LOCATION, product.region().location())
                .set(PRODUCT_FROM_LOCATION_TYPE, "AWS Region")
                .set(PRODUCT_FROM_REGION_CODE, product.region().code())
                .set(PRODUCT_TO_LOCATION, "External")
                .set(PRODUCT_TO_LOCATION_TYPE, "Other");
    }

    private static String seller(Account account) {
        return account.paysDollars() ? "Amazon Web Services, Inc." : "Beijing Sinnet Technology Co., Ltd.";
    }

    /**
     * Empty while the bill is open: of the newest month; and of Marketplace, which invoices later, also of the month
     * before. A restated delivery has all.
     */
    private String invoice(String currency, String billingEntity, String billType) {
        PeriodPlan plan = month.plan();
        int invoicedFromAge = billingEntity.equals(MARKETPLACE) ? 2 : 1;
        if (plan.revision() == 0 && plan.age() < invoicedFromAge) {
            return "";
        }
        String bill = currency + billingEntity + billType;
        return invoices.computeIfAbsent(bill, any -> {
            Dice dice = month.monthDice(Section.MONTHLY).at(any.hashCode());
            return String.valueOf(2_000_000_000L + dice.below(147_000_000));
        });
    }

    private String identity(long of) {
        int slot = (int) of & (IDENTITIES - 1);
        if (of >= IDENTITIES || of < 0) {
            return identity.at(of).text(IDENTITY_ALPHABET, IDENTITY_LENGTH);
        }
        String known = identities[slot];
        if (known == null) {
            known = identity.at(of).text(IDENTITY_ALPHABET, IDENTITY_LENGTH);
            identities[slot] = known;
        }
        return known;
    }

    private String interval(Tick tick) {
        if (tick.index() != newest.index()) {
            newest = tick;
            interval = tick.interval();
        }
        return interval;
    }
}
