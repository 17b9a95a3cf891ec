/** Reading and writing TL: the wire primitives, their limits, and what every generated type has in common. */
package dev.mtproto.tl;
