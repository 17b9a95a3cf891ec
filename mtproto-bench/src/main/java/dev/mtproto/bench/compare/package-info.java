/** Writes the comparison of docs/performance.md; run by {@code mtproto-bench/compare}, without any dependency. */
package dev.mtproto.bench.compare;
