package io.curlake.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedIdentityRequestsTest {
    private static final String ROLE = "Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::111122223333:role/r";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "Version=2011-06-15,                                            400, InvalidAction",
        "Action=GetSessionToken&Version=2011-06-15,                     400, InvalidAction",
        "Action=GetCallerIdentity,                                      400, InvalidAction",
        "Action=GetCallerIdentity&Version=2010-01-01,                   400, InvalidAction",
        "Action=GetCallerIdentity&Version=2011-06-15&Who=me,            400, Parameter 'Who' is not known",
        "Action=AssumeRole&Version=2011-06-15,                          400, Value at 'RoleArn' failed",
        "Action=AssumeRole&Version=2011-06-15&RoleArn=r,                400, Value 'r' at 'RoleArn' is invalid",
        ROLE + ",                                                       400, Value at 'RoleSessionName' failed",
        ROLE + "&RoleSessionName=x,                                     400, Value 'x' at 'RoleSessionName' is invalid",
        ROLE
                + "&RoleSessionName=a+b,                                   400, Value 'a b' at 'RoleSessionName' is invalid",
        ROLE + "&RoleSessionName=test&ExternalId=x,                     400, Value 'x' at 'ExternalId' is invalid",
        ROLE + "&RoleSessionName=test&DurationSeconds=899,              400, DurationSeconds must be from 900 to 43200",
    })
    void aMalformedRequestToStsIsRefused(String form, int status, String reason) throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            String answer = Raw.send(Raw.request(aws, "sts", "/")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build());

            assertThat(answer).startsWith(status + " ").contains("<Type>Sender</Type>", reason);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ListAccounts         | {\"MaxResults\": 0}      | value greater than or equal to 1",
                "ListAccounts         | {\"MaxResults\": 21}     | value less than or equal to 20",
                "ListAccounts         | {\"MaxResults\": 2.5}    | NUMBER_VALUE can not be converted to an Integer",
                "ListAccounts         | {\"MaxResults\": true}   | BOOLEAN_VALUE can not be converted to an Integer",
                "ListAccounts         | {\"NextToken\": 7}       | NUMBER_VALUE can not be converted to a String",
                "ListAccounts         | {\"NextToken\": \"x\"}   | INVALID_NEXT_TOKEN",
                "ListAccounts         | {\"NextToken\": [\"x\"]} | Start of list found where not expected",
                "ListAccounts         | {\"Max\": 1}             | Member 'max' is not known",
                "DescribeOrganization | {\"Id\": \"o-1\"}        | Member 'id' is not known",
                "DescribeOrganization | {                        | SerializationException",
                "CreateAccount        | {}                       | UnknownOperationException",
            })
    void aMalformedRequestToOrganizationsIsRefused(String operation, String body, String reason) throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            assertThat(Raw.json(aws, "organizations", "AWSOrganizationsV20161128." + operation, body))
                    .startsWith("400 ")
                    .contains(reason);
        }
    }

    @Test
    void anUnsignedRequestToStsIsRefused() throws Exception {
        try (AwsStandIn aws = AwsStandIn.start(directory)) {
            assertThat(Raw.send(Raw.request(aws, "sts", "/")
                            .setHeader("Authorization", "Bearer x")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("Action=GetCallerIdentity&Version=2011-06-15"))
                            .build()))
                    .startsWith("403 ")
                    .contains("<Code>MissingAuthenticationToken</Code>");
        }
    }
}
