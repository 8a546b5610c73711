package io.curlake.provisioning.plan;

import java.util.List;

/** One thing that provisioning makes. Asks before it acts, and is safe to repeat. */
public interface Step {
    /** What it makes: "bucket acme-billing". */
    String title();

    /** Looks, changes nothing. A call that AWS denies is thrown as {@link io.curlake.provisioning.aws.Denied}. */
    StepState inspect();

    /** What would be sent, call by call, to make or to change it after this inspection. */
    List<Request> requests();

    /** Makes or changes it. Called only when the inspection just before found it absent or different. */
    void apply();

    /**
     * A call.
     *
     * @param operation AWS's name of it
     * @param body JSON; "" for a call without one
     */
    record Request(String operation, String body) {}
}
