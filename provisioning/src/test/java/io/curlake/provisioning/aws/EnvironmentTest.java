package io.curlake.provisioning.aws;

import static io.curlake.provisioning.aws.TestCalls.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.provisioning.aws.EnvironmentCalls.Attempt;
import io.curlake.sandbox.aws.AwsRequest;
import io.curlake.sandbox.aws.AwsStandIn;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS's own variables and profile keys, each in the process of a person who has set them. */
class EnvironmentTest {
    private static final String USER = "arn:aws:iam::111122223333:user/sandbox";
    private static final String ROLE = "arn:aws:iam::111122223333:role/provisioner";
    private static final Set<String> EVERYTHING = Set.of("bcm-data-exports", "cur", "organizations", "s3", "sts");

    @TempDir
    Path directory;

    private AwsStandIn general;
    private AwsStandIn special;
    private AwsStandIn given;

    @BeforeEach
    void start() throws Exception {
        general = standIn("general");
        special = standIn("special");
        given = standIn("given");
    }

    @AfterEach
    void stop() {
        general.close();
        special.close();
        given.close();
    }

    @Test
    void variablesSayWhereServicesAreAndWhomToTrust() throws Exception {
        try (TlsServer tls = TlsServer.start(directory)) {
            Map<String, String> variables = Map.of(
                    "AWS_ACCESS_KEY_ID", general.accessKey(),
                    "AWS_SECRET_ACCESS_KEY", general.secretKey(),
                    "AWS_ENDPOINT_URL", general.endpoint(),
                    "AWS_ENDPOINT_URL_S3", localhost(special),
                    "AWS_ENDPOINT_URL_BCM_DATA_EXPORTS", special.endpoint(),
                    "AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE", special.endpoint(),
                    "AWS_ENDPOINT_URL_STS", special.endpoint(),
                    "AWS_CA_BUNDLE", tls.certificate().toString());

            assertThat(EnvironmentCalls.run(
                            variables,
                            Attempt.PLAIN,
                            Attempt.assuming(ROLE),
                            Attempt.at(given.endpoint()),
                            Attempt.at(tls.endpoint())))
                    .containsExactly(
                            USER, "arn:aws:sts::111122223333:assumed-role/provisioner/curlake", USER, TlsServer.ARN);
        }
        assertThat(called(general)).containsExactly("organizations");
        assertThat(called(special)).containsExactlyInAnyOrder("bcm-data-exports", "cur", "s3", "sts");
        assertThat(special.requests("AssumeRole")).hasSize(1);
        assertThat(special.requests("GetBucketLocation"))
                .extracting(AwsRequest::path)
                .containsExactly("/" + BUCKET + "?location");
        assertThat(called(given)).isEqualTo(EVERYTHING);
    }

    @Test
    void oneVariableIsEnoughForAllServices() throws Exception {
        Map<String, String> variables = Map.of(
                "AWS_ACCESS_KEY_ID", general.accessKey(),
                "AWS_SECRET_ACCESS_KEY", general.secretKey(),
                "AWS_ENDPOINT_URL", localhost(general));

        assertThat(EnvironmentCalls.run(variables, Attempt.PLAIN)).containsExactly(USER);
        assertThat(called(general)).isEqualTo(EVERYTHING);
    }

    @Test
    void aProfileHasCredentialsAndEndpointsWhetherNamedOrOfTheEnvironment() throws Exception {
        Map<String, String> variables = Map.of(
                "AWS_PROFILE", "acme",
                "AWS_CONFIG_FILE", config().toString(),
                "AWS_SHARED_CREDENTIALS_FILE", credentials().toString());

        assertThat(EnvironmentCalls.run(
                        variables,
                        Attempt.PLAIN,
                        Attempt.with("other"),
                        Attempt.with("nobody"),
                        new Attempt(general.endpoint(), "", "", "nobody")))
                .containsExactly(
                        USER,
                        USER,
                        "Cannot use profile 'nobody': the AWS configuration files do not have it; they have acme, "
                                + "other. Name one of them, or point AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE to "
                                + "another file.",
                        "Cannot ask AWS whose credentials these are: no AWS credentials are found; profile 'nobody' of "
                                + "AWS_PROFILE has none either. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or "
                                + "AWS_PROFILE, or run where a role is attached.");
        assertThat(called(general)).containsExactlyInAnyOrder("bcm-data-exports", "organizations", "sts");
        assertThat(called(special)).containsExactlyInAnyOrder("cur", "s3");
        assertThat(called(given)).isEqualTo(EVERYTHING);
    }

    @Test
    void withoutAnyCredentialsItIsSaidWhereTheyAreLookedFor() throws Exception {
        Map<String, String> variables = Map.of(
                "AWS_CONFIG_FILE", directory.resolve("none").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", directory.resolve("none").toString());

        assertThat(EnvironmentCalls.run(variables, Attempt.at(general.endpoint()), Attempt.with("acme")))
                .containsExactly(
                        "Cannot ask AWS whose credentials these are: no AWS credentials are found. Set "
                                + "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run where a role "
                                + "is attached.",
                        "Cannot use profile 'acme': the AWS configuration files do not have it; they have none. Name "
                                + "one of them, or point AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE to another "
                                + "file.");
    }

    private Path config() throws Exception {
        return Files.writeString(directory.resolve("config"), """
                [profile acme]
                endpoint_url = %s
                services = acme-services
                [services acme-services]
                s3 =
                  endpoint_url = %s
                cost_and_usage_report_service =
                  endpoint_url = %s
                [profile other]
                endpoint_url = %s
                """.formatted(
                        general.endpoint(), localhost(special), special.endpoint(), given.endpoint()));
    }

    private Path credentials() throws Exception {
        return Files.writeString(directory.resolve("credentials"), """
                [acme]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                [other]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """.formatted(
                        general.accessKey(), general.secretKey(), given.accessKey(), given.secretKey()));
    }

    private AwsStandIn standIn(String name) throws Exception {
        AwsStandIn aws = AwsStandIn.start(Files.createDirectory(directory.resolve(name)));
        aws.buckets().add(BUCKET, "111122223333", "us-east-1");
        return aws;
    }

    /** Where a bucket in front of the host's name would not be found. */
    private static String localhost(AwsStandIn aws) {
        return "http://localhost:" + URI.create(aws.endpoint()).getPort();
    }

    private static Set<String> called(AwsStandIn aws) {
        return aws.requests().stream().map(AwsRequest::service).collect(Collectors.toCollection(TreeSet::new));
    }
}
