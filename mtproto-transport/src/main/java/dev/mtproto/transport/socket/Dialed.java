package dev.mtproto.transport.socket;

import java.net.Socket;

/**
 * A connection on which bytes go to the server and back: behind a proxy, with TLS.
 *
 * @param socket the socket, the outermost one
 * @param talk what reads and writes it up to the first packet
 */
record Dialed(Socket socket, Conversation talk) {}
