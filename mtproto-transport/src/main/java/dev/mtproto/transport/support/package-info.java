/** What several codecs of this module share; not exported. */
package dev.mtproto.transport.support;
