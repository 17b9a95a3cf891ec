package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the sealed interfaces: one over the constructors of each type that has several, and the two roots. */
final class InterfaceGenerator {

    private InterfaceGenerator() {}

    static TypeSpec ofType(BoxedType type, ClassName root) {
        String members = type.constructors().stream()
                .map(constructor -> "{@code " + constructor.combinator().name() + "}")
                .collect(Collectors.joining(", "));
        return TypeSpec.interfaceBuilder(type.javaName())
                .addJavadoc("The type {@code $L}: $L.\n", type.name(), members)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addSuperinterface(root)
                .addPermittedSubclasses(
                        type.constructors().stream().map(Constructor::javaName).toList())
                .addMethod(read(type))
                .build();
    }

    static TypeSpec objectRoot(ClassName name, List<ClassName> permitted) {
        return TypeSpec.interfaceBuilder(name)
                .addJavadoc("What the constructors of this schema make.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addSuperinterface(RuntimeNames.OBJECT)
                .addPermittedSubclasses(permitted)
                .build();
    }

    static TypeSpec functionRoot(ClassName name, List<ClassName> permitted) {
        TypeVariableName result = TypeVariableName.get("R");
        return TypeSpec.interfaceBuilder(name)
                .addJavadoc("The functions of this schema.\n\n@param <R> the Java type of the result\n")
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addTypeVariable(result)
                .addSuperinterface(ParameterizedTypeName.get(RuntimeNames.FUNCTION, result))
                .addPermittedSubclasses(permitted)
                .build();
    }

    private static MethodSpec read(BoxedType type) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("read")
                .addJavadoc("Reads the id, then the fields of the constructor that it names.\n\n")
                .addJavadoc("@param reader placed at the id\n")
                .addJavadoc("@throws $T if the bytes are no such object\n", RuntimeNames.TL_EXCEPTION)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type.javaName())
                .addParameter(RuntimeNames.READER, "reader")
                .addStatement("$T id = reader.readConstructorId()", TypeName.INT)
                .beginControlFlow("return switch (id)");
        for (Constructor constructor : type.constructors()) {
            method.addStatement("case $T.ID -> $T.readBare(reader)", constructor.javaName(), constructor.javaName());
        }
        return method.addStatement("default -> throw reader.unknownConstructor(id)")
                .addCode("$<};\n")
                .build();
    }
}
