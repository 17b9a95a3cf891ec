package dev.mtproto.session.engine;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Copies that all wait for the same time, in the order in which they began; each is put in and taken out in constant time. A copy
 * stands in one line at most: it holds its place itself, so that a line that is empty costs nothing.
 */
final class DelayLine {

    private final long delay;
    private @Nullable Copy first;
    private @Nullable Copy last;

    DelayLine(long delay) {
        this.delay = delay;
    }

    /** Puts a copy at the end, wherever it stood before. */
    void add(Copy copy, long now) {
        leave(copy);
        Copy before = last;
        copy.line = this;
        copy.due = now + delay;
        copy.before = before;
        if (before == null) {
            first = copy;
        } else {
            before.behind = copy;
        }
        last = copy;
    }

    /** Takes a copy out of the line in which it stands, if it does. */
    static void leave(Copy copy) {
        if (copy.line != null) {
            copy.line.remove(copy);
        }
    }

    OptionalLong next() {
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.due);
    }

    /** Takes out the first copy whose time has come; null if there is none. */
    @Nullable
    Copy take(long now) {
        Copy taken = first;
        if (taken == null || taken.due > now) {
            return null;
        }
        remove(taken);
        return taken;
    }

    private void remove(Copy copy) {
        Copy before = copy.before;
        Copy behind = copy.behind;
        if (before == null) {
            first = behind;
        } else {
            before.behind = behind;
        }
        if (behind == null) {
            last = before;
        } else {
            behind.before = before;
        }
        copy.line = null;
        copy.before = null;
        copy.behind = null;
    }
}
