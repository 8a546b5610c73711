package io.curlake.jobs.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void theVersionIsThatOfTheParentPom() throws IOException {
        assertThat(Files.readString(Path.of("..", "pom.xml")))
                .contains("<artifactId>curlake</artifactId>\n  <version>" + Version.CURRENT + "</version>");
    }
}
