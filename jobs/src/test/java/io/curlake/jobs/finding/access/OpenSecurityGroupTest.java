package io.curlake.jobs.finding.access;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSecurityGroupTest {
    private final OpenSecurityGroup rule = new OpenSecurityGroup();

    @Test
    void aGroupThatLetsEveryoneInIsARisk() {
        Resource.Builder group =
                open("tcp 22,tcp 443,tcp 5000-6000").name("web").with(Attribute.VPC_ID, "vpc-0a");

        TestView view = TestView.of(group, user("eni-0a", "sg-0a"), user("eni-0b", "sg-0b,sg-0a"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "open-security-group",
                        ACCOUNT,
                        REGION,
                        "security-group",
                        "sg-0a",
                        "web",
                        "Everyone may come in: tcp 22, tcp 5000-6000.",
                        Map.of(
                                "open_to_world",
                                "tcp 22,tcp 443,tcp 5000-6000",
                                "vpc_id",
                                "vpc-0a",
                                "network_interfaces",
                                "2"),
                        Saving.unknown("a risk, not a cost"),
                        Confidence.HIGH,
                        "aws ec2 describe-security-groups --region eu-west-1 --group-ids sg-0a"));
        assertThat(rule.saves(view.only(rule))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"all", "tcp 0-65535", "tcp 22", "6 22", "tcp 20-22", "tcp 22-25", "tcp 3306", "tcp 5432-5433"})
    void portsOfAdministrationAndOfDatabasesAreMeant(String open) {
        assertThat(TestView.of(open(open)).find(rule)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp 443", "tcp 21", "tcp 23-79", "udp 22", "17 22", "icmp -1", "icmp", "tcp"})
    void otherPortsAreNot(String open) {
        assertThat(TestView.of(open(open)).find(rule)).isEmpty();
    }

    @Test
    void aGroupThatIsClosedIsGood() {
        assertThat(TestView.of(resource(ResourceType.SECURITY_GROUP, "sg-0a")).find(rule))
                .isEmpty();
    }

    @Test
    void aGroupThatNothingUsesIsLessSure() {
        Finding finding = TestView.of(open("tcp 22"), user("eni-0a", "sg-0ab")).only(rule);

        assertThat(finding.confidence()).isEqualTo(Confidence.LOW);
        assertThat(finding.evidence()).containsEntry("network_interfaces", "0");
    }

    @Test
    void whereNetworkInterfacesWereNotListedAnyMayUseIt() {
        Finding finding = TestView.of(open("tcp 22"))
                .notListed(ResourceType.NETWORK_INTERFACE)
                .only(rule);

        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.evidence()).isEqualTo(Map.of("open_to_world", "tcp 22"));
    }

    private static Resource.Builder open(String ports) {
        return resource(ResourceType.SECURITY_GROUP, "sg-0a").with(Attribute.OPEN_TO_WORLD, ports);
    }

    private static Resource.Builder user(String id, String groups) {
        return resource(ResourceType.NETWORK_INTERFACE, id).with(Attribute.SECURITY_GROUPS, groups);
    }
}
