package dev.mtproto.tl.codegen;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds schemas: files, and resources inside jars or folders of classes. */
final class SchemaFiles {

    private final List<File> dependencies;

    /**
     * Makes a finder.
     *
     * @param dependencies the jars and folders of the project's dependencies
     */
    SchemaFiles(List<File> dependencies) {
        this.dependencies = List.copyOf(dependencies);
    }

    /** Reads several files as one schema. */
    static Schema parse(List<File> files) throws IOException {
        List<Combinator> combinators = new ArrayList<>();
        for (File file : files) {
            combinators.addAll(SchemaParser.parse(file.getName(), Files.readString(file.toPath()))
                    .combinators());
        }
        return new Schema(List.copyOf(combinators));
    }

    /** Reads the schema of a dependency. */
    Schema parse(DependencySchema dependency) throws IOException {
        if (dependency.file() != null) {
            return parse(List.of(dependency.file()));
        }
        String resource = dependency.resource();
        if (resource == null) {
            throw new FileNotFoundException("a dependency schema needs a file or a resource");
        }
        for (File place : dependencies) {
            if (place.isDirectory() && new File(place, resource).isFile()) {
                return parse(List.of(new File(place, resource)));
            } else if (place.isFile()) {
                try (ZipFile jar = new ZipFile(place)) {
                    ZipEntry entry = jar.getEntry(resource);
                    if (entry != null) {
                        return parse(jar, entry);
                    }
                }
            }
        }
        throw new FileNotFoundException(resource + " is in none of the project's dependencies");
    }

    private static Schema parse(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return SchemaParser.parse(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
