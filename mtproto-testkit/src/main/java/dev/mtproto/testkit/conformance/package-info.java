/** The conformance kit: what every crypto provider has to pass, for its author to extend in a few lines. */
package dev.mtproto.testkit.conformance;
