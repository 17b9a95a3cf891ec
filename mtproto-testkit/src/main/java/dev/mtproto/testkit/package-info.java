/** An embedded data centre and misbehaving peers, to test clients against. */
package dev.mtproto.testkit;
