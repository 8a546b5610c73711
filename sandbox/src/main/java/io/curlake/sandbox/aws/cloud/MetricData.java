package io.curlake.sandbox.aws.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.cloud.api.ApiModel;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Answers {@code GetMetricData} from series: Namespace, MetricName, Dimensions, Stat and Values, the newest first. */
final class MetricData {
    private static final int MOST_QUERIES = 500;
    private static final int MINUTE = 60;

    private final List<ObjectNode> series;
    private final int pageSize;

    MetricData(List<ObjectNode> series, int pageSize) {
        this.series = series;
        this.pageSize = pageSize;
    }

    ObjectNode answer(ObjectNode request) {
        List<JsonNode> queries = new ArrayList<>();
        request.path("MetricDataQueries").forEach(queries::add);
        check(request, queries);
        Optional<String> token = ApiModel.text(request, "NextToken");
        Page<JsonNode> page = Page.of(
                queries,
                pageSize,
                token,
                () -> AwsError.refused("InvalidNextToken", "The token '" + token.orElse("") + "' is not valid"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode results = answer.putArray("MetricDataResults");
        page.items()
                .forEach(query ->
                        results.add(result(query, request.path("EndTime").asText())));
        page.next().ifPresent(next -> answer.put("NextToken", next));
        return answer;
    }

    private static void check(ObjectNode request, List<JsonNode> queries) {
        if (queries.size() > MOST_QUERIES) {
            throw invalid("The collection MetricDataQueries must not have a size greater than " + MOST_QUERIES + ".");
        }
        if (!time(request, "StartTime").isBefore(time(request, "EndTime"))) {
            throw invalid("The parameter StartTime must be less than the parameter EndTime.");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode query : queries) {
            String id = query.path("Id").asText();
            if (!id.matches("[a-z][a-zA-Z0-9_]*")) {
                throw invalid("The value " + id
                        + " for parameter MetricDataQueries.Id is not matching the expected pattern.");
            }
            if (!ids.add(id)) {
                throw invalid("The values for parameter MetricDataQueries.Id are not unique.");
            }
            JsonNode stat = query.path("MetricStat");
            if (stat.isMissingNode()) {
                throw invalid("The stand-in answers queries with a MetricStat only.");
            }
            if (stat.path("Period").asInt() % MINUTE != 0) {
                throw invalid("The parameter Period must be a multiple of " + MINUTE + ".");
            }
        }
    }

    private static Instant time(ObjectNode request, String name) {
        return Instant.parse(request.path(name).asText());
    }

    private static AwsError invalid(String message) {
        return AwsError.refused("ValidationError", message);
    }

    private ObjectNode result(JsonNode query, String end) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("Id", query.path("Id").asText())
                .put(
                        "Label",
                        query.path("MetricStat")
                                .path("Metric")
                                .path("MetricName")
                                .asText())
                .put("StatusCode", "Complete");
        ArrayNode times = result.putArray("Timestamps");
        ArrayNode values = result.putArray("Values");
        int period = query.path("MetricStat").path("Period").asInt();
        Instant time = Instant.parse(end);
        for (JsonNode value : values(query.path("MetricStat"))) {
            time = time.minusSeconds(period);
            times.add(time.toString());
            values.add(value);
        }
        return result;
    }

    private JsonNode values(JsonNode stat) {
        JsonNode metric = stat.path("Metric");
        return series.stream()
                .filter(one -> one.path("Namespace").equals(metric.path("Namespace")))
                .filter(one -> one.path("MetricName").equals(metric.path("MetricName")))
                .filter(one -> one.path("Stat").equals(stat.path("Stat")))
                .filter(one -> dimensions(one).equals(dimensions(metric)))
                .findFirst()
                .map(one -> one.path("Values"))
                .orElse(JsonNodeFactory.instance.arrayNode());
    }

    private static Map<String, String> dimensions(JsonNode of) {
        Map<String, String> dimensions = new TreeMap<>();
        of.path("Dimensions")
                .forEach(dimension -> dimensions.put(
                        dimension.path("Name").asText(), dimension.path("Value").asText()));
        return dimensions;
    }
}
