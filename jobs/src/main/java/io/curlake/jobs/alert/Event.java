package io.curlake.jobs.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import io.curlake.model.ExitCode;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** Something worth telling. */
public sealed interface Event {

    /** As receivers know it: the word of the configuration. */
    String name();

    /** For people, in a sentence. */
    String line();

    /** Adds what a receiver can compute with; amounts are exact decimal texts. */
    void describe(ObjectNode json);

    /** The same for events that are the same news. */
    String news();

    /**
     * A period that was refused, or a verb that failed as a whole.
     *
     * @param partition empty for a whole verb
     */
    record Failure(Optional<Partition> partition, ExitCode exit, String message) implements Event {
        @Override
        public String name() {
            return "failure";
        }

        @Override
        public String line() {
            return message;
        }

        @Override
        public void describe(ObjectNode json) {
            partition.ifPresent(of -> addTo(json, of));
            json.put("exit", exit.code()).put("message", message);
        }

        /** The reason without its numbers: times, attempts and sizes differ where nothing else does. */
        @Override
        public String news() {
            return partition.map(Partition::toString).orElse("") + " " + exit + " " + message.replaceAll("[0-9]+", "#");
        }
    }

    /**
     * An account that no delivery had before.
     *
     * @param accountName empty where it is not known
     */
    record NewAccount(Partition partition, AccountId account, String accountName, boolean connected) implements Event {
        @Override
        public String name() {
            return "new-account";
        }

        @Override
        public String line() {
            return partition + ": new account " + account + (accountName.isEmpty() ? "" : " (" + accountName + ")")
                    + ", " + (connected ? "connected" : "not connected");
        }

        @Override
        public void describe(ObjectNode json) {
            addTo(json, partition)
                    .put("account", account.value())
                    .put("name", accountName)
                    .put("connected", connected);
        }

        @Override
        public String news() {
            return partition.source() + " " + account;
        }
    }

    /** More spend of unconnected accounts than was agreed. */
    record UnconnectedSpend(Partition partition, String currency, BigDecimal cost, BigDecimal limit) implements Event {
        @Override
        public String name() {
            return "unconnected";
        }

        @Override
        public String line() {
            return partition + ": unconnected spend of " + Money.plain(cost) + " " + currency + " is above "
                    + Money.plain(limit);
        }

        @Override
        public void describe(ObjectNode json) {
            addTo(json, partition)
                    .put("currency", currency)
                    .put("unblended_cost", Money.plain(cost))
                    .put("above", Money.plain(limit));
        }

        @Override
        public String news() {
            return partition + " " + currency;
        }
    }

    /**
     * A delivery that changed more of the one before than was agreed, on days that were over.
     *
     * @param moved unblended cost, each cause without its sign
     * @param net the same with signs
     */
    record Restatement(
            Partition partition,
            String delivery,
            String since,
            String currency,
            BigDecimal moved,
            BigDecimal net,
            BigDecimal limit)
            implements Event {
        @Override
        public String name() {
            return "restatement";
        }

        @Override
        public String line() {
            return partition + ": delivery '" + delivery + "' moved " + Money.plain(moved) + " " + currency + " of '"
                    + since + "' (net " + Money.plain(net) + ") on days that were over, which is above "
                    + Money.plain(limit);
        }

        @Override
        public void describe(ObjectNode json) {
            addTo(json, partition)
                    .put("delivery", delivery)
                    .put("since", since)
                    .put("currency", currency)
                    .put("moved_unblended_cost", Money.plain(moved))
                    .put("net_unblended_cost", Money.plain(net))
                    .put("above", Money.plain(limit));
        }

        @Override
        public String news() {
            return partition + " " + currency + " " + delivery + " " + since;
        }
    }

    /** Nothing happened: somebody wants to see whether alerts arrive. */
    record Test() implements Event {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public String line() {
            return "This is a test: alerts of curlake arrive here.";
        }

        @Override
        public void describe(ObjectNode json) {
            json.put("message", line());
        }

        @Override
        public String news() {
            return "";
        }
    }

    private static ObjectNode addTo(ObjectNode json, Partition partition) {
        return json.put("source", partition.source())
                .put("billing_period", partition.period().toString());
    }
}
