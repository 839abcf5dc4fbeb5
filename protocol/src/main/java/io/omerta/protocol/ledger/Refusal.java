package io.omerta.protocol.ledger;

/** Why a posting is refused. */
public enum Refusal {
    NEGATIVE_AMOUNT("an amount is negative"),
    ZERO_AMOUNT("an amount is zero"),
    INSUFFICIENT_BALANCE("the account has less"),
    /** Only of minting: everything else moves what was minted. */
    OVERFLOW("more would have been minted than can be counted"),
    BURN_EXCEEDS_AMOUNT("more would be burnt than is transferred"),
    ESCROW_EXISTS("the session has an escrow; top it up"),
    UNKNOWN_ESCROW("the session has no escrow"),
    ALREADY_SETTLED("the session was settled or released before"),
    NOT_CONSERVED("the parts of the settlement do not make up the escrow");

    private final String description;

    Refusal(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
