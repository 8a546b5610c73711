package io.curlake.provisioning.step;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.catalog.Catalog;
import io.curlake.provisioning.catalog.ExistingReport;
import io.curlake.provisioning.definition.WantedReport;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.SentJson;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.StepState;
import io.curlake.provisioning.plan.Updates;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.costandusagereport.model.DuplicateReportNameException;
import software.amazon.awssdk.services.costandusagereport.model.ModifyReportDefinitionRequest;
import software.amazon.awssdk.services.costandusagereport.model.ReportLimitReachedException;
import software.amazon.awssdk.services.costandusagereport.model.ValidationException;

/** Makes the legacy CUR report. One that differs is changed only with consent. */
final class ReportStep implements Step {
    private final WantedReport wanted;
    private final Making making;
    private final Target target;

    private Optional<ExistingReport> found = Optional.empty();

    ReportStep(WantedReport wanted, Making making) {
        this.wanted = wanted;
        this.making = making;
        this.target = making.target();
    }

    @Override
    public String title() {
        return "legacy CUR report " + wanted.name();
    }

    @Override
    public StepState inspect() {
        found = reports().stream()
                .filter(report -> report.name().equals(wanted.name()))
                .findFirst();
        return found.map(this::state).orElseGet(StepState.Absent::new);
    }

    private StepState state(ExistingReport existing) {
        List<String> differences = Differences.of(existing, wanted);
        if (differences.isEmpty()) {
            return StepState.present();
        }
        return making.updates() == Updates.ALLOWED
                ? new StepState.Different(differences)
                : new StepState.Refused(
                        ExitCode.USAGE,
                        "Cannot keep report '" + wanted.name() + "' as it is: it differs from the configuration. "
                                + String.join("; ", differences)
                                + ". Correct the configuration, or change the report with --update. Of a report with "
                                + "overwrite delivery AWS changes neither resource ids nor granularity nor versioning.");
    }

    @Override
    public List<Request> requests() {
        return List.of(
                found.isPresent()
                        ? new Request("cur:ModifyReportDefinition", SentJson.of(change()))
                        : new Request("cur:PutReportDefinition", SentJson.of(wanted.request())));
    }

    @Override
    public void apply() {
        try {
            making.lag().run(target.bucket(), found.isPresent() ? this::modify : this::create);
        } catch (ValidationException e) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot make report '" + wanted.name() + "': AWS does not take it: " + AwsCalls.said(e)
                            + ". 'curlake export plan' shows what is sent.",
                    e);
        } catch (DuplicateReportNameException e) {
            // Another run made it meanwhile.
            if (!(inspect() instanceof StepState.Present)) {
                throw AwsCalls.refusal("make report '" + wanted.name() + "'", e);
            }
        }
    }

    private void create() {
        String what = "create report '" + wanted.name() + "'";
        making.journal().write(Journal.Change.CREATE_EXPORT, wanted.name(), "");
        try {
            AwsCalls.call(
                    what,
                    new Permission("cur:PutReportDefinition", arn()),
                    () -> target.clients().reports().putReportDefinition(wanted.request()));
        } catch (ReportLimitReachedException e) {
            throw limit(e);
        } catch (DuplicateReportNameException | ValidationException e) {
            throw e;
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }

    private void modify() {
        String what = "change report '" + wanted.name() + "'";
        making.journal().write(Journal.Change.UPDATE_EXPORT, wanted.name(), "");
        try {
            AwsCalls.call(
                    what,
                    new Permission("cur:ModifyReportDefinition", arn()),
                    () -> target.clients().reports().modifyReportDefinition(change()));
        } catch (ValidationException e) {
            throw e;
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }

    private ModifyReportDefinitionRequest change() {
        return ModifyReportDefinitionRequest.builder()
                .reportName(wanted.name())
                .reportDefinition(wanted.definition())
                .build();
    }

    private Refusal limit(ReportLimitReachedException e) {
        String names = reports().stream().map(ExistingReport::name).collect(Collectors.joining(", "));
        return new Refusal(
                ExitCode.USAGE,
                "Cannot create report '" + wanted.name() + "': the account has as many legacy reports as AWS allows. "
                        + "There are: " + names
                        + ". Use one of them ('curlake export check' says how it is), or delete "
                        + "one.",
                e);
    }

    private List<ExistingReport> reports() {
        return new Catalog(target.clients(), target.payer()).reports();
    }

    private String arn() {
        return "arn:" + target.clients().partition() + ":cur:"
                + target.clients().partition().billingRegion() + ":" + target.owner() + ":definition/" + wanted.name();
    }
}
