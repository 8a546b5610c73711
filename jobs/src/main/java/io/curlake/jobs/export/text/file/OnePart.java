package io.curlake.jobs.export.text.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** A file that is one CSV text. */
final class OnePart implements TextSource.Parts {
    private static final int COMPRESSED_BUFFER = 1 << 16;

    private final InputStream stored;
    private final Decompression decompression;
    private boolean given;

    interface Decompression {
        InputStream apply(InputStream stored) throws IOException;
    }

    OnePart(InputStream stored, Decompression decompression) {
        this.stored = stored;
        this.decompression = decompression;
    }

    /** Not java.util.zip's: that one drops what follows the first member where a store cannot say what is available. */
    static InputStream gunzip(InputStream stored) throws IOException {
        return GzipCompressorInputStream.builder()
                .setInputStream(stored)
                .setBufferSize(COMPRESSED_BUFFER)
                .setDecompressConcatenated(true)
                .get();
    }

    @Override
    public Optional<InputStream> next() throws IOException {
        if (given) {
            return Optional.empty();
        }
        given = true;
        return Optional.of(decompression.apply(stored));
    }
}
