package io.curlake.jobs.finding.storage;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.COST;
import static io.curlake.jobs.finding.TestView.NO_COST;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestCost;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Gp2VolumeTest {
    private static final String GP2 = "EU-EBS:VolumeUsage.gp2";
    private static final String GP3 = "EU-EBS:VolumeUsage.gp3";
    private static final String IOPS = "EU-EBS:VolumeP-IOPS.gp3";

    private final Gp2Volume rule = new Gp2Volume();

    @Test
    void aGp2VolumeSavesTheDifferenceOfTheRates() {
        Resource.Builder volume =
                gp2(100).name("data").with(Attribute.IOPS, 300).with(Attribute.ATTACHED_TO, "i-0a");

        TestView view = rated(volume).billed(TestCost.of("vol-0a", GP2, "11.00"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "gp2-volume",
                        ACCOUNT,
                        REGION,
                        "volume",
                        "vol-0a",
                        "data",
                        "The volume is gp2; gp3 does the same for less.",
                        Map.of("size_gib", "100", "iops", "300", "attached_to", "i-0a"),
                        saving("2.200000000000", COST + " at the rate of EU-EBS:VolumeUsage.gp3"),
                        Confidence.HIGH,
                        "aws ec2 modify-volume --dry-run --region eu-west-1 --volume-type gp3 --volume-id vol-0a"));
    }

    @Test
    void theSavingIsAPartOfWhatWasPaidAfterDiscounts() {
        TestView view = rated(gp2(100)).billed(TestCost.of("vol-0a", GP2, "9.90"));

        assertThat(view.saving(rule).amount()).isEqualByComparingTo("1.98");
    }

    @Test
    void rowsOfSeveralOperationsAndMonthsAddUp() {
        TestView view = rated(gp2(100))
                .rate(GP2, "", "0.110")
                .billed(
                        TestCost.of("vol-0a", GP2, "5.00").ofOperation("CreateVolume-Gp2"),
                        TestCost.of("vol-0a", GP2, "6.00"));

        assertThat(view.saving(rule).amount()).isEqualByComparingTo("2.20");
    }

    @Test
    void whatElseIsBilledOfTheVolumeStays() {
        TestView view = rated(gp2(100))
                .billed(
                        TestCost.of("vol-0a", GP2, "11.00"),
                        TestCost.of("vol-0a", "EU-EBS:VolumeUsage.gp3", "3.00"),
                        TestCost.of("vol-0b", GP2, "7.00"));

        assertThat(view.saving(rule).amount()).isEqualByComparingTo("2.20");
    }

    @Test
    void inTheFirstRegionUsageTypesHaveNoPrefix() {
        TestView view = TestView.of(gp2(100))
                .rate("EBS:VolumeUsage.gp2", "CreateVolume-Gp2", "0.10")
                .rate("EBS:VolumeUsage.gp3", "CreateVolume-Gp3", "0.08")
                .billed(TestCost.of("vol-0a", "EBS:VolumeUsage.gp2", "10.00"));

        assertThat(view.saving(rule)).isEqualTo(saving("2.000000000000", COST + " at the rate of EBS:VolumeUsage.gp3"));
    }

    /** 2,000 GiB have 6,000 IOPS as gp2: 3,000 are bought. 220.00 becomes 176.00 and 16.50 for IOPS. */
    @Test
    void aLargeVolumeBuysTheIopsThatItHad() {
        TestView view = rated(gp2(2000)).rate(IOPS, "", "0.0055").billed(TestCost.of("vol-0a", GP2, "220.00"));

        assertThat(view.saving(rule))
                .isEqualTo(saving(
                        "27.500000000000",
                        COST + " at the rate of EU-EBS:VolumeUsage.gp3 and EU-EBS:VolumeP-IOPS.gp3"));
        assertThat(view.only(rule).check())
                .isEqualTo("aws ec2 modify-volume --dry-run --region eu-west-1 --volume-type gp3 --volume-id vol-0a"
                        + " --iops 6000");
    }

    @Test
    void iopsCountForAsLongAsTheVolumeWasBilled() {
        TestView view = rated(gp2(2000)).rate(IOPS, "", "0.0055").billed(TestCost.of("vol-0a", GP2, "22.00"));

        assertThat(view.saving(rule).amount()).isEqualByComparingTo("2.75");
    }

    /** 16,384 GiB: 13,000 bought IOPS. 1,802.24 becomes 1,441.792 and 71.50. */
    @Test
    void noGp2VolumeHasMoreThan16000Iops() {
        TestView view = rated(gp2(16384)).rate(IOPS, "", "0.0055").billed(TestCost.of("vol-0a", GP2, "1802.24"));

        assertThat(view.saving(rule).amount()).isEqualByComparingTo("288.948");
        assertThat(view.only(rule).check()).endsWith(" --iops 16000");
    }

    @Test
    void upTo1000GibNoIopsAreBought() {
        TestView view = rated(gp2(1000)).billed(TestCost.of("vol-0a", GP2, "110.00"));

        assertThat(view.saving(rule).amount()).isEqualByComparingTo("22");
        assertThat(view.only(rule).check()).endsWith("--volume-id vol-0a");
    }

    @Test
    void aVolumeThatMayBeFasterThanGp3IsLessSure() {
        assertThat(TestView.of(gp2(170)).only(rule).confidence()).isEqualTo(Confidence.HIGH);
        assertThat(TestView.of(gp2(171)).only(rule).confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void otherVolumesAreLeftAlone() {
        Resource.Builder gp3 = resource(ResourceType.VOLUME, "vol-0a").with(Attribute.VOLUME_TYPE, "gp3");
        Resource.Builder unknown = resource(ResourceType.VOLUME, "vol-0b");

        assertThat(TestView.of(gp3, unknown).find(rule)).isEmpty();
    }

    @Test
    void whereGp3CostsAsMuchThereIsNothingToSay() {
        TestView view = TestView.of(gp2(100))
                .rate(GP2, "CreateVolume-Gp2", "0.08")
                .rate(GP3, "CreateVolume-Gp3", "0.08")
                .billed(TestCost.of("vol-0a", GP2, "8.00"));

        assertThat(view.find(rule)).isEmpty();
    }

    @Test
    void whereIopsCostMoreThanGp3SavesThereIsNothingToSay() {
        TestView view = rated(gp2(2000)).rate(IOPS, "", "0.02").billed(TestCost.of("vol-0a", GP2, "220.00"));

        assertThat(view.find(rule)).isEmpty();
    }

    @Test
    void withoutARateTheSavingIsNotKnown() {
        TestCost small = TestCost.of("vol-0a", GP2, "11.00");

        assertThat(TestView.of(gp2(100)).billed(small).saving(rule))
                .isEqualTo(Saving.unknown("the bill has no public rate of EU-EBS:VolumeUsage.gp2"));
        assertThat(TestView.of(gp2(100)).rate(GP2, "", "0.11").billed(small).saving(rule))
                .isEqualTo(Saving.unknown("the bill has no public rate of EU-EBS:VolumeUsage.gp3"));
        assertThat(rated(gp2(1001)).billed(small).saving(rule))
                .isEqualTo(
                        Saving.unknown("the bill has no public rate of EU-EBS:VolumeP-IOPS.gp3, which a gp3 volume of"
                                + " this size needs"));
    }

    @Test
    void withoutACostInOneCurrencyTheSavingIsNotKnown() {
        assertThat(rated(gp2(100)).saving(rule)).isEqualTo(Saving.unknown(NO_COST));
        assertThat(rated(gp2(100))
                        .billed(
                                TestCost.of("vol-0a", GP2, "5.00"),
                                TestCost.of("vol-0a", GP2, "40.00").in("CNY"))
                        .saving(rule))
                .isEqualTo(Saving.unknown("the bill has it in CNY and USD"));
    }

    /** A rate in USD says nothing of a bill in CNY. */
    @Test
    void aRateInAnotherCurrencyIsNone() {
        assertThat(rated(gp2(100))
                        .billed(TestCost.of("vol-0a", GP2, "40.00").in("CNY"))
                        .saving(rule))
                .isEqualTo(Saving.unknown("the bill has no public rate of EU-EBS:VolumeUsage.gp2"));
    }

    private static Resource.Builder gp2(int gib) {
        return resource(ResourceType.VOLUME, "vol-0a")
                .with(Attribute.VOLUME_TYPE, "gp2")
                .with(Attribute.SIZE_GIB, gib);
    }

    private static TestView rated(Resource.Builder volume) {
        return TestView.of(volume).rate(GP2, "CreateVolume-Gp2", "0.110").rate(GP3, "CreateVolume-Gp3", "0.088");
    }

    private static Saving saving(String amount, String basis) {
        return Saving.of(new BigDecimal(amount), "USD", basis);
    }
}
