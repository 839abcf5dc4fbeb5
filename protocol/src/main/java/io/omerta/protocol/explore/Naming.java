package io.omerta.protocol.explore;

/**
 * What members are called: four bits for each place, so that members can be called by other members' names, or several of
 * them by one.
 */
final class Naming {
    /** Members a session may have to have namings. */
    static final int MEMBERS_MAX = 14;

    /** The member from whose view something is looked at. */
    static final int SELF = 14;

    /** Any other member that could be exchanged for it. */
    static final int OTHER = 15;

    /** Everybody has their own name. */
    static final long OWN = 0xFEDCBA9876543210L;

    private static final int BITS = 4;

    private Naming() {}

    static int name(long naming, int place) {
        return (int) (naming >>> (BITS * place)) & OTHER;
    }

    static long with(long naming, int place, int name) {
        int shift = BITS * place;
        return (naming & ~((long) OTHER << shift)) | ((long) name << shift);
    }

    /** The part of a naming that concerns members, which are bits: what differs elsewhere makes no difference. */
    static long of(long naming, long members) {
        long part = 0;
        for (long left = members; left != 0; left &= left - 1) {
            part |= (long) OTHER << (BITS * Long.numberOfTrailingZeros(left));
        }
        return part & naming;
    }
}
