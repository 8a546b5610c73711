package io.curlake.jobs.lineitem.scan.group;

import io.curlake.jobs.lineitem.scan.column.Vocabulary;

/** What a group says of a text in which its rows may differ. The order of rows does not matter. */
public enum Note {
    /** The text of all rows; '' where they differ. */
    ONLY {
        @Override
        int of(int one, int other, Vocabulary texts) {
            return one == other ? one : Vocabulary.EMPTY;
        }
    },
    /** The last by the order of texts. */
    LAST {
        @Override
        int of(int one, int other, Vocabulary texts) {
            return one == other || texts.text(one).compareTo(texts.text(other)) >= 0 ? one : other;
        }
    };

    abstract int of(int one, int other, Vocabulary texts);
}
