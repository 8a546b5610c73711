package io.curlake.provisioning.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.Refusal;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.Caller;
import io.curlake.provisioning.aws.Denied;
import io.curlake.provisioning.catalog.Catalog;
import io.curlake.provisioning.definition.Definitions;
import io.curlake.provisioning.definition.TableProperties;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.Pause;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.StepState;
import io.curlake.provisioning.plan.Turns;
import io.curlake.provisioning.plan.Updates;
import io.curlake.provisioning.policy.DeliveryStatements;
import io.curlake.provisioning.policy.ExportKind;
import io.curlake.provisioning.policy.PolicyJson;
import io.curlake.provisioning.policy.Statement;
import io.curlake.provisioning.template.Blueprint;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a source needs at AWS, as steps in their order: bucket, its settings, its policy, the export or report. */
public final class Provisioner {
    private final SourceConfig source;
    private final AwsClients clients;
    private final Journal journal;
    private final Turns turns;
    private final PolicyLag lag;
    private final Pause pause;

    public Provisioner(SourceConfig source, AwsClients clients, Path journalFile, Clock clock, Pause pause) {
        this.source = source;
        this.clients = clients;
        this.journal = new Journal(journalFile, clock);
        this.turns = new Turns(journalFile);
        this.lag = new PolicyLag(journal, clock, pause);
        this.pause = pause;
    }

    /** The steps. Refuses a configuration that AWS would, and credentials of another account, before anything else. */
    public List<Step> steps(Updates updates) {
        Definitions.check(source);
        Caller.of(clients).requirePayer("provision", source);
        BucketPlace place = BucketPlace.of(source, clients);
        Target target = new Target(source, place.region(), clients);
        boolean isOurs = isOurs(place);
        List<BucketSetting> settings = settings();
        List<Step> steps = new ArrayList<>();
        steps.add(new BucketStep(target, journal, () -> isOurs ? List.of() : lacks(target, settings)));
        if (isOurs) {
            settings.forEach(setting -> steps.add(new BucketSettingStep(target, setting)));
        }
        steps.add(policy(target, isOurs));
        steps.add(exportOrReport(target, updates));
        return steps;
    }

    /** The same for a template. */
    public Blueprint blueprint() {
        Definitions.check(source);
        Caller.of(clients).requirePayer("provision", source);
        BucketPlace place = BucketPlace.of(source, clients);
        Target target = new Target(source, place.region(), clients);
        BucketPolicyStep policy = policy(target, isOurs(place));
        if (policy.inspect() instanceof StepState.Refused refused) {
            throw new Refusal(refused.exitCode(), refused.reason());
        }
        boolean isLegacy = source.export().format().isLegacy();
        return new Blueprint(
                clients.partition(),
                target.bucket(),
                target.region(),
                !place.exists(),
                policy.document(),
                settings().contains(BucketSetting.LIFECYCLE) ? Optional.of(target.expiringRoot()) : Optional.empty(),
                isLegacy ? Optional.empty() : Optional.of(Definitions.export(source, target.region(), columns())),
                isLegacy ? Optional.of(Definitions.report(source, target.region())) : Optional.empty());
    }

    /** Ours is a bucket that curlake made, also one whose settings a killed run had not finished. */
    private boolean isOurs(BucketPlace place) {
        return !place.exists()
                || !journal.of(Journal.Change.CREATE_BUCKET, source.export().bucket())
                        .isEmpty();
    }

    /** Deliveries that are overwritten leave nothing behind that could expire. */
    private List<BucketSetting> settings() {
        return Arrays.stream(BucketSetting.values())
                .filter(setting ->
                        setting != BucketSetting.LIFECYCLE || source.export().delivery() == Delivery.CREATE_NEW)
                .toList();
    }

    private static List<String> lacks(Target target, List<BucketSetting> settings) {
        return settings.stream()
                .flatMap(setting -> setting.lackedBy(target).stream())
                .toList();
    }

    private BucketPolicyStep policy(Target target, boolean isOurs) {
        List<Statement> statements = new ArrayList<>();
        if (isOurs) {
            statements.add(tlsOnly(target.arn()));
        }
        statements.addAll(DeliveryStatements.of(
                clients.partition(),
                source.payer(),
                target.bucket(),
                ExportKind.of(source.export().format())));
        return new BucketPolicyStep(target, statements, journal, turns, pause);
    }

    private Step exportOrReport(Target target, Updates updates) {
        Making making = new Making(target, updates, journal, lag);
        return source.export().format().isLegacy()
                ? new ReportStep(Definitions.report(source, target.region()), making)
                : new ExportStep(Definitions.export(source, target.region(), columns()), making);
    }

    /** As AWS says; none where it does not let us ask. */
    private List<String> columns() {
        try {
            return new Catalog(clients, source.payer()).columns(TableProperties.TABLE, Definitions.properties(source));
        } catch (Denied e) {
            return List.of();
        }
    }

    private static Statement tlsOnly(String arn) {
        ObjectNode statement = PolicyJson.nodes().objectNode();
        statement.put("Sid", "CurlakeTlsOnly").put("Effect", "Deny").put("Principal", "*");
        statement.put("Action", "s3:*");
        statement.putArray("Resource").add(arn).add(arn + "/*");
        statement.putObject("Condition").putObject("Bool").put("aws:SecureTransport", "false");
        return Statement.of(statement);
    }
}
