/** Many sessions at once: programs of their own, not JMH benchmarks. */
package dev.mtproto.bench.sessions;
