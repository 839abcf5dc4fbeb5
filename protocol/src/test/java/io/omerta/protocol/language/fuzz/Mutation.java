package io.omerta.protocol.language.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Small random changes of an input, half of them to whole words. */
final class Mutation {
    private static final int MAX_EDITS = 4;
    private static final int MAX_EDITED_BYTES = 24;
    private static final int MAX_REPETITIONS = 300;
    private static final int MAX_EXCERPT_BYTES = 400;
    private static final byte[] BLANK = {' '};

    private static final List<byte[]> NUMBERS = Stream.of(
                    "0",
                    "-1",
                    "1.",
                    "00",
                    "0.0000001",
                    "255",
                    "9223372036854775807",
                    "9223372036854775808",
                    "18446744073709551616",
                    "9".repeat(255),
                    "9".repeat(256))
            .map(number -> number.getBytes(StandardCharsets.US_ASCII))
            .toList();

    private final List<byte[]> pieces;
    private final List<byte[]> others;

    /**
     * @param pieces what may be put in
     * @param others inputs of which a part may be put in
     */
    Mutation(List<byte[]> pieces, List<byte[]> others) {
        this.pieces = pieces;
        this.others = others;
    }

    /** The input after one to four edits. */
    byte[] some(byte[] input, SplittableRandom random) {
        byte[] result = input;
        for (int n = 1 + random.nextInt(MAX_EDITS); n > 0; n--) {
            result = one(result, random);
        }
        return result;
    }

    private byte[] one(byte[] input, SplittableRandom random) {
        boolean words = random.nextBoolean();
        int from = place(input, random.nextInt(input.length + 1), words);
        int to = Math.max(from, place(input, Math.min(input.length, from + random.nextInt(MAX_EDITED_BYTES)), words));
        byte[] part = Arrays.copyOfRange(input, from, to);
        return switch (random.nextInt(9)) {
            case 0 -> spliced(input, from, to);
            case 1 -> spliced(input, to, to, part);
            case 2 -> spliced(input, from, to, choose(pieces, random));
            case 3 -> spliced(input, from, from, choose(pieces, random), BLANK);
            case 4 -> spliced(input, from, to, choose(NUMBERS, random));
            case 5 -> spliced(input, from, from, repeated(part, random.nextInt(MAX_REPETITIONS)));
            case 6 -> spliced(input, from, from, excerpt(choose(others, random), random, words));
            case 7 -> swapped(input, from, to, place(input, random.nextInt(input.length + 1), words));
            default -> flipped(input, random);
        };
    }

    /** An offset, or the end of the blank before the word there. */
    private static int place(byte[] input, int offset, boolean atWord) {
        int place = offset;
        while (atWord && place > 0 && input[place - 1] > ' ') {
            place--;
        }
        return place;
    }

    private static byte[] excerpt(byte[] other, SplittableRandom random, boolean words) {
        int from = place(other, random.nextInt(other.length + 1), words);
        int to = Math.min(other.length, from + random.nextInt(MAX_EXCERPT_BYTES));
        return Arrays.copyOfRange(other, from, Math.max(from, place(other, to, words)));
    }

    /** Two neighbouring parts in each other's place. */
    private static byte[] swapped(byte[] input, int one, int two, int three) {
        int[] ends = {one, two, three};
        Arrays.sort(ends);
        byte[] first = Arrays.copyOfRange(input, ends[0], ends[1]);
        byte[] second = Arrays.copyOfRange(input, ends[1], ends[2]);
        return spliced(input, ends[0], ends[2], second, first);
    }

    private static byte[] flipped(byte[] input, SplittableRandom random) {
        byte[] result = input.clone();
        if (result.length > 0) {
            result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return result;
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] result = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, result, i * part.length, part.length);
        }
        return result;
    }

    /** The input with other bytes in place of those from one offset to another. */
    private static byte[] spliced(byte[] input, int from, int to, byte[]... insertions) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(input, 0, from);
        for (byte[] insertion : insertions) {
            result.writeBytes(insertion);
        }
        result.write(input, to, input.length - to);
        return result.toByteArray();
    }

    private static byte[] choose(List<byte[]> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}
