package io.omerta.protocol.peer;

/** Why a peer did nothing about what another one sent. None of it is a fault of the node. */
public enum PeerRefusal {
    /** It is empty, of an unknown kind or too long. */
    NO_FRAME("no frame"),
    /** It is of somebody whom the transport cannot name. */
    UNKNOWN_SENDER("unknown sender"),
    /** The gossip did not take it; the detail tells why. */
    GOSSIP("gossip not taken"),
    /** A request for blocks, or a page of them, that cannot be read. */
    MALFORMED("malformed request or page"),
    /** More requests for blocks than a peer may make. */
    OVER_RATE("too many requests"),
    /** A page that was not asked for. */
    UNASKED("not asked for"),
    /** A page whose blocks break a rule of chains. */
    FALSE_PAGE("blocks that break a rule"),
    /** A chain that is longer than is kept of anybody. */
    CHAIN_TOO_LONG("chain too long");

    private final String label;

    PeerRefusal(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
