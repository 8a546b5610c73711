package io.curlake.jobs.storage.hadoop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class HadoopDefaultsTest {
    @Test
    void whatSomebodySetStaysAndYarnsDefaultsGo() {
        Configuration settings = new Configuration();
        settings.set("yarn.resourcemanager.hostname", "rm.acme.example");
        settings.set("fs.s3a.endpoint", "https://s3.acme.example");

        HadoopDefaults.withoutYarn(settings);

        assertThat(settings.getPropsWithPrefix("yarn.resourcemanager."))
                .isEqualTo(Map.of("hostname", "rm.acme.example"));
        assertThat(settings.get("fs.s3a.endpoint")).isEqualTo("https://s3.acme.example");
        assertThat(settings.get("io.file.buffer.size")).isEqualTo("4096");
        assertThat(new Configuration().getPropsWithPrefix("yarn.resourcemanager."))
                .hasSizeGreaterThan(100);
    }
}
