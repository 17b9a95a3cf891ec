package dev.mtproto.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a file: up to 16 hexadecimal digits. */
final class FileId implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            return Long.parseUnsignedLong(text, 16);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no file id: up to 16 hexadecimal digits");
        }
    }

    static String text(long id) {
        return String.format("%016x", id);
    }
}
