package io.curlake.provisioning.policy.deny;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One thing that a condition key can be in the request of a delivery. */
sealed interface Possibility {
    /** Whether it is what a value of a policy names. */
    Truth is(Glob wanted);

    /** The same with its text changed, where it has one. */
    default Possibility with(UnaryOperator<String> change) {
        return this;
    }

    /** The request has no such key. */
    record Absent() implements Possibility {
        @Override
        public Truth is(Glob wanted) {
            return Truth.FALSE;
        }
    }

    /** This value. */
    record Text(String value) implements Possibility {
        @Override
        public Truth is(Glob wanted) {
            return wanted.matches(value);
        }

        @Override
        public Possibility with(UnaryOperator<String> change) {
            return new Text(change.apply(value));
        }
    }

    /** A value that begins so and goes on. */
    record Under(String start) implements Possibility {
        @Override
        public Truth is(Glob wanted) {
            return wanted.matchesAllUnder(start);
        }

        @Override
        public Possibility with(UnaryOperator<String> change) {
            return new Under(change.apply(start));
        }
    }

    /** A value of AWS's own, which the author of a policy does not name. */
    record Foreign() implements Possibility {
        @Override
        public Truth is(Glob wanted) {
            return wanted.matchesForeign();
        }
    }

    static List<Possibility> absent() {
        return List.of(new Absent());
    }

    static List<Possibility> foreignIfAny() {
        return List.of(new Absent(), new Foreign());
    }

    static List<Possibility> oneOf(String... values) {
        return Stream.of(values).<Possibility>map(Text::new).toList();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
