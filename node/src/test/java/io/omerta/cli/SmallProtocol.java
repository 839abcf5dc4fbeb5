package io.omerta.cli;

import java.nio.file.Path;

/** Protocol files of a few lines. */
final class SmallProtocol {
    /** Without a fault, in the canonical layout. */
    static final String CLEAN =
            """
            transaction 90 "Greeting"

            parameters (
                PATIENCE = 5 seconds
            )

            message HELLO from Caller to [Host] (
                word string
            )

            actor Caller (
                store (
                    host peer_id
                    word string
                )

                trigger greet(host peer_id, word string) in [IDLE]

                state IDLE initial idle
                state DONE terminal

                IDLE -> DONE on greet (
                    store host, word
                    SEND(host, HELLO)
                )
            )

            actor Host (
                store (
                    heard string
                )

                state LISTENING initial
                state HEARD terminal
                state DEAF terminal

                LISTENING -> HEARD on HELLO when message.sender != peer_id (
                    heard = message.word
                )
                LISTENING -> DEAF on timeout(PATIENCE)
            )

            invariant HeardMeansAWord (
                ALL(Host, h => h.state != Host.HEARD or h.heard != null)
            )
            """;

    /** Two faults of syntax that can be mended without thought. */
    static final String FIXABLE = CLEAN.replace("seconds", "seconds;")
            .replace("message.sender != peer_id", "message.sender != peer_id && message.word != \"\"");

    /** What becomes of them. */
    static final String FIXED =
            CLEAN.replace("message.sender != peer_id", "message.sender != peer_id and message.word != \"\"");

    /** A fault of syntax that only a person can mend. */
    static final String BROKEN = CLEAN.replace("SEND(host, HELLO)", "SEND(host, )");

    private SmallProtocol() {}

    static Path write(Path folder, String name, String text) {
        return SmallScenario.write(folder, name, text);
    }
}
