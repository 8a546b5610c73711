package io.curlake.jobs.discovery.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Resource;
import io.curlake.model.resource.ResourceType;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnmatchedTest {
    private static final LocalDate TO = LocalDate.parse("2026-10-31");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "111122223333 | eu-west-1 | '' | AmazonEC2 | the bill names no resource",
                "444455556666 | eu-west-1 | vol-0a | AmazonEC2 | the account was not looked at",
                "111122223333 | eu-west-1 | arn:aws:kms:eu-west-1:111122223333:key/1 | awskms "
                        + "| discovery looks for nothing of this kind",
                "111122223333 | us-east-1 | vol-0a | AmazonEC2 | its type was not listed there",
                "111122223333 | eu-west-1 | i-0a | AmazonEC2 | its type was not listed there",
                "111122223333 | eu-west-1 | vol-0a | AmazonEC2 | it was gone when its type was listed",
                "111122223333 | us-east-1 | arn:aws:rds:eu-west-1:111122223333:db:a | AmazonRDS "
                        + "| it was gone when its type was listed",
                "111122223333 | us-east-1 | acme-logs | AmazonS3 | it was gone when its type was listed",
                "111122223333 | us-east-1 | acme-logs | AmazonEC2 | discovery looks for nothing of this kind"
            })
    void aCostWithoutAResourceIsExplained(
            String account, String region, String id, String product, String explanation) {
        Listings listings = new Listings();
        listings.add("111122223333", "eu-west-1", ResourceType.VOLUME, true);
        listings.add("111122223333", "eu-west-1", ResourceType.DATABASE_INSTANCE, false);
        listings.add("111122223333", Resource.GLOBAL, ResourceType.BUCKET, true);

        assertThat(Unmatched.cost(listings, account, region, id, product)).isEqualTo(explanation);
    }

    @Test
    void aResourceWithoutACostIsExplained() {
        Instant before = Instant.parse("2026-10-31T23:59:59Z");

        assertThat(Unmatched.resource(ResourceType.SECURITY_GROUP, "", null, false, TO))
                .isEqualTo("its type costs nothing by itself");
        assertThat(Unmatched.resource(ResourceType.VOLUME, "available", before, false, TO))
                .isEqualTo("no bill of its account was built");
        assertThat(Unmatched.resource(ResourceType.VOLUME, "available", before.plusSeconds(1), true, TO))
                .isEqualTo("it is newer than the bill");
        assertThat(Unmatched.resource(ResourceType.INSTANCE, "stopped", before, true, TO))
                .isEqualTo("it was stopped");
        assertThat(Unmatched.resource(ResourceType.INSTANCE, "running", null, true, TO))
                .isEqualTo("no line item of these days names it");
    }
}
