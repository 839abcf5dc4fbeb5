package io.omerta.protocol.machine;

import static io.omerta.protocol.machine.Sketch.append;
import static io.omerta.protocol.machine.Sketch.set;
import static io.omerta.protocol.machine.Terms.abort;
import static io.omerta.protocol.machine.Terms.atLeast;
import static io.omerta.protocol.machine.Terms.constant;
import static io.omerta.protocol.machine.Terms.equal;
import static io.omerta.protocol.machine.Terms.field;
import static io.omerta.protocol.machine.Terms.local;
import static io.omerta.protocol.machine.Terms.number;
import static io.omerta.protocol.machine.TestSurroundings.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.omerta.protocol.language.model.EventModel;
import io.omerta.protocol.language.model.MessageModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Section 4.5: {@code S -> DONE collect VOTE from members until 2 by a on b where b >= 0 into votes}. */
class CollectTest {
    private final Sketch sketch = new Sketch("S", "DONE", "OTHER");
    private final MessageModel vote = sketch.message("VOTE", Type.Scalar.PEER_ID, Type.Scalar.INT);
    private final Term.Variable members = sketch.variable("members", new Type.ListOf(Type.Scalar.PEER_ID));
    private final Term.Variable votes = sketch.variable("votes", new Type.ListOf(new Type.RecordOf(vote.body())));
    private final Term payload = local(0, new Type.RecordOf(vote.body()));
    private final MessageModel begin = sketch.message("BEGIN", Type.Scalar.INT);

    CollectTest() {
        sketch.on(begin, "S", "S").then(set(members, peers(1, 2, 3)));
    }

    private static Term peers(long... identities) {
        ValueList peers = ValueList.of(
                Arrays.stream(identities).mapToObj(TestSurroundings::peer).toList());
        return constant(peers, new Type.ListOf(Type.Scalar.PEER_ID));
    }

    private EventModel.OnCollect collect(int threshold) {
        return new EventModel.OnCollect(
                vote,
                members.slot(),
                number(threshold),
                0,
                field(payload, "b"),
                atLeast(field(payload, "b"), number(0)),
                votes.slot());
    }

    private Driver begun() {
        Driver driver = Driver.of(sketch);
        driver.receive(begin, new Value.Int(0));
        return driver;
    }

    private List<MachineEffect> vote(Driver driver, PeerId voter, long value) {
        return driver.receive(voter, vote, voter, new Value.Int(value));
    }

    private int gathered(Driver driver) {
        return driver.configuration.variable(votes.slot()) instanceof ValueList list ? list.size() : 0;
    }

    @Test
    void enoughAgreeingVotesTakeTheTransition() {
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        vote(driver, peer(1), 7);
        assertEquals("S", driver.state());
        vote(driver, peer(2), 7);
        assertEquals("DONE", driver.state());
    }

    @Test
    void aGatheredMessageWithoutAQuorumHasNoEffect() {
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        assertEquals(List.of(), vote(driver, peer(1), 7));
        assertEquals(1, gathered(driver));
    }

    @Test
    void votesThatDisagreeReachNoQuorum() {
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        vote(driver, peer(1), 7);
        vote(driver, peer(2), 8);
        assertEquals("S", driver.state());
        vote(driver, peer(3), 8);
        assertEquals("DONE", driver.state());
    }

    @Test
    void withoutAgreementAllVotesCount() {
        sketch.collect(
                        new EventModel.OnCollect(vote, members.slot(), number(2), 0, null, null, votes.slot()),
                        "S",
                        "DONE")
                .then();
        Driver driver = begun();
        vote(driver, peer(1), 7);
        vote(driver, peer(2), -8);
        assertEquals("DONE", driver.state());
    }

    @Test
    void aStrangerIsNoMember() {
        sketch.collect(collect(2), "S", "DONE").then();
        assertEquals(List.of(Drop.NOT_A_MEMBER), Driver.drops(vote(begun(), peer(4), 7)));
    }

    @Test
    void withoutMembersNobodyIsOne() {
        sketch.collect(collect(2), "S", "DONE").then();
        assertEquals(List.of(Drop.NOT_A_MEMBER), Driver.drops(vote(Driver.of(sketch), peer(1), 7)));
    }

    @Test
    void aVoteInAnothersNameIsDropped() {
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        assertEquals(List.of(Drop.WRONG_VOTER), Driver.drops(driver.receive(peer(1), vote, peer(2), new Value.Int(7))));
        assertEquals(0, gathered(driver));
    }

    @Test
    void theSameVoteAgainIsADuplicate() {
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        vote(driver, peer(1), 7);
        assertEquals(List.of(Drop.DUPLICATE), Driver.drops(vote(driver, peer(1), 7)));
        assertEquals(1, gathered(driver));
    }

    @Test
    void anotherVoteOfTheSameVoterConflicts() {
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        vote(driver, peer(1), 7);
        assertEquals(List.of(Drop.CONFLICTING), Driver.drops(vote(driver, peer(1), 8)));
        assertEquals(1, gathered(driver));
    }

