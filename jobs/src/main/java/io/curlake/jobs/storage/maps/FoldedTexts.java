package io.curlake.jobs.storage.maps;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Takes the texts of a column chunk; where the chunk has a dictionary, each of its texts is looked at once. */
final class FoldedTexts extends PrimitiveConverter {
    private final MapFold fold;
    private long[] ofIds = {};
    private long last;

    FoldedTexts(MapFold fold) {
        this.fold = fold;
    }

    /** What stands for the text that was taken last. */
    long last() {
        return last;
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        ofIds = new long[dictionary.getMaxId() + 1];
        for (int id = 0; id < ofIds.length; id++) {
            ofIds[id] = fold.ofText(dictionary.decodeToBinary(id).getBytesUnsafe());
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        last = ofIds[id];
    }

    @Override
    public void addBinary(Binary text) {
        last = fold.ofText(text.getBytesUnsafe());
    }
}
