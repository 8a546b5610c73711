package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.bucket.Buckets;
import io.curlake.sandbox.aws.shape.JsonService;
import io.curlake.sandbox.aws.shape.ServiceModel;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Page;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The service bcm-data-exports. */
public final class DataExports extends JsonService {
    /** AWS's own is not documented; a small one makes every client page. */
    private static final int PAGE = 2;

    private final Exports exports;
    private final ExportRules rules;
    private final Map<String, Operation> operations;

    public DataExports(Exports exports, Buckets buckets) {
        super(ServiceModel.named("bcm-data-exports"));
        this.exports = exports;
        this.rules = new ExportRules(exports, buckets);
        ExportTags tags = new ExportTags(this::export, PAGE);
        this.operations = Map.ofEntries(
                Map.entry("CreateExport", this::create),
                Map.entry("UpdateExport", this::update),
                Map.entry("GetExport", this::get),
                Map.entry("DeleteExport", this::delete),
                Map.entry("ListExports", this::list),
                Map.entry("ListExecutions", this::listExecutions),
                Map.entry("GetExecution", this::getExecution),
                Map.entry("ListTables", (request, caller) -> TableAnswers.list(page(Table.all(), request))),
                Map.entry("GetTable", (request, caller) -> TableAnswers.table(request)),
                Map.entry("TagResource", tags::tag),
                Map.entry("UntagResource", tags::untag),
                Map.entry("ListTagsForResource", tags::list));
    }

    @Override
    protected Map<String, Operation> operations() {
        return operations;
    }

    @Override
    protected String resource(String operation, JsonNode request, Caller caller) {
        String own = "arn:" + caller.partition() + ":" + name() + ":" + caller.region() + ":" + caller.account();
        return switch (operation) {
            case "CreateExport" -> own + ":table/COST_AND_USAGE_REPORT";
            case "GetTable" -> own + ":table/" + request.path("TableName").asText();
            case "ListExports", "ListTables" -> "*";
            default ->
                request.path("ExportArn").asText(request.path("ResourceArn").asText("*"));
        };
    }

    @Override
    public String internalError() {
        return "InternalServerException";
    }

    @Override
    public AwsError quotaExceeded() {
        return ExportErrors.quota("COST_AND_USAGE_REPORT", 5);
    }

    private JsonNode create(ObjectNode request, Caller caller) {
        ObjectNode definition = (ObjectNode) request.path("Export").deepCopy();
        definition.remove("ExportArn");
        rules.checkNew(definition, caller);
        Export export = exports.add(caller.partition(), caller.region(), caller.account(), definition);
        ExportTags.add(export, request.path("ResourceTags"));
        return arn(export);
    }

    private JsonNode update(ObjectNode request, Caller caller) {
        Export export = export(request, "ExportArn", caller);
        ObjectNode definition = (ObjectNode) request.path("Export").deepCopy();
        definition.remove("ExportArn");
        rules.checkUpdate(export, definition, caller);
        export.update(definition);
        return arn(export);
    }

    /** AWS adds the billing view that the export uses, whether it was named or not. */
    private JsonNode get(ObjectNode request, Caller caller) {
        Export export = export(request, "ExportArn", caller);
        ObjectNode definition = export.definition();
        definition.put("ExportArn", export.arn());
        if (export.table().equals("COST_AND_USAGE_REPORT")) {
            ((ObjectNode) definition.path("DataQuery"))
                    .withObject("/TableConfigurations/COST_AND_USAGE_REPORT")
                    .put(Table.BILLING_VIEW, ExportRules.billingView(definition, caller));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("Export", definition);
        answer.set("ExportStatus", export.statusJson());
        return answer;
    }

    private JsonNode delete(ObjectNode request, Caller caller) {
        String arn = request.path("ExportArn").asText();
        exports.find(caller.account(), arn).ifPresent(exports::remove);
        return JsonNodeFactory.instance.objectNode().put("ExportArn", arn);
    }

    private JsonNode list(ObjectNode request, Caller caller) {
        Page<Export> page = page(exports.of(caller.account()), request);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        page.items()
                .forEach(export -> answer.withArray("/Exports")
                        .addObject()
                        .put("ExportArn", export.arn())
                        .put("ExportName", export.name())
                        .set("ExportStatus", export.statusJson()));
        page.next().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    private JsonNode listExecutions(ObjectNode request, Caller caller) {
        Page<Execution> page = page(export(request, "ExportArn", caller).executions(), request);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        page.items()
                .forEach(execution -> answer.withArray("/Executions")
                        .addObject()
                        .put("ExecutionId", execution.id())
                        .set("ExecutionStatus", execution.statusJson()));
        page.next().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    private JsonNode getExecution(ObjectNode request, Caller caller) {
        String id = request.path("ExecutionId").asText();
        try {
            Execution execution = export(request, "ExportArn", caller).execution(id);
            ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ExecutionId", id);
            answer.set("Export", execution.export());
            answer.set("ExecutionStatus", execution.statusJson());
            return answer;
        } catch (NoSuchElementException e) {
            throw ExportErrors.notFound("execution", id);
        }
    }

    private Export export(ObjectNode request, String member, Caller caller) {
        String arn = request.path(member).asText();
        return exports.find(caller.account(), arn).orElseThrow(() -> ExportErrors.notFound("export", arn));
    }

    private static JsonNode arn(Export export) {
        return JsonNodeFactory.instance.objectNode().put("ExportArn", export.arn());
    }

    private static <T> Page<T> page(List<T> all, ObjectNode request) {
        return Page.of(
                all,
                request.path("MaxResults").asInt(PAGE),
                Optional.ofNullable(request.get("NextToken")).map(JsonNode::asText),
                () -> ExportErrors.invalid("nextToken", "The token is not valid."));
    }
}
