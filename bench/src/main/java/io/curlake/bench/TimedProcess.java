package io.curlake.bench;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command as a process of its own; its output goes to files, its time is the shell's, its memory the kernel's. */
final class TimedProcess {
    private static final String SCRIPT =
            "out=$1; shift; TIMEFORMAT='%R %U %S'; { time \"$@\" >\"$out.out\" 2>\"$out.err\"; } 2>\"$out.time\"";
    private static final long SAMPLED_MILLIS = 50;

    private final Path output;
    private final Map<String, String> environment;

    /** @param output the beginning of the names of the files that keep what the command wrote */
    TimedProcess(Path output, Map<String, String> environment) {
        this.output = output;
        this.environment = environment;
    }

    /** What the process took, and what it wrote to standard output. */
    record Outcome(Measurement measurement, String output) {}

    /** Throws a Refusal with what the command wrote to standard error where it does not exit with 0. */
    Outcome run(List<String> command) {
        try {
            List<String> all = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bench", output.toString()));
            all.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(all);
            builder.environment().putAll(environment);
            Process shell = builder.start();
            long peak = peakUntilExit(shell);
            if (shell.exitValue() != 0) {
                throw failed(command, shell.exitValue());
            }
            return new Outcome(measurement(read(".time"), peak), read(".out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ExitCode.INTERRUPTED, "The benchmark was interrupted.", e);
        }
    }

    /** @param time wall, user and system seconds as the shell prints them; some locales write a comma */
    static Measurement measurement(String time, long peakBytes) {
        String[] seconds = time.strip().replace(',', '.').split(" ", -1);
        return new Measurement(
                Double.parseDouble(seconds[0]),
                Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]),
                peakBytes);
    }

    /** The largest process below the shell: the peak only grows, so that the last look is the true one. */
    private static long peakUntilExit(Process shell) throws InterruptedException {
        long peak = 0;
        try {
            while (!shell.waitFor(SAMPLED_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(
                        peak,
                        shell.descendants()
                                .mapToLong(process -> peakOf(process.pid()))
                                .max()
                                .orElse(0));
            }
            return peak;
        } finally {
            shell.descendants().forEach(ProcessHandle::destroy);
        }
    }

    private static long peakOf(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        try {
            return peakIn(Files.readAllLines(status));
        } catch (IOException e) {
            return 0; // It has just exited, or the system has no /proc.
        }
    }

    static long peakIn(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    private Refusal failed(List<String> command, int code) throws IOException {
        return new Refusal(
                ExitCode.UNEXPECTED,
                "Cannot measure '" + String.join(" ", command) + "': it ended with " + code + ".\n" + read(".out")
                        + read(".err"));
    }

    private String read(String suffix) throws IOException {
        return Files.readString(Path.of(output + suffix));
    }
}
