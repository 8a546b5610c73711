package io.curlake.provisioning.aws;

import static io.curlake.provisioning.aws.TestCalls.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedProfileTest {
    private static final String ROLE = "arn:aws:iam::444455556666:role/provisioner";

    @TempDir
    Path directory;

    private StandIn standIn;

    @BeforeEach
    void start() throws IOException {
        standIn = new StandIn(Files.createDirectory(directory.resolve("s3")));
        Path config = Files.writeString(directory.resolve("config"), """
                [profile empty]
                region = eu-west-1
                [profile lonely]
                role_arn = %s
                [profile half]
                aws_access_key_id = AKIAHALF
                """.formatted(ROLE));
        Path credentials = Files.writeString(directory.resolve("credentials"), """
                [acme]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                [stranger]
                aws_access_key_id = AKIANOBODY
                aws_secret_access_key = secret-of-nobody
                """.formatted(
                        standIn.aws().accessKey(), standIn.aws().secretKey()));
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", credentials.toString());
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.configFile");
        System.clearProperty("aws.sharedCredentialsFile");
        standIn.close();
    }

    @Test
    void aProfileIsPreferredToKeysOfTheEnvironment() {
        System.setProperty("aws.accessKeyId", "AKIANOBODY");
        assertThat(whoami("acme")).isEqualTo("arn:aws:iam::111122223333:user/sandbox");

        System.setProperty("aws.accessKeyId", standIn.aws().accessKey());
        assertThat(whoami("stranger"))
                .isEqualTo("Cannot ask AWS whose credentials these are: AWS does not accept the credentials "
                        + "(InvalidClientTokenId). Renew them, or name others: environment, --profile, or "
                        + "'provisioning' of the source.");
    }

    @Test
    void aProfileThatDoesNotExistIsNamedWithThoseThatDo() {
        assertThatThrownBy(() -> NamedProfile.of("acne")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal)
                    .hasMessage("Cannot use profile 'acne': the AWS configuration files do not have it; they have "
                            + "acme, empty, half, lonely, stranger. Name one of them, or point AWS_CONFIG_FILE or "
                            + "AWS_SHARED_CREDENTIALS_FILE to another file.");
            assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE);
        });
    }

    @Test
    void filesWithoutProfilesAreSaidToHaveNone() {
        System.setProperty("aws.configFile", directory.resolve("none").toString());
        System.setProperty(
                "aws.sharedCredentialsFile", directory.resolve("none").toString());

        assertThat(whoami("acme"))
                .isEqualTo("Cannot use profile 'acme': the AWS configuration files do not have it; they have none. "
                        + "Name one of them, or point AWS_CONFIG_FILE or AWS_SHARED_CREDENTIALS_FILE to another file.");
    }

    @Test
    void aProfileWithoutCredentialsSaysWhatItNeeds() {
        assertThat(whoami("empty"))
                .isEqualTo("Cannot use profile 'empty': it has no credentials. Give it aws_access_key_id and "
                        + "aws_secret_access_key, a role_arn with a source_profile, or a credential_process.");
    }

    @Test
    void aProfileThatIsIncompleteSaysWhatIsMissing() {
        assertThat(whoami("half"))
                .isEqualTo("Cannot use profile 'half': Profile property 'aws_secret_access_key' was not configured for "
                        + "'half'. Correct the profile in the AWS configuration files.");
    }

    private String whoami(String name) {
        return TestCalls.whoami(standIn.aws().endpoint(), profile(name));
    }
}
