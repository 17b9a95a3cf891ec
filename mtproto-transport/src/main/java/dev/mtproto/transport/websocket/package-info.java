/** WebSocket as a carrier of a byte stream, both sides. */
package dev.mtproto.transport.websocket;
