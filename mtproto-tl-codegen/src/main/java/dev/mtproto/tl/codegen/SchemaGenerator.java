package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the class that finds constructors and functions by id. */
final class SchemaGenerator {

    private SchemaGenerator() {}

    static TypeSpec generate(ClassName name, List<Constructor> combinators) {
        List<Constructor> functions = combinators.stream()
                .filter(constructor -> constructor.combinator().isFunction())
                .toList();
        TypeName function = ParameterizedTypeName.get(RuntimeNames.FUNCTION, WildcardTypeName.subtypeOf(Object.class));
        return TypeSpec.classBuilder(name)
                .addJavadoc("All constructors and functions of this schema, found by id.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeNames.SCHEMA)
                .addField(FieldSpec.builder(name, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The schema.")
                        .initializer("new $T()", name)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(reader("read", RuntimeNames.OBJECT, combinators))
                .addMethod(reader("readFunction", function, functions))
                .addMethod(nameOf(combinators))
                .build();
    }

    private static MethodSpec reader(String name, TypeName result, List<Constructor> members) {
        return byId(
                        MethodSpec.methodBuilder(name).returns(result),
                        members,
                        member -> CodeBlock.of("$T.readBare(reader)", member.javaName()),
                        CodeBlock.of("throw reader.unknownConstructor(constructorId)"))
                .addParameter(RuntimeNames.READER, "reader")
                .build();
    }

    private static MethodSpec nameOf(List<Constructor> members) {
        return byId(
                        MethodSpec.methodBuilder("nameOf")
                                .returns(ParameterizedTypeName.get(Optional.class, String.class)),
                        members,
                        member -> CodeBlock.of(
                                "$T.of($S)", Optional.class, member.combinator().name()),
                        CodeBlock.of("$T.empty()", Optional.class))
                .build();
    }

    private static MethodSpec.Builder byId(
            MethodSpec.Builder method,
            List<Constructor> members,
            Function<Constructor, CodeBlock> answer,
            CodeBlock otherwise) {
        method.addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(TypeName.INT, "constructorId")
                .beginControlFlow("return switch (constructorId)");
        for (Constructor member : members) {
            method.addStatement("case $T.ID -> $L", member.javaName(), answer.apply(member));
        }
        return method.addStatement("default -> $L", otherwise).addCode("$<};\n");
    }
}
