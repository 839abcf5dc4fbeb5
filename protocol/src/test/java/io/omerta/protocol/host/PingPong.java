package io.omerta.protocol.host;

import java.nio.charset.StandardCharsets;

/** The smallest machine that talks: the command "ping" with a peer as its argument, one byte, sends to that peer. */
public final class PingPong implements Machine {
    @Override
    public void on(long nowNanos, Input input, Effects effects) {
        if (input instanceof Input.Command command) {
            effects.send(command.argument()[0], bytes("ping"));
        } else if (input instanceof Input.MessageReceived message) {
            effects.emit(text(message.payload()), new byte[] {(byte) message.from()});
            if (text(message.payload()).equals("ping")) {
                effects.send(message.from(), bytes("pong"));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
