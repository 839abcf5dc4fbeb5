package io.omerta.protocol.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omerta.protocol.language.check.Checker;
import io.omerta.protocol.language.format.Formatter;
import io.omerta.protocol.language.source.Severity;
import io.omerta.protocol.language.syntax.Parser;
import io.omerta.protocol.machine.Configuration;
import io.omerta.protocol.machine.MachineEffect;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.MachineSpec;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.machine.TransactionSpec;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Signature;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedTransactionsTest {
    private static final PeerId PEER = PeerId.of(new byte[PeerId.BYTES]);
    private static final Hash SESSION = Hash.of(new byte[Hash.BYTES]);

    @Test
    void eachCompilesWithoutErrors() {
        for (PublishedTransactions published : PublishedTransactions.values()) {
            assertEquals(
                    0,
                    Checker.check(published.source(), ShippedTransactions.imports()).diagnostics().stream()
                            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                            .count());
            assertEquals(published.id(), published.compile().model().id());
        }
    }

    @Test
    void theLinterWarnsOfEachAsOfNoneThatIsShipped() {
        for (PublishedTransactions published : PublishedTransactions.values()) {
            assertTrue(Checker.check(published.source(), ShippedTransactions.imports()).diagnostics().stream()
                    .anyMatch(diagnostic -> diagnostic.severity() == Severity.WARNING));
        }
    }

    @Test
    void everyFileIsLaidOutAsTheFormatterDoes() {
        for (PublishedTransactions published : PublishedTransactions.values()) {
            assertEquals(published.source().text(), Formatter.format(Parser.parse(published.source())));
        }
    }

    @Test
    void noNodeFindsThemByTheirIds() {
        for (PublishedTransactions published : PublishedTransactions.values()) {
            assertNotEquals(
                    published.source().text(),
                    ShippedTransactions.imports()
                            .transaction(published.id())
                            .orElseThrow()
                            .text());
        }
    }

    /** H17: a provider that waits for votes, and gets one; the timers that it starts. */
    @Test
    void aVoteStartsTheTimerOfThePublishedProviderAgain() {
        TransactionSpec published = PublishedTransactions.CABAL_ATTESTATION.compile();
        assertEquals(1, armedByAVote(published, SESSION, PEER, ValueList.of(PEER, PEER)));
    }

    @Test
    void aVoteDoesNotStartTheTimerOfTheShippedProviderAgain() {
        TransactionSpec shipped = ShippedTransactions.CABAL_ATTESTATION.compile();
        Value terms = Struct.of(
                StructShape.of("SessionTerms", List.of("amount", "hourly_rate", "provider_trust_milli")),
                new Value.Int(100),
                new Value.Int(1),
                new Value.Int(1_000));
        assertEquals(0, armedByAVote(shipped, SESSION, PEER, ValueList.of(PEER, PEER), SESSION, terms));
    }

    private static long armedByAVote(TransactionSpec transaction, Value... start) {
        MachineSpec provider = transaction.machine("Provider");
        OfflineSurroundings surroundings = new OfflineSurroundings(PEER, SESSION);
        Configuration waiting = provider.step(provider.initial(), new MachineInput.Start(), surroundings)
                .next();
        waiting = provider.step(waiting, new MachineInput.Triggered("start_session", List.of(start)), surroundings)
                .next();
        List<Value> machine = start.length == 3
                ? List.of(new Text("machine"))
                : List.of(PEER, ByteString.of(new byte[1]), new Text("machine"));
        waiting = provider.step(waiting, new MachineInput.Triggered("allocate_vm", machine), surroundings)
                .next();
        assertEquals("WAITING_FOR_VERIFICATION", waiting.state().name());
        var vote = transaction.message("VM_CONNECTIVITY_VOTE");
        Struct body = Struct.of(
                vote.body().shape(),
                List.of(
                        SESSION,
                        PEER,
                        Value.Bool.FALSE,
                        Value.Bool.FALSE,
                        new Value.Timestamp(0),
                        Signature.of(new byte[Signature.BYTES])));
        Outcome outcome = provider.step(waiting, new MachineInput.Received(PEER, vote, body), surroundings);
        assertEquals("WAITING_FOR_VERIFICATION", outcome.next().state().name());
        return outcome.effects().stream()
                .filter(MachineEffect.ArmTimer.class::isInstance)
                .count();
    }
}
