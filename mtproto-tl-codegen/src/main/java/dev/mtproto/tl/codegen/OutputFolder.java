package dev.mtproto.tl.codegen;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes source files so that those that are right already stay untouched, and the compiler has nothing to do. */
final class OutputFolder {

    private final Path root;

    OutputFolder(Path root) {
        this.root = root;
    }

    /**
     * Makes the folder of a package hold just the given files.
     *
     * @return how many were written or removed
     */
    int write(String packageName, List<JavaFile> files) throws IOException {
        Path folder = root.resolve(packageName.replace('.', '/'));
        Files.createDirectories(folder);
        Set<Path> wanted = new HashSet<>();
        int changes = 0;
        for (JavaFile file : files) {
            Path path = folder.resolve(file.typeSpec().name() + ".java");
            wanted.add(path);
            byte[] text = file.toString().getBytes(StandardCharsets.UTF_8);
            if (!Files.exists(path) || !java.util.Arrays.equals(Files.readAllBytes(path), text)) {
                Files.write(path, text);
                changes++;
            }
        }
        return changes + removeOthers(folder, wanted);
    }

    private static int removeOthers(Path folder, Set<Path> wanted) throws IOException {
        List<Path> others;
        try (Stream<Path> paths = Files.list(folder)) {
            others = paths.filter(path -> path.toString().endsWith(".java") && !wanted.contains(path))
                    .toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
        return others.size();
    }
}
