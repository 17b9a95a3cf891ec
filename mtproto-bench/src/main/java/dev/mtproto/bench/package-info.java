/** JMH benchmarks. */
package dev.mtproto.bench;
