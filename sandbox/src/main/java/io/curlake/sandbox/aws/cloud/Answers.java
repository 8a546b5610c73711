package io.curlake.sandbox.aws.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.cloud.api.ApiModel;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What each operation answers: a page of a list mostly, for some the item that is asked for. */
final class Answers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_TAGGED = 20;

    /** What S3 answers where a bucket has no such setting. */
    private static final Map<String, String> NO_SETTING = Map.of(
            "GetBucketTagging", "NoSuchTagSet",
            "GetBucketPolicyStatus", "NoSuchBucketPolicy",
            "GetPublicAccessBlock", "NoSuchPublicAccessBlockConfiguration",
            "GetBucketEncryption", "ServerSideEncryptionConfigurationNotFoundError",
            "GetBucketLifecycleConfiguration", "NoSuchLifecycleConfiguration");

    private final ApiModel model;
    private final Cloud cloud;

    Answers(ApiModel model, Cloud cloud) {
        this.model = model;
        this.cloud = cloud;
    }

    /** @param request keeps to the model */
    ObjectNode of(String operation, ObjectNode request, Caller caller, String region) {
        Asked asked = new Asked(operation, request, caller, region);
        return switch (model.word() + ":" + operation) {
            case "ec2:DescribeRegions" -> list(asked, regions(asked));
            case "ec2:DescribeInstanceTypes" -> list(asked, InstanceTypes.of(texts(request, "InstanceTypes")));
            case "ec2:DescribeSnapshots" -> list(asked, snapshots(asked));
            case "ec2:DescribeImages" -> {
                requireOwn(request, "Owners");
                yield list(asked, items(asked, operation));
            }
            case "elb:DescribeTags" -> list(asked, tagged(asked, "LoadBalancerNames", "LoadBalancerName"));
            case "elbv2:DescribeTags" -> list(asked, tagged(asked, "ResourceArns", "LoadBalancerArn"));
            case "elbv2:DescribeTargetHealth" -> one(asked, operation, "TargetGroupArn", "TargetGroupNotFound", 400);
            case "elasticache:ListTagsForResource" ->
                tags(asked, "DescribeCacheClusters", "ARN", "ResourceName", "CacheClusterNotFound");
            case "opensearch:ListTags" -> tags(asked, "DescribeDomains", "ARN", "ARN", "ResourceNotFoundException");
            case "dynamodb:ListTagsOfResource" ->
                tags(asked, "DescribeTable", "TableArn", "ResourceArn", "ResourceNotFoundException");
            case "lambda:ListTags" -> functionTags(asked);
            case "opensearch:ListDomainNames" -> list(asked, some(items(asked, "DescribeDomains"), "DomainName"));
            case "opensearch:DescribeDomains" ->
                list(asked, named(items(asked, operation), "DomainName", texts(request, "DomainNames")));
            case "ecs:ListClusters" -> list(asked, values(asked, "DescribeClusters", "clusterArn"));
            case "ecs:DescribeClusters" ->
                list(asked, named(items(asked, operation), "clusterArn", texts(request, "clusters")));
            case "eks:ListClusters" -> list(asked, values(asked, "DescribeCluster", "name"));
            case "eks:DescribeCluster" ->
                NODES.objectNode()
                        .set("cluster", item(asked, operation, "name", "name", "ResourceNotFoundException", 404));
            case "dynamodb:ListTables" -> list(asked, values(asked, "DescribeTable", "TableName"));
            case "dynamodb:DescribeTable" ->
                NODES.objectNode()
                        .set(
                                "Table",
                                item(asked, operation, "TableName", "TableName", "ResourceNotFoundException", 400));
            case "iam:GetLoginProfile" -> loginProfile(asked);
            case "iam:ListAccessKeys" -> list(asked, equal(asked, operation, "UserName"));
            case "iam:GetAccessKeyLastUsed" -> lastUsed(asked);
            case "cloudwatch:GetMetricData" ->
                new MetricData(items(asked, operation), cloud.pageSize()).answer(request);
            case "s3:ListBuckets" -> list(asked, items(asked, operation));
            default -> model.word().equals("s3") ? setting(asked) : list(asked, unfiltered(asked));
        };
    }

    private record Asked(String operation, ObjectNode request, Caller caller, String region) {
        String text(String name) {
            return request.path(name).asText();
        }
    }

    private List<ObjectNode> items(Asked asked, String operation) {
        return cloud.items(asked.caller().account(), asked.region(), model.word() + ":" + operation);
    }

    /** What narrows a list down and is none of the pages' parameters must not be overlooked. */
    private List<ObjectNode> unfiltered(Asked asked) {
        JsonNode page = model.page(asked.operation());
        asked.request().fieldNames().forEachRemaining(name -> {
            if (!Stream.of("in", "limit")
                            .map(key -> page.path(key).asText())
                            .toList()
                            .contains(name)
                    && !name.equals("ShowCacheNodeInfo")) {
                throw AwsError.refused("StandInDoesNotKnow", "The stand-in cannot narrow a list down by " + name);
            }
        });
        return items(asked, asked.operation());
    }

    private ObjectNode list(Asked asked, List<? extends JsonNode> all) {
        JsonNode page = model.page(asked.operation());
        ObjectNode answer = NODES.objectNode();
        ArrayNode list = answer.putArray(page.path("list").asText());
        if (!page.has("in")) {
            all.forEach(list::add);
            return answer;
        }
        int limit = asked.request().path(page.path("limit").asText()).asInt(Integer.MAX_VALUE);
        Optional<String> token = ApiModel.text(asked.request(), page.path("in").asText());
        Page<? extends JsonNode> cut = Page.of(
                all,
                Math.min(limit, cloud.pageSize()),
                token,
                () -> AwsError.refused("InvalidNextToken", "The token '" + token.orElse("") + "' is not valid"));
        cut.items().forEach(list::add);
        cut.next().ifPresent(next -> {
            answer.put(page.path("out").asText(), next);
            if (!model.output(asked.operation())
                    .path("members")
                    .path("IsTruncated")
                    .isMissingNode()) {
                answer.put("IsTruncated", true);
            }
        });
        return answer;
    }

    private List<ObjectNode> regions(Asked asked) {
        boolean all = asked.request().path("AllRegions").asBoolean();
        return cloud.regions(asked.caller().account()).entrySet().stream()
                .filter(region -> all || !region.getValue().equals("not-opted-in"))
                .map(region -> NODES.objectNode()
                        .put("RegionName", region.getKey())
                        .put("Endpoint", "ec2." + region.getKey() + ".amazonaws.com")
                        .put("OptInStatus", region.getValue()))
                .toList();
    }

    private List<ObjectNode> snapshots(Asked asked) {
        requireOwn(asked.request(), "OwnerIds");
        boolean publicOnly = texts(asked.request(), "RestorableByUserIds").contains("all");
        return items(asked, asked.operation()).stream()
                .filter(snapshot -> !publicOnly || snapshot.path("_public").asBoolean())
                .toList();
    }

    /** AWS would list what all other accounts share as well: millions. */
    private static void requireOwn(ObjectNode request, String owners) {
        if (!texts(request, owners).equals(List.of("self"))) {
            throw AwsError.refused("StandInDoesNotKnow", "The stand-in lists what is of " + owners + " self only");
        }
    }

    private List<ObjectNode> tagged(Asked asked, String names, String key) {
        List<String> wanted = texts(asked.request(), names);
        if (wanted.size() > MOST_TAGGED) {
            throw AwsError.refused("ValidationError", "Only " + MOST_TAGGED + " resources can be described at once");
        }
        String answered = key.equals("LoadBalancerArn") ? "ResourceArn" : key;
        return named(items(asked, "DescribeLoadBalancers"), key, wanted).stream()
                .map(item -> {
                    ObjectNode description =
                            NODES.objectNode().put(answered, item.path(key).asText());
                    description.set("Tags", item.path("_tags").isArray() ? item.path("_tags") : NODES.arrayNode());
                    return description;
                })
                .toList();
    }

    private ObjectNode tags(Asked asked, String listed, String key, String parameter, String missing) {
        ObjectNode item = item(asked, listed, key, parameter, missing, 400);
        List<JsonNode> tags = new ArrayList<>();
        item.path("_tags").forEach(tags::add);
        return list(asked, tags);
    }

    private ObjectNode functionTags(Asked asked) {
        ObjectNode function = item(asked, "ListFunctions", "FunctionArn", "Resource", "ResourceNotFoundException", 404);
        ObjectNode tags = NODES.objectNode();
        function.path("_tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return NODES.objectNode().set("Tags", tags);
    }

    private ObjectNode one(Asked asked, String listed, String key, String missing, int status) {
        ObjectNode answer = item(asked, listed, key, key, missing, status).deepCopy();
        answer.remove(key);
        return answer;
    }

    private ObjectNode item(Asked asked, String listed, String key, String parameter, String missing, int status) {
        return items(asked, listed).stream()
                .filter(item -> item.path(key).asText().equals(asked.text(parameter)))
                .findFirst()
                .orElseThrow(() -> new AwsError(status, missing, asked.text(parameter) + " not found"));
    }

    private ObjectNode loginProfile(Asked asked) {
        ObjectNode user = item(asked, "ListUsers", "UserName", "UserName", "NoSuchEntity", 404);
        if (!user.path("_console").asBoolean()) {
            throw new AwsError(
                    404, "NoSuchEntity", "Login Profile for User " + asked.text("UserName") + " cannot be found.");
        }
        ObjectNode answer = NODES.objectNode();
        answer.putObject("LoginProfile")
                .put("UserName", asked.text("UserName"))
                .put("CreateDate", user.path("CreateDate").asText());
        return answer;
    }

    private ObjectNode lastUsed(Asked asked) {
        ObjectNode key = item(asked, "ListAccessKeys", "AccessKeyId", "AccessKeyId", "AccessDenied", 403);
        ObjectNode answer =
                NODES.objectNode().put("UserName", key.path("UserName").asText());
        answer.set(
                "AccessKeyLastUsed",
                key.path("_lastUsed").isObject()
                        ? key.path("_lastUsed")
                        : NODES.objectNode().put("ServiceName", "N/A").put("Region", "N/A"));
        return answer;
    }

    private ObjectNode setting(Asked asked) {
        ObjectNode bucket = item(asked, "ListBuckets", "Name", "Bucket", "NoSuchBucket", 404);
        String home = bucket.path("_region").asText("us-east-1");
        if (asked.operation().equals("GetBucketLocation")) {
            return NODES.objectNode().put("LocationConstraint", home.equals("us-east-1") ? "" : home);
        }
        if (!home.equals(asked.caller().region())) {
            throw new AwsError(301, "PermanentRedirect", "The bucket must be addressed in its own region.")
                    .withHeader("x-amz-bucket-region", home);
        }
        JsonNode setting = bucket.path("_settings").path(asked.operation());
        if (setting instanceof ObjectNode object) {
            return object;
        }
        if (NO_SETTING.containsKey(asked.operation())) {
            throw new AwsError(404, NO_SETTING.getOrDefault(asked.operation(), ""), "The setting does not exist");
        }
        return NODES.objectNode();
    }

    private List<ObjectNode> equal(Asked asked, String listed, String key) {
        item(asked, "ListUsers", key, key, "NoSuchEntity", 404);
        return named(items(asked, listed), key, List.of(asked.text(key)));
    }

    private static List<ObjectNode> named(List<ObjectNode> items, String key, List<String> wanted) {
        Predicate<ObjectNode> isWanted = item -> wanted.contains(item.path(key).asText());
        return items.stream().filter(isWanted).toList();
    }

    private static List<ObjectNode> some(List<ObjectNode> items, String key) {
        return items.stream()
                .map(item -> NODES.objectNode().put(key, item.path(key).asText()))
                .toList();
    }

    private List<JsonNode> values(Asked asked, String listed, String key) {
        return items(asked, listed).stream().map(item -> item.path(key)).toList();
    }

    static List<String> texts(ObjectNode request, String name) {
        return StreamSupport.stream(request.path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
