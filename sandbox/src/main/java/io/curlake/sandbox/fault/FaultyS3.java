package io.curlake.sandbox.fault;

import io.curlake.sandbox.S3Server;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An S3 endpoint that passes requests on to an {@link S3Server}, and fails a share of them as S3 does on a bad day. Every
 * connection serves one request.
 */
public final class FaultyS3 implements AutoCloseable {
    private static final long LATE_MILLIS = 300;
    private static final List<Fault> ANY = List.of(Fault.values());
    private static final int BACKLOG = 200;
    private static final String SLOW_DOWN = "<Error><Code>SlowDown</Code><Message>Please reduce your request rate."
            + "</Message><RequestId>sandbox</RequestId></Error>";
    private static final int MOST_IN_A_ROW = 2;

    private final ServerSocket socket;
    private final int port;
    private final Random random;
    private final Map<Fault, Integer> met = new EnumMap<>(Fault.class);
    private final Map<String, Integer> failed = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultyS3::thread);
    private double share;
    private List<Fault> possible = ANY;

    private FaultyS3(ServerSocket socket, S3Server server, long seed) {
        this.socket = socket;
        this.port = URI.create(server.endpoint()).getPort();
        this.random = new Random(seed);
    }

    /** Starts without faults. The same seed gives the same faults to the same sequence of requests. */
    public static FaultyS3 before(S3Server server, long seed) {
        try {
            FaultyS3 faulty =
                    new FaultyS3(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), server, seed);
            faulty.threads.execute(faulty::accept);
            return faulty;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the faulty S3 endpoint", e);
        }
    }

    /**
     * From here on that share of the requests fails: 0 is none, 1 is all. Where it is not all, the same is answered when it is
     * asked for the third time: who asks so often gets through, whatever the order of requests.
     */
    public synchronized void fail(double shareOfRequests) {
        share = shareOfRequests;
        possible = ANY;
    }

    /** From here on every request meets that fault. */
    public synchronized void failAlways(Fault fault) {
        share = 1;
        possible = List.of(fault);
    }

    /** How many requests met each fault. */
    public synchronized Map<Fault, Integer> met() {
        return new EnumMap<>(met);
    }

    /** {@code http://127.0.0.1:port}; the keys are those of the server behind. */
    public String endpoint() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop the faulty S3 endpoint", e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // Closed by its owner: the loop ends. By a client that gave up: the next one is waited for.
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            RawRequest request = RawRequest.read(client);
            Optional<Fault> fault = next(request.what());
            if (fault.isPresent()) {
                fail(client, request, fault.get());
            } else {
                send(client, request.answer(port));
            }
        } catch (IOException e) {
            // The client is gone, and knows why.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Fault> next(String what) {
        boolean isAnswered = share < 1 && failed.getOrDefault(what, 0) >= MOST_IN_A_ROW;
        if (random.nextDouble() >= share || isAnswered) {
            failed.remove(what);
            return Optional.empty();
        }
        failed.merge(what, 1, Integer::sum);
        Fault fault = possible.get(random.nextInt(possible.size()));
        met.merge(fault, 1, Integer::sum);
        return Optional.of(fault);
    }

    private void fail(Socket client, RawRequest request, Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case SLOW_DOWN -> send(client, slowDown(request));
            case LATE -> {
                Thread.sleep(LATE_MILLIS);
                send(client, request.answer(port));
            }
            case RESET -> client.setSoLinger(true, 0);
            case ANSWER_LOST -> {
                request.answer(port);
                client.setSoLinger(true, 0);
            }
            case PARTIAL_BODY -> send(client, cut(request.answer(port)));
        }
    }

    private static byte[] slowDown(RawRequest request) {
        return ("HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: " + SLOW_DOWN.length()
                        + "\r\nConnection: close\r\n\r\n" + (request.isHead() ? "" : SLOW_DOWN))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The whole head, and half of the body; an answer without a body stays whole. */
    private static byte[] cut(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        return Arrays.copyOf(answer, body + (answer.length - body) / 2);
    }

    private static void send(Socket client, byte[] answer) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(answer);
        out.flush();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "faulty S3");
        thread.setDaemon(true);
        return thread;
    }
}
