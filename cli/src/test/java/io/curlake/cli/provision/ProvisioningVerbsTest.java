package io.curlake.cli.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.cli.CommandLines;
import io.curlake.sandbox.aws.AwsStandIn;
import io.curlake.sandbox.aws.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a person types, and reads. */
class ProvisioningVerbsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static AwsStandIn aws;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(
            name = "curlake",
            subcommands = {ExportCommand.class, PolicyCommand.class})
    private static final class Verbs {}

    @BeforeAll
    static void start() throws IOException {
        aws = AwsStandIn.start(folder.resolve("s3"));
        write("one.yaml", source("acme", "eu-west-1"));
        write("two.yaml", source("acme", "eu-west-1") + source("other", "eu-west-1"));
        write("mixed.yaml", source("bad", "eu-west-1").replace("bad-cur2", "no good") + source("acme", "eu-west-1"));
        write("gov.yaml", source("acme", "us-gov-west-1"));
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void aPolicyIsJsonOnStdoutAndItsReasonsAreOnStderr() throws IOException {
        assertThat(run("one.yaml", "policy", "reading")).isZero();

        JsonNode policy = JSON.readTree(out.toString());
        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
        List<String> sids = new ArrayList<>();
        policy.path("Statement")
                .forEach(statement -> sids.add(statement.path("Sid").asText()));
        assertThat(sids)
                .isNotEmpty()
                .allSatisfy(sid -> assertThat(err.toString()).contains(sid + ": "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one.yaml | policy writing | Cannot write a policy for 'writing': there are policies for provisioning, reading, discovery.",
                "two.yaml | policy reading | Cannot tell which source is meant: there are acme, other. Name one with --source.",
                "one.yaml | policy reading --how-to role | Cannot say how to make a role: it is not known who may take it. Add --trust ARN of an account, a user or a role.",
                "gov.yaml | policy reading | Cannot provision in region 'us-gov-west-1': AWS GovCloud (US) has no billing exports of its own. Its spend is in the export of the standard payer account it belongs to; provision there.",
                "one.yaml | export wait --timeout soon | Cannot wait for 'soon': it is no number of minutes or hours. Write --timeout 30m or --timeout 24h.",
                "two.yaml | export wait | Cannot tell which source is meant: there are acme, other. Name one with --source.",
            })
    void mistakesAreRefusedWithTwo(String config, String words, String message) {
        assertThat(run(config, words.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(message + "\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aDeniedCallEndsWithFourAndTheStatementToAdd() {
        aws.fail("GetCallerIdentity", Failure.accessDenied());
        try {
            assertThat(run("one.yaml", "export", "plan")).isEqualTo(4);
            assertThat(err.toString())
                    .isEqualTo(
                            "Cannot ask AWS whose credentials these are: AWS denies sts:GetCallerIdentity on *. Add this "
                                    + "statement to the policy of the caller: {\"Effect\": \"Allow\", \"Action\": "
                                    + "\"sts:GetCallerIdentity\", \"Resource\": \"*\"}\n");
        } finally {
            aws.heal("GetCallerIdentity");
        }
    }

    @Test
    void aSourceThatIsRefusedLeavesTheOthers() {
        assertThat(run("mixed.yaml", "export", "plan")).isEqualTo(2);

        assertThat(err.toString()).startsWith("Cannot provision 'bad': name 'no good' is none that AWS takes: ");
        assertThat(out.toString()).startsWith("Plan for 'acme'\n");
    }

    @Test
    void aPlanIsOneJsonObjectToo() throws IOException {
        assertThat(run("one.yaml", "export", "plan", "--json")).isZero();

        JsonNode plan = JSON.readTree(out.toString());
        assertThat(plan.path("changes").asBoolean()).isTrue();
        assertThat(plan.path("refused").asBoolean()).isFalse();
        assertThat(plan.at("/steps/0/state").asText()).isEqualTo("absent");
        assertThat(plan.at("/steps/0/requests/0/operation").asText()).isEqualTo("s3:CreateBucket");
        assertThat(plan.at("/steps/0/requests/0/body/Bucket").asText()).isEqualTo("acme-billing");
    }

    @Test
    void aTemplateIsTheOnlyThingOnStdout() throws IOException {
        assertThat(run("one.yaml", "export", "plan", "--out", "terraform")).isZero();

        assertThat(JSON.readTree(out.toString())
                        .at("/resource/aws_s3_bucket/curlake/bucket")
                        .asText())
                .isEqualTo("acme-billing");
        assertThat(run("one.yaml", "export", "plan", "--out", "pulumi")).isEqualTo(2);
    }

    @Test
    void anAccountWithoutExportsIsListedAsThat() {
        assertThat(run("one.yaml", "export", "list")).isZero();

        assertThat(out.toString()).startsWith("Account 111122223333 has no exports and no reports.");
    }

    private int run(String config, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", folder.resolve(config).toString(), "--endpoint-url", aws.endpoint()));
        all.addAll(List.of("--journal", folder.resolve("journal.jsonl").toString()));
        out.getBuffer().setLength(0);
        CommandLine commandLine = CommandLines.of(new Verbs(), List.of());
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private static String source(String name, String region) {
        return """
                  - name: %s
                    payer: "111122223333"
                    export: {name: %s-cur2, bucket: acme-billing, prefix: exports, region: %s, format: cur2-parquet}
                """.formatted(name, name, region);
    }

    private static void write(String file, String sources) throws IOException {
        Files.writeString(folder.resolve(file), "warehouse: /data/curlake\nsources:\n" + sources);
    }
}
