package io.curlake.sandbox.aws.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.bucket.Buckets;
import io.curlake.sandbox.aws.shape.JsonService;
import io.curlake.sandbox.aws.shape.ServiceModel;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Page;
import java.util.Map;
import java.util.Optional;

/** The service cur: legacy Cost and Usage Reports. */
public final class UsageReports extends JsonService {
    private static final int PAGE = 5;
    private static final int LIMIT = 10;

    private final Reports reports;
    private final ReportRules rules;
    private final Map<String, Operation> operations = Map.of(
            "PutReportDefinition", this::put,
            "ModifyReportDefinition", this::modify,
            "DeleteReportDefinition", this::delete,
            "DescribeReportDefinitions", this::describe,
            "TagResource", this::tag,
            "UntagResource", this::untag,
            "ListTagsForResource", this::listTags);

    public UsageReports(Reports reports, Buckets buckets) {
        super(ServiceModel.named("cur"));
        this.reports = reports;
        this.rules = new ReportRules(buckets);
    }

    @Override
    protected Map<String, Operation> operations() {
        return operations;
    }

    @Override
    protected String resource(String operation, JsonNode request, Caller caller) {
        String name = request.path("ReportName")
                .asText(request.path("ReportDefinition").path("ReportName").asText());
        return name.isEmpty()
                ? "*"
                : "arn:" + caller.partition() + ":cur:" + caller.region() + ":" + caller.account() + ":definition/"
                        + name;
    }

    @Override
    public String internalError() {
        return "InternalErrorException";
    }

    @Override
    public AwsError quotaExceeded() {
        return AwsError.refused(
                "ReportLimitReachedException", "This account already has " + LIMIT + " report definitions.");
    }

    private JsonNode put(ObjectNode request, Caller caller) {
        ObjectNode definition = definition(request);
        String name = definition.path("ReportName").asText();
        if (reports.find(caller.account(), name).isPresent()) {
            throw AwsError.refused(
                    "DuplicateReportNameException", "A report with the name " + name + " already exists.");
        }
        if (reports.of(caller.account()).size() >= LIMIT) {
            throw quotaExceeded();
        }
        rules.check(definition, caller);
        addTags(reports.add(caller.account(), definition), request.path("Tags"));
        return nothing();
    }

    private JsonNode modify(ObjectNode request, Caller caller) {
        String name = request.path("ReportName").asText();
        Report report = reports.find(caller.account(), name)
                .orElseThrow(() -> ReportRules.invalid("Report " + name + " does not exist."));
        ObjectNode definition = definition(request);
        ReportRules.checkChange(report.definition(), definition);
        rules.check(definition, caller);
        report.update(definition);
        return nothing();
    }

    private JsonNode delete(ObjectNode request, Caller caller) {
        String name = request.path("ReportName").asText();
        reports.find(caller.account(), name).ifPresent(reports::remove);
        return nothing().put("ResponseMessage", "Report " + name + " is deleted.");
    }

    private JsonNode describe(ObjectNode request, Caller caller) {
        Page<Report> page = Page.of(
                reports.of(caller.account()),
                PAGE,
                Optional.ofNullable(request.get("NextToken")).map(JsonNode::asText),
                () -> ReportRules.invalid("The token is not valid."));
        ObjectNode answer = nothing();
        answer.putArray("ReportDefinitions")
                .addAll(page.items().stream().map(Report::shown).toList());
        page.next().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    private JsonNode tag(ObjectNode request, Caller caller) {
        addTags(report(request, caller), request.path("Tags"));
        return nothing();
    }

    private JsonNode untag(ObjectNode request, Caller caller) {
        Report report = report(request, caller);
        request.path("TagKeys").forEach(key -> report.tags().remove(key.asText()));
        return nothing();
    }

    private JsonNode listTags(ObjectNode request, Caller caller) {
        ObjectNode answer = nothing();
        answer.putArray("Tags");
        report(request, caller)
                .tags()
                .forEach((key, value) ->
                        answer.withArray("/Tags").addObject().put("Key", key).put("Value", value));
        return answer;
    }

    private Report report(ObjectNode request, Caller caller) {
        String name = request.path("ReportName").asText();
        return reports.find(caller.account(), name)
                .orElseThrow(
                        () -> AwsError.refused("ResourceNotFoundException", "Report " + name + " does not exist."));
    }

    /** The status is AWS's to tell. */
    private static ObjectNode definition(ObjectNode request) {
        ObjectNode definition = (ObjectNode) request.path("ReportDefinition").deepCopy();
        definition.remove("ReportStatus");
        return definition;
    }

    private static void addTags(Report report, JsonNode tags) {
        tags.forEach(tag ->
                report.tags().put(tag.path("Key").asText(), tag.path("Value").asText()));
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
