/**
 * Transfers files over a client, many parts at a time, straight from and to channels.
 *
 * @see <a href="https://core.telegram.org/api/files">Uploading and downloading files</a>
 */
package dev.mtproto.client.files;
