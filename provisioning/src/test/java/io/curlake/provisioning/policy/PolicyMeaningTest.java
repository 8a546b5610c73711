package io.curlake.provisioning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyMeaningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Action': 's3:PutObject' | 'Action': ['S3:PUTOBJECT']",
                "'Action': ['a:b', 'c:d'] | 'Action': ['c:d', 'a:b', 'a:b']",
                "'Effect': 'Deny', 'NotAction': 's3:*' | 'NotAction': ['s3:*'], 'Effect': 'Deny'",
                "'Resource': ['x', 'y'] | 'Resource': ['y', 'x']",
                "'Principal': '*' | 'Principal': {'AWS': '*'}",
                "'Principal': {'AWS': '111122223333'} | 'Principal': {'AWS': ['arn:aws:iam::111122223333:root']}",
                "'Principal': {'Service': ['a', 'b'], 'AWS': '*'} | 'Principal': {'AWS': ['*'], 'Service': ['b', 'a']}",
                "'Condition': {'Bool': {'aws:SecureTransport': false}} | 'Condition': {'bool': {'AWS:securetransport': ['False']}}",
                "'Condition': {'StringEquals': {'a': '1', 'b': '2'}} | 'Condition': {'StringEquals': {'b': '2', 'a': ['1']}}",
                "'Condition': {'StringEquals': {'a': ['1', '2']}} | 'Condition': {'StringEquals': {'a': ['2', '1']}}",
                "'Condition': {'NumericLessThan': {'s3:TlsVersion': 1.20}} | 'Condition': {'NumericLessThan': {'s3:TlsVersion': '1.20'}}"
            })
    void theseMeanTheSame(String one, String other) {
        assertThat(document(one).meansTheSameAs(document(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Action': 's3:PutObject' | 'NotAction': 's3:PutObject'",
                "'Action': 's3:PutObject' | 'Action': 's3:PutObjectAcl'",
                "'Action': 's3:PutObject' | 'Action': ['s3:PutObject', 's3:GetObject']",
                "'Action': ['a, b'] | 'Action': ['a', 'b']",
                "'Resource': 'arn:aws:s3:::b/x' | 'Resource': 'arn:aws:s3:::b/X'",
                "'Effect': 'Allow' | 'Effect': 'Deny'",
                "'Sid': 'A' | 'Sid': 'B'",
                "'Principal': '*' | 'Principal': {'Service': '*'}",
                "'Principal': {'AWS': '111122223333'} | 'Principal': {'AWS': 'arn:aws:iam::111122223333:user/root'}",
                "'Condition': {'StringEquals': {'a': '1'}} | 'Condition': {'StringEqualsIfExists': {'a': '1'}}",
                "'Condition': {'StringEquals': {'a': 'x'}} | 'Condition': {'StringEquals': {'a': 'X'}}",
                "'Condition': {'StringEquals': {'a': '1'}} | 'Condition': {'StringEquals': {'a': '1'}, 'Bool': {'b': 'true'}}",
                "'Condition': {'StringEquals': {'a': '1'}} | 'Effect': 'Allow'"
            })
    void theseDoNot(String one, String other) {
        assertThat(document(one).meansTheSameAs(document(other))).isFalse();
    }

    @Test
    void theOrderOfStatementsDecidesNothing() {
        PolicyDocument one = PolicyDocument.parse("{\"Statement\": [{\"Sid\": \"A\"}, {\"Sid\": \"B\"}]}");
        PolicyDocument other = PolicyDocument.parse("{\"Statement\":[{\"Sid\":\"B\"},{\"Sid\":\"A\"}],\"Id\":\"x\"}");

        assertThat(one.meansTheSameAs(other)).isTrue();
    }

    @Test
    void aStatementMoreOrLessDecides() {
        PolicyDocument one = PolicyDocument.parse("{\"Statement\": [{\"Sid\": \"A\"}, {\"Sid\": \"B\"}]}");
        PolicyDocument other = PolicyDocument.parse("{\"Statement\": {\"Sid\": \"A\"}}");

        assertThat(one.meansTheSameAs(other)).isFalse();
    }

    @Test
    void theVersionDecidesAndNoneIsTheOldest() {
        PolicyDocument none = PolicyDocument.parse("{\"Statement\": []}");

        assertThat(none.meansTheSameAs(PolicyDocument.parse("{\"Version\": \"2008-10-17\", \"Statement\": []}")))
                .isTrue();
        assertThat(none.meansTheSameAs(PolicyDocument.empty())).isFalse();
    }

    private static PolicyDocument document(String statement) {
        return PolicyDocument.parse(("{'Statement': [{" + statement + "}]}").replace('\'', '"'));
    }
}
