package io.curlake.sandbox.aws.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
    private static final Delivery DELIVERY = new Delivery(
            "bcm-data-exports.amazonaws.com",
            "111122223333",
            "arn:aws:bcm-data-exports:us-east-1:111122223333:export/acme-cur2",
            "s3:PutObject",
            "arn:aws:s3:::acme-billing/delivery");

    @Test
    void withoutAPolicyNothingIsDelivered() {
        assertThat(DELIVERY.allowedBy(Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Service': 'bcm-data-exports.amazonaws.com'             | s3:PutObject | acme-billing/*       | true",
                "'Service': ['x', 'bcm-data-exports.amazonaws.com']      | s3:putobject | acme-billing/*       | true",
                "'AWS': '*'                                              | s3:*         | acme-billing/delive?   | false",
                "'AWS': '*'                                              | s3:*         | acme-billing/deliver? | true",
                "'Service': 'billingreports.amazonaws.com'               | s3:PutObject | acme-billing/*       | false",
                "'Service': 'bcm-data-exports.amazonaws.com'             | s3:GetObject | acme-billing/*       | false",
                "'Service': 'bcm-data-exports.amazonaws.com'             | s3:PutObject | acme-billing         | false",
            })
    void aStatementAllowsWhatItNames(String principal, String action, String resource, boolean allowed) {
        String statement = "{'Effect': 'Allow', 'Principal': {" + principal + "}, 'Action': '" + action
                + "', 'Resource': 'arn:aws:s3:::" + resource + "'}";

        assertThat(DELIVERY.allowedBy(policy(statement))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'StringEquals': {'aws:SourceAccount': '111122223333'}                          | true",
                "'StringEquals': {'AWS:sourceaccount': ['9', '111122223333']}                   | true",
                "'StringEquals': {'aws:SourceAccount': '999988887777'}                          | false",
                "'StringEquals': {'aws:SourceArn': 'arn:aws:bcm-data-exports:us-east-1:111122223333:export/*'} | false",
                "'ArnLike': {'aws:SourceArn': 'arn:aws:bcm-data-exports:us-east-1:111122223333:export/*'}      | true",
                "'ArnLike': {'aws:SourceArn': 'arn:aws:bcm-data-exports:eu-west-1:111122223333:export/*'}      | false",
                "'StringEquals': {'aws:PrincipalOrgID': 'o-1'}                                  | false",
                "'StringEqualsIfExists': {'aws:PrincipalOrgID': 'o-1'}                          | true",
                "'Null': {'aws:SourceVpce': 'true'}                                             | true",
            })
    void aConditionHasToHold(String condition, boolean allowed) {
        assertThat(DELIVERY.allowedBy(policy(allow(condition)))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Bool': {'aws:SecureTransport': 'false'}            | true",
                "'StringNotEquals': {'aws:SourceVpce': 'vpce-1'}     | false",
                "'StringNotEquals': {'aws:PrincipalOrgID': 'o-1'}    | false",
                "'StringNotLike': {'aws:SourceAccount': '1111*'}     | true",
            })
    void aDenialThatAppliesEndsIt(String condition, boolean allowed) {
        String deny = "{'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*', 'Resource': '*', 'Condition': {"
                + condition + "}}";

        assertThat(DELIVERY.allowedBy(policy(allow("") + ", " + deny))).isEqualTo(allowed);
    }

    private static String allow(String condition) {
        return "{'Effect': 'Allow', 'Principal': {'Service': 'bcm-data-exports.amazonaws.com'}, 'Action': 's3:PutObject', "
                + "'Resource': 'arn:aws:s3:::acme-billing/*', 'Condition': {" + condition + "}}";
    }

    private static Optional<String> policy(String statements) {
        return Optional.of(("{'Statement': [" + statements + "]}").replace('\'', '"'));
    }
}
