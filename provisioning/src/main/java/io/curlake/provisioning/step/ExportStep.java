package io.curlake.provisioning.step;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.provisioning.aws.AwsCalls;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.catalog.Catalog;
import io.curlake.provisioning.catalog.ExistingExport;
import io.curlake.provisioning.catalog.ListedExport;
import io.curlake.provisioning.definition.TableProperties;
import io.curlake.provisioning.definition.WantedExport;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.SentJson;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.StepState;
import io.curlake.provisioning.plan.Updates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.bcmdataexports.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bcmdataexports.model.UpdateExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.ValidationException;

/**
 * Makes the CUR 2.0 export. AWS has no token against making one twice, so the account's exports are searched by name
 * first. One that differs is changed only with consent.
 */
final class ExportStep implements Step {
    private final WantedExport wanted;
    private final Making making;
    private final Target target;

    private Optional<ExistingExport> found = Optional.empty();

    ExportStep(WantedExport wanted, Making making) {
        this.wanted = wanted;
        this.making = making;
        this.target = making.target();
    }

    @Override
    public String title() {
        return "CUR 2.0 export " + wanted.name();
    }

    @Override
    public StepState inspect() {
        Catalog catalog = catalog();
        List<ListedExport> namesakes = catalog.exports().stream()
                .filter(export -> export.name().equals(wanted.name()))
                .toList();
        if (namesakes.size() > 1) {
            return new StepState.Refused(
                    ExitCode.USAGE,
                    "Cannot tell which export is meant: " + namesakes.size() + " are named '" + wanted.name() + "': "
                            + namesakes.stream().map(ListedExport::arn).collect(Collectors.joining(", "))
                            + ". Delete all but one, or choose another name.");
        }
        found = namesakes.stream().findFirst().flatMap(listed -> catalog.export(listed.arn()));
        return found.map(this::state).orElseGet(StepState.Absent::new);
    }

    private StepState state(ExistingExport existing) {
        List<String> differences = Differences.of(existing, wanted);
        if (differences.isEmpty()) {
            return StepState.present();
        }
        if (existing.destination().overwrite().equals("OVERWRITE_REPORT")
                && wanted.output().overwrite().equals("CREATE_NEW_REPORT")) {
            return new StepState.Refused(
                    ExitCode.USAGE,
                    "Cannot change export '" + wanted.name()
                            + "' to create-new delivery: AWS changes an export only the "
                            + "other way. Write 'delivery: overwrite', or make an export of another name.");
        }
        return making.updates() == Updates.ALLOWED
                ? new StepState.Different(differences)
                : new StepState.Refused(
                        ExitCode.USAGE,
                        "Cannot keep export '" + wanted.name() + "' as it is: it differs from the configuration. "
                                + String.join("; ", differences)
                                + ". Correct the configuration, or change the export with --update: its deliveries from "
                                + "then on look different, those of old months stay as they are.");
    }

    @Override
    public List<Request> requests() {
        return List.of(
                found.isPresent()
                        ? new Request("bcm-data-exports:UpdateExport", SentJson.of(update(found.get())))
                        : new Request("bcm-data-exports:CreateExport", SentJson.of(wanted.request())));
    }

    @Override
    public void apply() {
        try {
            making.lag().run(target.bucket(), found.isPresent() ? () -> change(found.get()) : this::create);
        } catch (ValidationException e) {
            // Another run may have made it meanwhile: AWS then refuses the second one of that name.
            if (!(inspect() instanceof StepState.Present)) {
                throw refusal(e);
            }
        }
    }

    private Refusal refusal(ValidationException e) {
        String fields = e.hasFields()
                ? e.fields().stream()
                        .map(field -> " Field " + field.name() + ": " + field.message() + ".")
                        .collect(Collectors.joining())
                : "";
        return new Refusal(
                ExitCode.USAGE,
                "Cannot make export '" + wanted.name() + "': AWS does not take it: " + AwsCalls.said(e) + "." + fields
                        + " 'curlake export plan' shows what is sent.",
                e);
    }

    private void create() {
        String what = "create export '" + wanted.name() + "'";
        making.journal().write(Journal.Change.CREATE_EXPORT, wanted.name(), "");
        try {
            AwsCalls.call(
                    what,
                    new Permission("bcm-data-exports:CreateExport", arn("export/" + wanted.name() + "-*")),
                    () -> target.clients().dataExports().createExport(wanted.request()));
        } catch (ServiceQuotaExceededException e) {
            throw quota(e);
        } catch (ValidationException e) {
            throw e;
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }

    private void change(ExistingExport existing) {
        String what = "change export '" + wanted.name() + "'";
        making.journal()
                .write(
                        Journal.Change.UPDATE_EXPORT,
                        wanted.name(),
                        existing.query().statement());
        try {
            AwsCalls.call(
                    what,
                    new Permission("bcm-data-exports:UpdateExport", existing.arn()),
                    () -> target.clients().dataExports().updateExport(update(existing)));
        } catch (ValidationException e) {
            throw e;
        } catch (AwsServiceException e) {
            throw AwsCalls.refusal(what, e);
        }
    }

    /** An update replaces the whole definition: what AWS added to it, like the billing view, has to be sent again. */
    private UpdateExportRequest update(ExistingExport existing) {
        return UpdateExportRequest.builder()
                .exportArn(existing.arn())
                .export(wanted
                        .withProperties(existing.query().configurations().getOrDefault(TableProperties.TABLE, Map.of()))
                        .export()
                        .toBuilder()
                        .exportArn(existing.arn())
                        .build())
                .build();
    }

    private Refusal quota(ServiceQuotaExceededException e) {
        String names = catalog().exports().stream().map(ListedExport::name).collect(Collectors.joining(", "));
        return new Refusal(
                ExitCode.USAGE,
                "Cannot create export '" + wanted.name() + "': the account has as many exports as AWS allows (CUR 2.0: "
                        + "5). There are: " + names
                        + ". Use one of them ('curlake export check' says how it is), delete "
                        + "one, or ask AWS for a higher quota.",
                e);
    }

    private Catalog catalog() {
        return new Catalog(target.clients(), target.payer());
    }

    private String arn(String resource) {
        return "arn:" + target.clients().partition() + ":bcm-data-exports:"
                + target.clients().partition().billingRegion() + ":" + target.owner() + ":" + resource;
    }
}
