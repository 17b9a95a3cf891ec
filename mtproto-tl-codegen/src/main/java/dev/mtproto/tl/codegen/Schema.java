package dev.mtproto.tl.codegen;

import java.util.List;

/**
 * A parsed schema.
 *
 * @param combinators its constructors and functions, in the order of the file; lines that define base types left out
 */
record Schema(List<Combinator> combinators) {}
