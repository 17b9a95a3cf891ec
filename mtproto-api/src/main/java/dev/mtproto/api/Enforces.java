package dev.mtproto.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the code that enforces a numbered check. The build lists these places in {@code docs/checks.md} and fails when one
 * of the numbers has no test that carries it as a tag.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD})
public @interface Enforces {

    /** The numbers that the marked code enforces. */
    Check[] value();
}
