package io.curlake.sandbox.aws.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.sandbox.aws.shape.JsonService;
import io.curlake.sandbox.aws.shape.ServiceModel;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Caller;
import io.curlake.sandbox.aws.wire.Page;
import java.util.Map;
import java.util.Optional;

/** The service organizations: DescribeOrganization and ListAccounts. */
public final class Organizations extends JsonService {
    private static final int PAGE = 2;
    private static final String ID = "o-sandbox0001";

    private final Organization organization;
    private final Map<String, Operation> operations =
            Map.of("DescribeOrganization", this::describe, "ListAccounts", this::list);

    public Organizations(Organization organization) {
        super(ServiceModel.named("organizations"));
        this.organization = organization;
    }

    @Override
    protected Map<String, Operation> operations() {
        return operations;
    }

    @Override
    protected String resource(String operation, JsonNode request, Caller caller) {
        return "*";
    }

    @Override
    public String internalError() {
        return "ServiceException";
    }

    @Override
    public AwsError quotaExceeded() {
        return AwsError.refused("TooManyRequestsException", "You have sent too many requests.");
    }

    private JsonNode describe(ObjectNode request, Caller caller) {
        requireMember(caller);
        String management = organization.managementAccount();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("Organization")
                .put("Id", ID)
                .put("Arn", arn(caller, "organization/" + ID))
                .put("FeatureSet", "ALL")
                .put("MasterAccountId", management)
                .put("MasterAccountArn", arn(caller, "account/" + ID + "/" + management))
                .put("MasterAccountEmail", management + "@example.com");
        return answer;
    }

    /** Allowed to the management account only; delegated administrators are not imitated. */
    private JsonNode list(ObjectNode request, Caller caller) {
        requireMember(caller);
        if (!caller.account().equals(organization.managementAccount())) {
            throw AwsError.refused("AccessDeniedException", "You don't have permissions to access this resource.");
        }
        Page<Organization.Member> page = Page.of(
                organization.members(),
                request.path("MaxResults").asInt(PAGE),
                Optional.ofNullable(request.get("NextToken")).map(JsonNode::asText),
                () -> AwsError.refused("InvalidInputException", "You specified an invalid value.")
                        .with("Reason", "INVALID_NEXT_TOKEN"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        page.items()
                .forEach(member -> answer.withArray("/Accounts")
                        .addObject()
                        .put("Id", member.id())
                        .put("Arn", arn(caller, "account/" + ID + "/" + member.id()))
                        .put("Name", member.name())
                        .put("Email", member.id() + "@example.com")
                        .put("Status", member.status())
                        .put("JoinedMethod", "CREATED")
                        .put("JoinedTimestamp", 1_500_000_000));
        page.next().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    private void requireMember(Caller caller) {
        if (!organization.has(caller.account())) {
            throw AwsError.refused(
                    "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
        }
    }

    private String arn(Caller caller, String resource) {
        return "arn:" + caller.partition() + ":organizations::" + organization.managementAccount() + ":" + resource;
    }
}
