package io.omerta.protocol.transaction;

import io.omerta.protocol.chain.Block;
import io.omerta.protocol.chain.ChainSegment;
import io.omerta.protocol.chain.Checkpoint;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;

/** What liars say in an audit. */
final class AuditForge {
    private static final Signature NONE = Signature.of(new byte[Signature.BYTES]);

    private AuditForge() {}

    /** A block that its owner signed, whether or not it can follow another. */
    static Block block(NodeIdentity owner, long height, Hash previous, long timeMillis, Struct body) {
        Block unsigned = new Block(owner.peerId(), height, previous, timeMillis, body, NONE);
        Signature signature =
                owner.signer().sign(unsigned.header(owner.hasher()).hash(owner.hasher()));
        return new Block(owner.peerId(), height, previous, timeMillis, body, signature);
    }

    static Block unsigned(Block block) {
        return new Block(block.owner(), block.height(), block.previous(), block.timeMillis(), block.body(), NONE);
    }

    static ByteString encoded(List<Block> blocks) {
        return ByteString.of(ChainSegment.CODEC.encode(new ChainSegment(blocks)));
    }

    /** A page of the subject's chain, in somebody's name. */
    static void page(AuditSession session, NodeIdentity author, ByteString page) {
        page(session, author, page, Value.Absent.INSTANCE);
    }

    static void page(AuditSession session, NodeIdentity author, ByteString page, Value finality) {
        Checkpoint head = session.chain(SessionHarness.CONSUMER).checkpoint();
        Forge forge = session.forge();
        forge.send(
                author,
                AuditSession.AUDITOR,
                "Auditor",
                forge.make(author, "CHAIN_PAGE", "page", page, "finality", finality, "head_hash", head.hash()));
    }

    static void records(AuditSession session, NodeIdentity author, ByteString records) {
        Forge forge = session.forge();
        forge.send(
                author,
                AuditSession.AUDITOR,
                "Auditor",
                forge.make(author, "COUNTERPARTY_VERIFICATION", "records", records));
    }

    /** An auditor tells a counterparty what it claims to have found. */
    static void result(AuditSession session, NodeIdentity auditor, int to, List<Discrepancy> claimed) {
        Forge forge = session.forge();
        Struct finding = forge.make(
                auditor,
                "AuditFinding",
                "subject",
                session.peer(SessionHarness.CONSUMER),
                "scope",
                new Value.EnumMember("FULL"),
                "verdict",
                new Value.EnumMember("INCONSISTENT"),
                "chain_head",
                Value.Absent.INSTANCE,
                "facts",
                ValueList.of(claimed.stream().map(Discrepancy::fact).toList()));
        forge.send(
                auditor,
                to,
                "Counterparty",
                forge.make(
                        auditor,
                        "AUDIT_RESULT",
                        "finding",
                        finding,
                        "discrepancies",
                        ValueList.of(claimed.stream().map(Discrepancy::toStruct).toList())));
    }
}
