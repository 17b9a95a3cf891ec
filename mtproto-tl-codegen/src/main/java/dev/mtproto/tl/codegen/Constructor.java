package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;

/**
 * A constructor or function with its Java class.
 *
 * @param combinator its line
 * @param javaName its record
 */
record Constructor(Combinator combinator, ClassName javaName) {}
