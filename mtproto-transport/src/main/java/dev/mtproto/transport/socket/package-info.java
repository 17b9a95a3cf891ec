/** The blocking part: frames over a TCP socket, and the threads that wait on it. */
package dev.mtproto.transport.socket;
