package io.omerta.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of --threads. */
final class ThreadCount implements ITypeConverter<Integer> {
    private static final int MOST = 1024;

    @Override
    public Integer convert(String text) {
        int count = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > MOST) {
            throw new TypeConversionException("'" + text + "' is not a whole number from 1 to " + MOST);
        }
        return count;
    }
}
