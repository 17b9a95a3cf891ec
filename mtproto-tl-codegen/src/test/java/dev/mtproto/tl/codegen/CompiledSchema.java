package dev.mtproto.tl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generated classes, compiled together with the sources of the runtime, and ready to be run. */
final class CompiledSchema {

    private final Path folder;
    private final List<Path> sources = new ArrayList<>();

    /**
     * Starts with the runtime alone.
     *
     * @param folder where sources and classes go
     */
    CompiledSchema(Path folder) throws IOException {
        this.folder = folder;
        Path root = Path.of(System.getProperty("mtproto.root"));
        addFolder(root.resolve("mtproto-api/src/main/java/dev/mtproto/api"));
        addFolder(root.resolve("mtproto-tl/src/main/java/dev/mtproto/tl"));
    }

    void add(String packageName, List<JavaFile> files) throws IOException {
        new OutputFolder(folder).write(packageName, files);
        addFolder(folder.resolve(packageName.replace('.', '/')));
    }

    /** Compiles everything; a warning is a failure. */
    ClassLoader compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<String> options = List.of(
                    "-Xlint:all,-serial",
                    "-proc:none",
                    "--release",
                    "17",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    folder.toString());
            boolean done = compiler.getTask(
                            null, manager, diagnostics, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            List<String> messages = diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getSource() != null)
                    .map(Object::toString)
                    .toList();
            assertEquals(List.of(), messages);
            assertEquals(true, done);
        }
        return new URLClassLoader(new URL[] {url()}, ClassLoader.getPlatformClassLoader());
    }

    private URL url() throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private void addFolder(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
    }
}
