package io.omerta.protocol.peer;

import io.omerta.protocol.gossip.ConflictProof;
import io.omerta.protocol.gossip.GossipItem;
import io.omerta.protocol.machine.MachineInput;
import io.omerta.protocol.machine.Outcome;
import io.omerta.protocol.transaction.SessionKey;
import io.omerta.protocol.transaction.SessionObserver;
import io.omerta.protocol.transaction.SessionRefusal;

/** Sees what becomes of a peer; changes nothing. For metrics, properties and tests. */
public interface PeerObserver extends SessionObserver {
    /** An item was verified that was not known before, or not with all of these signatures. */
    void learnt(GossipItem item);

    /** Somebody is proved to have contradicted himself; also after a restart, for each proof that is still kept. */
    void proved(ConflictProof proof);

    /** What another peer sent came to nothing. */
    void refused(PeerRefusal reason, String detail);

    /** Sees nothing. */
    static PeerObserver none() {
        return new PeerObserver() {
            @Override
            public void stepped(SessionKey session, MachineInput input, Outcome outcome) {}

            @Override
            public void refused(SessionRefusal reason, String detail) {}

            @Override
            public void learnt(GossipItem item) {}

            @Override
            public void proved(ConflictProof proof) {}

            @Override
            public void refused(PeerRefusal reason, String detail) {}
        };
    }
}
