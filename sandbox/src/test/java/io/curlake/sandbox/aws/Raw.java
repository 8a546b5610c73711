package io.curlake.sandbox.aws;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests that no SDK would send. The signature has the right form and is of nobody. */
final class Raw {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Raw() {}

    /** A request that may still be changed. */
    static HttpRequest.Builder request(AwsStandIn aws, String service, String path) {
        return HttpRequest.newBuilder(URI.create(aws.endpoint() + path))
                .header("Authorization", authorization(aws.accessKey(), "us-east-1", service));
    }

    static String authorization(String key, String region, String service) {
        return "AWS4-HMAC-SHA256 Credential=" + key + "/20261101/" + region + "/" + service
                + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
    }

    /** Status and body, like "400 {…}". */
    static String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    /** Calls an operation of a JSON service. */
    static String json(AwsStandIn aws, String service, String target, String body)
            throws IOException, InterruptedException {
        return send(request(aws, service, "/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", target)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
