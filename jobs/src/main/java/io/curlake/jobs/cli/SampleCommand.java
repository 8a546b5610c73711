package io.curlake.jobs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "sample", mixinStandardHelpOptions = true, description = "Write a synthetic export.")
final class SampleCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
