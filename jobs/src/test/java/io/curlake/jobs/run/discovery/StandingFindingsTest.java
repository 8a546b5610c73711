package io.curlake.jobs.run.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.discovery.history.Listings;
import io.curlake.jobs.table.TableName;
import io.curlake.model.resource.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class StandingFindingsTest {
    private static final String WEB = "000000000042";
    private static final String REGION = "eu-west-1";
    private static final Row OLD = row("gp2-volume", WEB, REGION, "volume", "vol-1", Map.of());

    private final Listings listings = new Listings();

    @Test
    void whatCouldNotBeSeenStands() {
        assertThat(standing().stands(OLD)).isTrue();
    }

    @Test
    void whatWasLookedAtAgainDoesNot() {
        listings.add(WEB, REGION, ResourceType.VOLUME, true);

        assertThat(standing().stands(OLD)).isFalse();
    }

    @Test
    void anotherTypeOrRegionThatWasSeenChangesNothing() {
        listings.add(WEB, REGION, ResourceType.SNAPSHOT, true);
        listings.add(WEB, "us-east-1", ResourceType.VOLUME, true);

        assertThat(standing().stands(OLD)).isTrue();
    }

    @Test
    void whatNobodyWantsToKnowAnyMoreDoesNotStand() {
        Set<String> rules = Set.of("gp2-volume");
        Set<ResourceType> types = Set.of(ResourceType.VOLUME);

        assertThat(new StandingFindings(listings, Set.of(), List.of(), types, rules).stands(OLD))
                .isFalse();
        assertThat(new StandingFindings(listings, Set.of(WEB), List.of("us-east-1"), types, rules).stands(OLD))
                .isFalse();
        assertThat(new StandingFindings(listings, Set.of(WEB), List.of(), Set.of(), rules).stands(OLD))
                .isFalse();
        assertThat(new StandingFindings(listings, Set.of(WEB), List.of(), types, Set.of()).stands(OLD))
                .isFalse();
    }

    @Test
    void whatIsOfNoTypeIsFoundInEveryBillAnew() {
        assertThat(standing().stands(row("gp2-volume", WEB, REGION, "stream", "arn", Map.of())))
                .isFalse();
    }

    @Test
    void whatANewFindingSavesNoStandingOneSavesAgain() {
        Row stopped = row("stopped-instance", WEB, REGION, "instance", "i-1", Map.of("volumes", "vol-1,vol-2"));
        Row other = row("gp2-volume", WEB, REGION, "volume", "vol-3", Map.of());

        assertThat(standing().with(rows(stopped), rows(OLD, other)).collect())
                .extracting(row -> row.getAs("resource_id"))
                .containsExactlyInAnyOrder("i-1", "vol-3");
    }

    private StandingFindings standing() {
        return new StandingFindings(
                listings, Set.of(WEB), List.of(), Set.of(ResourceType.VOLUME), Set.of("gp2-volume"));
    }

    private static JavaRDD<Row> rows(Row... rows) {
        return JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext())
                .parallelize(Arrays.asList(rows), 1);
    }

    private static Row row(
            String rule, String account, String region, String type, String resource, Map<String, String> evidence) {
        Map<String, Object> values = Map.of(
                "rule",
                rule,
                "account_id",
                account,
                "region",
                region,
                "resource_type",
                type,
                "resource_id",
                resource,
                "evidence",
                CollectionConverters.asScala(evidence));
        return new GenericRowWithSchema(
                Arrays.stream(TableName.RECOMMENDATION.schema().fieldNames())
                        .map(values::get)
                        .toArray(),
                TableName.RECOMMENDATION.schema());
    }
}
