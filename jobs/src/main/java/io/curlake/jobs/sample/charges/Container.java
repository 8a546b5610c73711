package io.curlake.jobs.sample.charges;

import io.curlake.jobs.sample.line.Attributes;
import io.curlake.jobs.sample.month.Meter;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Labels;
import io.curlake.jobs.sample.organization.Uuids;
import java.util.Map;
import java.util.TreeMap;

/** How split cost allocation names a part of a container: of an EKS pod on even hosts, of an ECS task on odd ones. */
enum Container {
    POD_CPU("AmazonEKS", "EKS-EC2-vCPU-Hours", "EKSPod-EC2", "Amazon EKS pod vCPU on Amazon EC2"),
    POD_MEMORY("AmazonEKS", "EKS-EC2-GB-Hours", "EKSPod-EC2", "Amazon EKS pod memory on Amazon EC2"),
    TASK_CPU("AmazonECS", "ECS-EC2-vCPU-Hours", "ECSTask-EC2", "Amazon ECS task vCPU on Amazon EC2"),
    TASK_MEMORY("AmazonECS", "ECS-EC2-GB-Hours", "ECSTask-EC2", "Amazon ECS task memory on Amazon EC2");

    private static final String[] NAMESPACES = {"checkout", "search", "default", "kube-system"};

    private final String productCode;
    private final String usageType;
    private final String operation;
    private final String description;

    Container(String productCode, String usageType, String operation, String description) {
        this.productCode = productCode;
        this.usageType = usageType;
        this.operation = operation;
        this.description = description;
    }

    static Container of(int node, boolean memory) {
        if (node % 2 == 0) {
            return memory ? POD_MEMORY : POD_CPU;
        }
        return memory ? TASK_MEMORY : TASK_CPU;
    }

    String productCode() {
        return productCode;
    }

    String usageType() {
        return usageType;
    }

    String operation() {
        return operation;
    }

    String description() {
        return description;
    }

    /** The meter of a container on that host. */
    Meter meter(Meter host, Dice resource, Labels labels) {
        String service = productCode.equals("AmazonEKS") ? "eks" : "ecs";
        String arn = "arn:aws:" + service + ":" + host.product().region().code() + ":"
                + host.account().id();
        if (service.equals("ecs")) {
            String task = arn + ":task/acme/" + resource.hex(32);
            return new Meter(host.account(), host.product(), "", task, labels);
        }
        String namespace = NAMESPACES[resource.at(30).below(NAMESPACES.length)];
        String workload = namespace + "-" + resource.at(31).below(5);
        String pod = arn + ":pod/acme/" + namespace + "/" + workload + "-" + resource.hex(5) + "/" + Uuids.of(resource);
        return new Meter(host.account(), host.product(), "", pod, kubernetes(labels, namespace, workload));
    }

    private static Labels kubernetes(Labels labels, String namespace, String workload) {
        Map<String, String> tags = new TreeMap<>(labels.resourceTags().raw());
        tags.put("aws:eks:cluster-name", "acme");
        tags.put("aws:eks:namespace", namespace);
        tags.put("aws:eks:workload-name", workload);
        tags.put("aws:eks:workload-type", "Deployment");
        return new Labels(Attributes.normalized(tags), labels.costCategories(), labels.tags());
    }
}
