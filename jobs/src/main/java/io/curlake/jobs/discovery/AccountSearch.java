package io.curlake.jobs.discovery;

import io.curlake.model.AccountId;
import java.io.Serializable;
import java.util.function.Consumer;

/** Looks at everything in one account. */
public interface AccountSearch extends Serializable {
    /** Tells each resource and what came of each look, from several threads. */
    void search(AccountId account, Consumer<Resource> resources, Consumer<Outcome> outcomes);
}
