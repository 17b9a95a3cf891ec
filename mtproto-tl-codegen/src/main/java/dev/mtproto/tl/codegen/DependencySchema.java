package dev.mtproto.tl.codegen;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * A schema whose classes another artifact holds. Configured in a pom by {@code packageName} and either {@code resource}, the
 * path of the schema inside a dependency of the project, or {@code file}.
 */
public final class DependencySchema {

    private @Nullable File file;
    private @Nullable String resource;
    private String packageName = "";

    /** Makes an empty one, for Maven to fill. */
    public DependencySchema() {}

    /**
     * Sets the schema as a file.
     *
     * @param file the file
     */
    public void setFile(File file) {
        this.file = file;
    }

    /**
     * Sets the schema as a resource of a dependency.
     *
     * @param resource its path, such as META-INF/tl/mtproto.tl
     */
    public void setResource(String resource) {
        this.resource = resource;
    }

    /**
     * Sets where its classes are.
     *
     * @param packageName the package
     */
    public void setPackageName(String packageName) {
        this.packageName = packageName;
    }

    @Nullable
    File file() {
        return file;
    }

    @Nullable
    String resource() {
        return resource;
    }

    String packageName() {
        return packageName;
    }
}
