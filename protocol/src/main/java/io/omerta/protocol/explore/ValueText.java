package io.omerta.protocol.explore;

import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import io.omerta.protocol.wire.ValueMap;
import java.util.ArrayList;
import java.util.List;

/** Values as people read them: peers by their names, hashes and signatures short. */
final class ValueText {
    private final Session session;
    private final SymbolicTerms terms;

    ValueText(Session session, SymbolicTerms terms) {
        this.session = session;
        this.terms = terms;
    }

    String of(Value value) {
        if (value instanceof Value.Absent) {
            return "null";
        }
        if (value instanceof PeerId peer) {
            return name(peer);
        }
        if (value instanceof Hash hash) {
            return hash.equals(session.id()) ? "SESSION" : "#" + SymbolicTerms.digits(hash);
        }
        if (value instanceof Signature signature) {
            return name(terms.signer(signature)) + " signed #" + SymbolicTerms.digits(terms.signed(signature));
        }
        if (value instanceof ByteString bytes) {
            Value origin = terms.origin(bytes);
            return origin == null ? bytes.toString() : origin instanceof Value.Absent ? "known" : "bytes " + of(origin);
        }
        if (value instanceof Text text) {
            return '"' + text.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        }
        if (value instanceof ValueList list) {
            return "[" + all(list.elements()) + "]";
        }
        if (value instanceof Struct struct) {
            return fields(struct);
        }
        if (value instanceof ValueMap map) {
            List<String> entries = new ArrayList<>();
            for (Value key : map.keys()) {
                entries.add(of(key) + ": " + of(map.values().get(entries.size())));
            }
            return "{" + String.join(", ", entries) + "}";
        }
        return value.toString();
    }

    /** Values, separated by commas. */
    String all(List<Value> values) {
        return String.join(", ", values.stream().map(this::of).toList());
    }

    /** The fields of a struct without its name. */
    String fields(Struct struct) {
        List<String> fields = new ArrayList<>();
        for (String field : struct.shape().fields()) {
            fields.add(field + " " + of(struct.get(fields.size())));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private String name(PeerId peer) {
        Member member = session.member(peer);
        return member == null ? peer.toString() : member.name();
    }
}
