package io.omerta.protocol.machine;

import io.omerta.protocol.wire.PeerId;

/** One machine of a session, as properties see it. */
public record Instance(PeerId peer, Configuration configuration) {}
