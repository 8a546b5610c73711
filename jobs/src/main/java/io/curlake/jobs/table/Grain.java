package io.curlake.jobs.table;

/** What one row of each table is, in a line: for the verb {@code sql} and for docs/tables. */
public final class Grain {
    private Grain() {}

    public static String of(TableName table) {
        return switch (table) {
            case CONNECTED_ACCOUNT -> "an account connected to a source";
            case ACCOUNT -> "what was known of an account for a while: name, owner, cost center, tags";
            case LINE_ITEM -> "a line item of a connected account in the newest delivery of its period";
            case UNCONNECTED_COST ->
                "day × unconnected account × product code × line item type × billing entity × invoice id × commitment × currency";
            case DELIVERED_COST -> "as unconnected_cost, of whole deliveries, whoever's the cost is";
            case RESTATEMENT ->
                "a day × account × product code × line item type × invoice × currency that a delivery changed";
            case FORECAST -> "account × service × currency at the end of the newest month; totals";
            case ANOMALY -> "a day × account × service × currency that cost something else than expected";
            case BUDGET_STATUS -> "a budget of the configuration in the newest month";
            case TEAM_COST -> "day × team × kind × account × product code × currency";
            case REJECTED_ROW -> "a row that could not be read";
            case RECONCILIATION -> "a file of a delivery × currency: the ledger";
            case DELIVERY -> "a load of a delivery";
            case DAILY_COST ->
                "day × payer × account × product × service × region × line item type × purchase option × currency";
            case DAILY_RESOURCE_COST -> "day × account × region × resource × currency";
            case DAILY_TAG_COST -> "day × account × tag key × tag value × currency";
            case DAILY_CONTAINER_COST -> "day × cluster × namespace × workload × currency, by split cost allocation";
            case TRAFFIC_COST -> "day × account × from × to × usage type × currency";
            case COMMITMENT_DAILY -> "day × Savings Plan or reservation × currency";
            case INVOICE -> "invoice × account × charge category × currency, with the bridge between cost measures";
            case FOCUS_COST_AND_USAGE -> "a charge in FOCUS 1.2 columns";
            case RESOURCE -> "a cloud resource that was ever seen, as it was last seen";
            case RESOURCE_CHANGE -> "a resource that a run saw differ";
            case RESOURCE_COST -> "account × region × resource × currency: 30 days of cost, or why there is none";
            case DISCOVERY_RUN -> "a run's look at an account × region × type: what it could see";
            case RECOMMENDATION -> "rule × resource: something that is worth a look";
            case GOLD_BUILD -> "a period and the load that its gold tables are built from";
            case RUN -> "a run of a verb that writes: when, what, outcome, figures";
        };
    }
}
