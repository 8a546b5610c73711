package io.curlake.sandbox.aws.bucket;

import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Xml;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Which documents S3 takes for a setting; the parts that provisioning uses. */
final class SettingRules {
    private static final Set<String> BLOCKS =
            Set.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");
    private static final Set<String> OWNERSHIPS = Set.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter");
    private static final Set<String> ALGORITHMS = Set.of("AES256", "aws:kms", "aws:kms:dsse");
    private static final Set<String> LIFECYCLE_RULE = Set.of(
            "ID",
            "Filter",
            "Prefix",
            "Status",
            "Expiration",
            "Transition",
            "NoncurrentVersionExpiration",
            "NoncurrentVersionTransition",
            "AbortIncompleteMultipartUpload");

    private SettingRules() {}

    static void check(Setting setting, byte[] document) {
        Element root = Xml.parsed(document);
        switch (setting) {
            case PUBLIC_ACCESS_BLOCK -> publicAccessBlock(root);
            case OWNERSHIP_CONTROLS -> ownershipControls(root);
            case ENCRYPTION -> encryption(root);
            case LIFECYCLE -> lifecycle(root);
        }
    }

    private static void publicAccessBlock(Element root) {
        require(root.getLocalName().equals("PublicAccessBlockConfiguration"));
        List<Element> blocks = Xml.children(root);
        require(!blocks.isEmpty());
        blocks.forEach(block -> require(BLOCKS.contains(block.getLocalName())
                && Set.of("true", "false").contains(block.getTextContent().strip())));
    }

    private static void ownershipControls(Element root) {
        require(root.getLocalName().equals("OwnershipControls"));
        Element ownership = only(only(root, "Rule"), "ObjectOwnership");
        require(OWNERSHIPS.contains(ownership.getTextContent().strip()));
    }

    private static void encryption(Element root) {
        require(root.getLocalName().equals("ServerSideEncryptionConfiguration"));
        Element rule = only(root, "Rule");
        Element byDefault = Xml.children(rule).stream()
                .filter(child -> child.getLocalName().equals("ApplyServerSideEncryptionByDefault"))
                .findFirst()
                .orElseThrow(Xml::malformed);
        require(Xml.children(byDefault).stream()
                .anyMatch(child -> child.getLocalName().equals("SSEAlgorithm")
                        && ALGORITHMS.contains(child.getTextContent().strip())));
    }

    private static void lifecycle(Element root) {
        require(root.getLocalName().equals("LifecycleConfiguration"));
        List<Element> rules = Xml.children(root);
        require(!rules.isEmpty() && rules.size() <= 1000);
        for (Element rule : rules) {
            require(rule.getLocalName().equals("Rule"));
            List<Element> parts = Xml.children(rule);
            parts.forEach(part -> require(LIFECYCLE_RULE.contains(part.getLocalName())));
            require(has(parts, "Filter") || has(parts, "Prefix"));
            require(parts.stream()
                    .anyMatch(part -> part.getLocalName().equals("Status")
                            && Set.of("Enabled", "Disabled")
                                    .contains(part.getTextContent().strip())));
            if (!has(parts, "Expiration")
                    && parts.stream()
                            .noneMatch(part -> part.getLocalName().matches(".*(Transition|Expiration|Upload)"))) {
                throw AwsError.refused("InvalidRequest", "At least one action needs to be specified in a rule");
            }
        }
    }

    private static boolean has(List<Element> parts, String name) {
        return parts.stream().anyMatch(part -> part.getLocalName().equals(name));
    }

    private static Element only(Element parent, String name) {
        List<Element> children = Xml.children(parent);
        require(children.size() == 1 && children.get(0).getLocalName().equals(name));
        return children.get(0);
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw Xml.malformed();
        }
    }
}
