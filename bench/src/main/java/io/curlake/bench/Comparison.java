package io.curlake.bench;

import io.curlake.bench.CurlakeLoad.Loaded;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Loads a sample with curlake and copies it with DuckDB, in turns. */
final class Comparison {
    private final Workplace workplace;
    private final SampleExport sample;
    private final List<String> linkedAccounts;
    private final Set<String> connected;
    private final int threads;

    Comparison(Workplace workplace, SampleExport sample, int connectedAccounts, int threads) {
        this.workplace = workplace;
        this.sample = sample;
        this.linkedAccounts = sample.linkedAccounts(connectedAccounts);
        this.connected = new HashSet<>(linkedAccounts);
        connected.add(SampleExport.PAYER);
        this.threads = threads;
    }

    /** One side of a result: medians, and the bytes of Parquet that it wrote. */
    record Side(Measurement measurement, long bytesWritten) {}

    /** @param connected accounts, the payer included */
    record Result(SampleExport sample, int connected, long rowsKept, int repeated, Side curlake, Side duckDb) {}

    /** Throws a Refusal unless both keep the rows that the sample's truth says, and the ledger balances. */
    Result run(int times) {
        List<Measurement> loads = new ArrayList<>();
        List<Measurement> copies = new ArrayList<>();
        long loadedBytes = 0;
        long copiedBytes = 0;
        for (int i = 0; i < times; i++) {
            CurlakeLoad load = CurlakeLoad.prepare(workplace, sample, linkedAccounts);
            sample.warmPageCache();
            Loaded loaded = load.run();
            loads.add(checked(loaded).measurement());
            loadedBytes = loaded.bytes();

            Path copy = workplace.emptyFolder("duckdb").resolve("line_item.parquet");
            copies.add(copyTo(copy));
            copiedBytes = copy.toFile().length();
        }
        return new Result(
                sample,
                connected.size(),
                sample.rowsOf(connected),
                times,
                new Side(Measurement.medianOf(loads), loadedBytes),
                new Side(Measurement.medianOf(copies), copiedBytes));
    }

    private Loaded checked(Loaded loaded) {
        if (!loaded.status().equals("loaded") || !loaded.balanced()) {
            throw new Refusal(
                    ExitCode.LEDGER_UNBALANCED, "Cannot compare: the load did not balance; see the folder 'logs'.");
        }
        checkRows("curlake", loaded.rowsKept());
        return loaded;
    }

    private Measurement copyTo(Path file) {
        List<String> options = new ArrayList<>(List.of("--threads", String.valueOf(threads)));
        options.addAll(connected);
        TimedProcess.Outcome outcome = workplace.duckDb(sample, file, options);
        checkRows("DuckDB", Long.parseLong(outcome.output().strip()));
        return outcome.measurement();
    }

    private void checkRows(String who, long kept) {
        long expected = sample.rowsOf(connected);
        if (kept != expected) {
            throw new Refusal(
                    ExitCode.UNEXPECTED,
                    "Cannot compare: " + who + " kept " + kept + " rows, the sample has " + expected
                            + " of connected accounts.");
        }
    }
}
