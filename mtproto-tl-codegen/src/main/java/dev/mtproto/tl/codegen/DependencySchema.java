package dev.mtproto.tl.codegen;

import java.io.File;

/** A schema whose classes another artifact holds; configured in a pom as an element with the two values. */
public final class DependencySchema {

    private File schema = new File("");
    private String packageName = "";

    /** Makes an empty one, for Maven to fill. */
    public DependencySchema() {}

    /**
     * Sets the schema.
     *
     * @param schema the file
     */
    public void setSchema(File schema) {
        this.schema = schema;
    }

    /**
     * Sets where its classes are.
     *
     * @param packageName the package
     */
    public void setPackageName(String packageName) {
        this.packageName = packageName;
    }

    File schema() {
        return schema;
    }

    String packageName() {
        return packageName;
    }
}
