/** The crypto provider on Amazon Corretto Crypto Provider. */
package dev.mtproto.crypto.accp;
