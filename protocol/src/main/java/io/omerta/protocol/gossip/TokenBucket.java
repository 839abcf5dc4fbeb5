package io.omerta.protocol.gossip;

/** Bounds what one neighbour may ask of this peer. A neighbour that misbehaves goes into debt, and is not heard until then. */
public final class TokenBucket {
    private static final long MILLI = 1_000;

    private final int ratePerSecond;
    private final long fullMilliTokens;
    private long milliTokens;
    private long updatedMillis;

    public TokenBucket(int ratePerSecond, int burst, long nowMillis) {
        this.ratePerSecond = ratePerSecond;
        this.fullMilliTokens = MILLI * burst;
        this.milliTokens = fullMilliTokens;
        this.updatedMillis = nowMillis;
    }

    /** Takes a token if there is one. */
    public boolean take(long nowMillis) {
        // A clock that was set back fills nothing until it has caught up.
        long passedMillis = Math.max(0, nowMillis - updatedMillis);
        long missing = fullMilliTokens - milliTokens;
        milliTokens += Math.min(missing, Math.min(passedMillis, missing) * ratePerSecond);
        updatedMillis = Math.max(updatedMillis, nowMillis);
        if (milliTokens < MILLI) {
            return false;
        }
        milliTokens -= MILLI;
        return true;
    }

    /** Takes tokens whether or not there are any, but at most as many as make a full bucket. */
    public void charge(int tokens) {
        milliTokens = Math.max(-fullMilliTokens, milliTokens - MILLI * tokens);
    }
}
