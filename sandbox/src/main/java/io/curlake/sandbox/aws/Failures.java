package io.curlake.sandbox.aws;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which operations fail. {@code TagResource} means that of every service, {@code cur:TagResource} that of one. */
final class Failures {
    private final Map<String, Failure> planned = new ConcurrentHashMap<>();

    void plan(String operation, Failure failure) {
        planned.put(operation, failure);
    }

    void heal(String operation) {
        planned.remove(operation);
    }

    /** The failure of the next call; counts it. */
    synchronized Optional<Failure> next(String service, String operation) {
        for (String key : new String[] {service + ":" + operation, operation}) {
            Failure failure = planned.get(key);
            if (failure != null && !failure.isOver()) {
                planned.put(key, failure.once());
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
