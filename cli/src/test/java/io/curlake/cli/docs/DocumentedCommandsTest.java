package io.curlake.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.curlake.cli.Typed;
import io.curlake.jobs.cli.Jobs;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.waste.Inventory;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.AwsStandIn;
import io.curlake.sandbox.aws.cloud.Cloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of README and docs, as it stands there, in that order: bash reads it, curlake runs it against the stand-in for AWS. Programs
 * of others are not run here; their arguments are looked at as far as they are ours.
 */
class DocumentedCommandsTest {
    /** What a command says behind it of its exit code; 0 unless it does. */
    private static final Pattern EXIT_CODE = Pattern.compile("#.*exits with (\\d)");

    /** What takes minutes, and has tests of its own: PlantedWasteTest and FromNothingToTablesTest run what these do. */
    private static final List<String> RUN_ELSEWHERE = List.of("demo", "warm-up");

    /** Each query runs once, over few rows: to compile it, or to plan it anew at each shuffle, costs more than it saves. */
    private static final Map<String, String> PLAIN_PLANS = Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.databricks.delta.snapshotPartitions", "1");

    @TempDir
    Path folder;

    /** Hadoop keeps a client for each bucket of this process, and each test has servers of its own. */
    @BeforeEach
    @AfterEach
    void forgetServers() throws IOException {
        FileSystem.closeAll();
    }

    @AfterEach
    void planAsUsual() {
        PLAIN_PLANS.keySet().forEach(System::clearProperty);
    }

    @Test
    void everyCommandOfReadmeAndDocsRuns() throws Exception {
        Typed.useSparkAsTheLauncherDoes();
        PLAIN_PLANS.forEach(System::setProperty);
        List<String> wrong = new ArrayList<>();
        Set<String> typed = new LinkedHashSet<>();
        HttpServer webhook = webhook();
        try (S3Server s3 = S3Server.start(folder.resolve("s3"));
                AwsStandIn aws = AwsStandIn.start(s3);
                AwsStandIn accounts = AwsStandIn.start(s3);
                Newcomer newcomer = new Newcomer(
                        folder,
                        aws,
                        accounts.endpoint(),
                        "http://127.0.0.1:" + webhook.getAddress().getPort())) {
            prepare(aws, accounts.cloud());
            Shell shell = new Shell(folder);
            for (Page page : Page.all()) {
                for (String command : page.commands()) {
                    // Once, whatever is said of it.
                    if (!typed.add(command.replaceFirst("^\\./", "").replaceFirst("\\s+#.*", ""))) {
                        continue;
                    }
                    newcomer.meanwhile(command);
                    for (Shell.Call call : shell.type(command)) {
                        String failure = call.program().endsWith("curlake")
                                ? curlake(newcomer, call, exitCode(command))
                                : other(call);
                        if (!failure.isEmpty()) {
                            wrong.add(page.name() + ": " + command + "\n    "
                                    + failure.strip().replace("\n", "\n    "));
                        }
                    }
                }
            }
        } finally {
            webhook.stop(0);
        }

        assertThat(String.join("\n", wrong)).isEmpty();
        assertThat(typed)
                .hasSizeGreaterThan(45)
                .anyMatch(command -> command.equals("curlake load"))
                .anyMatch(command -> command.startsWith("curlake run "))
                .anyMatch(command -> command.startsWith("spark-submit "));
    }

    /** Words of the docs that name a verb, without a command to type. */
    @Test
    void everyVerbThatIsNamedIsThere() {
        Set<String> verbs = Typed.verbs();

        assertThat(Page.all().stream().flatMap(page -> page.verbs().stream()))
                .hasSizeGreaterThan(20)
                .allSatisfy(verb -> assertThat(verbs).contains(verb));
    }

