package dev.mtproto.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of the images that the build linked. */
record Image(String name) {

    /** Where the build puts the images, and the folder {@code modules} of which it makes them. */
    static final Path BUILT = Path.of(System.getProperty("mtproto.images"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_SECONDS = 300;

    Path folder() {
        return BUILT.resolve(name);
    }

    /** Runs the image's command with these arguments. */
    Run mtproto(String... arguments) throws Exception {
        return run("bin/mtproto", arguments);
    }

    /** Runs the image's Java with these arguments. */
    Run java(String... arguments) throws Exception {
        return run("bin/java", arguments);
    }

    /** Returns the sum of the lengths of all files, in bytes. */
    long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).mapToLong(Image::length).sum();
        }
    }

    private Run run(String program, String... arguments) throws Exception {
        // the shell that waits for it says how much CPU it took
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; s=$?; times >&2; exit $s", "sh"));
        command.add(folder().resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    static Run run(List<String> command) throws Exception {
        Path out = Files.createTempFile("image", ".out");
        Path err = Files.createTempFile("image", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().remove("MTPROTO_JAVA_OPTS");
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            Process process = builder.start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LONGEST_SECONDS + " s: " + command);
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a command ended, and what it printed. */
    record Run(int status, String out, String err) {

        /** Returns the lines of JSON that it printed. */
        List<JsonNode> events() throws IOException {
            List<JsonNode> events = new ArrayList<>();
            for (String line : out.lines().toList()) {
                events.add(JSON.readTree(line));
            }
            return events;
        }

        /** Returns the user and system time that it took, as the shell prints them. */
        String cpu() {
            return err.lines().reduce("", (before, line) -> line);
        }
    }
}
