package dev.mtproto.testkit.files;

import dev.mtproto.tl.TlBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps each part in a file of its own, so that what a folder holds is the whole of the state. */
final class FolderParts implements PartStorage {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{16})-(\\d{1,9})\\.part");

    private final Path folder;

    FolderParts(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SortedMap<Long, SortedMap<Integer, Integer>> content() {
        SortedMap<Long, SortedMap<Integer, Integer>> content = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> paths = list.toList();
            for (Path path : paths) {
                Matcher name = NAME.matcher(path.getFileName().toString());
                if (name.matches()) {
                    long file = Long.parseUnsignedLong(name.group(1), 16);
                    int length = Math.toIntExact(Files.size(path));
                    content.computeIfAbsent(file, id -> new TreeMap<>()).put(Integer.parseInt(name.group(2)), length);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    @Override
    public void write(long file, int part, TlBytes bytes) {
        Path target = path(file, part);
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var content = bytes.asByteBuffer();
                while (content.hasRemaining()) {
                    out.write(content);
                }
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TlBytes read(long file, int part) {
        try {
            return TlBytes.wrap(Files.readAllBytes(path(file, part)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(long file, int part) {
        try {
            Files.deleteIfExists(path(file, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(long file, int part) {
        return folder.resolve(String.format("%016x-%d.part", file, part));
    }
}
