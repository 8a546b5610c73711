package io.curlake.provisioning.check.setting;

import io.curlake.model.LineItemColumn;
import io.curlake.provisioning.catalog.TableProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Columns that serve one purpose, and what is lost without them. */
enum ColumnGroup {
    REQUIRED("the export cannot be loaded: nobody can say whose a line item is, or what it costs"),
    SAVINGS_PLAN("amortized cost equals unblended cost for the line items of Savings Plans"),
    RESERVATION("amortized cost equals unblended cost for the line items of Reserved Instances"),
    NET("cost after negotiated discounts is not known"),
    PRICING("cost at public prices, and so what commitments save, is not known"),
    PRODUCT("line items cannot be told apart by product, instance type or region"),
    TAGS("cost cannot be given to teams by resource tag or cost category"),
    USAGE("the time, usage or description of line items is not known"),
    IDENTITY("line items of one delivery cannot be told apart"),
    BILL("line items cannot be matched with invoices"),
    RESOURCE_ID("the rows are those of single resources, but nobody can say of which"),
    SPLIT_COST("the rows of tasks and pods are delivered without their share of the cost, and so for nothing"),
    DISCOUNT("the discounts of a line item are not itemized"),
    CAPACITY_RESERVATION("use of capacity reservations is not known"),
    IAM_PRINCIPAL("nobody can say which identity called a model");

    private static final Set<LineItemColumn> TO_LOAD = Set.of(
            LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID,
            LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE,
            LineItemColumn.LINE_ITEM_CURRENCY_CODE,
            LineItemColumn.LINE_ITEM_UNBLENDED_COST);

    private final String loss;

    ColumnGroup(String loss) {
        this.loss = loss;
    }

    static ColumnGroup of(LineItemColumn column) {
        return switch (column.presence()) {
            case RESOURCES -> RESOURCE_ID;
            case SPLIT_COST -> SPLIT_COST;
            case CAPACITY_RESERVATION -> CAPACITY_RESERVATION;
            case IAM_PRINCIPAL -> IAM_PRINCIPAL;
            case ITEMIZED_DISCOUNT -> DISCOUNT;
            case ALWAYS -> TO_LOAD.contains(column) ? REQUIRED : byName(column.columnName());
        };
    }

    /** All columns of the group. */
    List<LineItemColumn> columns() {
        return Arrays.stream(LineItemColumn.values())
                .filter(column -> of(column) == this)
                .toList();
    }

    String loss() {
        return loss;
    }

    String setting() {
        return "columns: " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The table property without which AWS does not offer these columns. */
    Optional<TableProperty> property() {
        return switch (this) {
            case RESOURCE_ID -> Optional.of(TableProperty.INCLUDE_RESOURCES);
            case SPLIT_COST -> Optional.of(TableProperty.INCLUDE_SPLIT_COST_ALLOCATION_DATA);
            case CAPACITY_RESERVATION -> Optional.of(TableProperty.INCLUDE_CAPACITY_RESERVATION_DATA);
            case IAM_PRINCIPAL -> Optional.of(TableProperty.INCLUDE_IAM_PRINCIPAL_DATA);
            case REQUIRED, SAVINGS_PLAN, RESERVATION, NET, PRICING, PRODUCT, TAGS, USAGE, IDENTITY, BILL, DISCOUNT ->
                Optional.empty();
        };
    }

    private static ColumnGroup byName(String name) {
        if (name.contains("_net_")) {
            return NET;
        }
        if (name.equals("cost_category") || name.endsWith("tags")) {
            return TAGS;
        }
        if (name.startsWith("savings_plan_")) {
            return SAVINGS_PLAN;
        }
        return switch (name.substring(0, name.contains("_") ? name.indexOf('_') : name.length())) {
            case "reservation" -> RESERVATION;
            case "pricing" -> PRICING;
            case "product" -> PRODUCT;
            case "identity" -> IDENTITY;
            case "bill" -> BILL;
            default -> USAGE;
        };
    }
}
