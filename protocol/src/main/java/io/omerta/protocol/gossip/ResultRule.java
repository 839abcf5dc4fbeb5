package io.omerta.protocol.gossip;

import io.omerta.protocol.chain.Cabal;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.Decoded;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.TypedCodec;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads results of a {@link ResultForm}. */
final class ResultRule implements ItemRule {
    private final ResultForm form;
    private final TypedCodec codec;
    private final ItemHashes hashes;
    private final Hasher hasher;

    ResultRule(ResultForm form, ItemHashes hashes, Hasher hasher) {
        this.form = form;
        this.codec = new TypedCodec(form.type().notation(), form.type());
        this.hashes = hashes;
        this.hasher = hasher;
    }

    @Override
    public @Nullable Claim read(GossipItem item) {
        if (!(codec.decode(item.content().toByteArray()) instanceof Decoded.Accepted accepted)
                || !(accepted.value() instanceof Struct content)) {
            return null;
        }
        try {
            Cabal cabal = Cabal.fromValue(field(content, ResultForm.WITNESSES));
            long timeMillis = ((Value.Timestamp) field(content, ResultForm.TIME)).millis();
            List<PeerId> parties = new ArrayList<>();
            form.parties().forEach(party -> parties.add((PeerId) field(content, party)));
            List<Value> decided = new ArrayList<>();
            form.slot().forEach(name -> decided.add(field(content, name)));
            if (!Signing.isWithinBounds(cabal, parties)) {
                return null;
            }
            return new Claim.Result(
                    hashes.identity(item),
                    new Signing(form.message(content, hasher), cabal, parties),
                    timeMillis,
                    hashes.slot(form.itemType(), ValueList.of(decided)),
                    null);
        } catch (IllegalArgumentException broken) {
            // A rule that the types do not express, such as the order of witnesses.
            return null;
        }
    }

    private Value field(Struct content, String name) {
        return content.get(form.type().shape().indexOf(name));
    }
}
