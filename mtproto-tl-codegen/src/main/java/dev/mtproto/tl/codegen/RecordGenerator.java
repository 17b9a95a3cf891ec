package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the record of one constructor or function. */
final class RecordGenerator {

    /** Records with more components have a builder. */
    static final int MOST_WITHOUT_BUILDER = 6;

    private final Catalog catalog;
    private final Sizes sizes;
    private final JavaTypes types;

    RecordGenerator(Catalog catalog, Sizes sizes) {
        this.catalog = catalog;
        this.sizes = sizes;
        this.types = new JavaTypes(catalog);
    }

    /**
     * Makes the record.
     *
     * @param constructor the constructor or function
     * @param supertype the interface that it belongs to
     */
    TypeSpec generate(Constructor constructor, ClassName supertype) {
        Combinator combinator = constructor.combinator();
        RecordModel model = new RecordModel(constructor, types.components(combinator));
        TypeSpec.Builder type = TypeSpec.recordBuilder(constructor.javaName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L", RecordJavadoc.of(model, sizes))
                .addTypeVariables(model.variables())
                .recordConstructor(canonicalConstructor(model.components()))
                .addSuperinterface(supertype(combinator, supertype))
                .addField(id(combinator));
        new ConstructorCode(catalog, sizes, model).compactConstructor().ifPresent(type::addMethod);
        if (model.components().size() > MOST_WITHOUT_BUILDER) {
            type.addMethod(BuilderGenerator.factory(model)).addType(BuilderGenerator.generate(model));
        }
        ReadCode read = new ReadCode(catalog, sizes, model);
        type.addMethod(read.read()).addMethod(read.readBare());
        type.addMethod(constructorId());
        type.addMethod(new WriteCode(catalog, sizes, model).writeBareTo());
        if (combinator.isFunction()) {
            type.addMethod(read.readResult(resultType(combinator)));
        }
        return type.build();
    }

    private TypeName supertype(Combinator combinator, ClassName supertype) {
        return combinator.isFunction() ? ParameterizedTypeName.get(supertype, resultType(combinator)) : supertype;
    }

    private TypeName resultType(Combinator combinator) {
        return types.of(combinator.result(), combinator).box();
    }

    private static MethodSpec canonicalConstructor(List<Component> components) {
        MethodSpec.Builder method = MethodSpec.constructorBuilder();
        components.forEach(component -> method.addParameter(
                ParameterSpec.builder(component.type(), component.name()).build()));
        return method.build();
    }

    private static FieldSpec id(Combinator combinator) {
        return FieldSpec.builder(TypeName.INT, "ID", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The constructor id.")
                .initializer("0x$L", String.format("%08x", combinator.id()))
                .build();
    }

    private static MethodSpec constructorId() {
        return MethodSpec.methodBuilder("constructorId")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addCode(CodeBlock.of("return ID;\n"))
                .build();
    }

    /** Names the type variables of a record as Java does. */
    static List<TypeVariableName> variables(Combinator combinator) {
        return combinator.variables().stream().map(TypeVariableName::get).toList();
    }
}
