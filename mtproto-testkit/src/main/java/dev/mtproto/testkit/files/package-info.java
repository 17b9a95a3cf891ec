/** The files of an embedded data centre. */
package dev.mtproto.testkit.files;
