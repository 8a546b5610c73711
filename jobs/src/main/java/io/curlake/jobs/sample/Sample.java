package io.curlake.jobs.sample;

import io.curlake.jobs.sample.Chunk.Written;
import io.curlake.jobs.sample.delivery.DeliveryKeys;
import io.curlake.jobs.sample.delivery.Manifest;
import io.curlake.jobs.sample.plan.PeriodPlan;
import io.curlake.jobs.sample.plan.SamplePlan;
import io.curlake.jobs.sample.truth.Truth;
import io.curlake.jobs.sample.truth.TruthFile;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.BillingPeriod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a synthetic organization's billing export as AWS delivers it, and {@link TruthFile} beside it. Row
 * {@code n} of a period follows from seed, period and {@code n} alone, so that any number of executors can write.
 */
public final class Sample {
    private final JavaSparkContext spark;
    private final Storage storage;
    private final SampleSpec spec;

    private Sample(SparkSession session, Storage storage, SampleSpec spec) {
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.storage = storage;
        this.spec = spec;
    }

    /** Writes one delivery of every period, each complete before its manifest. Throws a Refusal where it cannot. */
    public static SampleSummary write(SparkSession session, Storage storage, SampleSpec spec) {
        return new Sample(session, storage, spec).deliver(SamplePlan.of(spec).periods(), new TruthFile());
    }

    /**
     * Delivers a period of a written sample again, as AWS does after the month closed: with late usage and credits, with
     * the invoice ids that were missing, with other tags on some resources.
     */
    public static SampleSummary restate(SparkSession session, Storage storage, SampleSpec spec, BillingPeriod period) {
        PeriodPlan restated = SamplePlan.of(spec).plan(period, 1);
        TruthFile truth = TruthFile.parse(storage.read(truthUri(spec)));
        return new Sample(session, storage, spec).deliver(List.of(restated), truth);
    }

    private SampleSummary deliver(List<PeriodPlan> plans, TruthFile truthFile) {
        List<Chunk> chunks =
                plans.stream().flatMap(plan -> chunks(plan).stream()).toList();
        Map<BillingPeriod, DeliveryColumns> columns = columns(chunks);
        List<Written> written = write(chunks, columns);
        for (PeriodPlan plan : plans) {
            DeliveryKeys keys = DeliveryKeys.of(spec, plan);
            writeManifests(keys, columnsOf(plan, columns));
            truthFile.put(plan.period(), keys.id().text(spec), truthOf(plan, written));
        }
        storage.write(truthUri(spec), truthFile.toBytes());
        return new SampleSummary(
                plans.stream().map(PeriodPlan::period).toList(),
                chunks.size(),
                plans.stream().mapToLong(PeriodPlan::rows).sum(),
                written.stream().mapToLong(Written::bytes).sum(),
                truthUri(spec));
    }

    private List<Chunk> chunks(PeriodPlan plan) {
        List<Chunk> chunks = new ArrayList<>();
        long row = 0;
        for (String key : DeliveryKeys.of(spec, plan).dataFiles()) {
            long end = Math.min(row + spec.rowsPerFile(), plan.rows());
            chunks.add(new Chunk(spec, plan, row, end, DeliveryKeys.uri(spec, key)));
            row = end;
        }
        return chunks;
    }

    private Map<BillingPeriod, DeliveryColumns> columns(List<Chunk> chunks) {
        Map<BillingPeriod, DeliveryColumns> byPeriod = new HashMap<>();
        legacyColumns(chunks).forEach((period, names) -> byPeriod.put(period, new DeliveryColumns(spec, names)));
        return byPeriod;
    }

    private Map<BillingPeriod, Set<String>> legacyColumns(List<Chunk> chunks) {
        Map<BillingPeriod, Set<String>> byPeriod = new HashMap<>();
        chunks.forEach(chunk -> byPeriod.put(chunk.plan().period(), new TreeSet<>()));
        if (spec.format().isLegacy()) {
            spark.setJobDescription("sample: find the columns of " + chunks.size() + " files");
            List<Set<String>> found = spark.parallelize(chunks, chunks.size())
                    .map(Chunk::legacyColumns)
                    .collect();
            for (int i = 0; i < chunks.size(); i++) {
                columnsOf(chunks.get(i).plan(), byPeriod).addAll(found.get(i));
            }
        }
        return byPeriod;
    }

    private List<Written> write(List<Chunk> chunks, Map<BillingPeriod, DeliveryColumns> columns) {
        Storage store = storage;
        spark.setJobDescription("sample: write " + chunks.size() + " files of " + spec.exportName());
        return spark.parallelize(chunks, chunks.size())
                .map(chunk -> chunk.write(store, columnsOf(chunk.plan(), columns)))
                .collect();
    }

    private void writeManifests(DeliveryKeys keys, DeliveryColumns columns) {
        byte[] manifest = Manifest.of(keys, columns.ofManifest());
        keys.manifests().forEach(key -> storage.write(DeliveryKeys.uri(spec, key), manifest));
    }

    private static <C> C columnsOf(PeriodPlan plan, Map<BillingPeriod, C> columns) {
        return Objects.requireNonNull(columns.get(plan.period()));
    }

    private static Truth truthOf(PeriodPlan plan, List<Written> written) {
        Truth truth = new Truth();
        written.stream().filter(part -> part.chunk().plan().equals(plan)).forEach(part -> truth.add(part.truth()));
        return truth;
    }

    private static String truthUri(SampleSpec spec) {
        return DeliveryKeys.uri(spec, DeliveryKeys.truth(spec));
    }
}
