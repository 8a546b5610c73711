package io.curlake.jobs.gold.container;

import static io.curlake.model.LineItemColumn.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.TestCharge;
import io.curlake.jobs.gold.TestScan;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DailyContainerCostTest {
    @Test
    void aPodIsOfItsClusterNamespaceAndWorkload() {
        TestCharge pod = TestCharge.of("Usage", "000000000042", 0)
                .with(LINE_ITEM_RESOURCE_ID, "arn:aws:eks:eu-west-1:000000000042:pod/blue/checkout/api-x/uid")
                .with(SPLIT_LINE_ITEM_PARENT_RESOURCE_ID, "i-1")
                .with(SPLIT_LINE_ITEM_SPLIT_COST, 0.4)
                .with(SPLIT_LINE_ITEM_UNUSED_COST, 0.1)
                .with(SPLIT_LINE_ITEM_NET_SPLIT_COST, 0.36);

        Dataset<Row> cost = containers(
                Net.DELIVERED,
                pod.with(
                        RESOURCE_TAGS,
                        Map.of(
                                "aws_eks_cluster_name", "green",
                                "aws_eks_namespace", "shop",
                                "aws_eks_workload_type", "Deployment",
                                "aws_eks_workload_name", "api")),
                pod,
                pod.with(LINE_ITEM_RESOURCE_ID, "arn:aws:ecs:eu-west-1:000000000042:task/acme/0a1b"),
                TestCharge.of("Usage", "000000000042", 0.5));

        assertThat(TestCharge.texts(
                        cost,
                        "cluster",
                        "namespace",
                        "workload_type",
                        "workload",
                        "runs_on",
                        "split_cost",
                        "unused_cost",
                        "net_split_cost"))
                .containsExactly(
                        "acme '' '' '' EC2 0.4 0.1 0.36",
                        "blue checkout '' '' EC2 0.4 0.1 0.36",
                        "green shop Deployment api EC2 0.4 0.1 0.36");
    }

    @Test
    void fargateHasNoParentAndCostsWhatItSays() {
        Dataset<Row> cost = containers(
                Net.ABSENT,
                TestCharge.of("Usage", "000000000042", 0.2)
                        .with(LINE_ITEM_RESOURCE_ID, "arn:aws:ecs:eu-west-1:000000000042:task/acme/0a1b")
                        .with(SPLIT_LINE_ITEM_SPLIT_COST, 0.2));

        assertThat(TestCharge.texts(cost, "cluster", "runs_on", "split_cost", "net_split_cost"))
                .containsExactly("acme Fargate 0.2 0.2");
    }

    private static Dataset<Row> containers(Net net, TestCharge... charges) {
        return TestScan.of(TestCharge.lineItems(charges), DailyContainerCost.grouping(net), DailyContainerCost.SCHEMA);
    }
}
