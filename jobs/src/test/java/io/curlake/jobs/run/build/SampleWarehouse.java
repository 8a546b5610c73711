package io.curlake.jobs.run.build;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.model.AccountId;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ExportConfig.Delivery;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A sample organization in a folder, some of its accounts connected. */
public record SampleWarehouse(TestWarehouse test, SampleSpec spec) {
    /** @param connected how many linked accounts */
    public static SampleWarehouse loaded(
            Path folder, ExportFormat format, int connected, UnaryOperator<SampleSpec> size) {
        return loaded(folder, format, connected, size, "");
    }

    /** @param more keys of the configuration */
    public static SampleWarehouse loaded(
            Path folder, ExportFormat format, int connected, UnaryOperator<SampleSpec> size, String more) {
        Path bucket = folder.resolve("acme-billing");
        SampleSpec spec = size.apply(SampleSpec.into(bucket.toString())
                .withExport("acme-cur2", "exports", new AccountId("111122223333"))
                .withSize(6, 2, 3_000)
                .withFormat(format, format == ExportFormat.LEGACY_PARQUET ? Delivery.OVERWRITE : Delivery.CREATE_NEW));
        TestWarehouse test = TestWarehouse.of(folder.resolve("warehouse"), bucket, format, more);
        Sample.write(TestSpark.session(), test.warehouse().storage(), spec);
        SampleWarehouse sample = new SampleWarehouse(test, spec);
        sample.connect(connected);
        if (test.load().exitCode().code() != 0) {
            throw new AssertionError(test.load().toString());
        }
        return sample;
    }

    void connect(int linked) {
        test.connect(Organization.of(spec).accounts().stream()
                .map(Account::id)
                .filter(id -> !id.equals(spec.payer()))
                .limit(linked)
                .map(AccountId::value)
                .toArray(String[]::new));
    }

    public BuildSummary build() {
        return new Build(test.warehouse(), sentence -> {}).run(LoadRequest.EVERYTHING);
    }

    List<String> texts(io.curlake.jobs.table.TableName table, String expression) {
        return test.texts(table, expression);
    }
}
