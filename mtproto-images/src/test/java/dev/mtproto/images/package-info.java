/** Tests of the runtime images: that they run, are the same each time, and lack nothing. */
package dev.mtproto.images;
