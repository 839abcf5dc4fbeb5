package io.omerta.sim.kernel;

import java.util.Arrays;

/**
 * Time buckets with a small heap in front and an overflow heap behind (a ladder of three rungs, after Tang, Goh and
 * Thng, "Ladder queue", 2005).
 *
 * <p>Time is cut into ticks of 2^shift ns. Events of the current tick and before lie in the <i>near</i> heap, which is
 * small enough for the first-level cache; events of the next {@code buckets} ticks lie unsorted in a bucket each;
 * later ones lie in the <i>far</i> heap. A bucket is sorted only when time reaches it, by pouring it into the near heap,
 * so many events at one time cost a logarithm and never a scan. The tick width follows the measured density of events.
 *
 * <p>Buckets are chains of fixed chunks in one pool, so that insertion and pouring touch memory in sequence.
 */
final class BucketWheel implements EventQueue {
    /** Words of a chunk, one cache line: entries without their times, which their cells know, and the next chunk. */
    private static final int CHUNK = 8;

    private static final int CHUNK_ENTRIES = CHUNK - 1;
    private static final int NEXT = CHUNK_ENTRIES;
    private static final int NO_CHUNK = -1;
    /** Entries aimed at in a bucket: enough to spread the cost of moving on, few enough for a shallow near heap. */
    private static final int MIN_AIM = 16;
    /** When very many events are pending, fuller buckets keep the open chunk of each in the second-level cache. */
    private static final int MAX_AIM = 64;

    private static final int FULLEST_AT_ENTRIES = 1 << 20;

    private static final int MIN_BUCKETS = 1 << 10;
    private static final int MAX_BUCKETS = 1 << 18;
    private static final int MAX_SHIFT = 55;
    /** Fewer buckets than this say little about the density of events. */
    private static final int MIN_POURED = 8;
    /** More empty ticks than this are a pause between bursts and say nothing about the density within them. */
    private static final int LONGEST_GAP = 64;

    private static final double SQRT_2 = Math.sqrt(2);

    private final EventCells cells;
    private final FourAryHeap near;
    private final FourAryHeap far;
    /** Times of the chunk being poured. */
    private final long[] times = new long[CHUNK_ENTRIES];

    private int shift = 20;
    private int buckets = MIN_BUCKETS;
    private int[] head = new int[MIN_BUCKETS];
    private int[] count = new int[MIN_BUCKETS];
    private long[] occupied = new long[MIN_BUCKETS >> 6];
    private long[] chunks = new long[64 * CHUNK];
    private int usedChunks;
    private int freeChunk = NO_CHUNK;

    /** Entries of this tick and before are in the near heap. */
    private long currentTick;
    /** First time that is not near: (currentTick + 1) << shift. */
    private long nearEnd = 1L << 20;

    private int inBuckets;

    private int poured;
    private long pouredEntries;
    private long pouredTicks;
    private long operationsSinceTuning;

    BucketWheel(EventCells cells, int initialCapacity) {
        this.cells = cells;
        this.near = new FourAryHeap(cells, 256);
        this.far = new FourAryHeap(cells, Math.min(initialCapacity, 1024));
        Arrays.fill(head, NO_CHUNK);
    }

    @Override
    public int size() {
        return near.size() + inBuckets + far.size();
    }

    @Override
    public void insert(long time, long entry) {
        if (time < nearEnd) {
            near.insert(time, entry);
        } else {
            insertLater(time, entry);
        }
    }

    private void insertLater(long time, long entry) {
        long tick = time >>> shift;
        if (tick - currentTick <= buckets) {
            insertInBucket((int) tick & buckets - 1, entry);
        } else {
            far.insert(time, entry);
        }
    }

    private void insertInBucket(int bucket, long entry) {
        int filled = count[bucket]++;
        int within = filled % CHUNK_ENTRIES;
        int chunk = head[bucket];
        if (within == 0) {
            int fresh = takeChunk();
            chunks[fresh * CHUNK + NEXT] = chunk;
            head[bucket] = fresh;
            chunk = fresh;
            occupied[bucket >> 6] |= 1L << (bucket & 63);
        }
        chunks[chunk * CHUNK + within] = entry;
        inBuckets++;
    }

