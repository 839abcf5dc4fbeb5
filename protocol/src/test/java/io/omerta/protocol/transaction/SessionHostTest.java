package io.omerta.protocol.transaction;

import static io.omerta.protocol.transaction.SessionHarness.CONSUMER;
import static io.omerta.protocol.transaction.SessionHarness.PROVIDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omerta.protocol.chain.PeerHead;
import io.omerta.protocol.host.Effects;
import io.omerta.protocol.host.Input;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a node does about the inputs of its sessions, whatever the transaction: bounds, restarts, commands. */
class SessionHostTest {
    private static final TransactionSpec ESCROW = ShippedTransactions.ESCROW_LOCK.compile();
    private static final SessionLimits LIMITS = SessionLimits.DEFAULT;

    private final SessionHarness harness = SessionHarness.of(1, ESCROW);
    private final TestNode provider = harness.nodes.get(PROVIDER);
    private final TestNode witness = harness.nodes.get(SessionHarness.FIRST_CANDIDATE);

    private ByteString salt(int number) {
        return ByteString.of(new byte[] {(byte) number, (byte) (number >> 8), 1});
    }

    /** Lets a stranger begin a session with the provider; its id. */
    private Hash intent(NodeIdentity stranger, int number) {
        Hash session = SessionId.of(stranger.peerId(), salt(number), harness.hasher);
        Forge forge = new Forge(harness, ESCROW, session);
        Hash some = forge.hash(new Value.Int(number));
        Struct intent = forge.make(
                stranger,
                "LOCK_INTENT",
                "session_salt",
                salt(number),
                "consumer",
                stranger.peerId(),
                "provider",
                provider.identity.peerId(),
                "amount",
                new Value.Int(1),
                "hourly_rate",
                new Value.Int(1),
                "consumer_commitment",
                some,
                "provider_checkpoint",
                provider.host.chain().checkpoint().hash(),
                "consumer_chain_head",
                some);
        forge.send(stranger, PROVIDER, "Provider", intent);
        return session;
    }

    private long count(TestNode node, SessionRefusal refusal) {
        return node.refusals.stream().filter(refusal::equals).count();
    }

    @Test
    void onePeerCanBeginOnlySoManySessions() {
        for (int i = 0; i < LIMITS.perPeerMax() + 5; i++) {
            intent(harness.stranger(0), i);
        }
        assertEquals(5, count(provider, SessionRefusal.TOO_MANY_SESSIONS));
        EscrowSession session = new EscrowSession(harness, harness.lock(300));
        harness.runSeconds(10);
        session.assertLocked();
    }

    @Test
    void sessionsThatHaveEndedMakeRoom() {
        for (int i = 0; i < LIMITS.perPeerMax(); i++) {
            intent(harness.stranger(0), i);
        }
        harness.runSeconds(301);
        Hash late = intent(harness.stranger(0), 1_000);
        assertEquals("AWAITING_RESULT", provider.state(EscrowSession.key(late, "Provider")));
    }

    @Test
    void allPeersTogetherCanBeginOnlySoManySessions() {
        for (int i = 0; i < LIMITS.sessionsMax() + 3; i++) {
            intent(harness.stranger(i), 0);
        }
        assertEquals(3, count(provider, SessionRefusal.TOO_MANY_SESSIONS));
    }

    @Test
    void whatTheNodeItselfBeginsHasRoomAlways() {
        for (int i = 0; i < LIMITS.sessionsMax(); i++) {
            intent(harness.stranger(i), 0);
        }
        EscrowSession own = new EscrowSession(harness, harness.lock(PROVIDER, CONSUMER, 1));
        assertNotEquals("", own.state(PROVIDER, "Consumer"));
    }

    @Test
    void aMessageThatMovesNothingLeavesNothing() {
        Hash session = SessionId.of(harness.stranger(0).peerId(), salt(0), harness.hasher);
        EscrowSession escrow = new EscrowSession(harness, session);
        Forge forge = new Forge(harness, ESCROW, session);
        forge.send(harness.stranger(0), PROVIDER, "Provider", forge.make(harness.stranger(0), "LOCK_RELEASED"));
        assertNull(provider.host.configuration(EscrowSession.key(escrow.id(), "Provider")));
    }

    @Test
    void earlyMessagesWaitWithinBounds() {
        for (int i = 0; i < LIMITS.perPeerMax() + 7; i++) {
            early(harness.stranger(0), i);
        }
        assertEquals(7, count(witness, SessionRefusal.TOO_MANY_SESSIONS));
    }

    @Test
    void theOldestEarlyMessagesGiveWay() {
        Hash first = early(harness.stranger(0), 0);
        for (int i = 1; i <= LIMITS.pendingMax(); i++) {
            early(harness.stranger(i), 0);
        }
        assertNull(witness.host.configuration(EscrowSession.key(first, "Witness")));
        assertEquals(0, count(witness, SessionRefusal.TOO_MANY_SESSIONS));
    }

