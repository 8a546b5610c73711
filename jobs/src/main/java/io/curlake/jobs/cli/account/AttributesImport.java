package io.curlake.jobs.cli.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.curlake.jobs.account.AttributesFile;
import io.curlake.jobs.account.catalog.AccountStatement;
import io.curlake.jobs.account.catalog.Origin;
import io.curlake.jobs.cli.CommonOptions;
import io.curlake.jobs.cli.record.RecordedVerb;
import io.curlake.jobs.run.accounts.AccountCatalog;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.SourceConfig;
import java.nio.file.Path;
import java.util.List;

/** Takes names, owners and the like of a source's accounts from a CSV. It connects nobody. */
public final class AttributesImport {
    private AttributesImport() {}

    /** Takes the file, and prints what changed. */
    public static int run(RecordedVerb verb, CommonOptions options, String sourceName, Path file) {
        CurlakeConfig config = options.config();
        SourceConfig source = config.source(sourceName);
        List<AccountStatement> statements = AttributesFile.read(file.toString(), AccountFiles.content(file));
        return verb.in(config, warehouse -> {
            long changed = new AccountCatalog(warehouse).take(source, Origin.CSV, statements);
            verb.out()
                    .println(
                            options.isJson()
                                    ? verb.json(json(source, statements.size(), changed))
                                    : words(statements.size(), changed) + " Nobody was connected by it.");
            return 0;
        });
    }

    /** "12 accounts described, 3 otherwise than before." */
    public static String words(long described, long changed) {
        return described + (described == 1 ? " account" : " accounts") + " described, "
                + (changed == 0 ? "none" : String.valueOf(changed)) + " otherwise than before.";
    }

    private static String json(SourceConfig source, long described, long changed) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("verb", "accounts import")
                .put("source", source.name())
                .put("described", described)
                .put("changed", changed)
                .toString();
    }
}