    private int takeChunk() {
        if (freeChunk != NO_CHUNK) {
            int chunk = freeChunk;
            freeChunk = (int) chunks[chunk * CHUNK + NEXT];
            return chunk;
        }
        if ((usedChunks + 1) * CHUNK > chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        return usedChunks++;
    }

    private void giveBackChunk(int chunk) {
        chunks[chunk * CHUNK + NEXT] = freeChunk;
        freeChunk = chunk;
    }

    @Override
    public long firstTime() {
        if (near.size() == 0) {
            advance();
        }
        return near.firstTime();
    }

    @Override
    public long firstEntry() {
        if (near.size() == 0) {
            advance();
        }
        return near.firstEntry();
    }

    @Override
    public long removeFirst() {
        if (near.size() == 0) {
            advance();
        }
        return near.removeFirst();
    }

    /** Moves time on to the next tick that holds anything and pours that tick into the near heap. */
    private void advance() {
        while (near.size() == 0 && inBuckets + far.size() > 0) {
            if (operationsSinceTuning > 4L * buckets && poured >= MIN_POURED) {
                tune();
                continue;
            }
            long tick = nextTick();
            pouredTicks += Math.min(tick - currentTick, LONGEST_GAP);
            moveTo(tick);
            pullFromFar();
            pour((int) tick & buckets - 1);
        }
    }

    /** The next tick that holds an entry, in a bucket or far. */
    private long nextTick() {
        long farTick = far.size() == 0 ? Long.MAX_VALUE : far.firstTime() >>> shift;
        return inBuckets == 0 ? farTick : Math.min(farTick, currentTick + ticksToOccupied());
    }

    private int ticksToOccupied() {
        int mask = buckets - 1;
        int start = (int) (currentTick + 1) & mask;
        int word = start >> 6;
        long bits = occupied[word] & -1L << (start & 63);
        int words = buckets >> 6;
        for (int i = 0; bits == 0; i++) {
            if (i > words) {
                throw new IllegalStateException("the wheel counts " + inBuckets + " entries but no bucket holds any");
            }
            word = word + 1 == words ? 0 : word + 1;
            bits = occupied[word];
        }
        int bucket = (word << 6) + Long.numberOfTrailingZeros(bits);
        return (bucket - start & mask) + 1;
    }

    private void moveTo(long tick) {
        currentTick = tick;
        nearEnd = tick + 1 << shift;
    }

    /** Brings entries of the far heap that the wheel now covers into their buckets. */
    private void pullFromFar() {
        while (far.size() > 0 && (far.firstTime() >>> shift) - currentTick < buckets) {
            int tick = (int) (far.firstTime() >>> shift);
            insertInBucket(tick & buckets - 1, far.removeFirst());
        }
    }

    private void pour(int bucket) {
        int entries = count[bucket];
        int within = (entries - 1) % CHUNK_ENTRIES + 1;
        int chunk = head[bucket];
        while (chunk != NO_CHUNK) {
            int at = chunk * CHUNK;
            // All cells are read before any is compared: then the cache misses, most of the cost, overlap.
            for (int i = 0; i < within; i++) {
                times[i] = cells.time(EventQueue.slot(chunks[at + i]));
            }
            for (int i = 0; i < within; i++) {
                near.insert(times[i], chunks[at + i]);
            }
            int next = (int) chunks[at + NEXT];
            giveBackChunk(chunk);
            chunk = next;
            within = CHUNK_ENTRIES;
        }
        head[bucket] = NO_CHUNK;
        count[bucket] = 0;
        occupied[bucket >> 6] &= ~(1L << (bucket & 63));
        inBuckets -= entries;
        poured++;
        pouredEntries += entries;
        operationsSinceTuning += entries;
    }

    /** Chooses tick width and number of buckets from the density since the last tuning, and rebuilds if they differ. */
    private void tune() {
        double entriesPerTick = (double) pouredEntries / pouredTicks;
        double aim = Math.max(MIN_AIM, Math.min(MAX_AIM, (double) MAX_AIM * size() / FULLEST_AT_ENTRIES));
        int wantedShift = shift;
        if (entriesPerTick > 2 * aim || entriesPerTick < aim / 2) {
            wantedShift = Math.max(0, Math.min(MAX_SHIFT, shift + Math.getExponent(aim / entriesPerTick * SQRT_2)));
        }
        int wantedBuckets = buckets;
        while (wantedBuckets < MAX_BUCKETS && wantedBuckets * aim < 4L * size()) {
            wantedBuckets *= 2;
        }
        poured = 0;
        pouredEntries = 0;
        pouredTicks = 0;
        operationsSinceTuning = 0;
        if (wantedShift != shift || wantedBuckets != buckets) {
            rebuild(wantedShift, wantedBuckets);
        }
    }

    private void rebuild(int newShift, int newBuckets) {
        long now = nearEnd - 1;
        FourAryHeap all = new FourAryHeap(cells, size());
        near.drainTo(all::insert);
        far.drainTo(all::insert);
        for (int bucket = 0; bucket < buckets; bucket++) {
            forEachInBucket(bucket, all::insert);
        }
        shift = newShift;
        if (newBuckets != buckets) {
            buckets = newBuckets;
            head = new int[newBuckets];
            count = new int[newBuckets];
            occupied = new long[newBuckets >> 6];
        }
        Arrays.fill(head, NO_CHUNK);
        Arrays.fill(count, 0);
        Arrays.fill(occupied, 0);
        usedChunks = 0;
        freeChunk = NO_CHUNK;
        inBuckets = 0;
        moveTo(now >>> newShift);
        all.drainTo(this::insert);
    }

    private void forEachInBucket(int bucket, FourAryHeap.EntryConsumer consumer) {
        int within = count[bucket] == 0 ? 0 : (count[bucket] - 1) % CHUNK_ENTRIES + 1;
        for (int chunk = head[bucket]; chunk != NO_CHUNK; chunk = (int) chunks[chunk * CHUNK + NEXT]) {
            for (int i = 0; i < within; i++) {
                long entry = chunks[chunk * CHUNK + i];
                consumer.accept(cells.time(EventQueue.slot(entry)), entry);
            }
            within = CHUNK_ENTRIES;
        }
    }

    @Override
    public void removeCancelled() {
        near.removeCancelled();
        far.removeCancelled();
        FourAryHeap kept = new FourAryHeap(cells, inBuckets);
        for (int bucket = 0; bucket < buckets; bucket++) {
            forEachInBucket(bucket, (time, entry) -> {
                if (cells.isCancelled(EventQueue.slot(entry))) {
                    cells.free(EventQueue.slot(entry));
                } else {
                    kept.insert(time, entry);
                }
            });
        }
        Arrays.fill(head, NO_CHUNK);
        Arrays.fill(count, 0);
        Arrays.fill(occupied, 0);
        usedChunks = 0;
        freeChunk = NO_CHUNK;
        inBuckets = 0;
        kept.drainTo(this::insert);
    }
}
