package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A type and all its constructors.
 *
 * @param name its TL name
 * @param constructors in the order of the schema
 * @param javaName the interface over their records, or the record of the only one
 */
record BoxedType(String name, List<Constructor> constructors, ClassName javaName) {

    boolean isInterface() {
        return constructors.size() > 1;
    }
}
