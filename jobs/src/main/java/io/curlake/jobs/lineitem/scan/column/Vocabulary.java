package io.curlake.jobs.lineitem.scan.column;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts and their codes, counted from 0 in the order they are met. Code 0 is the empty text. */
public final class Vocabulary implements Serializable {
    public static final int EMPTY = 0;

    private final List<String> texts = new ArrayList<>(List.of(""));
    private transient @Nullable Map<String, Integer> codes;

    /** The code of a text, which is new where the text is. */
    public int codeOf(String text) {
        return codes().computeIfAbsent(text, t -> {
            texts.add(t);
            return texts.size() - 1;
        });
    }

    /** Whether the codes of some rows are all that of the empty text. */
    public static boolean areEmpty(int[] codes, int[] rows) {
        for (int row : rows) {
            if (codes[row] != EMPTY) {
                return false;
            }
        }
        return true;
    }

    public String text(int code) {
        return texts.get(code);
    }

    /** All texts in the order of their codes; not to be changed. */
    public List<String> texts() {
        return Collections.unmodifiableList(texts);
    }

    public int size() {
        return texts.size();
    }

    private Map<String, Integer> codes() {
        Map<String, Integer> known = codes;
        if (known == null) {
            known = new HashMap<>();
            for (int code = 0; code < texts.size(); code++) {
                known.put(texts.get(code), code);
            }
            codes = known;
        }
        return known;
    }
}
