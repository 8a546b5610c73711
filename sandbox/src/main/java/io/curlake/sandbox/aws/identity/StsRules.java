package io.curlake.sandbox.aws.identity;

import io.curlake.sandbox.aws.wire.AwsError;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What STS demands of a request's parameters. */
final class StsRules {
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]{1,512}");
    private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");
    private static final Pattern DURATION = Pattern.compile("\\d{1,6}");
    private static final Set<String> COMMON = Set.of("Action", "Version");
    private static final Set<String> ASSUME_ROLE =
            Set.of("Action", "Version", "RoleArn", "RoleSessionName", "ExternalId", "DurationSeconds", "Policy");

    private StsRules() {}

    static void check(String operation, Map<String, String> parameters) {
        if (!parameters.getOrDefault("Version", "").equals("2011-06-15")) {
            throw AwsError.refused("InvalidAction", "Could not find version " + parameters.get("Version"));
        }
        boolean assuming = operation.equals("AssumeRole");
        for (String name : parameters.keySet()) {
            require((assuming ? ASSUME_ROLE : COMMON).contains(name), "Parameter '" + name + "' is not known");
        }
        if (assuming) {
            form(parameters, "RoleArn", ROLE);
            form(parameters, "RoleSessionName", SESSION);
            if (parameters.containsKey("ExternalId")) {
                form(parameters, "ExternalId", EXTERNAL_ID);
            }
            if (parameters.containsKey("DurationSeconds")) {
                form(parameters, "DurationSeconds", DURATION);
                int seconds = Integer.parseInt(parameters.getOrDefault("DurationSeconds", ""));
                require(seconds >= 900 && seconds <= 43_200, "DurationSeconds must be from 900 to 43200");
            }
        }
    }

    private static void form(Map<String, String> parameters, String name, Pattern form) {
        String value = parameters.getOrDefault(name, "");
        require(!value.isEmpty(), "Value at '" + name + "' failed to satisfy constraint: Member must not be null");
        require(form.matcher(value).matches(), "Value '" + value + "' at '" + name + "' is invalid");
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw AwsError.refused("ValidationError", message);
        }
    }
}
