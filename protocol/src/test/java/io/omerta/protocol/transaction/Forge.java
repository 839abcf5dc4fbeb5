package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.envelope.Sealing;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.language.model.FieldModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.SignedBody;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes what a peer could say that does not keep to the protocol: any message of the transaction, with any fields, under
 * its own signature.
 */
final class Forge {
    private static final HashDomain TUPLE = HashDomain.of("omerta.tuple");
    private static final HashDomain STATEMENT = HashDomain.of("omerta.statement");

    private final SessionHarness harness;
    private final TransactionSpec transaction;
    private final Hash session;

    /** No machine of a test comes that far by itself. */
    private long sequence = 1_000_000;

    Forge(SessionHarness harness, TransactionSpec transaction, Hash session) {
        this.harness = harness;
        this.transaction = transaction;
        this.session = session;
    }

    /** A struct, or a message's payload, signed if the message is. Fields are given as name, value, name, value. */
    Struct make(NodeIdentity author, String name, Object... fields) {
        MessageModel message = transaction.message(name);
        RecordModel record = message != null
                ? message.body()
                : transaction.model().structs().stream()
                        .filter(struct -> struct.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return make(author, record, message != null && message.signed(), fields);
    }

    /** A block's body. */
    Struct block(String name, Object... fields) {
        RecordModel record = transaction.model().blocks().stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow()
                .body();
        return make(harness.stranger(0), record, false, fields);
    }

    private Struct make(NodeIdentity author, RecordModel record, boolean signed, Object... fields) {
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (FieldModel field : record.fields()) {
            Value value = given(field.name(), fields);
            if (value != null) {
                names.add(field.name());
                values.add(value);
            }
        }
        if (signed) {
            Struct content = Struct.of(StructShape.of(record.name(), names), values);
            values.add(author.signer().sign(harness.hasher.hash(SignedBody.DOMAIN, content)));
        }
        return Struct.of(record.shape(), values);
    }

    private Value given(String field, Object... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(field)) {
                return (Value) fields[i + 1];
            }
        }
        if (field.equals("session_id")) {
            return session;
        }
        return field.equals("timestamp") ? new Value.Timestamp(harness.nowMillis()) : null;
    }

    /** Another struct with one field changed. */
    static Struct changed(Struct struct, String field, Value value) {
        List<Value> values = new ArrayList<>(struct.values());
        values.set(struct.shape().indexOf(field), value);
        return Struct.of(struct.shape(), values);
    }

    static Value field(Value struct, String... path) {
        Value value = struct;
        for (String name : path) {
            value = Objects.requireNonNull(((Struct) value).get(name));
        }
        return value;
    }

    /** Sends a payload to a role of a node; it arrives at once. */
    void send(NodeIdentity author, int to, String role, Struct body) {
        byte[] payload = new Sealing(transaction.model().id(), session, harness.hasher, author.signer())
                .seal(new MachineEffect.Send(peer(to), message(body), body), role(body, role), sequence++);
        harness.nodes.get(to).take(new Input.MessageReceived(to, payload));
    }

    private String role(Struct body, String role) {
        return message(body).hasSeveralRecipients() ? MessageModel.EVERYONE : role;
    }

    private MessageModel message(Struct body) {
        return Objects.requireNonNull(transaction.message(body.shape().name()));
    }

    private PeerId peer(int node) {
        return harness.peer(node);
    }

    /** As {@code HASH} of a protocol file. */
    Hash hash(Value... values) {
        return harness.hasher.hash(TUPLE, ValueList.of(values));
    }

    /** As {@code SIGN} of a protocol file. */
    Signature sign(NodeIdentity author, Value... values) {
        return author.signer().sign(harness.hasher.hash(STATEMENT, ValueList.of(values)));
    }
}
