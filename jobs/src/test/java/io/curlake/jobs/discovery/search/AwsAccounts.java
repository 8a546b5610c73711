package io.curlake.jobs.discovery.search;

import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Resource;
import io.curlake.model.AccountId;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.sandbox.aws.AwsStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A stand-in for AWS, and what a look at it tells. */
final class AwsAccounts implements AutoCloseable {
    static final String OWN = "111122223333";
    static final String REGION = "eu-west-1";

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-01T06:00:00Z"), ZoneOffset.UTC);

    final AwsStandIn aws;
    final List<Resource> resources = Collections.synchronizedList(new ArrayList<>());
    final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

    AwsAccounts(Path folder) {
        aws = AwsStandIn.start(folder);
    }

    /** One of each thing there is, in eu-west-1. */
    AwsAccounts load() throws IOException {
        try (InputStream in = Objects.requireNonNull(AwsAccounts.class.getResourceAsStream("account.json"))) {
            aws.cloud().load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return this;
    }

    /** @param more keys of {@code discovery} */
    void search(String account, String more) {
        AwsSearch.hasty(config(more), NOW).search(new AccountId(account), resources::add, outcomes::add);
    }

    CurlakeConfig config(String more) {
        return ConfigFile.parse(
                "test.yaml", """
                warehouse: /tmp/unused
                s3: {access-key: "%s", secret-key: "%s"}
                sources:
                  - {name: acme, payer: "111122223333", export: {name: a, bucket: b, format: cur2-csv}}
                discovery: {endpoint: "%s", %s}
                """.formatted(aws.accessKey(), aws.secretKey(), aws.endpoint(), more), name -> "");
    }

    Resource resource(String id) {
        return resources.stream()
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " among "
                        + resources.stream().map(Resource::id).toList() + "; " + outcomes));
    }

    /** region type outcome found action: message */
    List<String> outcomes() {
        return outcomes.stream()
                .map(outcome -> outcome.region() + " " + outcome.type() + " "
                        + outcome.status().word() + " " + outcome.found() + " " + outcome.action() + ": "
                        + outcome.message())
                .toList();
    }

    @Override
    public void close() {
        aws.close();
    }
}
