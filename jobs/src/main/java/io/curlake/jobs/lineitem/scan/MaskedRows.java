package io.curlake.jobs.lineitem.scan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Positions of rows in one file, counted from 0, as compressed bitmaps: one for each value of the high 32 bits. */
public final class MaskedRows implements RowMask, Serializable {
    private final ArrayList<RoaringBitmap> bitmaps = new ArrayList<>();

    void add(long position) {
        int high = (int) (position >>> Integer.SIZE);
        while (bitmaps.size() <= high) {
            bitmaps.add(new RoaringBitmap());
        }
        bitmaps.get(high).add((int) position);
    }

    /** Chooses the smallest form once all positions are there. */
    void compress() {
        bitmaps.forEach(RoaringBitmap::runOptimize);
    }

    @Override
    public boolean isMasked(long position) {
        int high = (int) (position >>> Integer.SIZE);
        return high < bitmaps.size() && bitmaps.get(high).contains((int) position);
    }

    public long count() {
        return bitmaps.stream().mapToLong(RoaringBitmap::getLongCardinality).sum();
    }

    /** The low 32 bits of the positions, by their high 32 bits; not to be changed. */
    public List<RoaringBitmap> bitmaps() {
        return Collections.unmodifiableList(bitmaps);
    }
}
