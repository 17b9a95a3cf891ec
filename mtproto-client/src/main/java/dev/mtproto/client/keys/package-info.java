/** What a client keeps from one run to the next: permanent auth keys with salt and time offset, in memory or in a file. */
package dev.mtproto.client.keys;
