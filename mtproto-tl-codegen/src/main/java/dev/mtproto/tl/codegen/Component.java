package dev.mtproto.tl.codegen;

import com.palantir.javapoet.TypeName;

/**
 * A component of a record.
 *
 * @param field the field that it stands for
 * @param name its Java name
 * @param valueType its Java type, of what is inside where it is optional
 * @param type its Java type
 */
record Component(Field field, String name, TypeName valueType, TypeName type) {}
