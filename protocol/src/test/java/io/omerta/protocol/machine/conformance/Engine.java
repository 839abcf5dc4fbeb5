package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;

/** An implementation of the language. Other transactions, which a composition names, are those of {@link Case#transaction}. */
interface Engine {
    /** The machine of an actor, before its start. */
    Run open(Source protocol, String actor, World world);

    /**
     * What a property says of machines that this engine has opened, all of one session: {@code holds}, {@code violated} or
     * {@code fault KIND}; for one with a deadline, behind {@code within MILLIS}.
     */
    String evaluate(Source protocol, String property, List<Instance> instances, World world);

    /** A machine, and the peer whose it is. */
    record Instance(String actor, PeerId peer, Run run) {}

    /** One machine that runs. */
    interface Run {
        /**
         * Gives the machine an input.
         *
         * @return its effects, one line each: {@code take 0 A -> B} and {@code else 0 A -> B} (with the place of the
         *     transition), {@code send PEER BODY}, {@code append BODY}, {@code cancel 0}, {@code arm 0 MILLIS} (with the
         *     place of the transition), {@code compose TRANSACTION Actor.trigger [ARGUMENTS]}, {@code drop REASON},
         *     {@code defer MESSAGE}, {@code fault KIND}
         */
        List<String> step(Stimulus stimulus);

        String state();

        /** In declared order. */
        Map<String, Value> variables();
    }
}
