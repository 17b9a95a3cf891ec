/** The binding of temporary keys to a permanent one: the message of {@code auth.bindTempAuthKey}, made and opened. */
package dev.mtproto.session.binding;
