package io.curlake.jobs.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, with one page. */
record Browser(ChromeDriver driver, Path page) implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    /** Skips the test where Chromium is not installed; on a CI machine, where it must be, that is a failure. */
    static Browser open(Path page) {
        if (!CHROMIUM.exists() || !DRIVER.exists()) {
            assertThat(System.getenv("CI"))
                    .as("Chromium is not installed: /usr/bin/chromium and /usr/bin/chromedriver")
                    .isNull();
            System.err.println(
                    "!!! SKIPPED: the report was not opened in a browser. Install the Debian packages chromium and chromium-driver.");
            Assumptions.abort("Chromium is not installed");
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1240,1400");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .withTimeout(Duration.ofMinutes(2))
                .build();
        return new Browser(new ChromeDriver(service, options), page);
    }

    /** @param theme {@code light} or {@code dark} */
    Browser show(int width, String theme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        driver.get(page.toUri().toString());
        return this;
    }

    /** What the console says; reading empties it. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    Object script(String script, Object... arguments) {
        return java.util.Objects.requireNonNull(driver.executeScript(script, arguments));
    }

    /** The table of that caption. */
    WebElement table(String caption) {
        return driver.findElement(By.xpath("//table[caption='" + caption + "']"));
    }

    /** The values of a column of the body as the page holds them, from top to bottom. */
    List<String> column(String caption, int column) {
        return table(caption).findElements(By.cssSelector("tbody tr > :nth-child(" + (column + 1) + ")")).stream()
                .map(cell -> cell.getDomAttribute("data-value"))
                .map(String::valueOf)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
