package io.curlake.jobs.gold.scan.label;

import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.storage.maps.MapFold;
import java.nio.charset.StandardCharsets;

/** A fold of entries whose texts are codes of a vocabulary; an absent value is the empty text. */
public abstract class CodedTexts implements MapFold {
    private final Vocabulary texts;

    protected CodedTexts(Vocabulary texts) {
        this.texts = texts;
    }

    protected final Vocabulary texts() {
        return texts;
    }

    @Override
    public final long ofText(byte[] text) {
        return texts.codeOf(new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public final long ofNothing() {
        return Vocabulary.EMPTY;
    }
}
