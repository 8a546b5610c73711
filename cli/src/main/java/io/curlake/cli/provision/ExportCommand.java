package io.curlake.cli.provision;

import picocli.CommandLine.Command;

/** Making, checking and watching exports. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        description = "Create, check and watch the billing export of a source.",
        subcommands = {
            ExportPlanCommand.class,
            ExportApplyCommand.class,
            ExportCheckCommand.class,
            ExportStatusCommand.class,
            ExportWaitCommand.class,
            ExportListCommand.class
        })
public final class ExportCommand {}
