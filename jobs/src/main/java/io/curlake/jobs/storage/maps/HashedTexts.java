package io.curlake.jobs.storage.maps;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Takes the texts of a column chunk; where the chunk has a dictionary, each of its texts is hashed once. */
final class HashedTexts extends PrimitiveConverter {
    private final MapHash hash;
    private long[] ofIds = {};
    private long last;

    HashedTexts(MapHash hash) {
        this.hash = hash;
    }

    /** The hash of the text that was taken last. */
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
            ofIds[id] = hash.ofText(dictionary.decodeToBinary(id).getBytesUnsafe());
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        last = ofIds[id];
    }

    @Override
    public void addBinary(Binary text) {
        last = hash.ofText(text.getBytesUnsafe());
    }
}
