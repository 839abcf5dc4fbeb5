package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.tree.Event;
import io.omerta.protocol.machine.Drop;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Section 4.5. */
final class NaiveCollect {
    private NaiveCollect() {}

    /** Why the message at hand is not gathered, or null if it is. */
    static @Nullable Drop refusal(Event.Collect collect, Scope scope) {
        Stimulus.Message message = Objects.requireNonNull(scope.message());
        if (!list(collect.members().text(), scope).contains(message.sender())) {
            return Drop.NOT_A_MEMBER;
        }
        if (!voter(collect, message.body()).equals(message.sender())) {
            return Drop.WRONG_VOTER;
        }
        for (Value vote : list(collect.votes().text(), scope)) {
            if (voter(collect, (Struct) vote).equals(message.sender())) {
                return vote.equals(message.body()) ? Drop.DUPLICATE : Drop.CONFLICTING;
            }
        }
        boolean counts = collect.condition() == null || NaiveExpressions.isTrue(collect.condition(), scope);
        return counts ? null : Drop.CONDITION_FALSE;
    }

    /** The votes with the message at hand. */
    static ValueList gathered(Event.Collect collect, Scope scope) {
        List<Value> votes = new ArrayList<>(list(collect.votes().text(), scope));
        votes.add(Objects.requireNonNull(scope.message()).body());
        return NaiveArithmetic.list(votes);
    }

    /** Whether the quorum is reached. */
    static boolean isComplete(Event.Collect collect, Scope scope) {
        BigInteger threshold = NaiveArithmetic.number(NaiveExpressions.used(collect.threshold(), Ty.UINT, scope));
        List<Value> votes = list(collect.votes().text(), scope);
        if (threshold.compareTo(BigInteger.valueOf(votes.size())) > 0) {
            return false;
        }
        List<Value> members = list(collect.members().text(), scope);
        List<Value> voters = new ArrayList<>();
        List<Value> opinions = new ArrayList<>();
        for (Value vote : votes) {
            Value voter = voter(collect, (Struct) vote);
            if (members.contains(voter) && !voters.contains(voter)) {
                voters.add(voter);
                opinions.add(opinion(collect, (PeerId) voter, (Struct) vote, scope));
            }
        }
        long largest = opinions.stream()
                .mapToLong(opinion -> opinions.stream().filter(opinion::equals).count())
                .max()
                .orElse(0);
        return threshold.compareTo(BigInteger.valueOf(largest)) <= 0;
    }

    private static Value opinion(Event.Collect collect, PeerId voter, Struct vote, Scope scope) {
        if (collect.agreement() == null) {
            return Value.Absent.INSTANCE;
        }
        Stimulus.Message message = new Stimulus.Message(voter, collect.message().text(), vote);
        return NaiveExpressions.value(collect.agreement(), Ty.ANY, scope.withMessage(message));
    }

    private static Value voter(Event.Collect collect, Struct vote) {
        return Objects.requireNonNull(vote.get(collect.voter().text()));
    }

    /** The list in a variable; null counts as the empty list. */
    private static List<Value> list(String variable, Scope scope) {
        Map<String, Variable> store = scope.store();
        Value value = Objects.requireNonNull(store.get(variable)).value();
        return value instanceof ValueList list ? list.elements() : List.of();
    }
}
