/** Vectors, scripted randomness and a clock that is set: what the tests of this build share. */
package dev.mtproto.test;
