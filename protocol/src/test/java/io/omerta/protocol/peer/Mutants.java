package io.omerta.protocol.peer;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.CanonicalDecoder;
import io.omerta.protocol.wire.CanonicalEncoder;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What somebody without keys can make of a frame. */
final class Mutants {
    private static final int CUTS = 3;
    private static final int FLIPS = 3;
    private static final int LEAVES_MAX = 12;

    private final SplittableRandom random;

    Mutants(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The frame cut, extended, with bits flipped, and with each of its values in turn replaced by another of its kind. */
    List<byte[]> of(byte[] frame) {
        List<byte[]> mutants = new ArrayList<>();
        for (int i = 0; i < CUTS; i++) {
            mutants.add(Arrays.copyOf(frame, random.nextInt(frame.length)));
        }
        mutants.add(Arrays.copyOf(frame, frame.length + 1));
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = frame.clone();
            flipped[1 + random.nextInt(frame.length - 1)] ^= (byte) (1 << random.nextInt(8));
            mutants.add(flipped);
        }
        byte[] payload = Arrays.copyOfRange(frame, 1, frame.length);
        if (new CanonicalDecoder().decode(payload) instanceof Decoded.Accepted accepted) {
            List<Value> changed = new ArrayList<>();
            change(accepted.value(), changed::add);
            while (changed.size() > LEAVES_MAX) {
                changed.remove(random.nextInt(changed.size()));
            }
            for (Value value : changed) {
                byte[] bytes = CanonicalEncoder.encode(value);
                byte[] mutant = new byte[1 + bytes.length];
                mutant[0] = frame[0];
                System.arraycopy(bytes, 0, mutant, 1, bytes.length);
                mutants.add(mutant);
            }
        }
        return mutants;
    }

    /** Gives the value once for each of its leaves, with that leaf replaced. Values in byte strings are leaves' parents too. */
    private void change(Value value, Consumer<Value> changed) {
        if (value instanceof Struct struct) {
            for (int i = 0; i < struct.values().size(); i++) {
                int place = i;
                change(
                        struct.get(i),
                        part -> changed.accept(Struct.of(struct.shape(), with(struct.values(), place, part))));
            }
        } else if (value instanceof ValueList list) {
            for (int i = 0; i < list.elements().size(); i++) {
                int place = i;
                change(list.get(i), part -> changed.accept(ValueList.of(with(list.elements(), place, part))));
            }
        } else if (value instanceof ByteString bytes
                && new CanonicalDecoder().decode(bytes.toByteArray()) instanceof Decoded.Accepted inner) {
            change(inner.value(), part -> changed.accept(CanonicalEncoder.encodeToBytes(part)));
        } else {
            Value other = other(value);
            if (!other.equals(value)) {
                changed.accept(other);
            }
        }
    }

    private static List<Value> with(List<? extends Value> values, int place, Value part) {
        List<Value> copy = new ArrayList<>(values);
        copy.set(place, part);
        return copy;
    }

    private static Value other(Value value) {
        if (value instanceof Value.Int number) {
            return new Value.Int(number.value() + 1);
        }
        if (value instanceof Value.Timestamp time) {
            return new Value.Timestamp(time.millis() + 1);
        }
        if (value instanceof Value.Bool bool) {
            return bool.equals(Value.Bool.TRUE) ? Value.Bool.FALSE : Value.Bool.TRUE;
        }
        if (value instanceof Text text) {
            return new Text(text.text() + "1");
        }
        if (value instanceof Value.EnumMember member) {
            return new Value.EnumMember(member.name().equals("ACCEPT") ? "REJECT" : "ACCEPT");
        }
        if (value instanceof Hash hash) {
            return Hash.of(flipped(hash.toByteArray()));
        }
        if (value instanceof PeerId peer) {
            return PeerId.of(flipped(peer.toByteArray()));
        }
        if (value instanceof Signature signature) {
            return Signature.of(flipped(signature.toByteArray()));
        }
        return value instanceof ByteString bytes && bytes.length() > 0
                ? ByteString.of(flipped(bytes.toByteArray()))
                : value;
    }

    private static byte[] flipped(byte[] bytes) {
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }
}
