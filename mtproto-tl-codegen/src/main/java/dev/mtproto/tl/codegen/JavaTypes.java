package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which Java type stands for a TL type. */
final class JavaTypes {

    private static final ClassName LIST = ClassName.get(List.class);
    private static final ClassName OPTIONAL = ClassName.get(Optional.class);

    private final Catalog catalog;

    JavaTypes(Catalog catalog) {
        this.catalog = catalog;
    }

    TypeName of(TlType type, Combinator user) {
        if (type instanceof TlType.Base base) {
            return base.base().javaType();
        } else if (type instanceof TlType.Vector vector) {
            return ParameterizedTypeName.get(LIST, of(vector.element(), user).box());
        } else if (type instanceof TlType.Named named && named.bare()) {
            return catalog.bare(named.name(), user).javaName();
        } else if (type instanceof TlType.Named named) {
            return catalog.type(named.name(), user).javaName();
        } else if (type instanceof TlType.Function function) {
            return ParameterizedTypeName.get(RuntimeNames.FUNCTION, TypeVariableName.get(function.variable()));
        } else if (type instanceof TlType.Variable variable) {
            return TypeVariableName.get(variable.name());
        }
        return TypeName.BOOLEAN;
    }

    /** Returns the components of a record: one for each field that is not a field of flags. */
    List<Component> components(Combinator combinator) {
        List<Component> components = new ArrayList<>();
        Map<String, Field> names = new HashMap<>();
        for (Field field : combinator.fields()) {
            if (field.isFlags()) {
                continue;
            }
            String name = NameRules.componentName(field.name());
            Field other = names.put(name, field);
            if (other != null) {
                throw combinator.error("the fields " + other.name() + " and " + field.name() + " would both be called "
                        + name + " in Java");
            }
            TypeName value = of(field.type(), combinator);
            components.add(new Component(
                    field, name, value, field.isOptional() ? ParameterizedTypeName.get(OPTIONAL, value.box()) : value));
        }
        return components;
    }
}
