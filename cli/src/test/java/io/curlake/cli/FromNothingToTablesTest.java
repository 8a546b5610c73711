package io.curlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.AwsStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of a new user, verb by verb: no export yet, then one, its delivery, and tables that tie out. */
class FromNothingToTablesTest {
    @TempDir
    Path folder;

    private Typed answer = new Typed(0, "", "");

    @Test
    void aPayerWithoutAnExportEndsWithTables() throws IOException {
        Typed.useSparkAsTheLauncherDoes();
        try (S3Server s3 = S3Server.start(folder.resolve("s3"));
                AwsStandIn aws = AwsStandIn.start(s3)) {
            writeConfiguration(aws);

            done("export", "plan");
            assertThat(answer.out()).startsWith("""
                            Plan for 'acme'

                              + bucket acme-billing in us-east-1
                              + bucket acme-billing: public access block
                              + bucket acme-billing: object ownership
                              + bucket acme-billing: default encryption
                              + bucket acme-billing: lifecycle rule
                              + bucket acme-billing: policy
                              + CUR 2.0 export acme-export

                            7 to create, 0 to change, 0 to keep.

                            What would be sent:
                            """);
            assertThat(run("export", "apply")).isEqualTo(2);
            assertThat(answer.err()).endsWith("To do it without being asked, add --yes.\n");
            assertThat(aws.exports().all()).isEmpty();

            done("export", "apply", "--yes");
            assertThat(aws.exports().all()).hasSize(1);
            assertThat(run("export", "status")).isEqualTo(3);
            assertThat(answer.out()).contains("none yet, first delivery expected by ");
            assertThat(run("export", "wait", "--timeout", "0m")).isEqualTo(3);

            done("sample", "--out", "s3a://acme-billing", "--accounts", "5", "--months", "1", "--rows", "2000");
            done("export", "wait", "--timeout", "0m");
            done("export", "status");
            done("export", "check");

            Set<String> accounts = accountsOfTheSample();
            accounts.forEach(id -> aws.organization().add(id, "account " + id));
            aws.organization().add("999988887777", "sold", "SUSPENDED");
            done("accounts", "import", "--from-organization", "--yes");
            assertThat(answer.out())
                    .startsWith((accounts.size() + 2) + " accounts described, " + (accounts.size() + 2)
                            + " otherwise than before.\n")
                    .contains("! 999988887777  sold (SUSPENDED)\n")
                    .endsWith("Connected " + accounts.size()
                            + " accounts to 'acme'. The next load brings their line items.\n");

            done("accounts", "list", "--json");
            assertThat(new ObjectMapper().readTree(answer.out()).at("/accounts").findValuesAsText("account_name"))
                    .contains("account " + accounts.iterator().next(), "management", "sold");

            done("load", "--json");
            JsonNode period = new ObjectMapper().readTree(answer.out()).at("/periods/0");
            assertThat(period.path("way").asText()).isEqualTo("adopted");
            assertThat(period.path("balanced").asBoolean()).isTrue();
            assertThat(period.at("/rows/kept").asLong()).isEqualTo(2_000);
            assertThat(period.at("/rows/unconnected").asLong()).isZero();
            done("load");
            assertThat(answer.out()).contains("Nothing changed");
        }
    }

    private void writeConfiguration(AwsStandIn aws) throws IOException {
        Files.writeString(folder.resolve("curlake.yaml"), """
                warehouse: %s
                s3: {endpoint: "%s", path-style: true, access-key: "%s", secret-key: "%s"}
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-export, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                """.formatted(
                        folder.resolve("warehouse"), aws.endpoint(), aws.accessKey(), aws.secretKey()));
        endpoint = aws.endpoint();
    }

    private String endpoint = "";

    private Set<String> accountsOfTheSample() throws IOException {
        Path truth = folder.resolve("s3/acme-billing/exports/acme-export/truth.json");
        Set<String> accounts = new TreeSet<>();
        for (JsonNode group : new ObjectMapper().readTree(truth.toFile()).at("/periods/0/groups")) {
            accounts.add(group.path("account").asText());
        }
        accounts.removeAll(List.of("", "111122223333"));
        return accounts;
    }

    private void done(String... arguments) {
        assertThat(run(arguments)).as(() -> answer.out() + answer.err()).isZero();
    }

    private int run(String... arguments) {
        answer = Typed.run(completed(arguments));
        return answer.exitCode();
    }

    private List<String> completed(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", folder.resolve("curlake.yaml").toString()));
        boolean callsAws = arguments[0].equals("export") || (arguments.length > 1 && arguments[1].equals("import"));
        if (callsAws) {
            all.addAll(List.of(
                    "--endpoint-url",
                    endpoint,
                    "--journal",
                    folder.resolve("journal.jsonl").toString()));
        }
        return all;
    }
}
