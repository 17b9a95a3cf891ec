package dev.mtproto.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of an upload that has not ended: a small text file beside the file, with a line for each part that the server
 * has. A line that was not written to its end does not count.
 */
final class UploadState implements AutoCloseable {

    private static final String MAGIC = "mtproto upload 1";

    private final Path path;
    private final long id;
    private final BitSet stored;
    private final Writer out;

    private UploadState(Path path, long id, BitSet stored, Writer out) {
        this.path = path;
        this.id = id;
        this.stored = stored;
        this.out = out;
    }

    /**
     * Goes on with the state of an upload, or starts one.
     *
     * @param path where the state is
     * @param source what is uploaded where to: only a state of the same goes on
     * @param freshId the id of the file, if this is a start
     */
    static UploadState open(Path path, List<String> source, long freshId) throws IOException {
        List<String> lines = Files.exists(path) ? wholeLines(path) : List.of();
        int head = source.size() + 2;
        boolean known = lines.size() >= head
                && lines.get(0).equals(MAGIC)
                && lines.subList(1, head - 1).equals(source);
        long id = freshId;
        BitSet stored = new BitSet();
        if (known) {
            id = Long.parseUnsignedLong(lines.get(head - 1), 16);
            lines.subList(head, lines.size()).forEach(line -> stored.set(Integer.parseInt(line)));
        }
        Writer out = Files.newBufferedWriter(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        UploadState state = new UploadState(path, id, stored, out);
        out.write(MAGIC + "\n" + String.join("\n", source) + "\n" + FileId.text(id) + "\n"
                + stored.stream().mapToObj(part -> part + "\n").collect(Collectors.joining()));
        out.flush();
        return state;
    }

    long id() {
        return id;
    }

    boolean isStored(int part) {
        return stored.get(part);
    }

    int storedParts() {
        return stored.cardinality();
    }

    void stored(int part) {
        stored.set(part);
        try {
            out.write(part + "\n");
            out.flush();
        } catch (IOException e) {
            throw new Failure("cannot keep the state of the upload in " + path + ": " + e.getMessage());
        }
    }

    /** Removes the file: the upload has ended. */
    void delete() throws IOException {
        out.close();
        Files.delete(path);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static List<String> wholeLines(Path path) throws IOException {
        String text = Files.readString(path, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
