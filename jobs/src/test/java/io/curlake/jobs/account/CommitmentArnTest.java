package io.curlake.jobs.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentArnTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:savingsplans::123456789012:savingsplan/6b622448",
                "arn:aws:ec2:eu-west-1:123456789012:reserved-instances/6b622448",
                "arn:aws:rds:eu-west-1:123456789012:ri:ri-2026-10-01",
                "arn:aws-cn:savingsplans::123456789012:savingsplan/6b622448",
                "arn:aws-us-gov:ec2:us-gov-west-1:123456789012:reserved-instances/6b622448"
            })
    void theAccountInItOwnsIt(String arn) {
        assertThat(new CommitmentArn(arn).owner()).hasValue(new AccountId("123456789012"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6b622448", "arn:aws:savingsplans:::savingsplan/6b622448", "arn:aws:ec2:x:12:y"})
    void whatNamesNoAccountHasNoKnownOwner(String arn) {
        assertThat(new CommitmentArn(arn).owner()).isEmpty();
    }
}
