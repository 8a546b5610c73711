package io.curlake.sandbox.aws.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.sandbox.aws.cloud.api.ApiModel;
import io.curlake.sandbox.aws.cloud.api.OutputRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models of all services, and what items of a fixture must look like. */
final class Models {
    private static final List<String> WORDS = List.of(
            "ec2",
            "elb",
            "elbv2",
            "rds",
            "elasticache",
            "opensearch",
            "redshift",
            "efs",
            "lambda",
            "ecs",
            "eks",
            "dynamodb",
            "logs",
            "s3",
            "iam",
            "cloudwatch");

    /** Operations that answer one thing, and where in their answer it stands. */
    private static final Map<String, String> SINGLE = Map.of(
            "eks:DescribeCluster", "cluster",
            "dynamodb:DescribeTable", "Table");

    /** Answered from the items of another operation, or from nothing. */
    private static final List<String> MADE = List.of("cloudwatch:GetMetricData", "elbv2:DescribeTargetHealth");

    private final Map<String, ApiModel> byWord = new TreeMap<>();

    Models() {
        WORDS.forEach(word -> byWord.put(word, ApiModel.of(word)));
    }

    List<ApiModel> all() {
        return List.copyOf(byWord.values());
    }

    /** Throws IllegalArgumentException where AWS could not answer such items. */
    void check(String at, String operation, JsonNode items) {
        String[] parts = operation.split(":", 2);
        ApiModel model = byWord.get(parts[0]);
        if (model == null || parts.length < 2 || model.operation(parts[1]).isMissingNode()) {
            throw new IllegalArgumentException(at + ": the stand-in does not know this operation");
        }
        if (MADE.contains(operation)) {
            return;
        }
        JsonNode members = model.output(parts[1]).path("members");
        OutputRules rules = new OutputRules(model);
        if (SINGLE.containsKey(operation)) {
            items.forEach(item -> rules.check(at, members.path(SINGLE.getOrDefault(operation, "")), item));
            return;
        }
        JsonNode list = members.path(model.page(parts[1]).path("list").asText());
        if (list.isMissingNode()) {
            throw new IllegalArgumentException(at + ": this operation is answered from the items of another");
        }
        items.forEach(item -> rules.check(at, model.target(list).path("member"), item));
    }
}
