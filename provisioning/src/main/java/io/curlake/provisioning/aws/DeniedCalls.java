package io.curlake.provisioning.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls that AWS denied while a use case went on without them, so that a person mends all at once. */
public final class DeniedCalls {
    private final List<Denied> calls = new ArrayList<>();

    /** What the call gives; empty where it is denied, which is remembered. */
    public <T> Optional<T> attempt(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (Denied denied) {
            if (calls.stream().noneMatch(earlier -> earlier.permission().equals(denied.permission()))) {
                calls.add(denied);
            }
            return Optional.empty();
        }
    }

    /** In the order they were made; of those that need the same right the first. */
    public List<Denied> list() {
        return List.copyOf(calls);
    }
}
