package io.curlake.provisioning.policy.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HowToTest {
    @Test
    void aUserGetsAPolicyAndAKeyThatIsShownOnce() {
        assertThat(new HowTo(PolicyPurpose.READING, TestScopes.cur2()).user())
                .containsExactly(
                        "# 1. The policy, in account 111122223333.",
                        "./curlake policy reading --source acme > curlake-reading-acme.json",
                        "aws iam create-policy --policy-name curlake-reading-acme --policy-document "
                                + "file://curlake-reading-acme.json",
                        "",
                        "# 2. A user of its own, with this policy and no password.",
                        "aws iam create-user --user-name curlake-reading-acme",
                        "aws iam attach-user-policy --user-name curlake-reading-acme --policy-arn "
                                + "arn:aws:iam::111122223333:policy/curlake-reading-acme",
                        "",
                        "# 3. Its key. AWS shows the secret this once: put it into your secret store, never into a file of",
                        "#    the project. A role needs no key; prefer one where you can.",
                        "aws iam create-access-key --user-name curlake-reading-acme");
    }

    @Test
    void aRoleTrustsOneIdentityWithAnExternalIdThatTheShellPutsIn() {
        TrustPolicy trust = new TrustPolicy("arn:aws:iam::444455556666:role/airflow");

        assertThat(String.join("\n", new HowTo(PolicyPurpose.PROVISIONING, TestScopes.most("cur2-csv")).role(trust)))
                .isEqualTo("""
                        # 1. The policy, in account 111122223333.
                        ./curlake policy provisioning --source acme --kms-key KEY > curlake-provisioning-acme.json
                        aws iam create-policy --policy-name curlake-provisioning-acme --policy-document \
                        file://curlake-provisioning-acme.json

                        # 2. Who may take the role. Choose an external id, and set CURLAKE_EXTERNAL_ID to it first.
                        : "${CURLAKE_EXTERNAL_ID:?set it to the external id}"
                        cat > curlake-provisioning-acme-trust.json <<EOF
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "Curlake",
                              "Effect": "Allow",
                              "Principal": {
                                "AWS": "arn:aws:iam::444455556666:role/airflow"
                              },
                              "Action": "sts:AssumeRole",
                              "Condition": {
                                "StringEquals": {
                                  "sts:ExternalId": "${CURLAKE_EXTERNAL_ID}"
                                }
                              }
                            }
                          ]
                        }
                        EOF

                        # 3. The role, with this policy.
                        aws iam create-role --role-name curlake-provisioning-acme --assume-role-policy-document \
                        file://curlake-provisioning-acme-trust.json
                        aws iam attach-role-policy --role-name curlake-provisioning-acme --policy-arn \
                        arn:aws:iam::111122223333:policy/curlake-provisioning-acme

                        # 4. In conf/curlake.yaml, under 'provisioning' of source 'acme':
                        #      role: arn:aws:iam::111122223333:role/curlake-provisioning-acme
                        #      external-id: ${CURLAKE_EXTERNAL_ID}""".replace("KEY ", TestScopes.KEY + " "));
    }

    /** The configuration takes no role that names one account. */
    @Test
    void aRoleForDiscoveryIsMadeInEveryAccountAndNamedForAllOfThem() {
        TrustPolicy trust = new TrustPolicy("arn:aws:iam::444455556666:role/airflow");

        assertThat(new HowTo(PolicyPurpose.DISCOVERY, TestScopes.cur2()).role(trust))
                .startsWith("# 1. The policy. Do all of this in each connected account, with credentials of it.")
                .contains(
                        "aws iam attach-role-policy --role-name curlake-discovery-acme --policy-arn "
                                + "arn:aws:iam::$(aws sts get-caller-identity --query Account --output text):policy/"
                                + "curlake-discovery-acme",
                        "# 4. In conf/curlake.yaml, under 'discovery':",
                        "#      role: arn:aws:iam::{account}:role/curlake-discovery-acme");
        assertThat(TestScopes.discovery("{role: 'arn:aws:iam::{account}:role/curlake-discovery-acme'}")
                        .role())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "444455556666", "arn:aws:iam::444455556666:role/*", "arn:aws:iam::444455556666:role/$(id)"})
    void whoeverIsNotOneIdentityIsNotTrusted(String trusted) {
        assertThatThrownBy(() -> new TrustPolicy(trusted))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "Cannot trust '" + trusted + "': it is no ARN of an account, a user or a role. Give one like "
                                + "arn:aws:iam::111122223333:role/curlake, or arn:aws:iam::111122223333:root for the account.");
    }
}
