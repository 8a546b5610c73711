package io.curlake.notebook;

import org.rapaio.jupyter.kernel.MainApp;
import org.rapaio.jupyter.kernel.channels.LoopThread;

/**
 * Starts the Java kernel. Version 3.0.1 opens its channels before it knows how to answer: a message in between ends a channel, and
 * Jupyter waits for ever. Here the kernel ends with it, so that Jupyter starts another.
 */
public final class Kernel {
    private Kernel() {}

    /** @param arguments the connection file that Jupyter writes */
    public static void main(String[] arguments) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(Kernel::endWithAChannel);
        MainApp.main(arguments);
    }

    private static void endWithAChannel(Thread thread, Throwable failure) {
        System.err.println("Thread " + thread.getName() + " ended: " + failure);
        if (thread instanceof LoopThread) {
            Runtime.getRuntime().halt(1);
        }
    }
}
