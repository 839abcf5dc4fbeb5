package io.omerta.sim.economics.society;

/** What an identity is in the economy; everything is reported by role. */
public enum Role {
    CONSUMER("consumers"),
    PROVIDER("honest providers"),
    ATTACKER("attackers"),
    /** Gives compute away. */
    DONOR("donors"),
    /** Joins and does nothing. */
    BYSTANDER("bystanders");

    private final String plural;

    Role(String plural) {
        this.plural = plural;
    }

    public String plural() {
        return plural;
    }
}
