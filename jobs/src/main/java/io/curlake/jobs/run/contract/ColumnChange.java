package io.curlake.jobs.run.contract;

import java.util.List;

/** A difference between the columns of two deliveries. */
sealed interface ColumnChange {
    void tell(Sentences sentences);

    /** The delivery before had it. */
    record Gone(String column) implements ColumnChange {
        @Override
        public void tell(Sentences sentences) {
            sentences.gone(column);
        }
    }

    /** The delivery before had no such column. */
    record Added(String column) implements ColumnChange {
        @Override
        public void tell(Sentences sentences) {
            sentences.added(column);
        }
    }

    /** Both have it, and their manifests say other types. */
    record Retyped(String column, String before, String now) implements ColumnChange {
        @Override
        public void tell(Sentences sentences) {
            sentences.retyped(this);
        }
    }

    /** A map has keys that it had not before. */
    record NewKeys(String column, List<String> keys) implements ColumnChange {
        @Override
        public void tell(Sentences sentences) {
            sentences.newKeys(this);
        }
    }
}
