package io.curlake.jobs.storage.lock;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The run that holds a lock.
 *
 * @param machine where process numbers mean the same: two containers may share a host's name, but never its processes
 * @param started when the process started, in milliseconds, since a process number is used again
 */
record LockOwner(String verb, String user, String host, String machine, long process, long started) {
    private static final String UNKNOWN = "unknown";

    static LockOwner thisProcess(String verb) {
        ProcessHandle process = ProcessHandle.current();
        return new LockOwner(
                verb,
                System.getProperty("user.name", UNKNOWN),
                thisHost(),
                thisMachine(),
                process.pid(),
                started(process));
    }

    /** Whether the owner ran on this machine and no longer does. */
    boolean isGoneFromHere() {
        return machine.equals(thisMachine()) && !isRunning();
    }

    private boolean isRunning() {
        Optional<ProcessHandle> found = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
        return found.isPresent() && started(found.get()) == started;
    }

    /** {@code load by ana@host (process 123)}. */
    @Override
    public String toString() {
        return verb + " by " + user + "@" + host + " (process " + process + ")";
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    private static String thisMachine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).trim() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException e) {
            return thisHost();
        }
    }
}
