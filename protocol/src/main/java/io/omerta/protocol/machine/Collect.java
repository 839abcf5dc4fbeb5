package io.omerta.protocol.machine;

import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers the messages of distinct members until enough of them agree. */
final class Collect {
    private static final ValueList EMPTY = ValueList.of();

    private final int members;
    private final Node threshold;
    private final int voterField;
    private final @Nullable Node agreement;
    private final @Nullable Node condition;
    private final int votes;

    Collect(
            int members,
            Node threshold,
            int voterField,
            @Nullable Node agreement,
            @Nullable Node condition,
            int votes) {
        this.members = members;
        this.threshold = threshold;
        this.voterField = voterField;
        this.agreement = agreement;
        this.condition = condition;
        this.votes = votes;
    }

    /** Gathers a message, or says why not. */
    @Nullable
    Drop gather(Frame frame, PeerId sender, Struct body) {
        if (!contains(list(frame, members), sender)) {
            return Drop.NOT_A_MEMBER;
        }
        if (!body.get(voterField).equals(sender)) {
            return Drop.WRONG_VOTER;
        }
        ValueList gathered = list(frame, votes);
        for (int i = 0; i < gathered.size(); i++) {
            Struct vote = (Struct) gathered.get(i);
            if (vote.get(voterField).equals(sender)) {
                return vote.equals(body) ? Drop.DUPLICATE : Drop.CONFLICTING;
            }
        }
        if (condition != null) {
            frame.locals[0] = body;
            frame.sender = sender;
            if (!condition.truth(frame)) {
                return Drop.CONDITION_FALSE;
            }
        }
        frame.assign(votes, ListBuiltins.append(threshold, gathered, body));
        return null;
    }

    /** Whether enough of the gathered messages agree. Of the messages of one voter the first counts. */
    boolean isReached(Frame frame) {
        ValueList peers = list(frame, members);
        ValueList gathered = list(frame, votes);
        long needed = threshold.number(frame);
        if (gathered.size() < needed) {
            return false;
        }
        TreeSet<Value> voters = new TreeSet<>();
        Map<Value, Integer> groups = new TreeMap<>();
        long largest = 0;
        for (int i = 0; i < gathered.size(); i++) {
            Struct vote = (Struct) gathered.get(i);
            Value voter = vote.get(voterField);
            if (voter instanceof PeerId peer && contains(peers, peer) && voters.add(voter)) {
                largest = agreement == null
                        ? voters.size()
                        : Math.max(largest, groups.merge(agreed(agreement, frame, peer, vote), 1, Integer::sum));
            }
        }
        return largest >= needed;
    }

    private static Value agreed(Node agreement, Frame frame, PeerId voter, Struct vote) {
        frame.locals[0] = vote;
        frame.sender = voter;
        return agreement.value(frame);
    }

    private static boolean contains(ValueList peers, PeerId peer) {
        for (int i = 0; i < peers.size(); i++) {
            if (peers.get(i).equals(peer)) {
                return true;
            }
        }
        return false;
    }

    private static ValueList list(Frame frame, int slot) {
        return frame.variable(slot) instanceof ValueList list ? list : EMPTY;
    }
}
