package io.curlake.jobs.alert;

import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.Warehouse;
import io.curlake.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells the webhook what a run has to tell, the same news once a day. It never fails: what goes wrong is a sentence for the
 * person who reads the output.
 */
public final class Messenger {
    private final Warehouse warehouse;
    private final String verb;
    private final Optional<Webhook> webhook;
    private final ToldToday told;

    public Messenger(Warehouse warehouse, String verb) {
        this(warehouse, verb, Webhook.of(warehouse.config().alerts()));
    }

    Messenger(Warehouse warehouse, String verb, Optional<Webhook> webhook) {
        this.warehouse = warehouse;
        this.verb = verb;
        this.webhook = webhook;
        this.told = new ToldToday(warehouse.storage(), warehouse.config().warehouse(), warehouse.clock());
    }

    /** After a run that ended, however its periods did. Gives a sentence where there is something to say. */
    public Optional<String> after(LoadSummary summary) {
        return tell(() -> new Alerts(warehouse.config()).of(summary));
    }

    /** After a run that failed as a whole. */
    public Optional<String> after(Refusal refusal) {
        return tell(() -> new Alerts(warehouse.config()).of(refusal));
    }

    private Optional<String> tell(Supplier<List<Event>> events) {
        try {
            return webhook.flatMap(to -> tell(to, events.get()));
        } catch (RuntimeException e) {
            // The run is done, and right or wrong without its alert. The message of an exception may quote the address.
            return Optional.of("! alert not delivered: " + e.getClass().getSimpleName());
        }
    }

    private Optional<String> tell(Webhook to, List<Event> events) {
        List<Event> untold = events.isEmpty() ? events : told.untold(events);
        if (untold.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = to.send(Alert.of(verb, warehouse.config(), warehouse.clock(), untold));
        if (!answer.isDelivered()) {
            return Optional.of("! alert not delivered: " + answer);
        }
        return Optional.of("alert delivered to " + answer.host() + ": "
                + (untold.size() == 1 ? "1 event" : untold.size() + " events") + noted(untold));
    }

    private String noted(List<Event> events) {
        try {
            told.note(events);
            return "";
        } catch (RuntimeException e) {
            return ". It could not be noted in the warehouse, so that the next run may tell it again";
        }
    }
}
