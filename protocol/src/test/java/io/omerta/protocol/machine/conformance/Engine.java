package io.omerta.protocol.machine.conformance;

import io.omerta.protocol.language.source.Source;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;

/** An implementation of the language. */
interface Engine {
    /** The machine of an actor, before its start. */
    Run open(Source protocol, String actor, World world);

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
