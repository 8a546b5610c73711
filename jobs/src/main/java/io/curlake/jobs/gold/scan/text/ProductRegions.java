package io.curlake.jobs.gold.scan.text;

import io.curlake.jobs.gold.scan.label.CodedTexts;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;

/** The codes of the regions among the product attributes of rows, which is where older exports have them. */
final class ProductRegions extends CodedTexts {
    private final int region;
    private int found = Vocabulary.EMPTY;

    ProductRegions(Vocabulary texts) {
        super(texts);
        this.region = texts.codeOf("region");
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
