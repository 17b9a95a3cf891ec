/** The generator: parses TL schemas and writes Java records under sealed interfaces, by itself or as a Maven goal. */
package dev.mtproto.tl.codegen;
