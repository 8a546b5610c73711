package io.curlake.jobs.cli.night;

import java.util.List;

/**
 * A verb of a night.
 *
 * @param arguments the verb and what follows it, as it would be typed
 */
record Step(List<String> arguments) {
    Step {
        arguments = List.copyOf(arguments);
    }

    String verb() {
        return arguments.get(0);
    }
}
