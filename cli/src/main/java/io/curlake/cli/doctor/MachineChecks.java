package io.curlake.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import io.curlake.provisioning.check.finding.Finding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Java, memory and disk of this machine. */
final class MachineChecks {
    private static final String MACHINE = "machine";
    private static final int JAVA = 17;
    private static final long GIB = 1L << 30;
    /** A load of 30 million line items was measured with it. */
    private static final long HEAP = 2 * GIB;

    private MachineChecks() {}

    /** @param warehouse where it is a folder of this machine */
    static List<Check> all(Optional<Path> warehouse) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.of(MACHINE, java(Runtime.version().feature(), System.getProperty("java.home", ""))));
        checks.add(Check.of(
                MACHINE,
                memory(
                        Runtime.getRuntime().maxMemory(),
                        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize())));
        checks.add(Check.of(MACHINE, disk("disk", Path.of(System.getProperty("java.io.tmpdir", "/tmp")))));
        warehouse.ifPresent(folder -> checks.add(Check.of(MACHINE, disk("disk of warehouse", existing(folder)))));
        return checks;
    }

    static Finding java(int feature, String home) {
        return feature == JAVA
                ? Finding.ok("java", "JDK " + feature + " in " + home)
                : Finding.fault(
                        "java",
                        "JDK " + feature + " in " + home + "; Hadoop and Spark run on 17 only",
                        "Install JDK 17, and set JAVA_HOME to it.");
    }

    static Finding memory(long heap, long machine) {
        String words = gib(heap) + " of heap, " + gib(machine) + " in this machine";
        if (heap > machine) {
            return Finding.fault(
                    "memory", words, "Set CURLAKE_MEMORY to less than the machine has, or take a larger one.");
        }
        return heap < HEAP
                ? Finding.note("memory", words, "Large months take 2 GiB: set CURLAKE_MEMORY=2g or more.")
                : Finding.ok("memory", words);
    }

    private static Finding disk(String setting, Path folder) {
        try {
            return disk(setting, folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return Finding.fault(setting, folder + " cannot be looked at: " + e.getMessage(), "Check the path.");
        }
    }

    static Finding disk(String setting, Path folder, long free) {
        String words = gib(free) + " free for " + folder;
        if (free < GIB) {
            return Finding.fault(setting, words, "Make room: Spark spills there.");
        }
        return free < 10 * GIB
                ? Finding.note(setting, words, "A month of 10 million line items takes about 1 GiB.")
                : Finding.ok(setting, words);
    }

    /** The folder, or the nearest one above it that is there. */
    private static Path existing(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
    }
}
