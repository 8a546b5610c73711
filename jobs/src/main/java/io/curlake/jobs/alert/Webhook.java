package io.curlake.jobs.alert;

import io.curlake.model.config.AlertsConfig;
import io.curlake.model.config.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The address that alerts are sent to. Whatever happens is an {@link Answer}, and of the address only its host is ever
 * told: not even the messages of exceptions are, because they may quote it.
 */
public final class Webhook {
    private final URI address;
    private final Optional<Secret> secret;
    private final Timing timing;
    private final HttpClient client;

    Webhook(Secret address, Optional<Secret> secret, Timing timing) {
        this.address = URI.create(address.reveal());
        this.secret = secret;
        this.timing = timing;
        // Receivers are simple; an offer to change to HTTP/2 is of no use to them. Redirects are answers, not followed.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timing.connect())
                .build();
    }

    /** The one that is configured. */
    public static Optional<Webhook> of(AlertsConfig config) {
        return config.webhook().map(address -> new Webhook(address, config.secret(), Timing.DEFAULT));
    }

    /** Sends one alert; where the receiver has trouble, the same bytes again after a pause, twice at most. */
    public Answer send(Alert alert) {
        HttpRequest request = request(alert.body().getBytes(StandardCharsets.UTF_8));
        Answer answer = attempt(request, 1);
        for (Duration pause : timing.pauses()) {
            if (!answer.mayPass() || !isPaused(pause)) {
                return answer;
            }
            answer = attempt(request, answer.attempts() + 1);
        }
        return answer;
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "curlake")
                .POST(BodyPublishers.ofByteArray(body));
        secret.ifPresent(key -> request.header(Signature.HEADER, Signature.of(body, key)));
        return request.build();
    }

    private Answer attempt(HttpRequest request, int number) {
        CompletableFuture<HttpResponse<Void>> response = client.sendAsync(request, BodyHandlers.discarding());
        String host = address.getHost();
        try {
            // The timeout of a request ends with the headers of the answer; its body may take for ever.
            HttpResponse<Void> answer = response.get(timing.request().toMillis(), TimeUnit.MILLISECONDS);
            return Answer.status(host, answer.statusCode(), number);
        } catch (TimeoutException e) {
            response.cancel(true);
            return Answer.none(host, "did not answer within " + seconds(timing.request()), number);
        } catch (ExecutionException e) {
            return Answer.none(host, words(e.getCause() == null ? e : e.getCause()), number);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.none(host, "was not waited for: interrupted", number);
        }
    }

    private String words(Throwable failure) {
        return failure instanceof HttpConnectTimeoutException
                ? "could not be connected to within " + seconds(timing.connect())
                : "could not be reached: " + failure.getClass().getSimpleName();
    }

    private static boolean isPaused(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
