package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a schema into the source files of a package. */
final class Generator {

    private final String packageName;
    private final String rootName;
    private final Catalog catalog = new Catalog();
    private final List<Constructor> all = new ArrayList<>();

    /**
     * Makes a generator for one package.
     *
     * @param packageName the package
     * @param rootName what the names of the schema class and of the root interfaces start with
     */
    Generator(String packageName, String rootName) {
        this.packageName = packageName;
        this.rootName = rootName;
    }

    /** Adds a schema whose classes are in another package already. */
    void dependency(Schema schema, String itsPackage) {
        all.addAll(catalog.add(schema, itsPackage).combinators());
    }

    /**
     * Generates the package.
     *
     * @param schema the schema
     * @return its source files
     * @throws SchemaException if it cannot be expressed
     */
    List<JavaFile> generate(Schema schema) {
        Catalog.Part part = catalog.add(schema, packageName);
        all.addAll(part.combinators());
        Sizes sizes = new Sizes(catalog);
        sizes.settle(all.stream().filter(c -> !c.combinator().isFunction()).toList());
        List<TypeSpec> types = new ArrayList<>();
        Map<Constructor, ClassName> supertypes = new HashMap<>();
        for (BoxedType type : part.types()) {
            if (type.isInterface()) {
                types.add(InterfaceGenerator.ofType(type, root("Object")));
                type.constructors().forEach(constructor -> supertypes.put(constructor, type.javaName()));
            }
        }
        RecordGenerator records = new RecordGenerator(catalog, sizes);
        for (Constructor constructor : part.combinators()) {
            if (!constructor.combinator().isVector()) {
                ClassName root = root(constructor.combinator().isFunction() ? "Function" : "Object");
                refuseRootName(constructor);
                types.add(records.generate(constructor, supertypes.getOrDefault(constructor, root)));
            }
        }
        roots(part, supertypes, types);
        types.add(SchemaGenerator.generate(root("Schema"), part.combinators()));
        return types.stream().map(this::file).toList();
    }

    private void roots(Catalog.Part part, Map<Constructor, ClassName> supertypes, List<TypeSpec> types) {
        List<ClassName> objects = new ArrayList<>();
        List<ClassName> functions = new ArrayList<>();
        part.types().stream().filter(BoxedType::isInterface).forEach(type -> objects.add(type.javaName()));
        for (Constructor constructor : part.combinators()) {
            if (constructor.combinator().isFunction()) {
                functions.add(constructor.javaName());
            } else if (!constructor.combinator().isVector() && !supertypes.containsKey(constructor)) {
                objects.add(constructor.javaName());
            }
        }
        if (!objects.isEmpty()) {
            types.add(InterfaceGenerator.objectRoot(root("Object"), objects));
        }
        if (!functions.isEmpty()) {
            types.add(InterfaceGenerator.functionRoot(root("Function"), functions));
        }
    }

    private void refuseRootName(Constructor constructor) {
        if (List.of(root("Schema"), root("Object"), root("Function")).contains(constructor.javaName())) {
            throw constructor
                    .combinator()
                    .error("needs the Java name " + constructor.javaName().simpleName() + ", which the root name "
                            + rootName + " takes");
        }
    }

    private ClassName root(String suffix) {
        return ClassName.get(packageName, rootName + suffix);
    }

    private JavaFile file(TypeSpec type) {
        return JavaFile.builder(packageName, type).indent("    ").build();
    }
}