    /** A preliminary that comes before the request of its session. */
    private Hash early(NodeIdentity stranger, int number) {
        Hash session = SessionId.of(stranger.peerId(), salt(number), harness.hasher);
        Forge forge = new Forge(harness, ESCROW, session);
        forge.send(
                stranger,
                witness.index,
                "Witness",
                forge.make(
                        stranger,
                        "WITNESS_PRELIMINARY",
                        "witness",
                        stranger.peerId(),
                        "verdict",
                        new Value.EnumMember("ACCEPT"),
                        "observed_balance",
                        new Value.Int(1),
                        "reserved_elsewhere",
                        new Value.Int(0)));
        return session;
    }

    @Test
    void anEndedSessionIsNotBegunAgain() {
        EscrowSession session = EscrowSession.begin(2, 300, ESCROW).untilDrawn();
        session.harness().runUntil(1_000, () -> session.provider().equals("SERVICE_PHASE"));
        session.harness().runSeconds(1_000);
        assertEquals("ABANDONED", session.provider());
        TestNode again = session.node(PROVIDER);
        EscrowForge forge = new EscrowForge(session);
        forge.send(forge.consumer(), PROVIDER, "Provider", (Struct) session.variable(PROVIDER, "Provider", "intent"));
        assertEquals(1, count(again, SessionRefusal.FINISHED));
    }

    @Test
    void bytesOfAnyKindAreOnlyCounted() {
        provider.take(new Input.MessageReceived(0, new byte[] {1, 2, 3}));
        provider.take(new Input.MessageReceived(0, new byte[LIMITS.messageBytesMax() + 1]));
        provider.take(new Input.Command("dance", new byte[0]));
        provider.take(new Input.TimerFired(12));
        assertEquals(
                List.of(
                        SessionRefusal.NOT_ADMITTED,
                        SessionRefusal.TOO_LARGE,
                        SessionRefusal.BAD_COMMAND,
                        SessionRefusal.NO_TIMER),
                provider.refusals);
    }

    @Test
    void aTriggerOfAnUnknownRoleIsRefused() {
        harness.trigger(CONSUMER, new SessionKey("00", SessionId.of(peer(), salt(1), harness.hasher), "Banker"), "pay");
        harness.trigger(
                CONSUMER, new SessionKey("99", SessionId.of(peer(), salt(1), harness.hasher), "Consumer"), "pay");
        assertEquals(2, count(harness.nodes.get(CONSUMER), SessionRefusal.UNKNOWN_MACHINE));
    }

    private PeerId peer() {
        return harness.peer(CONSUMER);
    }

    @Test
    void aNodeRecordsTheHeadsOfOthersAndKeepsThemOverARestart() {
        PeerHead head = new PeerHead(witness.host.chain().checkpoint(), harness.nowMillis());
        provider.take(new SessionCommand.Record(head.toBody()).toInput());
        var chain = provider.host.chain();
        assertEquals(head, PeerHead.in(chain.head()).orElseThrow());
        provider.run(List.of(ESCROW));
        assertEquals(chain, provider.host.chain());
    }

    @Test
    void aCommandThatWouldBreakTheChainIsRefused() {
        Struct genesis = provider.chain.blockAt(0).body();
        provider.take(new SessionCommand.Record(genesis).toInput());
        assertEquals(List.of(SessionRefusal.BAD_COMMAND), provider.refusals);
    }

    @Test
    void theJournalHoldsAnInputBeforeItsMessagesLeave() {
        StringBuilder order = new StringBuilder();
        Effects effects = new Effects() {
            @Override
            public void send(int to, byte[] payload) {
                order.append("send ");
            }

            @Override
            public void startTimer(long timer, long delayNanos) {}

            @Override
            public void cancelTimer(long timer) {}

            @Override
            public void append(byte[] entry) {
                order.append("append ");
            }

            @Override
            public void emit(String event, byte[] detail) {}
        };
        TestNode consumer = harness.nodes.get(CONSUMER);
        Hash session = SessionId.of(peer(), salt(9), harness.hasher);
        consumer.host.on(
                harness.network.nowNanos(),
                new SessionCommand.Trigger(
                                EscrowSession.key(session, "Consumer"),
                                "initiate_lock",
                                List.of(salt(9), harness.peer(PROVIDER), new Value.Int(1), new Value.Int(1)))
                        .toInput(),
                effects);
        assertEquals("append send ", order.toString());
    }

    @Test
    void aJournalOfAnotherKindIsNotBelieved() {
        Input.Start start = new Input.Start(List.of(new byte[] {1}));
        assertThrows(IllegalArgumentException.class, () -> provider.take(start));
    }

    @Test
    void nobodyCanGuessANonceFromAnother() {
        EscrowSession first = new EscrowSession(harness, harness.lock(1));
        EscrowSession second = new EscrowSession(harness, harness.lock(1));
        assertNotEquals(first.ofConsumer("consumer_nonce"), second.ofConsumer("consumer_nonce"));
        assertEquals(32, ((ByteString) first.ofConsumer("consumer_nonce")).length());
    }
}
