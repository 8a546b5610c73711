package io.curlake.jobs.gold.scan.text;

import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.storage.maps.MapFold;
import java.nio.charset.StandardCharsets;

/** The codes of the regions among the product attributes of rows, which is where older exports have them. */
final class ProductRegions implements MapFold {
    private final Vocabulary texts;
    private final int region;
    private int found = Vocabulary.EMPTY;

    ProductRegions(Vocabulary texts) {
        this.texts = texts;
        this.region = texts.codeOf("region");
    }

    @Override
    public long ofText(byte[] text) {
        return texts.codeOf(new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public long ofNothing() {
        return Vocabulary.EMPTY;
    }

    @Override
    public void entry(int column, long key, long value) {
        if (key == region) {
            found = (int) value;
        }
    }

    @Override
    public long endOfRow() {
        long code = found;
        found = Vocabulary.EMPTY;
        return code;
    }
}
