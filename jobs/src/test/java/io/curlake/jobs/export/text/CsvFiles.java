package io.curlake.jobs.export.text;

import io.curlake.jobs.storage.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;

/** CSV files of a test, compressed as their names say. */
public final class CsvFiles {
    private final Path folder;
    private final Storage storage = new Storage(new Configuration());

    public CsvFiles(Path folder) {
        this.folder = folder;
    }

    public Storage storage() {
        return storage;
    }

    public String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    /** The path as messages show it. */
    public static String shown(String uri) {
        return uri.replaceFirst("^file:/+", "/");
    }

    /** Writes a file and gives its URI. */
    public String write(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return write(name, name.endsWith(".gz") ? gzip(bytes) : name.endsWith(".zip") ? zip(text) : bytes);
    }

    public String write(String name, byte[] stored) {
        try {
            Files.write(folder.resolve(name), stored);
            return uri(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file and reads its header. */
    public TextFile file(int number, String name, String text) {
        return file(number, write(name, text));
    }

    public TextFile file(int number, String uri) {
        return new TextFile(number, uri, 1, TextHeaders.read(storage, uri));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(stored)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored.toByteArray();
    }

    /** A zip with an entry for each text. */
    public static byte[] zip(String... texts) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(stored)) {
            for (int i = 0; i < texts.length; i++) {
                zip.putNextEntry(new ZipEntry("export-" + i + ".csv"));
                zip.write(texts[i].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored.toByteArray();
    }

    public static byte[] cut(byte[] stored, int length) {
        return Arrays.copyOf(stored, length);
    }
}
