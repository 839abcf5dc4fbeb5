package io.omerta.protocol.language.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that need no declaration. Their names may be written in any case. What they compute is specified in
 * {@code protocol/docs/semantics.md}.
 */
public enum Builtin {
    HASH("HASH(any, ...) -> hash", 1, Integer.MAX_VALUE, Source.ARGUMENTS),
    VERIFY("VERIFY(signer peer_id, signature signature, any, ...) -> bool", 3, Integer.MAX_VALUE, Source.ARGUMENTS),
    SIGNED_BY("SIGNED_BY(message, signer peer_id) -> bool", 2, 2, Source.ARGUMENTS),
    LENGTH("LENGTH(list<T> | map<K, V> | string | bytes) -> uint", 1, 1, Source.ARGUMENTS),
    MAP("MAP(list<T>, T => U) -> list<U>", 2, 2, Source.ARGUMENTS),
    FILTER("FILTER(list<T>, T => bool) -> list<T>", 2, 2, Source.ARGUMENTS),
    FIND("FIND(list<T>, T => bool) -> T", 2, 2, Source.ARGUMENTS),
    REDUCE("REDUCE(list<T>, U, U => T => U) -> U", 3, 3, Source.ARGUMENTS),
    COUNT("COUNT(list<T>, T => bool) -> uint", 2, 2, Source.ARGUMENTS),
    ALL("ALL(list<T>, T => bool) -> bool", 2, 2, Source.ARGUMENTS),
    ANY("ANY(list<T>, T => bool) -> bool", 2, 2, Source.ARGUMENTS),
    CONTAINS("CONTAINS(list<T>, T) -> bool", 2, 2, Source.ARGUMENTS),
    CONCAT("CONCAT(list<T>, list<T>) -> list<T>, also of string and bytes", 2, 2, Source.ARGUMENTS),
    APPEND("APPEND(list<T>, T) -> list<T>", 2, 2, Source.ARGUMENTS),
    REMOVE("REMOVE(list<T>, T) -> list<T>", 2, 2, Source.ARGUMENTS),
    DISTINCT("DISTINCT(list<T>) -> list<T>", 1, 1, Source.ARGUMENTS),
    TAKE("TAKE(list<T>, count uint) -> list<T>", 2, 2, Source.ARGUMENTS),
    SORT("SORT(list<T>) -> list<T> or SORT(list<T>, T => U) -> list<T>", 1, 2, Source.ARGUMENTS),
    SET_EQUALS("SET_EQUALS(list<T>, list<T>) -> bool", 2, 2, Source.ARGUMENTS),
    SUM("SUM(list<N>) -> N or SUM(list<T>, T => N) -> N", 1, 2, Source.ARGUMENTS),
    MIN("MIN(N, N) -> N or MIN(list<N>) -> N", 1, 2, Source.ARGUMENTS),
    MAX("MAX(N, N) -> N or MAX(list<N>) -> N", 1, 2, Source.ARGUMENTS),
    ABS("ABS(N) -> N", 1, 1, Source.ARGUMENTS),
    DIV("DIV(int, int) -> int", 2, 2, Source.ARGUMENTS),
    MOD("MOD(int, int) -> int", 2, 2, Source.ARGUMENTS),
    MUL_DIV("MUL_DIV(int, int, int) -> int", 3, 3, Source.ARGUMENTS),
    FLOOR("FLOOR(fixed) -> int", 1, 1, Source.ARGUMENTS),
    MILLISECONDS("MILLISECONDS(duration) -> int", 1, 1, Source.ARGUMENTS),
    SECONDS("SECONDS(duration) -> int", 1, 1, Source.ARGUMENTS),
    DURATION("DURATION(seconds int) -> duration", 1, 1, Source.ARGUMENTS),
    KEYS("KEYS(map<K, V>) -> list<K>", 1, 1, Source.ARGUMENTS),
    VALUES("VALUES(map<K, V>) -> list<V>", 1, 1, Source.ARGUMENTS),
    HAS_KEY("HAS_KEY(map<K, V>, K) -> bool", 2, 2, Source.ARGUMENTS),
    GET("GET(map<K, V>, K, V) -> V", 3, 3, Source.ARGUMENTS),
    PUT("PUT(map<K, V>, K, V) -> map<K, V>", 3, 3, Source.ARGUMENTS),
    SEEDED_RNG("SEEDED_RNG(seed hash) -> hash", 1, 1, Source.ARGUMENTS),
    SEEDED_SAMPLE("SEEDED_SAMPLE(seed hash, list<T>, count uint) -> list<T>", 3, 3, Source.ARGUMENTS),
    ABORT("ABORT(reason string) -> never", 1, 1, Source.ARGUMENTS),

    NOW("NOW() -> timestamp", 0, 0, Source.SURROUNDINGS),
    SESSION("SESSION() -> hash", 0, 0, Source.SURROUNDINGS),
    RANDOM_BYTES("RANDOM_BYTES(count uint) -> bytes", 1, 1, Source.SURROUNDINGS),
    SIGN("SIGN(any, ...) -> signature", 1, Integer.MAX_VALUE, Source.SURROUNDINGS),
    LOAD("LOAD(variable) -> type of the variable", 1, 1, Source.SURROUNDINGS),
    READ("READ(peer peer_id, \"key\") -> type of the key", 2, 2, Source.SURROUNDINGS),
    CHAIN_HEAD("CHAIN_HEAD(chain) -> hash", 1, 1, Source.SURROUNDINGS),
    CHAIN_CONTAINS("CHAIN_CONTAINS(chain | segment bytes, hash) -> bool", 2, 2, Source.SURROUNDINGS),
    CHAIN_CONTAINS_HASH("CHAIN_CONTAINS_HASH(chain | segment bytes, hash) -> bool", 2, 2, Source.SURROUNDINGS),
    CHAIN_SEGMENT("CHAIN_SEGMENT(chain, checkpoint hash) -> bytes", 2, 2, Source.SURROUNDINGS),
    CHAIN_STATE_AT("CHAIN_STATE_AT(chain | segment bytes, checkpoint hash) -> ChainState", 2, 2, Source.SURROUNDINGS),
    VERIFY_CHAIN_SEGMENT("VERIFY_CHAIN_SEGMENT(segment bytes, owner peer_id) -> bool", 2, 2, Source.SURROUNDINGS);

    private static final Map<String, Builtin> BY_NAME = byName();

    private final String signature;
    private final int minArguments;
    private final int maxArguments;
    private final Source source;

    Builtin(String signature, int minArguments, int maxArguments, Source source) {
        this.signature = signature;
        this.minArguments = minArguments;
        this.maxArguments = maxArguments;
        this.source = source;
    }

    /** The builtin of a name in any case. */
    public static Optional<Builtin> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** How it is called and what it gives, for people. */
    public String signature() {
        return signature;
    }

    public int minArguments() {
        return minArguments;
    }

    /** {@link Integer#MAX_VALUE} if there is no bound. */
    public int maxArguments() {
        return maxArguments;
    }

    /** Whether its result depends on its arguments alone, so that a function may call it. */
    public boolean isPure() {
        return source == Source.ARGUMENTS;
    }

    private static Map<String, Builtin> byName() {
        Map<String, Builtin> byName = new LinkedHashMap<>();
        for (Builtin builtin : values()) {
            byName.put(builtin.name(), builtin);
        }
        byName.put("VERIFY_SIG", VERIFY);
        return byName;
    }

    private enum Source {
        ARGUMENTS,
        /** The clock, the actor, its store, its host. */
        SURROUNDINGS
    }
}
