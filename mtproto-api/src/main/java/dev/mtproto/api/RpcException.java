package dev.mtproto.api;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The answer {@code rpc_error}: a server refused a query. {@code FLOOD_WAIT_3} has the type FLOOD_WAIT and the argument 3. */
public final class RpcException extends MtprotoException {

    private static final long serialVersionUID = 1;
    private static final Pattern ARGUMENT = Pattern.compile("_(\\d{1,9})(?=_|$)");

    private final int code;
    private final String type;
    private final @Nullable Integer argument;

    /**
     * Makes an exception of the two fields of {@code rpc_error}.
     *
     * @param code the code, such as 400 or 420
     * @param text the message, such as {@code FLOOD_WAIT_3}
     */
    public RpcException(int code, String text) {
        super(null, "rpc_error " + code + " " + text, null);
        this.code = code;
        Matcher matcher = ARGUMENT.matcher(text);
        if (matcher.find()) {
            this.argument = Integer.valueOf(matcher.group(1));
            this.type = text.substring(0, matcher.start()) + text.substring(matcher.end());
        } else {
            this.argument = null;
            this.type = text;
        }
    }

    /** Returns the code: 303 other data centre, 400 bad request, 401 unauthorized, 420 wait, 500 internal. */
    public int code() {
        return code;
    }

    /** Returns the message without its number, such as {@code FLOOD_WAIT}. */
    public String type() {
        return type;
    }

    /** Returns the number inside the message, such as the seconds to wait. */
    public OptionalInt argument() {
        return argument == null ? OptionalInt.empty() : OptionalInt.of(argument);
    }
}
