package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedBucketRequestsTest {
    @TempDir
    Path directory;

    static Stream<Arguments> malformed() {
        String path = "/acme-billing?";
        return Stream.of(
                Arguments.of("/Acme_Billing", "", "InvalidBucketName"),
                Arguments.of("/ab", "", "InvalidBucketName"),
                Arguments.of("/10.0.0.1", "", "InvalidBucketName"),
                Arguments.of("/new-bucket", "<CreateBucket/>", "MalformedXML"),
                Arguments.of(
                        "/new-bucket",
                        "<CreateBucketConfiguration><LocationConstraint>us-east-1</LocationConstraint>"
                                + "</CreateBucketConfiguration>",
                        "InvalidLocationConstraint"),
                Arguments.of(path + "policy", "", "MalformedPolicy"),
                Arguments.of(path + "policy", "{\"Statement\": [", "This policy contains invalid Json"),
                Arguments.of(path + "policy", Samples.policy() + "}", "This policy contains invalid Json"),
                Arguments.of(path + "policy", "[]", "MalformedPolicy"),
                Arguments.of(path + "policy", "{\"Statement\": []}", "Missing required field Statement"),
                Arguments.of(path + "policy", policy("2012-10-17", "2013-01-01"), "valid version string"),
                Arguments.of(path + "policy", policy("\"Allow\"", "\"Permit\""), "Invalid effect: Permit"),
                Arguments.of(path + "policy", policy("\"Principal\"", "\"Who\""), "Unknown field Who"),
                Arguments.of(path + "policy", policy("acme-billing/*", "other/*"), "Policy has invalid resource"),
                Arguments.of(path + "policy", policy("s3:PutObject", "ec2:Stop"), "Policy has invalid action"),
                Arguments.of(
                        path + "policy",
                        policy("\"A\"", "\"" + "x".repeat(20_480) + "\""),
                        "exceeds the maximum allowed size of 20480 bytes"),
                Arguments.of(path + "publicAccessBlock", "<PublicAccessBlockConfiguration>", "MalformedXML"),
                Arguments.of(
                        path + "publicAccessBlock",
                        "<PublicAccessBlockConfiguration><BlockAll>true</BlockAll></PublicAccessBlockConfiguration>",
                        "MalformedXML"),
                Arguments.of(
                        path + "ownershipControls",
                        "<OwnershipControls><Rule><ObjectOwnership>Nobody</ObjectOwnership></Rule></OwnershipControls>",
                        "MalformedXML"),
                Arguments.of(
                        path + "encryption",
                        "<ServerSideEncryptionConfiguration><Rule/></ServerSideEncryptionConfiguration>",
                        "MalformedXML"),
                Arguments.of(path + "lifecycle", "<LifecycleConfiguration/>", "MalformedXML"),
                Arguments.of(
                        path + "lifecycle",
                        "<LifecycleConfiguration><Rule><Status>Enabled</Status><Filter/></Rule>"
                                + "</LifecycleConfiguration>",
                        "At least one action needs to be specified in a rule"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedRequestIsRefused(String path, String body, String reason) throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            aws.buckets().add(Samples.BUCKET, "111122223333", "us-east-1");

            assertThat(Raw.send(Raw.request(aws, "s3", path)
                            .PUT(BodyPublishers.ofString(body))
                            .build()))
                    .startsWith("400 ")
                    .contains(reason);
            assertThat(aws.buckets().named(Samples.BUCKET).policy()).isEmpty();
        }
    }

    @Test
    void aSignatureForAnotherServiceOrByNobodyIsRefused() throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            aws.buckets().add(Samples.BUCKET, "111122223333", "us-east-1");

            assertThat(Raw.send(Raw.request(aws, "sts", "/acme-billing?policy").build()))
                    .startsWith("400 ")
                    .contains("<Code>AuthorizationHeaderMalformed</Code>");
            assertThat(Raw.send(Raw.request(aws, "s3", "/acme-billing?policy")
                            .setHeader("Authorization", Raw.authorization("NOBODY", "us-east-1", "s3"))
                            .build()))
                    .startsWith("403 ")
                    .contains("<Code>InvalidAccessKeyId</Code>");
        }
    }

    @Test
    void aBucketIsNotPosted() throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            assertThat(Raw.send(Raw.request(aws, "s3", "/acme-billing?policy")
                            .POST(BodyPublishers.ofString("{}"))
                            .build()))
                    .startsWith("405 ")
                    .contains("<Code>MethodNotAllowed</Code>");
        }
    }

    private static String policy(String valid, String malformed) {
        return Samples.policy().replace(valid, malformed);
    }
}