    private static int exitCode(String command) {
        Matcher said = EXIT_CODE.matcher(command);
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    private void prepare(AwsStandIn aws, Cloud cloud) throws IOException {
        SampleSpec sample = Newcomer.sample();
        List<Account> accounts = Organization.of(sample).accounts();
        Files.writeString(
                folder.resolve("accounts.csv"),
                accounts.stream()
                        .skip(1)
                        .map(account -> account.id() + "," + account.name())
                        .collect(Collectors.joining("\n", "account_id,name\n", "\n")));
        Files.writeString(folder.resolve("question.sql"), "SELECT count(*) FROM daily_cost");
        accounts.stream()
                .skip(1)
                .forEach(account -> aws.organization().add(account.id().toString(), account.name()));
        cloud.load(Inventory.of(sample));
    }

    private static String curlake(Newcomer newcomer, Shell.Call call, int expected) {
        if (RUN_ELSEWHERE.contains(call.arguments().get(0))) {
            return "";
        }
        long start = System.nanoTime();
        Typed answer = newcomer.runs(call);
        String failure = answer.exitCode() == expected
                ? ""
                : "exit code " + answer.exitCode() + ", not " + expected + ":\n" + answer.out() + answer.err();
        System.out.printf(
                "%5.1f s  curlake %s%n%s",
                (System.nanoTime() - start) / 1e9, String.join(" ", call.arguments()), failure);
        return failure;
    }

    /** What is ours in the arguments of another's program. */
    private static String other(Shell.Call call) throws IOException {
        return switch (call.program()) {
            case "spark-submit" -> submitted(call.arguments());
            case "aws" -> aws(call.arguments());
            case "mvn" -> maven(call.arguments());
            case "notebooks/start" -> notebook(call.arguments());
            case "bench/run", ".ci/run" ->
                Files.isExecutable(Path.of("..", call.program())) ? "" : "there is no such script";
            case "mutt", "git" -> "";
            default -> "nobody knows this program";
        };
    }

    /** The options of spark-submit are held by SparkSubmitTest; what follows the jar is a verb. */
    private static String submitted(List<String> arguments) {
        int jar = arguments.indexOf("jobs/target/curlake-jobs-0.1.0-spark.jar");
        int main = arguments.indexOf("--class");
        int properties = arguments.indexOf("--properties-file");
        if (jar < 0 || main < 0 || properties < 0) {
            return "jar, --class or --properties-file is missing";
        }
        if (!arguments.get(main + 1).equals(Jobs.class.getName())
                || !Files.exists(Path.of("..", arguments.get(properties + 1)))) {
            return "no such class, or no such file of properties";
        }
        return parsed(arguments.subList(jar + 1, arguments.size()));
    }

    private static String parsed(List<String> verb) {
        try {
            Jobs.commandLine().parseArgs(verb.toArray(String[]::new));
            return "";
        } catch (picocli.CommandLine.ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String aws(List<String> arguments) throws IOException {
        int driver = arguments.indexOf("--job-driver");
        if (driver < 0) {
            return "";
        }
        List<String> verb = new ArrayList<>();
        new ObjectMapper()
                .readTree(arguments.get(driver + 1))
                .at("/sparkSubmit/entryPointArguments")
                .forEach(argument -> verb.add(argument.asText()));
        return parsed(verb);
    }

    private static String maven(List<String> arguments) throws IOException {
        for (String argument : arguments) {
            if (argument.startsWith("-Dtest=")) {
                for (String name : argument.substring("-Dtest=".length()).split(",", -1)) {
                    if (!isTest(name.replaceAll("[#*].*", ""))) {
                        return "there is no test " + name;
                    }
                }
            }
        }
        int modules = arguments.indexOf("-pl");
        return modules < 0
                ? ""
                : Arrays.stream(arguments.get(modules + 1).split(",", -1))
                        .filter(module -> !Files.exists(Path.of("..", module, "pom.xml")))
                        .map(module -> "there is no module " + module)
                        .collect(Collectors.joining());
    }

    private static boolean isTest(String name) throws IOException {
        try (Stream<Path> files = Files.find(
                Path.of(".."),
                20,
                (file, attributes) -> file.getFileName().toString().startsWith(name)
                        && file.toString().endsWith(".java"))) {
            return files.findAny().isPresent();
        }
    }

    /** ExecutedNotebooksTest runs it. */
    private static String notebook(List<String> arguments) {
        int execute = arguments.indexOf("--execute");
        return execute < 0
                        || arguments.get(execute + 1).equals("all")
                        || Files.exists(Path.of("../notebooks", arguments.get(execute + 1) + ".ipynb"))
                ? ""
                : "there is no notebook " + arguments.get(execute + 1);
    }

    private static HttpServer webhook() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
