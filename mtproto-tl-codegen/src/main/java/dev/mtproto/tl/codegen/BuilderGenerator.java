package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the builder of a record with many components. */
final class BuilderGenerator {

    private BuilderGenerator() {}

    static MethodSpec factory(RecordModel model) {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("Returns a builder: numbers are 0, flags false and optional values absent until set.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariables(model.variables())
                .returns(builderType(model))
                .addStatement(
                        "return new $T$L()",
                        builderName(model),
                        model.variables().isEmpty() ? "" : "<>")
                .build();
    }

    static TypeSpec generate(RecordModel model) {
        TypeSpec.Builder type = TypeSpec.classBuilder(builderName(model))
                .addJavadoc("Collects the components of {@link $T}.\n", model.className())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(model.variables())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (!model.variables().isEmpty()) {
            model.combinator().variables().forEach(v -> type.addJavadoc("\n@param <$L> the type of the result\n", v));
        }
        for (Component component : model.components()) {
            FieldSpec.Builder field = FieldSpec.builder(component.type(), component.name(), Modifier.PRIVATE);
            if (component.field().isOptional()) {
                field.initializer("$T.empty()", Optional.class);
            }
            type.addField(field.build()).addMethod(setter(model, component));
        }
        return type.addMethod(build(model)).build();
    }

    private static MethodSpec setter(RecordModel model, Component component) {
        CodeBlock value = component.field().isOptional()
                ? CodeBlock.of("$T.of($N)", Optional.class, component.name())
                : CodeBlock.of("$N", component.name());
        return MethodSpec.methodBuilder(component.name())
                .addJavadoc("Sets {@code $L}.\n", component.field().text())
                .addModifiers(Modifier.PUBLIC)
                .returns(builderType(model))
                .addParameter(component.valueType(), component.name())
                .addStatement("this.$N = $L", component.name(), value)
                .addStatement("return this")
                .build();
    }

    private static MethodSpec build(RecordModel model) {
        String arguments = model.components().stream().map(Component::name).collect(Collectors.joining(", "));
        return MethodSpec.methodBuilder("build")
                .addJavadoc("Makes the record.\n\n@throws NullPointerException if a value is missing\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(model.type())
                .addStatement(
                        "return new $T$L($L)",
                        model.className(),
                        model.variables().isEmpty() ? "" : "<>",
                        arguments)
                .build();
    }

    private static ClassName builderName(RecordModel model) {
        return model.className().nestedClass("Builder");
    }

    private static TypeName builderType(RecordModel model) {
        return RecordModel.withArguments(builderName(model), model.variables());
    }
}