    @Test
    void aVoteThatDoesNotMeetTheConditionIsDropped() {
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        assertEquals(List.of(Drop.CONDITION_FALSE), Driver.drops(vote(driver, peer(1), -1)));
        assertEquals(0, gathered(driver));
    }

    @Test
    void votesGatheredBeforeTheStateWasEnteredCount() {
        MessageModel own = sketch.message("OWN", Type.Scalar.INT);
        Term ballot =
                new Term.RecordOf(vote.body(), List.of(constant(peer(3), Type.Scalar.PEER_ID), number(7)), Terms.SPAN);
        sketch.on(own, "S", "S").then(append(votes, ballot));
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        driver.receive(own, new Value.Int(0));
        assertEquals("S", driver.state());
        vote(driver, peer(1), 7);
        assertEquals("DONE", driver.state());
    }

    @Test
    void ofSeveralVotesOfOneVoterTheFirstCounts() {
        MessageModel own = sketch.message("OWN", Type.Scalar.INT);
        Term first =
                new Term.RecordOf(vote.body(), List.of(constant(peer(3), Type.Scalar.PEER_ID), number(6)), Terms.SPAN);
        Term second =
                new Term.RecordOf(vote.body(), List.of(constant(peer(3), Type.Scalar.PEER_ID), number(7)), Terms.SPAN);
        sketch.on(own, "S", "S").then(append(votes, first), append(votes, second), append(votes, second));
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        driver.receive(own, new Value.Int(0));
        vote(driver, peer(1), 7);
        assertEquals("S", driver.state());
        vote(driver, peer(2), 6);
        assertEquals("DONE", driver.state());
    }

    @Test
    void votesOfPeersThatAreNoLongerMembersDoNotCount() {
        MessageModel shrink = sketch.message("SHRINK", Type.Scalar.INT);
        sketch.on(shrink, "S", "S").then(set(members, peers(2, 3)));
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = begun();
        vote(driver, peer(1), 7);
        driver.receive(shrink, new Value.Int(0));
        vote(driver, peer(2), 7);
        assertEquals("S", driver.state());
        vote(driver, peer(3), 7);
        assertEquals("DONE", driver.state());
    }

    @Test
    void aReachedCollectIsTriedInItsDeclaredPlaceAmongAutos() {
        sketch.auto("S", "OTHER").when(equal(Terms.length(votes), number(2))).then();
        sketch.collect(collect(2), "S", "DONE").then();
        sketch.on(begin, "S", "S").then();
        Driver driver = new Driver(sketch.machine());
        driver.configuration = begunWithNoVotes(driver);
        vote(driver, peer(1), 7);
        vote(driver, peer(2), 7);
        assertEquals("OTHER", driver.state());
    }

    /** The guard of the auto faults while there is no list of votes, so that the start must not try it. */
    private Configuration begunWithNoVotes(Driver driver) {
        Value[] store = {ValueList.of(peer(1), peer(2), peer(3)), ValueList.of()};
        return new Configuration(sketch.actor(), 0, store, 0, 0, 0, new Configuration.Waiting[0], driver.configuration);
    }

    @Test
    void anAutoIsNotTakenForAGatheredMessageAlone() {
        sketch.auto("S", "OTHER").when(equal(Terms.length(votes), number(1))).then();
        sketch.collect(collect(2), "S", "DONE").then();
        Driver driver = new Driver(sketch.machine());
        driver.configuration = begunWithNoVotes(driver);
        vote(driver, peer(1), 7);
        assertEquals("S", driver.state());
    }

    @Test
    void aFaultInTheTransitionUndoesTheGatheringToo() {
        Term.Variable x = sketch.variable("x", Type.Scalar.INT);
        sketch.collect(collect(1), "S", "DONE").then(set(x, abort()));
        Driver driver = begun();
        Configuration before = driver.configuration;
        assertEquals(List.of(Fault.Kind.ABORTED), Driver.faults(vote(driver, peer(1), 7)));
        assertSame(before, driver.configuration);
    }

    @Test
    void aStrangersMessageIsLeftToTheOtherTransitions() {
        sketch.collect(collect(2), "S", "DONE").then();
        sketch.on(vote, "S", "OTHER").then();
        Driver driver = begun();
        vote(driver, peer(1), 7);
        assertEquals("S", driver.state());
        vote(driver, peer(4), 7);
        assertEquals("OTHER", driver.state());
    }

    @Test
    void anElseOfACollectIsTakenOnceTheQuorumIsReached() {
        sketch.collect(collect(2), "S", "DONE")
                .when(Terms.truth(false))
                .otherwise("OTHER")
                .then();
        Driver driver = begun();
        vote(driver, peer(1), 7);
        assertEquals("S", driver.state());
        vote(driver, peer(2), 7);
        assertEquals("OTHER", driver.state());
    }
}
