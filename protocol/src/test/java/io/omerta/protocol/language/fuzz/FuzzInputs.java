package io.omerta.protocol.language.fuzz;

import io.omerta.protocol.language.syntax.ProtocolGenerator;
import io.omerta.protocol.language.syntax.TokenKind;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.RandomValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Inputs by number: noise, near misses, right texts, and encodings of values. */
final class FuzzInputs {
    private static final int MAX_NOISE_BYTES = 400;
    private static final int MAX_NOISE_TOKENS = 200;

    /** Words, punctuation and what stands next to them in other languages. */
    private static final List<String> PIECES = Stream.concat(
                    Stream.of(TokenKind.values()).map(TokenKind::text),
                    Stream.of(
                            "struct",
                            "invariant",
                            "eventually",
                            "composes",
                            "within",
                            "defer",
                            "ignore",
                            "idle",
                            "collect",
                            "until",
                            "where",
                            "into",
                            "timeout",
                            "chain",
                            "STORE",
                            "SEND",
                            "BROADCAST",
                            "APPEND",
                            "RETURN",
                            "a",
                            "B",
                            "list",
                            "map",
                            "1",
                            "2.5",
                            "007",
                            "\"s\"",
                            "\"",
                            "#",
                            "# c\n",
                            "\n",
                            "\r",
                            "\t",
                            ";",
                            "%",
                            "&&",
                            "||",
                            "!",
                            "//",
                            "\u00e9",
                            "\0",
                            "\ufeff",
                            "\ud83d\ude00"))
            .toList();

    private final Mutation mutation;
    private final List<byte[]> examples;

    /** @param examples texts to begin with */
    FuzzInputs(List<String> examples) {
        this.examples = examples.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.mutation = new Mutation(
                PIECES.stream()
                        .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                this.examples);
    }

    /** How an input is made. */
    enum Kind {
        RANDOM_BYTES,
        RANDOM_TOKENS,
        GENERATED_FILE,
        MUTATED_FILE,
        MUTATED_EXAMPLE,
        MUTATED_ENCODING
    }

    FuzzInput input(long number) {
        SplittableRandom random = new SplittableRandom(number);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        byte[] bytes =
                switch (kind) {
                    case RANDOM_BYTES -> randomBytes(random);
                    case RANDOM_TOKENS -> randomTokens(random);
                    case GENERATED_FILE -> generatedFile(random);
                    case MUTATED_FILE -> mutation.some(generatedFile(random), random);
                    case MUTATED_EXAMPLE -> mutation.some(examples.get(random.nextInt(examples.size())), random);
                    case MUTATED_ENCODING -> encoding(random);
                };
        return new FuzzInput(number, kind, bytes);
    }

    private static byte[] randomBytes(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(MAX_NOISE_BYTES)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] randomTokens(SplittableRandom random) {
        List<String> tokens = new ArrayList<>();
        for (int n = random.nextInt(MAX_NOISE_TOKENS); n > 0; n--) {
            tokens.add(PIECES.get(random.nextInt(PIECES.size())));
        }
        return String.join(random.nextBoolean() ? " " : "", tokens).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] generatedFile(SplittableRandom random) {
        double commentProbability = random.nextBoolean() ? 0.1 : 0.01;
        return new ProtocolGenerator(random.nextLong(), commentProbability)
                .file()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Every third stays as it is: it must be accepted. */
    private byte[] encoding(SplittableRandom random) {
        byte[] encoding = CanonicalEncoder.encode(new RandomValues(random.nextLong()).next());
        return random.nextInt(3) == 0 ? encoding : mutation.some(encoding, random);
    }
}
