/** What names an MTProxy server: its secret, and the links that carry one. */
package dev.mtproto.transport.mtproxy;
