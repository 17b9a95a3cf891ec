package dev.mtproto.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.testkit.EmbeddedDataCenter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds that what the README shows is true. */
class ReadmeTests {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theFirstProgramCompilesAndRuns() throws Exception {
        Path source = folder.resolve("FirstProgram.java");
        Files.writeString(source, firstProgram());
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, complaints, "-d", folder.toString(), "-cp", Fork.classPath(), source.toString());
        assertEquals(0, status, () -> complaints.toString(StandardCharsets.UTF_8));

        try (EmbeddedDataCenter server = EmbeddedDataCenter.builder().start()) {
            Path key = folder.resolve("server.pem");
            Files.writeString(key, server.publicKeyPem());
            String printed = run(
                    server.address().getHostString(),
                    Integer.toString(server.address().getPort()),
                    key.toString());
            assertTrue(printed.startsWith("nearest data centre: "), printed);
        }
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        Matcher links = Pattern.compile("]\\(([^)#:]+)\\)").matcher(readme());
        List<String> broken = links.results()
                .map(link -> link.group(1))
                .filter(target -> !Files.exists(Built.ROOT.resolve(target)))
                .toList();
        assertEquals(List.of(), broken);
    }

    private static String firstProgram() throws IOException {
        Matcher block = JAVA.matcher(readme());
        assertTrue(block.find(), "the README has a block of Java");
        return block.group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(Built.ROOT.resolve("README.md"));
    }

    private String run(String... arguments) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("FirstProgram").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
