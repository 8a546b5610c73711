package io.curlake.sandbox.aws.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The vCPUs and the memory of general-purpose instance types, by their size: enough of DescribeInstanceTypes. */
final class InstanceTypes {
    private static final Map<String, Integer> VCPUS =
            Map.of("large", 2, "xlarge", 4, "2xlarge", 8, "4xlarge", 16, "8xlarge", 32);
    private static final int MIB_OF_A_VCPU = 4096;
    private static final int FEWEST = 2;

    private InstanceTypes() {}

    static List<ObjectNode> of(List<String> types) {
        return types.stream().map(InstanceTypes::of).toList();
    }

    private static ObjectNode of(String type) {
        int vcpus = VCPUS.getOrDefault(type.replaceFirst(".*\\.", ""), FEWEST);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("InstanceType", type);
        answer.putObject("VCpuInfo").put("DefaultVCpus", vcpus);
        answer.putObject("MemoryInfo").put("SizeInMiB", vcpus * MIB_OF_A_VCPU);
        return answer;
    }
}
