package io.curlake.sandbox.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A request that was sent.
 *
 * @param service {@code bcm-data-exports}, {@code cur}, {@code organizations}, {@code sts} or {@code s3}
 * @param operation as the SDK calls it: {@code CreateExport}
 * @param account whose credentials signed it
 * @param caller the ARN of the user, or of the session of a role
 * @param region that it was signed for
 * @param path of the URL with its query: {@code /acme-billing?policy}
 * @param body as sent: JSON, a form, a policy; "" for the content of objects
 */
public record AwsRequest(
        String service, String operation, String account, String caller, String region, String path, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body of a request to a JSON service, or a policy. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the body of " + operation + " as JSON: " + body, e);
        }
    }
}
